import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  ageOn,
  dayInOslo,
  daysBetween,
  endOfDayInOslo,
  startOfDayInOslo,
  type CalendarDay,
} from './dates.ts'

const day = (text: string) => text as CalendarDay
const days = fc.integer({ min: 0, max: 30_000 }).map((number) => addDays(day('1990-01-01'), number))

describe('days in Norway', () => {
  it('begin at midnight there, whatever the clock is elsewhere, and on the days the clock is moved', () => {
    fc.assert(
      fc.property(days, (one) => {
        const start = startOfDayInOslo(one)
        expect(dayInOslo(start)).toBe(one)
        expect(dayInOslo(new Date(start.getTime() - 1))).toBe(addDays(one, -1))
        expect(endOfDayInOslo(one)).toEqual(startOfDayInOslo(addDays(one, 1)))
      }),
    )
  })
  it('a month later is the same day, or the last of a shorter month', () => {
    expect(addMonths(day('2026-08-31'), 6)).toBe('2027-02-28')
    expect(addMonths(day('2027-11-30'), 3)).toBe('2028-02-29')
    expect(addMonths(day('2026-03-15'), -12)).toBe('2025-03-15')
    expect(addMonths(day('2026-12-31'), 2)).toBe('2027-02-28')
  })
  it('are counted from one to another, backwards as less than none, whatever the clock does in between', () => {
    expect(daysBetween(day('2026-11-24'), day('2026-11-24'))).toBe(0)
    expect(daysBetween(day('2026-03-28'), day('2026-03-30'))).toBe(2)
    expect(daysBetween(day('2028-03-01'), day('2028-02-28'))).toBe(-2)
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (one, some) => {
        expect(daysBetween(one, addDays(one, some))).toBe(some)
      }),
    )
  })
})

describe('an age', () => {
  it('changes on the birthday, not the day before', () => {
    expect(ageOn(day('2010-11-24'), day('2026-11-23'))).toBe(15)
    expect(ageOn(day('2010-11-24'), day('2026-11-24'))).toBe(16)
  })
  it('of somebody born on 29 February changes on 1 March in years without that day', () => {
    expect(ageOn(day('2008-02-29'), day('2026-02-28'))).toBe(17)
    expect(ageOn(day('2008-02-29'), day('2026-03-01'))).toBe(18)
    expect(ageOn(day('2008-02-29'), day('2028-02-28'))).toBe(19)
    expect(ageOn(day('2008-02-29'), day('2028-02-29'))).toBe(20)
  })
})
