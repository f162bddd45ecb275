import type { Cloth } from '@velferdslab/core/cloth'
import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import { useEffect, useRef, useState } from 'react'
import { deviceShelf, shelfPrefix } from '../../live/kept.ts'

/**
 * Up to when this person has seen the cloth on this device. What others wrote after that is new. Leaving the page counts as having
 * seen what stood on it. On the first visit nothing is new: it is all there is.
 */
export function useSeenUntil(
  familyId: FamilyId,
  me: PersonId,
  cloth: Cloth,
): { seenUntil: string; markSeen: () => void } {
  const key = `${shelfPrefix(me, familyId)}seen`
  const newest = cloth.notes.reduce((last, note) => (note.changedAt > last ? note.changedAt : last), '')
  const [seenUntil, setSeenUntil] = useState(() => deviceShelf().list(key)[0]?.value ?? newest)
  const latest = useRef(newest)
  useEffect(() => {
    latest.current = newest
  }, [newest])
  useEffect(() => {
    const keep = () => void deviceShelf().put(key, latest.current)
    addEventListener('pagehide', keep)
    return () => {
      removeEventListener('pagehide', keep)
      keep()
    }
  }, [key])
  return { seenUntil, markSeen: () => setSeenUntil(newest) }
}
