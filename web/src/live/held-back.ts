import type { Draft, Note } from '@velferdslab/core/cloth'
import type { NoteId, PersonId } from '@velferdslab/core/ids'

/**
 * Calm (REQ-94): what others change is held back until asked for. What is gone, or may no longer be seen, is never held back:
 * that is somebody's wish, and it counts at once.
 */
export type CalmSince = ReadonlyMap<NoteId, Note>

export function calmFrom(notes: readonly Note[]): CalmSince {
  return new Map(notes.map((note) => [note.id, note]))
}

/** Who wrote the words that stand. */
export function lastWriter(note: Note): PersonId {
  return note.changedBy ?? note.author
}

/** The notes to show: mine as they are, others' as they were when the calm began, and nothing that has come since. */
export function shownInCalm(notes: readonly Note[], since: CalmSince, me: PersonId): Note[] {
  return notes.flatMap((note) => {
    if (lastWriter(note) === me) return [note]
    const before = since.get(note.id)
    return before ? [before.version === note.version ? note : before] : []
  })
}

/** In the calm a note others write in still shows its lock, but nothing grows under one's eyes. */
export function draftsInCalm(drafts: readonly Draft[], shown: readonly Note[]): Draft[] {
  const texts = new Map(shown.map((note) => [note.id, note.words.text]))
  return drafts.flatMap((draft) => {
    const text = texts.get(draft.noteId)
    return text === undefined ? [] : [{ ...draft, text }]
  })
}

export type HeldByAuthor = { person: PersonId; written: number; changed: number; lastAt: string }

/** What is held back, by author, the one who wrote last first. */
export function summaryOfHeld(notes: readonly Note[], since: CalmSince, me: PersonId): HeldByAuthor[] {
  const found = new Map<PersonId, HeldByAuthor>()
  for (const note of notes) {
    const person = lastWriter(note)
    const before = since.get(note.id)
    if (person === me || before?.version === note.version) continue
    const one = found.get(person) ?? { person, written: 0, changed: 0, lastAt: note.changedAt }
    if (before) one.changed++
    else one.written++
    if (note.changedAt > one.lastAt) one.lastAt = note.changedAt
    found.set(person, one)
  }
  return [...found.values()].sort((a, b) => b.lastAt.localeCompare(a.lastAt))
}
