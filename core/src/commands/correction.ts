import { z } from 'zod'
import { correctionWords, voidReason } from '../correction.ts'
import { commandId, correctionId, noteId } from '../ids.ts'

/** POST /api/families/:familyId/notes/:noteId/void: the note no longer counts; it stays, with who, when and why. */
export const voidNote = z.strictObject({ commandId, reason: voidReason })
export type VoidNote = z.infer<typeof voidNote>

/** POST /api/families/:familyId/notes/:noteId/correct: "I do not agree", beside the words of the version that was read. */
export const correctNote = z.strictObject({
  commandId,
  correctionId,
  baseVersion: z.int().min(1),
  text: correctionWords,
})
export type CorrectNote = z.infer<typeof correctNote>

/** The answer to both. */
export const besideAnswer = z.object({ done: z.literal(true), noteId })
