import type { Note } from '@velferdslab/core/cloth'
import type { AboutWhom, NoteAnswer } from '@velferdslab/core/commands/cloth'
import type { CommandId, FamilyId, NoteId } from '@velferdslab/core/ids'
import type { Refusal } from '@velferdslab/core/refusal'

/**
 * The way in to the cloth: commands in the order they were given, one at a time, each with an id that makes a retry harmless.
 * Pure transitions; send-queue.ts does the sending and keeps every step on the device before it takes it.
 *
 * The promise: what somebody has written is in the queue, or acknowledged by the server, or refused and still in sight. There is
 * no fourth place.
 */
export type Place = Pick<Note, 'cell' | 'area' | 'privacy'> & { about: AboutWhom }
export type Content = Pick<Note, 'words' | 'bright' | 'due' | 'sector' | 'ring'>

export type Deed =
  | { is: 'write'; place: Place; content: Content; beside: NoteId | null }
  /** `base` null: whatever version my own command before this one leads to. */
  | { is: 'change'; base: number | null; content: Content }
  | { is: 'move'; base: number | null; place: Place }
  | { is: 'erase' }

export type Queued = {
  commandId: CommandId
  noteId: NoteId
  /** Order of giving, within one person and family. */
  seq: number
  /** When it was given, ISO. */
  at: string
  /** How often it has been sent. From the first time on it may stand at the server, so its content never changes again. */
  tries: number
  deed: Deed
  /** Only to be done when this one has been: erasing a text that was to stand somewhere else first. */
  after: CommandId | null
  refused: Refusal | null
}
export type Queue = readonly Queued[]

/** What the server should stand with when everything has gone well. */
export type Wish = { noteId: NoteId; deed: Deed; after?: CommandId | null }

/** Adds a command. Where an earlier one on the same note has not been sent yet, the two become one. */
export function addCommand(queue: Queue, wish: Wish, commandId: CommandId, at: string): Queue {
  const { noteId, deed } = wish
  const mine = queue.filter((item) => item.noteId === noteId)
  const last = mine.at(-1)
  const added: Queued = {
    commandId,
    noteId,
    seq: nextSeq(queue),
    at,
    tries: 0,
    deed,
    after: wish.after ?? null,
    refused: null,
  }
  const isAwaited = (item: Queued): boolean => queue.some((other) => other.after === item.commandId)

  if (deed.is === 'erase') {
    const neverLeft = mine.find((item) => item.deed.is === 'write' && (item.tries === 0 || item.refused))
    if (neverLeft) return queue.filter((item) => item.noteId !== noteId)
    // Words that are to be gone are not sent first.
    return [
      ...queue.filter((item) => item.noteId !== noteId || (item.tries > 0 && !item.refused) || isAwaited(item)),
      added,
    ]
  }
  if (last && (last.refused || last.tries === 0) && !isAwaited(last)) {
    const merged = mergeDeeds(last.deed, deed)
    if (merged) {
      // A refused command has been answered under its old id; a new try is a new command.
      const again: Queued = last.refused
        ? { ...last, commandId, tries: 0, refused: null, deed: merged }
        : { ...last, deed: merged }
      return queue.map((item) => (item === last ? again : item))
    }
  }
  return [...queue, last && !last.refused ? { ...added, deed: buildingOnMine(deed) } : added]
}

/** The command to send now: the oldest that has not been refused. */
export function nextToSend(queue: Queue): Queued | undefined {
  return queue
    .filter((item) => !item.refused)
    .reduce<Queued | undefined>((a, b) => (!a || b.seq < a.seq ? b : a), undefined)
}

export function startSending(queue: Queue, commandId: CommandId): Queue {
  return queue.map((item) => (item.commandId === commandId ? { ...item, tries: item.tries + 1 } : item))
}

/**
 * The server has done it: the command leaves, and those that build on it learn the version, and the note their words now stand in:
 * where two edits met, that is a new one beside.
 */
export function settle(queue: Queue, commandId: CommandId, answer: NoteAnswer): Queue {
  const done = queue.find((item) => item.commandId === commandId)
  if (!done) return queue
  return queue
    .filter((item) => item !== done)
    .map((item) => {
      const freed = item.after === commandId ? { ...item, after: null } : item
      if (freed.noteId !== done.noteId || !('base' in freed.deed) || freed.deed.base !== null) return freed
      return { ...freed, noteId: answer.noteId, deed: { ...freed.deed, base: answer.version } }
    })
}

/** The server has refused: the words stay, in their newest form, with the reason. What was to be erased after them is not. */
export function refuse(queue: Queue, commandId: CommandId, refusal: Refusal): Queue {
  const said = queue.find((item) => item.commandId === commandId)
  if (!said) return queue
  const rest: Queued[] = []
  let kept: Queued = { ...said, refused: refusal }
  for (const item of queue) {
    if (item === said) continue
    const hangsOnIt = item.noteId === said.noteId && 'base' in item.deed && item.deed.base === null && !item.refused
    const merged = hangsOnIt ? mergeDeeds(kept.deed, item.deed) : null
    if (merged) kept = { ...kept, deed: merged }
    else if (hangsOnIt && 'base' in said.deed)
      rest.push({ ...item, deed: { ...item.deed, base: said.deed.base } as Deed })
    else if (item.after !== commandId) rest.push(item)
  }
  return [...rest, kept].sort((a, b) => a.seq - b.seq)
}

/** The person wants a refused command tried once more. It goes last: the queue has gone on without it. */
export function tryAgain(queue: Queue, commandId: CommandId, newId: CommandId): Queue {
  const said = queue.find((item) => item.commandId === commandId && item.refused)
  if (!said) return queue
  const again = { ...said, commandId: newId, seq: nextSeq(queue), tries: 0, refused: null }
  return [...queue.filter((item) => item !== said), again]
}

/** The person takes a refused text away themself. Nothing else ever does. */
export function takeAway(queue: Queue, commandId: CommandId): Queue {
  return queue.filter((item) => !(item.refused && item.commandId === commandId))
}

/** The request of a command: path below /api/families/:familyId, and body. */
export function requestOf(item: Queued, family: FamilyId): { path: string; body: Record<string, unknown> } {
  const notes = `/api/families/${family}/notes`
  const { commandId, noteId, deed } = item
  switch (deed.is) {
    case 'write':
      return { path: notes, body: { commandId, noteId, ...deed.place, ...deed.content, beside: deed.beside } }
    case 'change':
      return { path: `${notes}/${noteId}/change`, body: { commandId, baseVersion: deed.base ?? 1, ...deed.content } }
    case 'move':
      return { path: `${notes}/${noteId}/move`, body: { commandId, baseVersion: deed.base ?? 1, ...deed.place } }
    case 'erase':
      return { path: `${notes}/${noteId}/erase`, body: { commandId } }
  }
}

/** Two deeds on one note as one, where the later holds all that the earlier wanted. */
function mergeDeeds(earlier: Deed, later: Deed): Deed | null {
  if (earlier.is === 'write' && later.is === 'change') return { ...earlier, content: later.content }
  if (earlier.is === 'write' && later.is === 'move') return { ...earlier, place: later.place }
  if (earlier.is === 'write' && later.is === 'write') return { ...later, beside: later.beside ?? earlier.beside }
  if (earlier.is === 'change' && later.is === 'change') return { ...earlier, content: later.content }
  if (earlier.is === 'move' && later.is === 'move') return { ...earlier, place: later.place }
  return null
}

function buildingOnMine(deed: Deed): Deed {
  return 'base' in deed ? { ...deed, base: null } : deed
}

function nextSeq(queue: Queue): number {
  return queue.reduce((most, item) => Math.max(most, item.seq), 0) + 1
}
