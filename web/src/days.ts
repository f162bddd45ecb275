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

/** The first days that hold so many lines: a day is never broken off, so that what stands under it is all of it. */
export function firstDays<Item>(days: readonly Day<Item>[], lines: number): readonly Day<Item>[] {
  let held = 0
  const end = days.findIndex(([, those]) => (held += those.length) >= lines)
  return end === -1 ? days : days.slice(0, end + 1)
}
