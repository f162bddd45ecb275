import type { CalendarDay } from '@velferdslab/core/dates'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  atStart,
  clockTime,
  countWord,
  dayAndClock,
  endDay,
  familyName,
  inList,
  longDay,
  nearDay,
  number,
  plainDay,
} from './format.ts'
import { showLanguage, shownLanguage, startTexts } from './i18n.ts'

const day = (text: string) => text as CalendarDay
const today = day('2026-12-07')
const spaced = (words: string) => words.replaceAll('\u00a0', ' ')

// The texts set the language of the page they stand on; here there is none.
const page = { lang: '' }
beforeAll(async () => {
  Object.assign(globalThis, { document: { documentElement: page } })
  await startTexts('nb')
})

describe('days in words', () => {
  test('a day this year has no year, another year has', () => {
    expect(spaced(longDay(day('2026-12-10'), today))).toBe('torsdag 10. desember')
    expect(spaced(longDay(day('2027-01-14'), today))).toBe('torsdag 14. januar 2027')
    expect(spaced(plainDay(day('2026-11-24'), today))).toBe('24. november')
  })
  test('an end always has its year', () => {
    expect(spaced(endDay(day('2026-12-31')))).toBe('torsdag 31. desember 2026')
  })
  test('a day is never broken from its month', () => {
    expect(longDay(day('2026-12-10'), today)).toContain('10.\u00a0desember')
  })
  test.each([
    ['2026-12-07', 'i dag'],
    ['2026-12-08', 'i morgen'],
    ['2026-12-06', 'i går'],
    ['2026-12-09', 'om 2 dager'],
    ['2026-12-04', 'for 3 dager siden'],
  ])('%s is %s', (other, words) => {
    expect(nearDay(day(other), today)).toBe(words)
  })
  test('summer time does not move a day', () => {
    expect(nearDay(day('2027-03-29'), day('2027-03-27'))).toBe('om 2 dager')
  })
  test('the clock is Norway’s', () => {
    expect(clockTime('2026-12-07T09:12:00.000Z')).toBe('klokka 10.12')
    expect(spaced(dayAndClock('2026-07-01T22:30:00.000Z', today))).toBe('torsdag 2. juli klokka 00.30')
  })
})

describe('lists and counts', () => {
  test('a list has no comma before og', () => {
    expect(inList(['bolig', 'økonomi', 'arbeid'])).toBe('bolig, økonomi og arbeid')
  })
  test('only the first letter is raised at the start', () => {
    expect(atStart('skolen')).toBe('Skolen')
    expect(atStart('NAV')).toBe('NAV')
  })
  test('words up to twelve, then digits', () => {
    expect(countWord(2)).toBe('to')
    expect(countWord(12)).toBe('tolv')
    expect(countWord(13)).toBe('13')
  })
})

describe('in English', () => {
  beforeAll(() => showLanguage('en'))

  test('the page says which language it speaks', () => {
    expect([page.lang, shownLanguage()]).toEqual(['en', 'en'])
  })
  test('a day has its number before its month, and no comma', () => {
    expect(spaced(longDay(day('2026-12-10'), today))).toBe('Thursday 10 December')
    expect(spaced(longDay(day('2027-01-14'), today))).toBe('Thursday 14 January 2027')
    expect(spaced(plainDay(day('2026-11-24'), today))).toBe('24 November')
    expect(spaced(endDay(day('2027-06-01')))).toBe('Tuesday 1 June 2027')
    expect(longDay(day('2026-12-10'), today)).toContain('10\u00a0December')
  })
  test.each([
    ['2026-12-07', 'today'],
    ['2026-12-08', 'tomorrow'],
    ['2026-12-06', 'yesterday'],
    ['2026-12-10', 'in 3 days'],
    ['2026-12-04', '3 days ago'],
  ])('%s is %s', (other, words) => {
    expect(nearDay(day(other), today)).toBe(words)
  })
  test('the clock has a colon, and is still Norway’s', () => {
    expect(clockTime('2026-12-07T13:00:00.000Z')).toBe('14:00')
    expect(spaced(dayAndClock('2026-07-01T22:30:00.000Z', today))).toBe('Thursday 2 July at 00:30')
  })
  test('a list has no comma before and, and a number has one in its thousands', () => {
    expect(inList(['housing', 'money', 'work'])).toBe('housing, money and work')
    expect(number(38_000)).toBe('38,000')
    expect([countWord(2), countWord(12), countWord(13)]).toEqual(['two', 'twelve', '13'])
  })
  test('a family is named as English names it, and one person by their name alone', () => {
    expect(familyName({ name: 'Hansen-Ali', onePerson: false })).toBe('The Hansen-Ali family')
    expect(familyName({ name: 'Marius Lie', onePerson: true })).toBe('Marius Lie')
  })
})
