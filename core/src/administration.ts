import { z } from 'zod'
import { areaCode } from './areas.ts'
import * as shape from './change.ts'
import { calendarDay, instant } from './dates.ts'
import { changeId, mandateId, organisationId, partyId, personId, roleId } from './ids.ts'
import { ownWordKey } from './own-words.ts'
import { ruleRegisters } from './rule-registers.ts'

/** A change as the page tells it: what stood, what is to stand, who and why. */
export const changeShown = z.object({
  id: changeId,
  kind: z.enum(shape.changeKinds),
  subject: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()),
  why: z.string(),
  proposedBy: z.string(),
  proposedAt: instant,
  needsTwo: z.boolean(),
  outcome: z.enum(['effective', 'turned_down', 'withdrawn', 'overtaken']).nullable(),
  settledBy: z.string().nullable(),
  settledAt: instant.nullable(),
  /** The reader proposed it: theirs to take back, and never to say yes to. */
  isMine: z.boolean(),
  /** What the reader would get by it themself. */
  isForMe: z.boolean(),
})
export type ChangeShown = z.infer<typeof changeShown>

/** How many changes of before the page shows. */
export const changesShown = 60

/** GET /api/administration, for administrators: all the registers, what waits for a second yes, and what was changed. Nothing of any family. */
export const administration = z.object({
  today: calendarDay,
  organisations: z.array(shape.organisation.extend({ id: organisationId, organisationNumber: z.string().nullable() })),
  services: z.array(
    shape.service.extend({
      id: partyId,
      organisationId: organisationId.nullable(),
      serviceType: z.enum(shape.serviceTypes).nullable(),
      isLab: z.boolean(),
    }),
  ),
  staff: z.array(
    z.object({
      id: personId,
      name: z.string(),
      roles: z.array(shape.roleGiven.omit({ personId: true }).extend({ id: roleId, isCurrent: z.boolean() })),
    }),
  ),
  mandates: z.array(shape.mandateGiven.extend({ id: mandateId })),
  questions: z.array(shape.question.extend({ code: z.string() })),
  areas: z.array(shape.lifeArea.extend({ code: areaCode })),
  consentAges: z.array(shape.ageRule.extend({ area: areaCode, source: z.string() })),
  childRules: z.array(shape.ageRule.extend({ area: areaCode, about: z.enum(['life', 'words']), source: z.string() })),
  words: z.array(shape.ownWord.extend({ key: ownWordKey })),
  settings: z.array(shape.setting.extend({ key: z.enum(shape.settingKeys), from: calendarDay.nullable() })),
  approvals: z.array(shape.approval.extend({ kind: z.enum(shape.changeKinds) })),
  ...ruleRegisters,
  waiting: z.array(changeShown),
  history: z.array(changeShown),
})
export type Administration = z.infer<typeof administration>
