import { z } from 'zod'
import { calendarDay } from '../dates.ts'
import { commandId, taskLinkId } from '../ids.ts'
import { notDoneReason, reasonWords } from '../promise.ts'
import { taskWords } from '../task-link.ts'

/** POST /api/families/:familyId/promises/:promiseId/link: to whom, and what they are to read. */
export const giveTaskLink = z.strictObject({
  commandId,
  linkId: taskLinkId,
  name: z.string().trim().min(2).max(80),
  words: taskWords,
})
export type GiveTaskLink = z.infer<typeof giveTaskLink>

/** The link itself is told once more to who asks with the same command, and to nobody else. */
export const givenTaskLink = z.object({ done: z.literal(true), address: z.string() })

/** POST /api/families/:familyId/links/:linkId/stop. */
export const stopTaskLink = z.strictObject({ commandId })

/** POST /api/task/open: the secret of the link, for the one device it is bound to from then on. Nobody is signed in. */
export const openTask = z.strictObject({ code: z.string().max(80) })

/** POST /api/task/declare: confidentiality, before anything is read (REQ-13). */
export const declareTask = z.strictObject({ commandId, promise: z.literal(true) })

/** POST /api/task/answer: done, or not done because. */
export const answerTask = z.strictObject({
  commandId,
  answer: z.enum(['done', 'not_done']),
  reason: notDoneReason.nullable().default(null),
  words: reasonWords.nullable().default(null),
  newDue: calendarDay.nullable().default(null),
})
export type AnswerTask = z.infer<typeof answerTask>

export const taskAnswer = z.object({ done: z.literal(true) })
