import { z } from 'zod'
import { commandId, personId } from '../ids.ts'

/** POST /api/duplicates/answer: the same person, or another. Nothing is ever joined without it. */
export const answerDuplicate = z.strictObject({
  commandId,
  personId,
  candidateId: personId,
  answer: z.enum(['same', 'other']),
})
export type AnswerDuplicate = z.infer<typeof answerDuplicate>

export const duplicateAnswer = z.object({ done: z.literal(true) })

/** POST /api/people/search. A POST, so that no name stands in an address or a log (REQ-44). */
export const searchPeople = z.strictObject({ name: z.string().trim().min(2).max(120) })
