import { z } from 'zod'
import { commandId } from '../ids.ts'
import { reviewAnswer } from '../trace.ts'

/** POST /api/reviews/:reviewId/answer: what the privacy officer found. Once, and kept. */
export const answerReview = z.strictObject({ commandId, found: reviewAnswer })
export type AnswerReview = z.infer<typeof answerReview>

export const reviewAnswered = z.object({ done: z.literal(true) })
