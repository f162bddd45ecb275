import { z } from 'zod'
import { areaCode } from '../areas.ts'
import { glassOutcome } from '../break-glass.ts'
import { calendarDay } from '../dates.ts'
import { actId, commandId, familyId, glassReviewId } from '../ids.ts'
import { reason } from './act.ts'

/** Whom it is about: by identity number, or by the very name and birth day. A POST, so that neither stands in an address or a log (REQ-44). */
export const glassWho = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('number'), number: z.string().regex(/^\d{11}$/) }),
  z.strictObject({ by: z.literal('name'), name: z.string().trim().min(2).max(120), born: calendarDay }),
])
export type GlassWho = z.infer<typeof glassWho>

/** POST /api/break-glass: open a family to oneself in an emergency. Nothing is chosen beforehand. */
export const openGlass = z.strictObject({
  commandId,
  actId,
  reviewId: glassReviewId,
  who: glassWho,
  /** Which of them, where the one who is sought belongs to several. */
  family: familyId.nullable(),
  areas: z.array(areaCode).min(1),
  minutes: z.int().min(1).max(60),
  necessity: reason,
})
export type OpenGlass = z.infer<typeof openGlass>

export const glassOpened = z.discriminatedUnion('came', [
  z.object({ came: z.literal('open'), family: familyId }),
  z.object({ came: z.literal('several'), families: z.array(z.object({ id: familyId, name: z.string() })) }),
])
export type GlassOpened = z.infer<typeof glassOpened>

/** POST /api/break-glass/:actId/close: before its time. */
export const closeGlass = z.strictObject({ commandId })

/** POST /api/break-glass/reviews/:glassReviewId/answer: whether it was needed, by the manager who answers for it. Once, and kept. */
export const answerGlass = z.strictObject({ commandId, outcome: glassOutcome, words: reason })
export type AnswerGlass = z.infer<typeof answerGlass>

export const glassAnswer = z.object({ done: z.literal(true) })
