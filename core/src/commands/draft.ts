import { z } from 'zod'
import { areaFitsCell, longestNote } from '../cloth.ts'
import { noteId } from '../ids.ts'
import { place } from './cloth.ts'

/** POST /api/families/:familyId/drafts: what grows while one types. At most three a second; no event, no version. */
export const putDraft = z
  .strictObject({ noteId, ...place, text: z.string().max(longestNote) })
  .refine((note) => areaFitsCell(note.cell, note.area), { path: ['area'], message: 'area-does-not-fit-cell' })
export type PutDraft = z.infer<typeof putDraft>

/** POST /api/families/:familyId/drafts/leave: I have left the note; the lock is gone. */
export const leaveDraft = z.strictObject({ noteId })
export type LeaveDraft = z.infer<typeof leaveDraft>
