import { z } from 'zod'
import { areaCode, type AreaCode } from './areas.ts'
import { correction, noteVoid } from './correction.ts'
import { calendarDay, instant } from './dates.ts'
import { aboutId, familyId, noteId, personId } from './ids.ts'
import { personCard } from './people.ts'

/**
 * The Mapping Tool (samtaleduken) as a structured document: labelled cells that hold notes, never a free canvas.
 * Cloth, list and paper are three drawings of this one thing (REQ-88).
 */
export const cellCodes = [
  'good_at',
  'dream_of',
  'difficult',
  'today',
  'now',
  'short_term',
  'long_term',
  'succeed',
  'around_me',
] as const
export const cellCode = z.enum(cellCodes)
export type CellCode = z.infer<typeof cellCode>

/** Cells that stand once per life area; the others are common to all. */
export const areaCells = ['today', 'now', 'short_term', 'long_term'] as const satisfies readonly CellCode[]

export function isAreaCell(cell: CellCode): boolean {
  return (areaCells as readonly CellCode[]).includes(cell)
}

/** Sectors of "the people around me", and rings: 1 nearest, 3 farthest. */
export const sectors = ['family', 'friends', 'leisure', 'home', 'work', 'public'] as const
export const sector = z.enum(sectors)
export type Sector = z.infer<typeof sector>
export const ring = z.int().min(1).max(3)

/**
 * Who may see a row beside the seat and consent rule (docs/architecture.md):
 * `table` shared at the table; `own` only mine; `child` the child, the leader, and parents as far as the child rule lets them.
 */
export const privacyCodes = ['table', 'own', 'child'] as const
export const privacy = z.enum(privacyCodes)
export type Privacy = z.infer<typeof privacy>

/** The longest note. A note is few words; the limit only keeps a slip of the clipboard out. */
export const longestNote = 600

/** The words of a note: what is sealed. */
export const noteWords = z.object({
  text: z.string().trim().min(1).max(longestNote),
  /** Who does it, in their own words ("Marit", "Familien"); only in cells with who and when. */
  who: z.string().trim().max(120).optional(),
  /** For a person around me: what they are to me ("farmor"). First name and relation only (REQ-26). */
  relation: z.string().trim().max(60).optional(),
})
export type NoteWords = z.infer<typeof noteWords>

/** One note as it travels to somebody who may see it. */
export const note = z.object({
  id: noteId,
  cell: cellCode,
  area: areaCode,
  about: z.object({ id: aboutId, whole: z.boolean(), persons: z.array(personId) }),
  privacy,
  /** Who wrote it first; set by the server. */
  author: personId,
  /** Who wrote the words that stand now, when that is somebody else. */
  changedBy: personId.nullable(),
  words: noteWords,
  bright: z.boolean(),
  due: calendarDay.nullable(),
  sector: sector.nullable(),
  ring: ring.nullable(),
  /** The note this one stands beside, where two edits met: both texts stay. */
  beside: noteId.nullable(),
  version: z.int().min(1),
  changedAt: instant,
  /** Set when the note no longer counts: it stands folded, and is on no paper. */
  voided: noteVoid.nullable(),
  /** What those it is about say beside it, oldest first. They follow the note wherever it is shown. */
  corrections: z.array(correction),
})
export type Note = z.infer<typeof note>

/** What somebody is writing just now: the note is softly locked for others meanwhile. */
export const draft = z.object({
  noteId,
  cell: cellCode,
  area: areaCode,
  writer: personId,
  text: z.string().max(longestNote),
})
export type Draft = z.infer<typeof draft>

/** GET /api/families/:familyId/cloth: everything this person may see of the cloth, nothing else. */
export const cloth = z.object({
  family: z.object({ id: familyId, name: z.string(), onePerson: z.boolean() }),
  startedOn: calendarDay,
  /** Areas the family has chosen for its cloth that this person may see, in the order of the area list. */
  areas: z.array(areaCode),
  /**
   * Areas this person may write in (a subset, or `areas` plus ones not yet on the cloth), and whom a note there can be about: the
   * whole family, or named persons, each alone or several.
   */
  mayWrite: z.array(z.object({ area: areaCode, whole: z.boolean(), persons: z.array(personId) })),
  members: z.array(personCard.extend({ isChild: z.boolean() })),
  /** Everybody whose notes or seat this person may know of, members included. */
  people: z.array(personCard.extend({ service: z.string().nullable() })),
  mayWriteOwn: z.boolean(),
  /** The signed-in person leads this family's team. */
  leads: z.boolean(),
  notes: z.array(note),
  drafts: z.array(draft),
  /** Opaque; hand it to the live stream to go on from here without a gap. */
  cursor: z.string(),
})
export type Cloth = z.infer<typeof cloth>

/** The frames of the live stream. `n` counts what this receiver got, with no hole for what is hidden from them. */
export const frame = z.discriminatedUnion('is', [
  z.object({ is: z.literal('note'), n: z.int(), cursor: z.string(), note }),
  z.object({ is: z.literal('gone'), n: z.int(), cursor: z.string(), noteId }),
  /** What this person may see has changed (a consent, a seat, a table): fetch the cloth again. */
  z.object({ is: z.literal('sight'), n: z.int(), cursor: z.string() }),
  /** Something about the meeting has changed: its stage, a pause, who is there. Fetch the meeting again. */
  z.object({ is: z.literal('meeting') }),
  z.object({ is: z.literal('draft'), draft }),
  z.object({ is: z.literal('draft-left'), noteId, writer: personId }),
  z.object({ is: z.literal('here'), persons: z.array(personId) }),
  /** Something in the plan or the account that this person may see has changed: fetch it again. To whoever listens for it. */
  z.object({ is: z.literal('plan') }),
  z.object({ is: z.literal('ready'), n: z.int(), cursor: z.string() }),
])
export type Frame = z.infer<typeof frame>

/** Which area a note in a cell belongs to: the common cells always carry `common`. */
export function areaFitsCell(cell: CellCode, area: AreaCode): boolean {
  return isAreaCell(cell) ? area !== 'common' : area === 'common'
}
