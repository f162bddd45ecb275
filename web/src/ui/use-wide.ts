import { useSyncExternalStore } from 'react'

const wide = '(width >= 62rem)'

/** Whether there is room for a table with an explanation beside it. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(wide)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => window.matchMedia(wide).matches,
  )
}
