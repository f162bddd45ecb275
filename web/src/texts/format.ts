import { daysBetween, type CalendarDay } from '@velferdslab/core/dates'
import i18next from 'i18next'
import { shownLanguage } from './i18n.ts'

/**
 * Days, times, numbers and lists in words. Dates by Intl; how near a day is, by our own texts, because Intl says "om 3 døgn".
 */
const zone = 'Europe/Oslo'
const nbsp = '\u00a0'

/** Where the language is spoken decides the order of a date and the comma of a list: Thursday 10 December, never December 10. */
const places = { nb: 'nb-NO', en: 'en-GB' } as const
const place = () => places[shownLanguage()]

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(place(), options)
}

/** A calendar day has no time and no zone: shown from noon in UTC, so that it can never slip. */
function noon(day: CalendarDay): Date {
  return new Date(`${day}T12:00:00Z`)
}

/** "10. desember", "10 December" is never broken between the number and the month, and no comma parts it from its weekday. */
function unbroken(words: string): string {
  return words.replace(',', '').replace(/(\d+\.?) /g, `$1${nbsp}`)
}

/** torsdag 10. desember, Thursday 10 December; the year only when it is another year than today's. */
export function longDay(day: CalendarDay, today: CalendarDay): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  return unbroken(
    formatter({ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC', ...year }).format(noon(day)),
  )
}

/** 24. november: where the weekday says nothing. */
export function plainDay(day: CalendarDay, today: CalendarDay): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  return unbroken(formatter({ day: 'numeric', month: 'long', timeZone: 'UTC', ...year }).format(noon(day)))
}

/** 24. nov.: where there is no room for more. */
export function shortDay(day: CalendarDay): string {
  return unbroken(formatter({ day: 'numeric', month: 'short', timeZone: 'UTC' }).format(noon(day)))
}

/** november 2028: for what is too far away for a day. */
export function monthAndYear(day: CalendarDay): string {
  return formatter({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon(day)).replace(' ', nbsp)
}

/** tirsdag 1. juni 2027: an end always says its year. */
export function endDay(day: CalendarDay): string {
  return unbroken(
    formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon(day)),
  )
}

/** i dag, i morgen, om 3 dager, for 3 dager siden. */
export function nearDay(day: CalendarDay, today: CalendarDay): string {
  const days = daysBetween(today, day)
  if (days === 0) return i18next.t('dates:today')
  if (days === 1) return i18next.t('dates:tomorrow')
  if (days === -1) return i18next.t('dates:yesterday')
  return days > 0 ? i18next.t('dates:inDays', { count: days }) : i18next.t('dates:daysAgo', { count: -days })
}

/** The calendar day in Norway of an instant. */
export function dayOf(instant: string | Date): CalendarDay {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(instant)) as CalendarDay
}

/** klokka 14.00; 14:00 */
export function clockTime(instant: string | Date): string {
  const parts = formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).formatToParts(
    new Date(instant),
  )
  const part = (type: 'hour' | 'minute') => parts.find((each) => each.type === type)?.value ?? ''
  return i18next.t('dates:clock', { hour: part('hour'), minute: part('minute') })
}

/** mandag 7. desember klokka 10.12 */
export function dayAndClock(instant: string | Date, today: CalendarDay): string {
  return i18next.t('dates:dayAndClock', { day: longDay(dayOf(instant), today), clock: clockTime(instant) })
}

/** bolig, økonomi og arbeid */
export function inList(words: readonly string[]): string {
  return new Intl.ListFormat(place(), { type: 'conjunction' }).format(words)
}

/** The same list in pieces, for where each word is drawn by itself. */
export function listParts(words: readonly string[]): { word: boolean; value: string }[] {
  return new Intl.ListFormat(place(), { type: 'conjunction' })
    .formatToParts(words)
    .map(({ type, value }) => ({ word: type === 'element', value }))
}

/** "Familien Hansen-Ali", or the name of one who is alone. */
export function familyName({ name, onePerson }: { name: string; onePerson: boolean }): string {
  return onePerson ? name : i18next.t('everywhere:familyOf', { name })
}

/** The same words at the start of a sentence: only the first letter is raised, the rest stays as its owner writes it. */
export function atStart(words: string): string {
  const [first = '', ...rest] = words
  return first.toLocaleUpperCase(place()) + rest.join('')
}

/** to, tre … tolv in words, then digits: for counts in running text. One is in the text itself, because it has a gender. */
export function countWord(count: number): string {
  const words = i18next.t('dates:countWords').split(' ')
  return words[count - 2] ?? number(count)
}

/** 38 000 kr, 600,50 kr, −600 kr; NOK 38,000: øre as money, with no break inside. */
export function money(ore: number): string {
  const digits = ore % 100 === 0 ? 0 : 2
  const amount = new Intl.NumberFormat(place(), { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return i18next.t('everywhere:money', { amount: amount.format(ore / 100).replace('-', '−') })
}

/** sosialtjenesteloven § 19: the sign and its number stay on one line. */
export function lawInLine(ground: string): string {
  return ground.replace(/§ (?=\d)/g, '§\u00a0')
}

/** 14 000, with a space that does not break; 14,000. */
export function number(value: number): string {
  return new Intl.NumberFormat(place()).format(value)
}

/** 32 00 00 00, which is never broken at the end of a line. */
export function telephone(digits: string): string {
  return digits.replaceAll(' ', '\u00a0')
}
