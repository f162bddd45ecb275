import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaCodes } from './areas.ts'
import { groupRules } from './children-rules.ts'
import type { CalendarDay } from './dates.ts'

const row = fc.record({
  area: fc.constantFrom(...areaCodes),
  age: fc.integer({ min: 0, max: 18 }),
  source: fc.constantFrom('one', 'other'),
  validFrom: fc.constantFrom('2000-01-01' as CalendarDay, '2026-01-01' as CalendarDay),
  reviewedAt: fc.constant(null),
})

describe('the rules of ages', () => {
  it('lose no area and mix no two rules when they are put together, and begin with the youngest', () => {
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ area }) => area }), (rows) => {
        const groups = groupRules(rows)
        const back = groups.flatMap(({ areas, ...rule }) => areas.map((area) => ({ area, ...rule })))
        const sorted = (list: readonly object[]) =>
          list.map((each) => JSON.stringify(Object.entries(each).sort())).sort()
        expect(sorted(back)).toEqual(sorted(rows))
        expect(groups.map(({ age }) => age)).toEqual(groups.map(({ age }) => age).sort((one, other) => one - other))
      }),
    )
  })
})
