import { addDays, type CalendarDay } from './dates.ts'

/** Saturdays, Sundays and the days of the list are no working days. The list is data (lab.holiday): no calendar of feasts stands here. */
export function isWorkingDay(day: CalendarDay, holidays: ReadonlySet<CalendarDay>): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidays.has(day)
}

/** The day that is some working days after another; the day itself is not counted. */
export function workingDaysAfter(day: CalendarDay, count: number, holidays: ReadonlySet<CalendarDay>): CalendarDay {
  let left = count
  let at = day
  while (left > 0) {
    at = addDays(at, 1)
    if (isWorkingDay(at, holidays)) left--
  }
  return at
}
