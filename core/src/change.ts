import { z } from 'zod'
import { areaCode } from './areas.ts'
import { calendarDay } from './dates.ts'
import { decisionKind } from './decision.ts'
import { organisationId, partyId, personId, roleId, mandateId } from './ids.ts'
import { ore } from './money.ts'
import { ownWordKey } from './own-words.ts'
import { role } from './people.ts'
import { ruleKinds } from './rule-register-rules.ts'
import { ruleProposals } from './rule-registers.ts'

/**
 * What a municipality keeps in order itself, and how one thing of it looks (docs/domain.md): before and after a change have the same shape. Names and
 * sentences here are the municipality's own, never a family's.
 */
export const sectors = ['municipal', 'state', 'county', 'private', 'voluntary'] as const
export const serviceTypes = [
  'citizen_square',
  'nav',
  'child_welfare',
  'family_unit',
  'school_support',
  'health_clinic',
  'school',
  'kindergarten',
  'mental_health',
  'work_leisure_relief',
  'integration',
  'doctor',
  'specialist_health',
  'county',
  'voluntary',
  'business',
  'other',
] as const
export const settingKeys = ['trace.names'] as const

const words = (longest: number) => z.string().trim().min(1).max(longest)
const inSentence = words(80)

export const organisation = z.strictObject({
  name: words(120),
  organisationNumber: z.string().regex(/^\d{9}$/),
  sector: z.enum(sectors),
})
export const service = z.strictObject({
  organisationId,
  name: words(80),
  inSentence,
  inSentenceNn: inSentence.nullable(),
  inSentenceEn: inSentence.nullable(),
  serviceType: z.enum(serviceTypes),
  declarationRequired: z.boolean(),
  opensOn: calendarDay,
  closesOn: calendarDay.nullable(),
})
/** Somebody who begins to work here: a first name and a surname. What the staff's sign-in calls them goes another way, and is not kept here. */
export const newStaff = z.strictObject({
  name: z
    .string()
    .trim()
    .min(3)
    .max(80)
    .regex(/^\S+(?: \S+)+$/u),
})
export const roleGiven = z.strictObject({
  personId,
  role,
  partyId: partyId.nullable(),
  from: calendarDay,
  to: calendarDay.nullable(),
})
export const mandateGiven = z.strictObject({
  partyId,
  personId: personId.nullable(),
  role: role.nullable(),
  kinds: z.array(decisionKind).min(1).max(4),
  amountOre: ore,
  totalOre: ore.nullable(),
  source: words(200),
  from: calendarDay,
  to: calendarDay,
})
export const question = z.strictObject({
  textNb: words(300),
  textEn: words(300),
  needsYes: z.boolean(),
  position: z.int().min(0).max(99),
  from: calendarDay,
  closed: z.boolean(),
})
export const lifeArea = z.strictObject({
  wordNb: words(40).nullable(),
  wordEn: words(40).nullable(),
  closesOn: calendarDay.nullable(),
})
export const ageRule = z.strictObject({ age: z.int().min(0).max(18), from: calendarDay })
export const ownWord = z
  .strictObject({
    nb: words(40).nullable(),
    nbDefinite: words(40).nullable(),
    en: words(40).nullable(),
    from: calendarDay,
  })
  .refine(({ nb, nbDefinite, en }) => (nb === null) === (nbDefinite === null) && (nb === null) === (en === null))
export const setting = z.strictObject({ value: z.boolean(), from: calendarDay })
export const changeKinds = [
  'organisation',
  'service',
  'person',
  'role',
  'mandate',
  'question',
  'area',
  'consent_age',
  'child_rule',
  'word',
  'setting',
  'approval',
  ...ruleKinds,
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** Which changes need a second administrator: all of a kind, none, or some of them. */
export const approval = z.strictObject({
  needs: z.enum(['one', 'two', 'some']),
  aboveOre: ore.nullable(),
  roles: z.array(role).nullable(),
  from: calendarDay,
})

const childRuleOf = z.string().regex(/^[a-z_]+:(?:life|words)$/)
const approvalOf = z.enum([
  'mandate',
  'role',
  'organisation',
  'service',
  'person',
  'question',
  'area',
  'consent_age',
  'child_rule',
  'word',
  'setting',
  ...ruleKinds,
])

/** One change: of what, and how it is to stand. */
export const proposal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('organisation'), subject: organisationId, after: organisation }),
  z.strictObject({ kind: z.literal('service'), subject: partyId, after: service }),
  z.strictObject({ kind: z.literal('person'), subject: personId, after: newStaff }),
  z.strictObject({ kind: z.literal('role'), subject: roleId, after: roleGiven }),
  z.strictObject({ kind: z.literal('mandate'), subject: mandateId, after: mandateGiven }),
  z.strictObject({ kind: z.literal('question'), subject: z.string().regex(/^[a-z_]{2,40}$/), after: question }),
  z.strictObject({ kind: z.literal('area'), subject: areaCode.exclude(['common']), after: lifeArea }),
  z.strictObject({ kind: z.literal('consent_age'), subject: areaCode.exclude(['common']), after: ageRule }),
  z.strictObject({ kind: z.literal('child_rule'), subject: childRuleOf, after: ageRule }),
  z.strictObject({ kind: z.literal('word'), subject: ownWordKey, after: ownWord }),
  z.strictObject({ kind: z.literal('setting'), subject: z.enum(settingKeys), after: setting }),
  z.strictObject({ kind: z.literal('approval'), subject: approvalOf, after: approval }),
  ...ruleProposals,
])
export type Proposal = z.infer<typeof proposal>
