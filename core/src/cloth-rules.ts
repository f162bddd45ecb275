import type { CellCode, Privacy } from './cloth.ts'
import type { DecidedEvent, EventKind } from './events.ts'
import type { AboutId, NoteId, PersonId } from './ids.ts'
import type { Decided } from './refusal.ts'

/** Where a note stands. */
export interface NotePlace {
  readonly cell: CellCode
  readonly area: string
  readonly aboutId: AboutId
  readonly privacy: Privacy
}

/** What the rules on notes need to know of a note that stands. */
export interface StandingNote extends NotePlace {
  readonly id: NoteId
  readonly authorId: PersonId
  readonly version: number
  readonly erased: boolean
  /** It no longer counts. */
  readonly voided: boolean
  /** Somebody it is about has put a correction beside it. */
  readonly corrected: boolean
}

/** The signed-in person's right to a cell, as the database answers it. */
export interface CellRight {
  readonly mayWrite: boolean
  readonly standing: boolean
}

/** What becomes of a change: the note takes it, or it stands in a note of its own beside, because somebody was there first. */
export type NoteChange =
  | { readonly kind: 'changed'; readonly version: number; readonly events: readonly DecidedEvent[] }
  | { readonly kind: 'beside'; readonly beside: NoteId; readonly events: readonly DecidedEvent[] }

/** A new note. Whoever may write in the cell may put one there; `own` words are about oneself alone. */
export function writeNote(
  right: CellRight | undefined,
  note: NotePlace & { readonly id: NoteId; readonly proof: string },
): Decided<{ readonly version: 1; readonly events: readonly DecidedEvent[] }> {
  if (!right?.mayWrite) return { refused: note.privacy === 'own' ? 'note-own-about-me' : 'note-area-not-open' }
  return {
    done: {
      version: 1,
      events: [noteEvent('note.written', note.id, note, { cell: note.cell, version: 1, proof: note.proof })],
    },
  }
}

/**
 * Changed words. Its author may, and whoever has the cell in standing sight; a guest changes only their own. With an old base version both
 * texts stay: the new words become a note beside.
 */
export function changeNote(
  note: StandingNote,
  right: CellRight | undefined,
  change: { readonly me: PersonId; readonly baseVersion: number; readonly proof: string; readonly besideId: NoteId },
): Decided<NoteChange> {
  if (note.erased) return { refused: 'note-erased' }
  if (note.voided) return { refused: 'note-voided' }
  const mine = note.authorId === change.me
  if (!right?.mayWrite || (!mine && !(note.privacy === 'table' && right.standing)))
    return { refused: 'note-area-not-open' }
  if (change.baseVersion !== note.version) {
    const beside = change.besideId
    const data = { cell: note.cell, version: 1, proof: change.proof, beside: note.id }
    return { done: { kind: 'beside', beside, events: [noteEvent('note.written', beside, note, data)] } }
  }
  const version = note.version + 1
  return {
    done: {
      kind: 'changed',
      version,
      events: [noteEvent('note.changed', note.id, note, { version, proof: change.proof })],
    },
  }
}

/**
 * Moves a note to another cell, area, persons or privacy. Only its author: nobody carries another's words to new readers. Not away from
 * a correction.
 */
export function moveNote(
  note: StandingNote,
  to: NotePlace,
  right: CellRight | undefined,
  me: PersonId,
): Decided<{ readonly version: number; readonly events: readonly DecidedEvent[] }> {
  if (note.erased) return { refused: 'note-erased' }
  if (note.voided) return { refused: 'note-voided' }
  if (note.authorId !== me) return { refused: 'note-only-author-moves' }
  if (note.corrected) return { refused: 'note-corrected' }
  if (!right?.mayWrite) return { refused: to.privacy === 'own' ? 'note-own-about-me' : 'note-area-not-open' }
  const version = note.version + 1
  const sameReaders = note.aboutId === to.aboutId && note.area === to.area && note.privacy === to.privacy
  const moved = noteEvent('note.moved', note.id, to, { cell: to.cell, version })
  // Each event is told to the readers of its own cell: those it left behind learn that it is gone, and nothing of where to.
  const events = sameReaders ? [moved] : [noteEvent('note.left', note.id, note, { version }), moved]
  return { done: { version, events } }
}

/** Erases a note's words for good: cipher text and salt go; the chain keeps that there was one. Not while a correction stands beside. */
export function eraseNote(
  note: StandingNote,
  me: PersonId,
): Decided<{ readonly version: number; readonly events: readonly DecidedEvent[] }> {
  if (note.erased) return { refused: 'note-erased' }
  if (note.authorId !== me) return { refused: 'note-only-author-erases' }
  if (note.corrected) return { refused: 'note-corrected' }
  const version = note.version + 1
  return { done: { version, events: [noteEvent('note.erased', note.id, note, { version })] } }
}

export function noteEvent(
  kind: EventKind,
  subject: NoteId,
  place: NotePlace,
  data: DecidedEvent['data'],
): DecidedEvent {
  return { kind, subject, cell: { about: place.aboutId, area: place.area, privacy: place.privacy }, data }
}
