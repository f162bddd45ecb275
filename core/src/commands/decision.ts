import { z } from 'zod'
import { areaCode } from '../areas.ts'
import { calendarDay } from '../dates.ts'
import { answerHow, answers, childViewCode, decisionKind, decisionWords, replyWords } from '../decision.ts'
import { answerId, commandId, decisionId, measureId, partyId, personId } from '../ids.ts'
import { ore } from '../money.ts'

const version = z.int().min(1)
const content = { kind: decisionKind, amountOre: ore, words: decisionWords }

/** POST /api/families/:familyId/decisions: laid before those it is about, who are always named. */
export const proposeDecision = z.strictObject({
  commandId,
  decisionId,
  measureId,
  /** Who pays; it decides under a mandate of this party. */
  partyId,
  area: areaCode,
  persons: z.array(personId).min(1).max(20),
  ...content,
})
export type ProposeDecision = z.infer<typeof proposeDecision>

/** POST .../decisions/:decisionId/change: other content. What was said to the version before counts no more. */
export const changeDecision = z.strictObject({ commandId, baseVersion: version, ...content })
export type ChangeDecision = z.infer<typeof changeDecision>

/**
 * POST .../decisions/:decisionId/answer: yes, no, or time to think. `giverId` and `how` when the leader writes down what somebody else said; such
 * a yes counts when a third has confirmed it.
 */
export const answerDecision = z
  .strictObject({
    commandId,
    version,
    answer: z.enum(answers),
    until: calendarDay.nullable().default(null),
    /** For whom; all the giver decides for when left out. */
    persons: z.array(personId).min(1).max(20).optional(),
    how: answerHow.default('own_screen'),
    giverId: personId.optional(),
  })
  .refine((said) => (said.answer === 'think') === (said.until !== null), { path: ['until'], message: 'day-with-think' })
export type AnswerDecision = z.infer<typeof answerDecision>

/** POST .../decisions/:decisionId/confirm: I heard it too. */
export const confirmAnswer = z.strictObject({ commandId, answerIds: z.array(answerId).min(1).max(20) })
export type ConfirmAnswer = z.infer<typeof confirmAnswer>

/** POST .../decisions/:decisionId/hear-child */
export const hearChild = z.strictObject({ commandId, version, childId: personId, view: childViewCode })
export type HearChild = z.infer<typeof hearChild>

/** POST .../decisions/:decisionId/ask: put before who has the mandate, with a day to answer by. */
export const askForMandate = z.strictObject({ commandId, version, personId, by: calendarDay })
export type AskForMandate = z.infer<typeof askForMandate>

/** POST .../decisions/:decisionId/decide: here and now, under my mandate. */
export const decide = z.strictObject({ commandId, version })
export type Decide = z.infer<typeof decide>

/** POST .../decisions/:decisionId/reply: the answer of who was asked, and why if they say so. Yes decides; no says so. */
export const replyAsked = z.strictObject({
  commandId,
  version,
  answer: z.enum(['yes', 'no']),
  words: replyWords.nullable().default(null),
})
export type ReplyAsked = z.infer<typeof replyAsked>

/** POST /api/families/:familyId/outside-decisions: what my service decided alone, by law. The ground is always there. */
export const recordOutside = z.strictObject({
  commandId,
  decisionId,
  partyId,
  area: areaCode,
  persons: z.array(personId).min(1).max(20),
  on: calendarDay,
  words: decisionWords.extend({ ground: z.string().trim().min(3).max(200) }),
})
export type RecordOutside = z.infer<typeof recordOutside>

export const decisionAnswer = z.object({ done: z.literal(true), decisionId, version: z.int() })
