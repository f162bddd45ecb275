import { z } from 'zod'
import { instant } from './dates.ts'
import { correctionId, personId } from './ids.ts'

/**
 * What stands beside a note (docs/decisions/0030): that it is void, and the corrections of those it is about. The note itself stays as it
 * was written.
 */
export const voidReasons = ['wrong_family', 'wrong_person', 'wrong_words', 'written_twice'] as const
export const voidReason = z.enum(voidReasons)
export type VoidReason = z.infer<typeof voidReason>

/** A note that no longer counts: by whom, when and why. */
export const noteVoid = z.object({ by: personId, at: instant, reason: voidReason })
export type NoteVoid = z.infer<typeof noteVoid>

/** The longest correction. It stands beside a note, and is as short. */
export const longestCorrection = 600
export const correctionWords = z.string().trim().min(1).max(longestCorrection)

/** What somebody the note is about says beside it (GDPR article 16). `version`: the version of the note that it answers. */
export const correction = z.object({
  id: correctionId,
  by: personId,
  text: z.string(),
  at: instant,
  version: z.int().min(1),
})
export type Correction = z.infer<typeof correction>
