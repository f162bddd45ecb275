import { describe, expect, it } from 'vitest'
import type { CalendarDay } from './dates.ts'
import type { FamilyList } from './family.ts'
import { firstThings, firstThingsShown } from './first-things.ts'
import type { FamilyId } from './ids.ts'

const today = '2026-12-07' as CalendarDay
type Row = FamilyList['families'][number]
const family = (name: string, what: Partial<Row> = {}): Row => ({
  id: name as FamilyId,
  name,
  phase: 'invest',
  adults: 2,
  children: 1,
  onlyAge: null,
  isLeader: true,
  service: 'Velferdslaben',
  consentsEnding: 0,
  decisionsWaiting: 0,
  journey: { start: 'untenable', now: 'vulnerable', goal: 'stable' },
  notes: 4,
  lastChangedAt: null,
  lastNewsOn: '2026-12-05' as CalendarDay,
  ...what,
})
const things = (...families: Row[]) =>
  firstThings({ today, families }).map(({ family: name, what, count }) => [name, what, count])

describe('what a leader is asked to do first', () => {
  it('asks for nothing where all is as it should be', () => {
    expect(things(family('Hansen-Ali'))).toEqual([])
  })
  it('asks nothing of who only has a seat, nor about a family that has left', () => {
    expect(things(family('Bakken', { isLeader: false, consentsEnding: 2 }))).toEqual([])
    expect(things(family('Nilsen', { phase: 'exit', consentsEnding: 2 }))).toEqual([])
  })
  it('does not miss a goal before the mapping is done', () => {
    expect(things(family('Kowalska', { phase: 'capture', journey: { start: null, now: null, goal: null } }))).toEqual(
      [],
    )
  })
  it('says one thing of a family, the most pressing', () => {
    const much = { consentsEnding: 1, decisionsWaiting: 3, lastNewsOn: '2026-11-01' as CalendarDay }
    expect(things(family('Lie', much))).toEqual([['Lie', 'ending', 1]])
  })
  it('puts what ends before what waits, what waits before silence, and shows no more than three', () => {
    const shown = things(
      family('A', { lastNewsOn: '2026-11-27' as CalendarDay }),
      family('B', { decisionsWaiting: 1 }),
      family('C', { decisionsWaiting: 2 }),
      family('D', { consentsEnding: 1 }),
    )
    expect(shown).toEqual([
      ['D', 'ending', 1],
      ['C', 'waiting', 2],
      ['B', 'waiting', 1],
    ])
    expect(shown).toHaveLength(firstThingsShown)
  })
  it('calls ten days silence, and not nine', () => {
    expect(things(family('A', { lastNewsOn: '2026-11-28' as CalendarDay }))).toEqual([])
    expect(things(family('A', { lastNewsOn: '2026-11-27' as CalendarDay }))).toEqual([['A', 'quiet', 10]])
  })
})
