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
  it('the first days hold enough and no day more than it takes; asked for more, more come until all are there', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 80 }), (items, most) => {
        const days = inDays(items, (each) => each)
        const shown = firstDays(days, most)
        const count = (of: typeof shown) => of.reduce((sum, [, those]) => sum + those.length, 0)
        expect(count(shown)).toBeGreaterThanOrEqual(Math.min(most, items.length))
        expect(count(shown.slice(0, -1))).toBeLessThan(most)
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
