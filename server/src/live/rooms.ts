import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import { closeFor } from './close-codes.ts'
import { emptyRoom, type Receiver, type Room } from './room.ts'

/** The rooms of this process: one for each family that somebody here has open. */
export interface Rooms {
  all(): readonly Room[]
  of(family: FamilyId): Room | undefined
  everybody(): readonly Receiver[]
  /** Comes to the door: the room is there, and stays, until `leave`. */
  comeTo(family: FamilyId): Room
  /** Gone from the door, or from the room: an empty room is let go. */
  leave(room: Room): void
  /** News has been lost: everybody comes back with their cursor, into a room that knows where the chain is. */
  startAnew(room: Room): void
  isOpen(room: Room): boolean
}

export function openRooms(): Rooms {
  const rooms = new Map<FamilyId, Room>()
  const isOpen = (room: Room) => rooms.get(room.family) === room
  return {
    all: () => [...rooms.values()],
    of: (family) => rooms.get(family),
    everybody: () => [...rooms.values()].flatMap((room) => [...room.receivers]),
    comeTo(family) {
      const room = rooms.get(family) ?? emptyRoom(family)
      rooms.set(family, room)
      room.coming += 1
      return room
    },
    leave(room) {
      if (room.receivers.size === 0 && room.coming === 0 && isOpen(room)) rooms.delete(room.family)
    },
    startAnew(room) {
      rooms.delete(room.family)
      for (const receiver of room.receivers) closeFor('comeBack', receiver)
    },
    isOpen,
  }
}

/** Who has the cloth open. */
export function atCloth(room: Room | undefined): readonly Receiver[] {
  return [...(room?.receivers ?? [])].filter((receiver) => receiver.watches === 'cloth')
}

/** Of whom it is asked what they may see. */
export function personsAt(room: Room | undefined): PersonId[] {
  return [...new Set(atCloth(room).map((receiver) => receiver.person))]
}

/** One page of each person in the room: what it may see, the person's other pages may. */
export function onePerPerson(room: Room): readonly Receiver[] {
  return [...new Map([...room.receivers].map((receiver) => [receiver.person, receiver])).values()]
}
