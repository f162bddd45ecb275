import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { openRoom, type Room, type RoomState } from './room.ts'

/** The room of one cloth for as long as the page is open. */
export function useRoom(familyId: FamilyId, me: PersonId | undefined): { room: Room; state: RoomState } | null {
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
  const state = useSyncExternalStore(room?.subscribe ?? noSubscription, () => room?.getState() ?? null)
  return room && state ? { room, state } : null
}

const noSubscription = () => () => undefined
