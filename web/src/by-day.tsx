import './by-day.css'
import type { CalendarDay } from '@velferdslab/core/dates'
import { useState, type ReactNode } from 'react'
import { firstDays, inDays } from './days.ts'
import { atStart, longDay } from './texts/format.ts'
import { Button } from './ui/button.tsx'

/** So many lines at first, and so many more with each press: some screens of a phone. */
const atOnce = 12

interface ByDayProps<Item> {
  items: readonly Item[]
  dayOf: (item: Item) => CalendarDay
  today: CalendarDay
  /** What the button that shows more is called. */
  more: string
  /** The lines of one day. */
  children: (those: readonly Item[]) => ReactNode
}

/** A long list under its days, the newest days first; older ones when somebody asks for them. */
export function ByDay<Item>({ items, dayOf, today, more, children }: ByDayProps<Item>) {
  const [lines, setLines] = useState(atOnce)
  const days = inDays(items, dayOf)
  const shown = firstDays(days, lines)
  return (
    <>
      {shown.map(([day, those]) => (
        <section key={day} className="by-day">
          <h3>{atStart(longDay(day, today))}</h3>
          {children(those)}
        </section>
      ))}
      {lines < items.length && (
        <Button look="second" icon="down" onClick={() => setLines(lines + atOnce)}>
          {more}
        </Button>
      )}
    </>
  )
}
