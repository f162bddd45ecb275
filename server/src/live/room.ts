import type { Frame, Note } from '@velferdslab/core/cloth'
import type { FamilyId, NoteId, PersonId } from '@velferdslab/core/ids'
import type { WebSocket } from 'ws'
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
  /** Persons this receiver may know by name. */
  knows: ReadonlySet<PersonId>
  /** While the receiver catches up, what happens meanwhile waits here. */
  held: Delivery[] | undefined
}

/** What an event in the chain means to those at the table. */
export type Delivery =
  | { readonly seq: number; readonly note: Note; readonly receivers: ReadonlySet<PersonId> }
  | { readonly seq: number; readonly noteId: NoteId; readonly gone: ReadonlySet<PersonId> }
  /** Who may see what has changed: asked anew when this is handed out, after everything before it and before everything after. */
  | { readonly seq: number; readonly sight: true }

/** Everybody of this process at one family's table, and how far its chain has been told. */
export interface Room {
  readonly family: FamilyId
  readonly receivers: Set<Receiver>
  /** Every number up to here has been handed out. */
  told: number
  /** Numbers that came before their predecessors. */
  readonly waiting: Map<number, Delivery>
}

// A receiver that does not read is let go; it comes back with its cursor and misses nothing.
const mostWaitingBytes = 1_000_000

/**
 * Hands a delivery out in the order of the chain: a number whose predecessors have not come yet waits for them, so that a cursor never
 * passes over something.
 */
export function deliver(room: Room, key: Buffer, delivery: Delivery, askSightAnew: (room: Room) => void): void {
  if (delivery.seq <= room.told) return
  room.waiting.set(delivery.seq, delivery)
  for (let next = room.waiting.get(room.told + 1); next; next = room.waiting.get(room.told + 1)) {
    room.waiting.delete(next.seq)
    room.told = next.seq
    if ('sight' in next) askSightAnew(room)
    for (const receiver of room.receivers) {
      if (receiver.held) receiver.held.push(next)
      else hand(receiver, key, next)
    }
  }
}

/** What one receiver gets of a delivery: its frame, or nothing at all. */
export function hand(receiver: Receiver, key: Buffer, delivery: Delivery): void {
  if (delivery.seq <= receiver.seq) return
  receiver.seq = delivery.seq
  if ('note' in delivery && delivery.receivers.has(receiver.person)) {
    sendCounted(receiver, key, { is: 'note', note: delivery.note })
  } else if ('gone' in delivery && delivery.gone.has(receiver.person)) {
    sendCounted(receiver, key, { is: 'gone', noteId: delivery.noteId })
  }
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
    receiver.socket.close(4429, 'slow down')
    return
  }
  receiver.socket.send(JSON.stringify(frame))
}
