import { z } from 'zod'

/** A calendar day as 'YYYY-MM-DD'. No time and no zone: a birthday is a day, a deadline is a day. */
export const calendarDay = z.iso.date().brand('calendar-day')
export type CalendarDay = z.infer<typeof calendarDay>

/** An instant as an ISO string in UTC, as it travels between server and browser. */
export const instant = z.iso.datetime({ offset: true })

const osloDay = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day in Norway at an instant. */
export function dayInOslo(at: Date): CalendarDay {
  return osloDay.format(at) as CalendarDay
}

/** The day `days` after (or before, when negative) a day. */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10) as CalendarDay
}

/** Whole days from one day to another; negative when it is past. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000)
}

/** The same day some months later; the last day of the month when that month is shorter. */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(dayOfMonth, lastDay))
  return first.toISOString().slice(0, 10) as CalendarDay
}

/** The first instant after a day in Norway: what "up to and including that day" ends at. */
export function endOfDayInOslo(day: CalendarDay): Date {
  return startOfDayInOslo(addDays(day, 1))
}

/** Midnight in Norway at the start of a day. Tries both offsets of the Norwegian clock (UTC+1, UTC+2). */
export function startOfDayInOslo(day: CalendarDay): Date {
  const summer = new Date(`${day}T00:00:00+02:00`)
  if (dayInOslo(summer) === day) return summer
  return new Date(`${day}T00:00:00+01:00`)
}

/**
 * Whole years lived on a day. Who is born on 29 February has the birthday on 1 March in years without that day
 * (docs/decisions/0004): the same answer as PostgreSQL's age(), which the database's rule uses.
 */
export function ageOn(born: CalendarDay, on: CalendarDay): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4))
  return on.slice(5) < born.slice(5) ? years - 1 : years
}
