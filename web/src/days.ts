import type { CalendarDay } from '@velferdslab/core/dates'

export type Day<Item> = readonly [day: CalendarDay, those: readonly Item[]]

/** Under their days, in the order in which the days come first. */
export function inDays<Item>(items: readonly Item[], dayOf: (item: Item) => CalendarDay): Day<Item>[] {
  const days = new Map<CalendarDay, Item[]>()
  for (const each of items) {
    const day = dayOf(each)
    days.set(day, [...(days.get(day) ?? []), each])
  }
  return [...days]
}

/** The first lines under their days. A day with very much in it goes on when more is asked for: a phone is not filled with one day. */
export function firstDays<Item>(days: readonly Day<Item>[], lines: number): readonly Day<Item>[] {
  const shown: Day<Item>[] = []
  let left = lines
  for (const [day, those] of days) {
    if (left <= 0) break
    shown.push([day, those.slice(0, left)])
    left -= those.length
  }
  return shown
}
