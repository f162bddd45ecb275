import type { Note } from '@velferdslab/core/cloth'
import type { NoteAnswer } from '@velferdslab/core/commands/cloth'
import type { NoteId } from '@velferdslab/core/ids'
import type { Content, Place, Queue, Queued, Wish } from './command-queue.ts'

/**
 * A note in somebody's hands: what they have typed, and how much of it has been given to the queue. What has not is kept on the
 * device under the note's id, so that a crash takes nothing along (scenario 43).
 */
export type Writing = {
  noteId: NoteId
  place: Place
  /** False until the writer has said where on the cloth it belongs. Nobody else sees a word before that. */
  placed: boolean
  content: Content
  /** What the queue or the server already has; null for a note that is not a word yet. */
  given: { place: Place; content: Content } | null
  /** The version my words build on; null for my own, not yet answered one. */
  base: number | null
  beside: NoteId | null
  /** Only its author moves a note. */
  mayMove: boolean
  at: string
}

export const noContent: Content = { words: { text: '' }, bright: false, due: null, sector: null, ring: null }

export function startNote(
  noteId: NoteId,
  place: Place,
  placed: boolean,
  at: string,
  more: Partial<Content> = {},
): Writing {
  return {
    noteId,
    place,
    placed,
    content: { ...noContent, ...more },
    given: null,
    base: null,
    beside: null,
    mayMove: true,
    at,
  }
}

/** Taking up a note that stands. `waiting`: my own command on it is still in the queue. */
export function startChange(note: Note, waiting: boolean, mayMove: boolean, at: string): Writing {
  const place = placeOf(note)
  const content = contentOf(note)
  const base = waiting ? null : note.version
  return {
    noteId: note.id,
    place,
    placed: true,
    content,
    given: { place, content },
    base,
    beside: note.beside,
    mayMove,
    at,
  }
}

export function placeOf(note: Note): Place {
  const about = note.about.whole ? ({ whole: true } as const) : { persons: note.about.persons }
  return { cell: note.cell, area: note.area, privacy: note.privacy, about }
}

export function contentOf({ words, bright, due, sector, ring }: Note): Content {
  return { words, bright, due, sector, ring }
}

/** The words as they will be sent: without the spaces around them, and without fields that say nothing. */
export function tidy(content: Content): Content {
  const { text, who, relation } = content.words
  const words: Content['words'] = { text: text.trim() }
  if (who?.trim()) words.who = who.trim()
  if (relation?.trim()) words.relation = relation.trim()
  return { ...content, words }
}

/** What has to be given to the queue for everything typed to be safe. Nothing for a note without words: it cannot stand. */
export function wishesOf(writing: Writing): Wish[] {
  const { noteId, place, base, given, beside } = writing
  const content = tidy(writing.content)
  if (!content.words.text || !writing.placed) return []
  if (!given) return [{ noteId, deed: { is: 'write', place, content, beside } }]
  const wishes: Wish[] = []
  if (writing.mayMove && !same(place, given.place)) wishes.push({ noteId, deed: { is: 'move', base, place } })
  if (!same(content, tidy(given.content))) wishes.push({ noteId, deed: { is: 'change', base, content } })
  return wishes
}

/** Something typed that neither the queue nor the server has. */
export function isUnfinished(writing: Writing): boolean {
  const content = tidy(writing.content)
  if (!content.words.text && !writing.given) return false
  return (
    !writing.given ||
    !same(content, tidy(writing.given.content)) ||
    (writing.mayMove && !same(writing.place, writing.given.place))
  )
}

/** Everything typed so far has been given. An emptied text is not: it stays as it was until its writer erases it. */
export function afterGiving(writing: Writing): Writing {
  const content = tidy(writing.content)
  if (!content.words.text) return writing
  return { ...writing, given: { place: writing.place, content }, base: null }
}

/** The server has answered a command of mine: what I write next builds on that version, in the note my words now stand in. */
export function afterAnswer(writing: Writing, done: Queued, answer: NoteAnswer): Writing {
  if (writing.noteId !== done.noteId || done.deed.is === 'erase') return writing
  const { noteId, version, beside } = answer
  if (noteId === writing.noteId) return { ...writing, base: version }
  return { ...writing, noteId, base: version, beside, mayMove: true }
}

/**
 * A text found on the device after a crash, held against what the queue and the server have by now: the crash may have come
 * between giving it and noting that it was given.
 */
export function reconcile(found: Writing, queue: Queue, notes: readonly Note[]): Writing {
  const waiting = queue.filter((item) => item.noteId === found.noteId && !item.refused)
  const standing = notes.find((note) => note.id === found.noteId)
  const content = waiting.reduce<Content | null>((last, { deed }) => ('content' in deed ? deed.content : last), null)
  const known = content ?? (standing && contentOf(standing))
  const given =
    known && !found.given ? { place: standing ? placeOf(standing) : found.place, content: known } : found.given
  return { ...found, given, base: waiting.length > 0 ? null : (standing?.version ?? found.base) }
}

/** What an older page has kept in a form we no longer know is left where it is. */
export function readWriting(value: string): Writing[] {
  try {
    const writing = JSON.parse(value) as Partial<Writing>
    return writing.noteId && writing.place && writing.content ? [writing as Writing] : []
  } catch {
    return []
  }
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
}
