import { z } from 'zod'
import { calendarDay } from '../dates.ts'
import { commandId } from '../ids.ts'
import { notDoneReason, reasonWords } from '../promise.ts'

/** POST /api/families/:familyId/promises/:promiseId/answer: done, or not done because. */
export const answerPromise = z.strictObject({
  commandId,
  answer: z.enum(['done', 'not_done']),
  reason: notDoneReason.nullable().default(null),
  words: reasonWords.nullable().default(null),
  newDue: calendarDay.nullable().default(null),
})
export type AnswerPromise = z.infer<typeof answerPromise>

export const promiseAnswer = z.object({ done: z.literal(true) })
