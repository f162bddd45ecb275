import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openGlass, type GlassFacts } from './break-glass-rules.ts'
import type { CalendarDay } from './dates.ts'
import { addDays } from './dates.ts'
import type { FamilyId } from './ids.ts'
import { isWorkingDay, workingDaysAfter } from './working-days.ts'

const [hansen, berg] = ['hansen', 'berg'] as FamilyId[]
const aFamily = (id = hansen as FamilyId, answered = true) => ({ id, name: String(id), answered })
const facts = (more: Partial<GlassFacts> = {}): GlassFacts => ({
  today: '2026-11-20' as CalendarDay,
  longestMinutes: 60,
  reviewDays: 3,
  holidays: new Set<CalendarDay>(),
  hasOpen: false,
  families: [aFamily()],
  ...more,
})
const asked = { minutes: 30, family: null }

describe('breaking the glass', () => {
  it('is refused while another is open, beyond the minutes of the municipality, and where nobody else answers for it', () => {
    expect(openGlass(facts({ hasOpen: true }), asked)).toEqual({ refused: 'glass-already-open' })
    expect(openGlass(facts({ longestMinutes: 29 }), asked)).toEqual({ refused: 'glass-too-long' })
    expect(openGlass(facts({ families: [aFamily(hansen, false)] }), asked)).toEqual({ refused: 'glass-nobody-answers' })
  })
  it('says the same of nobody by that name and of a family that is not theirs', () => {
    expect(openGlass(facts({ families: [] }), asked)).toEqual({ refused: 'glass-nobody-found' })
    expect(openGlass(facts(), { ...asked, family: berg as FamilyId })).toEqual({ refused: 'glass-nobody-found' })
  })
  it('asks which, where somebody belongs to several; and opens the one that is chosen', () => {
    const both = facts({ families: [aFamily(), aFamily(berg)] })
    expect(openGlass(both, asked)).toEqual({
      done: { came: 'several', families: [hansen, berg].map((id) => ({ id, name: String(id) })) },
    })
    expect(openGlass(both, { ...asked, family: berg as FamilyId })).toMatchObject({
      done: { came: 'open', family: berg },
    })
  })
  it('is looked at within the working days of the rule: over a weekend and a holiday', () => {
    expect(openGlass(facts(), asked)).toMatchObject({ done: { dueOn: '2026-11-25' } })
    const holidays = new Set(['2026-11-24' as CalendarDay])
    expect(openGlass(facts({ holidays }), asked)).toMatchObject({ done: { dueOn: '2026-11-26' } })
  })
})

it('some working days after a day there are just so many working days, and it is one itself', () => {
  const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2026-01-01' as CalendarDay, days))
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 10 }), fc.array(fc.integer({ min: 0, max: 20 })), (from, count, off) => {
      const holidays = new Set(off.map((days) => addDays(from, days)))
      const due = workingDaysAfter(from, count, holidays)
      let counted = 0
      for (let at = addDays(from, 1); at <= due; at = addDays(at, 1)) if (isWorkingDay(at, holidays)) counted++
      expect(isWorkingDay(due, holidays)).toBe(true)
      expect(counted).toBe(count)
    }),
  )
})
