import type { Note } from '@velferdslab/core/cloth'
import type { AboutWhom, NoteAnswer } from '@velferdslab/core/commands/cloth'
import type { PersonId } from '@velferdslab/core/ids'
import { putMine, takeMineAway, type LiveCloth } from './apply-frame.ts'
import type { Queued } from './command-queue.ts'

/** The cloth with my answered command in it, until the stream tells of it: what I wrote must not blink. */
export function withMine(
  live: LiveCloth,
  item: Queued,
  answer: NoteAnswer,
  me: PersonId,
  changedAt: string,
): LiveCloth {
  const { deed, noteId } = item
  if (deed.is === 'erase') return takeMineAway(live, noteId)
  const about = (whom: AboutWhom, id: Note['about']['id']): Note['about'] => {
    const whole = 'whole' in whom
    return { id, whole, persons: whole ? live.cloth.members.map((member) => member.id) : whom.persons }
  }
  const { version } = answer
  const noIdYet = '' as Note['about']['id']
  if (deed.is === 'write') {
    const { about: whom, ...place } = deed.place
    const by = { author: me, changedBy: null, beside: deed.beside, voided: null, corrections: [] }
    return putMine(live, {
      id: noteId,
      ...place,
      ...deed.content,
      ...by,
      about: about(whom, noIdYet),
      version,
      changedAt,
    })
  }
  const standing = live.cloth.notes.find((note) => note.id === noteId)
  if (!standing) return live
  if (deed.is === 'move') {
    const { about: whom, ...place } = deed.place
    return putMine(live, { ...standing, ...place, about: about(whom, noIdYet), version, changedAt })
  }
  const words = { ...standing, ...deed.content, id: answer.noteId, version, changedAt }
  // Where two edits met, my words stand in a note of my own beside.
  if (answer.noteId !== noteId)
    return putMine(live, { ...words, author: me, changedBy: null, beside: noteId, corrections: [] })
  return putMine(live, { ...words, changedBy: standing.author === me ? null : me })
}
