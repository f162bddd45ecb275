import type { AreaCode } from '@velferdslab/core/areas'
import type { CellCode, Frame } from '@velferdslab/core/cloth'
import type { NoteId, PersonId } from '@velferdslab/core/ids'
import type { LiveCloth } from './apply-frame.ts'
import { lastWriter } from './held-back.ts'

/** What a screen reader is told of others (REQ-90): politely, grouped, at most once in five seconds. */
export const announceEvery = 5000

export const announceScopes = ['all', 'cell', 'off'] as const
export type AnnounceScope = (typeof announceScopes)[number]

export type Where = { cell: CellCode; area: AreaCode }
export type Change =
  | ({ is: 'written' | 'changed' | 'writing'; person: PersonId; noteId: NoteId } & Where)
  | ({ is: 'gone'; noteId: NoteId } & Where)
  | { is: 'came' | 'left'; person: PersonId }

/** What a frame changes for whoever listens, seen from before it is applied. My own doings are not told to me. */
export function changesIn(frame: Frame, before: LiveCloth, me: PersonId): Change[] {
  const { cloth } = before
  switch (frame.is) {
    case 'note': {
      const { id: noteId, cell, area, version } = frame.note
      const person = lastWriter(frame.note)
      const standing = cloth.notes.find((note) => note.id === noteId)
      if (person === me || (standing && standing.version >= version)) return []
      return [{ is: standing ? 'changed' : 'written', person, noteId, cell, area }]
    }
    case 'gone': {
      const standing = cloth.notes.find((note) => note.id === frame.noteId)
      return standing ? [{ is: 'gone', noteId: standing.id, cell: standing.cell, area: standing.area }] : []
    }
    case 'draft': {
      const { noteId, cell, area, writer: person } = frame.draft
      const known = cloth.drafts.some((draft) => draft.noteId === noteId && draft.writer === person)
      return person === me || known ? [] : [{ is: 'writing', person, noteId, cell, area }]
    }
    case 'here':
      // Who was here before I came is no news.
      if (before.here.length === 0) return []
      return [
        ...frame.persons
          .filter((id) => id !== me && !before.here.includes(id))
          .map((person) => ({ is: 'came' as const, person })),
        ...before.here
          .filter((id) => id !== me && !frame.persons.includes(id))
          .map((person) => ({ is: 'left' as const, person })),
      ]
    default:
      return []
  }
}

/** Whether a change is within what the listener asked for. Those who come and go belong to the whole cloth. */
export function isInScope(change: Change, scope: AnnounceScope, focused: Where | null): boolean {
  if (scope === 'off') return false
  if (scope === 'all') return true
  return 'cell' in change && change.cell === focused?.cell && change.area === focused.area
}

export type Group =
  | ({ is: 'written' | 'changed' | 'writing'; person: PersonId; count: number } & Where)
  | ({ is: 'gone'; count: number } & Where)
  | { is: 'came' | 'left'; persons: PersonId[] }

/** One group per person, place and kind, in the order they first happened. The newest state of a note counts, and once. */
export function groupChanges(changes: readonly Change[]): Group[] {
  const last = new Map<string, Change>()
  for (const change of changes) {
    const key = 'noteId' in change ? change.noteId : change.person
    const earlier = last.get(key)
    // Somebody who came and left again, or wrote and then changed it, is told as one thing.
    if (earlier?.is === 'came' && change.is === 'left') last.delete(key)
    else if (earlier?.is === 'left' && change.is === 'came') last.delete(key)
    else if (earlier?.is === 'written' && change.is === 'changed') last.set(key, { ...change, is: 'written' })
    else if (earlier && change.is === 'writing') last.set(key, earlier)
    else last.set(key, change)
  }
  const groups = new Map<string, Group>()
  for (const change of last.values()) {
    if (!('cell' in change)) {
      const group = groups.get(change.is)
      if (group && 'persons' in group) group.persons.push(change.person)
      else groups.set(change.is, { is: change.is, persons: [change.person] })
      continue
    }
    const person = 'person' in change ? change.person : ''
    const key = `${change.is} ${person} ${change.cell} ${change.area}`
    const group = groups.get(key)
    if (group && 'count' in group) group.count++
    else if (change.is === 'gone') groups.set(key, { is: 'gone', cell: change.cell, area: change.area, count: 1 })
    else groups.set(key, { is: change.is, person: change.person, cell: change.cell, area: change.area, count: 1 })
  }
  return [...groups.values()]
}

/** Milliseconds until the gathered changes may be told; they wait a moment even when it has been quiet, so that a burst is one. */
export function waitToAnnounce(now: number, lastAnnounced: number | null): number {
  const settle = 700
  return lastAnnounced === null ? settle : Math.max(settle, lastAnnounced + announceEvery - now)
}
