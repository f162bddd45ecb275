import { z } from 'zod'
import { areaCode } from '../areas.ts'
import { calendarDay } from '../dates.ts'
import { protectionLevel, protectionSource, responsibilitySource, whereaboutsKind } from '../household.ts'
import { commandId, memberProposalId, personId, protectionId, responsibilityId } from '../ids.ts'
import { relation } from '../people.ts'
import { isTelephone } from '../telephone.ts'

/** POST /api/families/:familyId/members/:personId/move-out, and other presses that need no more than the press. */
export const press = z.strictObject({ commandId })

/**
 * POST /api/families/:familyId/members/ask: somebody who is to be of the family. `who` is null for one who belonged before; a child is told of by its parent
 * (commands/member.ts).
 */
export const askMember = z.strictObject({
  commandId,
  proposalId: memberProposalId,
  personId,
  relation: relation.exclude(['self']),
  who: z
    .strictObject({
      name: z.string().trim().min(2).max(120),
      born: calendarDay,
      telephone: z.string().trim().max(40).refine(isTelephone, { message: 'not-a-telephone-number' }),
    })
    .nullable(),
})
export type AskMember = z.infer<typeof askMember>

/** POST .../members/asked/:proposalId/answer and POST /api/joining/:proposalId/answer. */
export const answerMember = z.strictObject({ commandId, answer: z.enum(['yes', 'no']) })
export type AnswerMember = z.infer<typeof answerMember>

/** POST /api/families/:familyId/responsibilities: who answers for somebody. `holderName` for one who is known by that alone. */
export const recordResponsibility = z
  .strictObject({
    commandId,
    responsibilityId,
    personId,
    holderId: personId,
    holderName: z.string().trim().min(2).max(120).nullable(),
    kind: z.enum(['parental', 'guardian']),
    areas: z.array(areaCode).min(1).nullable(),
    source: responsibilitySource,
    documentOn: calendarDay.nullable(),
    until: calendarDay.nullable(),
  })
  .refine((input) => (input.kind === 'guardian') === (input.areas !== null), {
    path: ['areas'],
    message: 'areas-missing',
  })
  // A mandate is a document; parental responsibility can be told.
  .refine((input) => input.documentOn !== null || input.source === 'told_by_parent' || input.source === 'register', {
    path: ['documentOn'],
    message: 'document-missing',
  })
export type RecordResponsibility = z.infer<typeof recordResponsibility>

/** POST /api/families/:familyId/protections. */
export const recordProtection = z.strictObject({
  commandId,
  protectionId,
  personId,
  level: protectionLevel,
  source: protectionSource,
  from: calendarDay,
})
export type RecordProtection = z.infer<typeof recordProtection>

/** POST /api/families/:familyId/address-keepers: somebody may know where the family can be found, or may no more. */
export const nameKeeper = z.strictObject({ commandId, personId, may: z.boolean() })
export type NameKeeper = z.infer<typeof nameKeeper>

/** POST /api/families/:familyId/whereabouts: where somebody lives, goes to school or works; null takes it away. */
export const tellWhereabouts = z.strictObject({
  commandId,
  personId,
  what: whereaboutsKind,
  text: z.string().trim().min(1).max(200).nullable(),
})
export type TellWhereabouts = z.infer<typeof tellWhereabouts>

/** POST /api/families/:familyId/coming-of-age: I have seen to what is mine to answer now. */
export const seeToAge = z.strictObject({ commandId, age: z.int().min(1).max(18) })
