import type { Cloth, Draft, Frame, Note } from '@velferdslab/core/cloth'
import type { NoteId, PersonId } from '@velferdslab/core/ids'
import { lastWriter } from './held-back.ts'

/** The cloth as this person's window knows it: what was fetched, and what the stream has told since. */
export type LiveCloth = {
  cloth: Cloth
  /** Notes known to be gone: an answer that comes late must not bring one back. */
  gone: ReadonlySet<NoteId>
  here: readonly PersonId[]
}

export function openCloth(cloth: Cloth): LiveCloth {
  return { cloth, gone: new Set(), here: [] }
}

/** One frame in place. `sight` changes nothing here: whoever holds the cloth fetches it again. */
export function applyFrame(live: LiveCloth, frame: Frame): LiveCloth {
  const { cloth } = live
  switch (frame.is) {
    case 'note': {
      const { note } = frame
      // What has become a word is no draft any more; where two edits met, the draft was in the note beside.
      const drafts = cloth.drafts.filter(
        (draft) => draft.writer !== lastWriter(note) || (draft.noteId !== note.id && draft.noteId !== note.beside),
      )
      return {
        ...live,
        gone: without(live.gone, note.id),
        cloth: { ...cloth, cursor: frame.cursor, notes: putNote(cloth.notes, note), drafts },
      }
    }
    case 'gone':
      return {
        ...live,
        gone: new Set([...live.gone, frame.noteId]),
        cloth: {
          ...cloth,
          cursor: frame.cursor,
          notes: cloth.notes.filter((note) => note.id !== frame.noteId),
          drafts: cloth.drafts.filter((draft) => draft.noteId !== frame.noteId),
        },
      }
    case 'draft':
      return { ...live, cloth: { ...cloth, drafts: putDraft(cloth.drafts, frame.draft) } }
    case 'draft-left':
      return {
        ...live,
        cloth: {
          ...cloth,
          drafts: cloth.drafts.filter((draft) => draft.noteId !== frame.noteId || draft.writer !== frame.writer),
        },
      }
    case 'here':
      return { ...live, here: frame.persons }
    // Told to the pages of the plan, the account and the meeting, never to a cloth.
    case 'plan':
    case 'meeting':
      return live
    case 'sight':
    case 'ready':
      return { ...live, cloth: { ...cloth, cursor: frame.cursor } }
  }
}

/**
 * A fetched cloth takes over. Frames that came after the request went out are put on it again: the answer may have been read
 * before them. Those from before a change of sight are never among them, or they could bring back what may no longer be seen.
 */
export function takeFetched(live: LiveCloth | null, fetched: Cloth, since: readonly Frame[]): LiveCloth {
  const start: LiveCloth = { cloth: fetched, gone: new Set(), here: live?.here ?? [] }
  return since.reduce(applyFrame, start)
}

/** My own command has been answered before the stream told of it. The stream's own word, when it comes, counts. */
export function putMine(live: LiveCloth, note: Note): LiveCloth {
  const standing = live.cloth.notes.find((other) => other.id === note.id)
  if (live.gone.has(note.id) || (standing && standing.version >= note.version)) return live
  return { ...live, cloth: { ...live.cloth, notes: putNote(live.cloth.notes, note) } }
}

export function takeMineAway(live: LiveCloth, noteId: NoteId): LiveCloth {
  const notes = live.cloth.notes.filter((note) => note.id !== noteId)
  return { ...live, gone: new Set([...live.gone, noteId]), cloth: { ...live.cloth, notes } }
}

/** Drafts whose writer has not been heard for so long that the lock is over (REQ-91). */
export function dropDrafts(live: LiveCloth, isOver: (draft: Draft) => boolean): LiveCloth {
  const drafts = live.cloth.drafts.filter((draft) => !isOver(draft))
  return drafts.length === live.cloth.drafts.length ? live : { ...live, cloth: { ...live.cloth, drafts } }
}

/** Persons a frame names that the cloth has no card of: somebody who came after it was fetched. */
export function strangersIn(frame: Frame, cloth: Cloth): PersonId[] {
  const known = new Set([...cloth.people, ...cloth.members].map((person) => person.id))
  const named = ((): (PersonId | null)[] => {
    if (frame.is === 'note') return [frame.note.author, frame.note.changedBy]
    if (frame.is === 'draft') return [frame.draft.writer]
    if (frame.is === 'here') return frame.persons
    return []
  })()
  return named.filter((person): person is PersonId => person !== null && !known.has(person))
}

/** A note takes the place of its older version, where it stands; a new one comes last. An older version never wins. */
function putNote(notes: readonly Note[], note: Note): Note[] {
  const at = notes.findIndex((other) => other.id === note.id)
  if (at < 0) return [...notes, note]
  return notes.some((other) => other.id === note.id && other.version > note.version) ? [...notes] : notes.with(at, note)
}

function putDraft(drafts: readonly Draft[], draft: Draft): Draft[] {
  const at = drafts.findIndex((other) => other.noteId === draft.noteId && other.writer === draft.writer)
  return at < 0 ? [...drafts, draft] : drafts.with(at, draft)
}

function without(ids: ReadonlySet<NoteId>, id: NoteId): ReadonlySet<NoteId> {
  return ids.has(id) ? new Set([...ids].filter((other) => other !== id)) : ids
}
