import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Room } from '../../live/room.ts'

/**
 * What one reads, or writes in, stays where it is on the screen when notes come and go above it (REQ-93). Done by hand, with the
 * browser's own scroll anchoring off (cloth.css): not every browser has it, and none does it inside a table.
 */
export function useKeepPlace(room: Room): void {
  const held = useRef<{ anchor: Element; top: number } | null>(null)
  useEffect(() => {
    let frame = 0
    // The room tells before React draws: this is where things stand just before the change.
    const stop = room.subscribe(() => {
      const anchor = anchorNow()
      held.current = anchor && { anchor, top: anchor.getBoundingClientRect().top }
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => (held.current = null))
    })
    return () => {
      stop()
      cancelAnimationFrame(frame)
    }
  }, [room])
  useLayoutEffect(() => {
    if (!held.current?.anchor.isConnected) return
    const moved = held.current.anchor.getBoundingClientRect().top - held.current.top
    if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' })
    held.current = null
  })
}

/** What the reader looks at: where the focus is when it is in sight, else the first thing wholly in sight from the top. */
function anchorNow(): Element | null {
  const focused = document.activeElement
  if (focused?.closest('.cloth-page') && isInSight(focused)) return focused
  // At the very top one wants to see what comes.
  if (window.scrollY < 1) return null
  let partly: Element | null = null
  for (const element of document.querySelectorAll(
    '.cloth-page [data-note], .cloth-page h2, .cloth-page h3, .cloth-page h4',
  )) {
    if (!isInSight(element)) continue
    if (element.getBoundingClientRect().top >= 0) return element
    partly ??= element
  }
  return partly
}

function isInSight(element: Element): boolean {
  const { top, bottom, height } = element.getBoundingClientRect()
  return height > 0 && bottom > 0 && top < window.innerHeight
}
