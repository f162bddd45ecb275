import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { openRoom, type Room } from './room.ts'
import type { RoomState } from './room-state.ts'

/** The room of one cloth for as long as the page is open. */
export function useRoom(familyId: FamilyId, me: PersonId | undefined): Room | null {
  const [room, setRoom] = useState<Room | null>(null)
  useEffect(() => {
    if (!me) return
    const opened = openRoom(familyId, me)
    setRoom(opened)
    return () => {
      opened.close()
      setRoom(null)
    }
  }, [familyId, me])
  return room
}

/**
 * One part of what the room knows. Whoever asks is drawn anew only when that part has changed: a key pressed in a note must not
 * draw the whole cloth.
 */
export function useRoomPart<Part>(room: Room, part: (state: RoomState) => Part): Part
export function useRoomPart<Part>(room: Room | null, part: (state: RoomState) => Part): Part | undefined
export function useRoomPart<Part>(room: Room | null, part: (state: RoomState) => Part): Part | undefined {
  return useSyncExternalStore(room?.subscribe ?? noSubscription, () => (room ? part(room.getState()) : undefined))
}

const noSubscription = () => () => undefined
