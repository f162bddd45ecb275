import type { Cloth } from '@velferdslab/core/cloth'
import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import { useEffect, useRef, useState } from 'react'
import { deviceShelf, shelfPrefix } from '../../live/kept.ts'

/**
 * Up to when this person has seen the cloth on this device. What others wrote after that is new, also when the page is opened
 * again before it has been read; leaving the page counts as having seen what stood on it.
 */
export function useSeenUntil(familyId: FamilyId, me: PersonId | undefined, cloth: Cloth | undefined) {
  const [seen, setSeen] = useState<string | null>(null)
  const latest = useRef<string | null>(null)
  const key = me && `${shelfPrefix(me, familyId)}seen`
  const newest = cloth?.notes.reduce((last, note) => (note.changedAt > last ? note.changedAt : last), '')
  useEffect(() => {
    if (newest === undefined) return
    latest.current = newest
  }, [newest])
  const isOpen = newest !== undefined
  useEffect(() => {
    if (!key || !isOpen) return
    const shelf = deviceShelf()
    // On the first visit nothing is new: it is all there is.
    setSeen(shelf.list(key)[0]?.value ?? latest.current ?? '')
    const keep = () => {
      if (latest.current !== null) shelf.put(key, latest.current)
    }
    addEventListener('pagehide', keep)
    return () => {
      removeEventListener('pagehide', keep)
      keep()
    }
  }, [key, isOpen])
  return { seenUntil: seen ?? '9', markSeen: () => setSeen(latest.current ?? '') }
}
