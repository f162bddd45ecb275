import type { Frame, Note } from '@velferdslab/core/cloth'
import type { FamilyId, NoteId, PersonId } from '@velferdslab/core/ids'
import { placeOf, type Covered } from '@velferdslab/db/opening'
import type { WebSocket } from '@fastify/websocket'
import { closeFor } from './close-codes.ts'
import { sealCursor } from './cursor.ts'

/** One open page at one family's cloth. */
export interface Receiver {
  readonly socket: WebSocket
  readonly token: string
  readonly tokenHash: string
  readonly person: PersonId
  readonly family: FamilyId
  n: number
  seq: number
  mark: string
  /** When the receiver's sight next changes by the clock alone. */
  nextEnd: Date
  /** What the page shows: the cloth, or the plan, which hears only that it has changed. */
  readonly watches: 'cloth' | 'plan'
  /** The request the socket came by, as the log knows it. */
  readonly request: string
  /** Where rows lie that the receiver's opening covers; null: they are of the family. What lies elsewhere is read by themself first. */
  covers: Covered
  /** When that was last written down. */
  coveredAt: number
  /** How often they were told that they see otherwise: what was read before the last time is not handed out after it. */
  sights: number
  /** What the receiver sees of the plan, for who watches it. */
  planMark: string | null
  /** Persons this receiver may know by name. */
  knows: ReadonlySet<PersonId>
  /** Comes by an act alone: reads, and is said to be there to nobody (docs/decisions/0026). */
  quiet: boolean
  /** Whom this receiver was last told to be here. */
  toldHere: string | undefined
  /** While the receiver catches up, what happens meanwhile waits here. */
  held: Delivery[] | undefined
}

/** What an event in the chain means to those at the table; `asked` are those of whom it was asked whether they may see it. */
export type Delivery =
  | {
      readonly seq: number
      readonly note: Note
      readonly receivers: ReadonlySet<PersonId>
      readonly asked: readonly PersonId[]
    }
  | {
      readonly seq: number
      readonly noteId: NoteId
      readonly gone: ReadonlySet<PersonId>
      readonly asked: readonly PersonId[]
    }
  /** Who may see what has changed: asked anew when this is handed out, after everything before it and before everything after. */
  | { readonly seq: number; readonly sight: true; readonly meeting?: boolean }

/** Everybody of this process at one family's table, and how far its chain has been told. */
export interface Room {
  readonly family: FamilyId
  readonly receivers: Set<Receiver>
  /** How many are at the door: the room stays, and misses nothing, until they are in. */
  coming: number
  /** Every number up to here has been handed out; undefined until the first at the door has learnt how far the chain has come. */
  told: number | undefined
  /** Numbers that came before their predecessors. */
  readonly waiting: Map<number, Delivery>
  /** How often in a row the sweep has found numbers waiting here, and the same one missing. */
  stuck: { readonly after: number | undefined; times: number }
}

export function emptyRoom(family: FamilyId): Room {
  return {
    family,
    receivers: new Set(),
    coming: 0,
    told: undefined,
    waiting: new Map(),
    stuck: { after: undefined, times: 0 },
  }
}

/** What a room asks of the live stream. */
export interface Hands {
  readonly key: Buffer
  readonly askSightAnew: (room: Room) => void
  /** The receiver reads for themself what has happened since their last number. */
  readonly readAnew: (receiver: Receiver) => void
}

// A receiver that does not read is let go; it comes back with its cursor and misses nothing.
const mostWaitingBytes = 1_000_000

/** The room learns how far the chain had come when somebody who was already at its door asked: what came later is told from here. */
export function begin(room: Room, seq: number, hands: Hands): void {
  if (room.told !== undefined) return
  room.told = seq
  for (const early of room.waiting.keys()) if (early <= seq) room.waiting.delete(early)
  handOut(room, hands)
}

/**
 * Hands a delivery out in the order of the chain: a number whose predecessors have not come yet waits for them, so that a cursor never
 * passes over something.
 */
export function deliver(room: Room, delivery: Delivery, hands: Hands): void {
  if (room.told !== undefined && delivery.seq <= room.told) return
  room.waiting.set(delivery.seq, delivery)
  handOut(room, hands)
}

function handOut(room: Room, hands: Hands): void {
  if (room.told === undefined) return
  for (let next = room.waiting.get(room.told + 1); next; next = room.waiting.get(room.told + 1)) {
    room.waiting.delete(next.seq)
    room.told = next.seq
    if ('sight' in next) hands.askSightAnew(room)
    for (const receiver of room.receivers) give(receiver, next, hands)
    if ('meeting' in next && next.meeting) for (const receiver of room.receivers) send(receiver, { is: 'meeting' })
  }
}

/** Has the same number been missing for so many sweeps, while later ones wait for it? */
export function isStuck(room: Room, sweeps: number): boolean {
  if (room.waiting.size === 0 || room.told === undefined) room.stuck = { after: undefined, times: 0 }
  else if (room.stuck.after === room.told) room.stuck.times += 1
  else room.stuck = { after: room.told, times: 1 }
  return room.stuck.times >= sweeps
}

/** What one receiver gets of a delivery: its frame, or nothing at all; while they catch up, it waits. */
export function give(receiver: Receiver, delivery: Delivery, hands: Hands): void {
  if (receiver.held) receiver.held.push(delivery)
  else if (delivery.seq > receiver.seq) hand(receiver, delivery, hands)
}

function hand(receiver: Receiver, delivery: Delivery, hands: Hands): void {
  if (receiver.watches === 'plan') {
    receiver.seq = delivery.seq
    return
  }
  // Came while it was being written: nobody has asked whether they may see it.
  if ('asked' in delivery && !delivery.asked.includes(receiver.person)) {
    hands.readAnew(receiver)
    return
  }
  // Of this they have read nothing yet: they read it by themself, which leaves its trace before they see it.
  if ('note' in delivery && delivery.receivers.has(receiver.person) && !isCovered(receiver, delivery.note)) {
    hands.readAnew(receiver)
    return
  }
  receiver.seq = delivery.seq
  if ('note' in delivery && delivery.receivers.has(receiver.person)) {
    sendCounted(receiver, hands.key, { is: 'note', note: delivery.note })
  } else if ('gone' in delivery && delivery.gone.has(receiver.person)) {
    sendCounted(receiver, hands.key, { is: 'gone', noteId: delivery.noteId })
  }
}

/** Whether what lies here is among what the receiver's opening tells of. */
function isCovered({ covers }: Receiver, { about, area, privacy }: Note): boolean {
  return covers === null || covers.has(placeOf({ about: about.id, area, privacy }))
}

type Counted = { is: 'note'; note: Note } | { is: 'gone'; noteId: NoteId } | { is: 'sight' } | { is: 'ready' }

/** A frame with the receiver's own dense number and a fresh cursor. */
export function sendCounted(receiver: Receiver, key: Buffer, frame: Counted): void {
  if (frame.is !== 'ready') receiver.n += 1
  const { person, family, seq, n, mark } = receiver
  send(receiver, { ...frame, n, cursor: sealCursor(key, { person, family, seq, n, mark }) })
}

export function send(receiver: Receiver, frame: Frame): void {
  if (receiver.socket.readyState !== receiver.socket.OPEN) return
  if (receiver.socket.bufferedAmount > mostWaitingBytes) {
    closeFor('slowDown', receiver)
    return
  }
  receiver.socket.send(JSON.stringify(frame))
}
