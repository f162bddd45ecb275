import { z } from 'zod'
import { areaCode } from '../areas.ts'
import { areaFitsCell, cellCode, noteWords, privacy, ring, sector } from '../cloth.ts'
import { calendarDay } from '../dates.ts'
import { commandId, noteId, personId } from '../ids.ts'

/** Whom a note is about: the whole family, or named persons of it. */
export const aboutWhom = z.union([
  z.object({ whole: z.literal(true) }),
  z.object({ persons: z.array(personId).min(1).max(20) }),
])
export type AboutWhom = z.infer<typeof aboutWhom>

/** Where a note stands: cell, area, persons, privacy. */
export const place = {
  cell: cellCode,
  area: areaCode,
  about: aboutWhom,
  privacy: privacy.default('table'),
}
const content = {
  words: noteWords,
  bright: z.boolean().default(false),
  due: calendarDay.nullable().default(null),
  sector: sector.nullable().default(null),
  ring: ring.nullable().default(null),
}

/** POST /api/families/:familyId/notes. The browser chooses the note's id, so that a retry can never write it twice. */
export const writeNote = z
  .strictObject({ commandId, noteId, ...place, ...content, beside: noteId.nullable().default(null) })
  .refine((note) => areaFitsCell(note.cell, note.area), { path: ['area'], message: 'area-does-not-fit-cell' })
export type WriteNote = z.infer<typeof writeNote>

/** POST /api/families/:familyId/notes/:noteId/change. Where the base version is no longer the newest, both texts stay. */
export const changeNote = z.strictObject({ commandId, baseVersion: z.int().min(1), ...content })
export type ChangeNote = z.infer<typeof changeNote>

/** POST /api/families/:familyId/notes/:noteId/move: another cell, area, persons or privacy. Only its author may. */
export const moveNote = z
  .strictObject({ commandId, baseVersion: z.int().min(1), ...place })
  .refine((note) => areaFitsCell(note.cell, note.area), { path: ['area'], message: 'area-does-not-fit-cell' })
export type MoveNote = z.infer<typeof moveNote>

/** POST /api/families/:familyId/notes/:noteId/erase: the words are gone for good; that there was a note stays in the chain. */
export const eraseNote = z.strictObject({ commandId })
export type EraseNote = z.infer<typeof eraseNote>

/** The answer to a note command: the note my words stand in, and its version. */
export const noteAnswer = z.object({
  done: z.literal(true),
  noteId,
  version: z.int(),
  /** Where two edits met: the other's note, which `noteId` now stands beside. */
  beside: noteId.nullable(),
})
export type NoteAnswer = z.infer<typeof noteAnswer>
