import { useSyncExternalStore } from 'react'

/** Whether there is room: 62rem for a table, more for something beside it. */
export function useWide(from: '62rem' | '75rem' = '62rem'): boolean {
  const wide = `(width >= ${from})`
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(wide)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => window.matchMedia(wide).matches,
  )
}
