import { z } from 'zod'
import { commandId, wellbeingId } from '../ids.ts'
import { answer, ownWords, wellbeingPrivacy } from '../wellbeing.ts'

/** POST /api/families/:familyId/wellbeing: how I am doing. The day is the server's; who I am is the session's. */
export const answerWellbeing = z.strictObject({
  commandId,
  wellbeingId,
  answer,
  words: ownWords.nullable(),
  /** Nothing is chosen beforehand by the server: whoever sends nothing keeps it to themself. */
  privacy: wellbeingPrivacy.default('own'),
})
export type AnswerWellbeing = z.infer<typeof answerWellbeing>

/** POST /api/families/:familyId/wellbeing/:wellbeingId/share: let the leader read this answer, or no longer. */
export const shareWellbeing = z.strictObject({ commandId, privacy: wellbeingPrivacy })
export type ShareWellbeing = z.infer<typeof shareWellbeing>

/** POST /api/families/:familyId/wellbeing/:wellbeingId/erase: number and words are gone for good. */
export const eraseWellbeing = z.strictObject({ commandId })

export const wellbeingAnswer = z.object({ done: z.literal(true), wellbeingId })
