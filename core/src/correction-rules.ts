import { noteEvent, type CellRight, type StandingNote } from './cloth-rules.ts'
import type { VoidReason } from './correction.ts'
import type { DecidedEvent } from './events.ts'
import type { CorrectionId, PersonId } from './ids.ts'
import type { Decided } from './refusal.ts'

/** What the rules need to know of who asks, besides their right to the cell. */
export interface WhoAsks {
  readonly me: PersonId
  readonly leads: boolean
  /** The note is about them, or somebody they answer for. */
  readonly aboutMe: boolean
}

type Done = Decided<{ readonly events: readonly DecidedEvent[] }>

/**
 * Says that a note does not count: its author; or the leader, for what is shared at the table and was not written by one of the family,
 * whose own words nobody else strikes. The words stay where they are, and so does the trace.
 */
export function voidNote(
  note: StandingNote & { readonly authorIsFamily: boolean },
  right: CellRight | undefined,
  who: WhoAsks,
  reason: VoidReason,
): Done {
  if (note.erased) return { refused: 'note-erased' }
  if (note.voided) return { refused: 'note-voided' }
  const mine = note.authorId === who.me
  const asLeader = who.leads && right?.standing === true && note.privacy === 'table' && !note.authorIsFamily
  if (!mine && !asLeader) return { refused: 'note-only-author-or-leader-voids' }
  if (!right?.mayWrite) return { refused: 'note-area-not-open' }
  return { done: { events: [noteEvent('note.voided', note.id, note, { reason })] } }
}

/**
 * "I do not agree", beside somebody else's words at the table (GDPR article 16): who the note is about, or who answers for them. It answers
 * the words as they are now, and stands as long as the note does.
 */
export function correctNote(
  note: StandingNote,
  right: CellRight | undefined,
  who: WhoAsks,
  correction: {
    readonly id: CorrectionId
    readonly baseVersion: number
    readonly proof: string
    readonly already: boolean
  },
): Done {
  if (note.erased) return { refused: 'note-erased' }
  if (note.voided) return { refused: 'note-voided' }
  if (note.authorId === who.me) return { refused: 'note-yours-to-change' }
  if (!who.aboutMe || !right?.standing || note.privacy !== 'table') return { refused: 'note-not-about-you' }
  if (correction.baseVersion !== note.version) return { refused: 'note-changed-meanwhile' }
  if (correction.already) return { refused: 'note-already-corrected' }
  const data = { correction: correction.id, version: note.version, proof: correction.proof }
  return { done: { events: [noteEvent('note.disputed', note.id, note, data)] } }
}
