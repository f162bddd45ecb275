import type { Note } from '@velferdslab/core/cloth'
import type * as rules from '@velferdslab/core/cloth-rules'
import type { ChangeNote } from '@velferdslab/core/commands/cloth'
import type { NoteId, PersonId } from '@velferdslab/core/ids'

/** What goes into every note frame besides the words. */
export function noteFrame(
  note: {
    id: NoteId
    place: rules.NotePlace
    about: { whole: boolean; persons: PersonId[] }
    author: PersonId
    changedBy: PersonId | null
    version: number
    beside: NoteId | null
    changedAt: Date
    /** What stands beside a note that is changed; a new one has nothing. */
    corrections?: Note['corrections']
  },
  content: Pick<ChangeNote, 'words' | 'bright' | 'due' | 'sector' | 'ring'>,
): Note {
  const { place } = note
  return {
    id: note.id,
    cell: place.cell,
    area: place.area as Note['area'],
    about: { id: place.aboutId, ...note.about },
    privacy: place.privacy,
    author: note.author,
    changedBy: note.changedBy,
    words: content.words,
    bright: content.bright,
    due: content.due,
    sector: content.sector,
    ring: content.ring,
    beside: note.beside,
    version: note.version,
    changedAt: note.changedAt.toISOString(),
    // A note that is void is not written on any more.
    voided: null,
    corrections: note.corrections ?? [],
  }
}
