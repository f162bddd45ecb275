import { z } from 'zod'
import { commandId } from '../ids.ts'
import { privacyWord } from '../privacy-word.ts'

/** POST /api/privacy-words: the administrator adds a word that texts are asked about, or takes one away. */
export const changePrivacyWord = z.strictObject({
  commandId,
  word: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[\p{L}\d][\p{L}\d .-]{1,59}[*!]?$/u),
  kind: privacyWord.shape.kind,
  /** False takes it away. */
  listed: z.boolean(),
  /** Who has asked for it, or where it comes from. */
  source: z.string().trim().min(1).max(200),
})
export type ChangePrivacyWord = z.infer<typeof changePrivacyWord>
