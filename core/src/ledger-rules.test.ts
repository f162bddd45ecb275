import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarDay } from './dates.ts'
import type { DecisionId, EntryId, GoalId, MeasureId, PartyId } from './ids.ts'
import type { Entry } from './ledger.ts'
import { bookMeeting, commitOver, dueDays, priceOfTime, reverseEntry, shareOut, sumUp } from './ledger-rules.ts'

const runs = 10_000
const day = (text: string) => text as CalendarDay
const anEntry = (more: Partial<Entry> = {}): Entry => ({
  id: 'one' as EntryId,
  kind: 'realised',
  payerId: 'nav' as PartyId,
  goalId: 'home' as GoalId,
  measureId: 'deposit' as MeasureId,
  decisionId: 'yes' as DecisionId,
  onDay: day('2026-11-24'),
  ore: 38_000_00,
  minutes: null,
  hourOre: null,
  reverses: null,
  ...more,
})

describe('shares between payers', () => {
  it('of 100 øre in three parts are 34, 33 and 33', () => {
    expect(shareOut(100, [1, 1, 1])).toEqual([34, 33, 33])
  })
  it('give the øre that are left to the largest remainders', () => {
    expect(shareOut(10, [1, 5, 3])).toEqual([1, 6, 3])
    expect(shareOut(11, [1, 5, 3])).toEqual([1, 6, 4])
  })
  it('give them to the earlier payer where remainders are equal, one each', () => {
    expect(shareOut(101, [1, 1, 1])).toEqual([34, 34, 33])
    expect(shareOut(2, [1, 1, 1, 1])).toEqual([1, 1, 0, 0])
    expect(shareOut(5, [3, 1, 3, 1])).toEqual([2, 1, 2, 0])
  })
  it('are the first payer’s alone where nobody has a share', () => {
    expect(shareOut(7, [0, 0])).toEqual([7, 0])
    expect(shareOut(7, [0, 3, 0])).toEqual([0, 7, 0])
  })
  it(
    `add up to the amount and are never an øre or more from the exact share, in ${runs} draws`,
    { timeout: 60_000 },
    () => {
      const shares = fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 8 })
      fc.assert(
        fc.property(fc.nat(100_000_000_000), shares, (amount, drawn) => {
          const parts = shareOut(amount, drawn)
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount)
          const all = drawn.reduce((sum, share) => sum + BigInt(share), 0n)
          if (all > 0n)
            parts.forEach((part, index) => {
              const off = BigInt(part) * all - BigInt(amount) * BigInt(drawn[index] ?? 0)
              expect(off < all && off > -all).toBe(true)
            })
        }),
        { numRuns: runs },
      )
    },
  )
})

describe('what happens each month', () => {
  it('falls due once a month, on the last day where the month is shorter, and not after its end', () => {
    const monthly = { from: day('2027-01-31'), to: day('2027-04-29') }
    expect(dueDays({ due: day('2027-01-01'), monthly })).toEqual(['2027-01-31', '2027-02-28', '2027-03-31'])
    expect(dueDays({ due: day('2027-01-01'), monthly: null })).toEqual(['2027-01-01'])
  })
  it('falls due on its last day too, and never where the end is before the beginning', () => {
    const until = (to: string) => dueDays({ due: day('2027-01-01'), monthly: { from: day('2027-01-15'), to: day(to) } })
    expect(until('2027-03-14')).toEqual(['2027-01-15', '2027-02-15'])
    expect(until('2027-03-15')).toEqual(['2027-01-15', '2027-02-15', '2027-03-15'])
    expect(until('2027-01-14')).toEqual([])
  })
  it('of 12 months adds up to what was decided', () => {
    const days = dueDays({ due: day('2027-01-01'), monthly: { from: day('2027-01-01'), to: day('2027-12-31') } })
    const parts = commitOver(100_000, days)
    expect(parts.map(({ onDay }) => onDay)).toEqual(days)
    expect(parts.reduce((sum, { ore }) => sum + ore, 0)).toBe(100_000)
  })
  it('is not posted on a day it costs nothing', () => {
    expect(commitOver(0, [day('2027-01-01')])).toEqual([])
    expect(commitOver(1, [day('2027-01-01'), day('2027-02-01')])).toEqual([{ onDay: '2027-01-01', ore: 1 }])
  })
})

describe('time', () => {
  it('is priced in the nearest whole øre, a half to the even one', () => {
    expect(priceOfTime(60, 526_00)).toBe(526_00)
    expect(priceOfTime(15, 526_02)).toBe(131_50)
    expect(priceOfTime(15, 526_06)).toBe(131_52)
    expect(priceOfTime(15, 526_01)).toBe(131_50)
    expect(priceOfTime(15, 526_03)).toBe(131_51)
    expect(priceOfTime(30, 1)).toBe(0)
    expect(priceOfTime(30, 3)).toBe(2)
    expect(priceOfTime(31, 1)).toBe(1)
    expect(priceOfTime(29, 1)).toBe(0)
    expect(priceOfTime(89, 1)).toBe(1)
  })
  it('of a meeting is booked for all who were there, or for nobody', () => {
    const nav = { payer: 'nav', hourOre: 526_00 }
    expect(bookMeeting(90, [nav, { payer: 'school', hourOre: undefined }])).toEqual({ refused: 'entry-price-unknown' })
    expect(bookMeeting(90, [nav, { payer: 'coach', hourOre: 0 }])).toEqual({
      done: [
        { payer: 'nav', minutes: 90, hourOre: 526_00, ore: 789_00 },
        { payer: 'coach', minutes: 90, hourOre: 0, ore: 0 },
      ],
    })
  })
})

const anyEntry: fc.Arbitrary<Entry> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom('planned' as const, 'committed' as const, 'realised' as const),
    payer: fc.constantFrom('nav', 'school', 'torbjorn'),
    goal: fc.constantFrom('home', 'work', null),
    month: fc.integer({ min: 1, max: 12 }),
    ore: fc.nat(100_000_000_00),
    minutes: fc.option(fc.nat(40).map((quarters) => quarters * 15)),
  })
  .map(({ id, payer, goal, month, minutes, ...drawn }) =>
    anEntry({
      ...drawn,
      id: id as EntryId,
      payerId: payer as PartyId,
      goalId: goal as GoalId | null,
      onDay: day(`2027-${String(month).padStart(2, '0')}-15`),
      minutes,
      hourOre: minutes === null ? null : 1,
    }),
  )

describe('the sums', () => {
  const sides = ['planned', 'committed', 'realised', 'minutes'] as const
  it(
    `by payer, by month and by goal are the total, to the øre, in ${runs} draws; what is cancelled falls out of all`,
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(
          fc.array(anyEntry, { maxLength: 12 }),
          fc.array(fc.nat(11), { maxLength: 6 }),
          (drawn, cancelled) => {
            const reversed = [...new Set(cancelled)].flatMap((index) => {
              const entry = drawn[index]
              const decided = entry && reverseEntry(entry, false)
              return decided && 'done' in decided ? [{ ...decided.done, id: `not ${entry.id}` as EntryId }] : []
            })
            const sums = sumUp([...drawn, ...reversed])
            const kept = drawn.filter((_, index) => !cancelled.includes(index))
            for (const side of sides) {
              const straight = kept.reduce(
                (sum, entry) =>
                  side === 'minutes'
                    ? sum + (entry.kind === 'realised' ? (entry.minutes ?? 0) : 0)
                    : sum + (entry.kind === side ? entry.ore : 0),
                0,
              )
              const told = [sums.byPayer, sums.byMonth, sums.byGoal].map((groups) =>
                groups.reduce((sum, group) => sum + group[side], 0),
              )
              if ([sums.total[side], ...told].some((sum) => sum !== straight))
                expect.fail(`${side}: ${[sums.total[side], ...told].join(', ')} instead of ${straight}`)
            }
          },
        ),
        { numRuns: runs },
      )
    },
  )
  it('stand for each payer, for each month in the order of the year, and for each goal, with what has none', () => {
    const nav = anEntry({ ore: 300, onDay: day('2027-03-31') })
    const school = anEntry({
      ore: 20,
      payerId: 'school' as PartyId,
      goalId: null,
      onDay: day('2027-01-01'),
      minutes: 45,
    })
    const planned = anEntry({ ore: 1, kind: 'planned', onDay: day('2027-03-01'), minutes: 600 })
    const committed = anEntry({ ore: 4000, kind: 'committed', onDay: day('2026-12-31'), minutes: 15 })
    const none = { planned: 0, committed: 0, realised: 0, minutes: 0 }
    const ofNav = { planned: 1, committed: 4000, realised: 300, minutes: 0 }
    const ofSchool = { ...none, realised: 20, minutes: 45 }
    expect(sumUp([nav, school, planned, committed])).toEqual({
      total: { planned: 1, committed: 4000, realised: 320, minutes: 45 },
      byPayer: [
        { partyId: 'nav', ...ofNav },
        { partyId: 'school', ...ofSchool },
      ],
      byMonth: [
        { month: '2026-12', ...none, committed: 4000 },
        { month: '2027-01', ...ofSchool },
        { month: '2027-03', ...none, planned: 1, realised: 300 },
      ],
      byGoal: [
        { goalId: 'home', ...ofNav },
        { goalId: null, ...ofSchool },
      ],
    })
    expect(sumUp([])).toEqual({ total: none, byPayer: [], byMonth: [], byGoal: [] })
  })
  it('an entry is cancelled by one that is the same with the sign turned, time and all, and names it', () => {
    const hours = anEntry({ ore: 789_00, minutes: 90, hourOre: 526_00 })
    const { id, ...rest } = hours
    expect(reverseEntry(hours, false)).toEqual({ done: { ...rest, ore: -789_00, minutes: -90, reverses: id } })
    expect(reverseEntry(anEntry({ ore: 0 }), false)).toMatchObject({ done: { ore: 0, minutes: null } })
  })
  it('an entry is cancelled once, and no cancelling is cancelled', () => {
    expect(reverseEntry(anEntry(), true)).toEqual({ refused: 'entry-already-reversed' })
    expect(reverseEntry(anEntry({ reverses: 'other' as EntryId }), false)).toEqual({
      refused: 'entry-already-reversed',
    })
  })
})
