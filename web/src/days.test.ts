import type { CalendarDay } from '@velferdslab/core/dates'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstDays, inDays } from './days.ts'

const day = fc.integer({ min: 1, max: 9 }).map((number) => `2026-11-0${String(number)}` as CalendarDay)
const lines = fc.array(day, { maxLength: 60 })

describe('lines under their days', () => {
  it('none is lost, and a day is said once', () => {
    fc.assert(
      fc.property(lines, (items) => {
        const days = inDays(items, (each) => each)
        expect(days.flatMap(([, those]) => those).toSorted()).toEqual(items.toSorted())
        expect(new Set(days.map(([of]) => of)).size).toBe(days.length)
      }),
    )
  })
  it('so many lines are shown, the first ones, under their days; asked for more, more come until all are there', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 80 }), (items, most) => {
        const days = inDays(items, (each) => each)
        const shown = firstDays(days, most)
        const all = days.flatMap(([, those]) => those)
        expect(shown.flatMap(([, those]) => those)).toEqual(all.slice(0, most))
        expect(shown.map(([of]) => of)).toEqual(days.slice(0, shown.length).map(([of]) => of))
        expect(shown.every(([, those]) => those.length > 0)).toBe(true)
        expect(firstDays(days, items.length)).toEqual(days)
      }),
    )
  })
  it('nothing has no days', () => {
    expect(
      firstDays(
        inDays([], () => '2026-11-01' as CalendarDay),
        10,
      ),
    ).toEqual([])
  })
})
