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
  nextMeeting: null,
  lateToFamily: 0,
  notBegun: 0,
  journey: { start: 'untenable', now: 'vulnerable', goal: 'stable' },
  notes: 4,
  lastChangedAt: null,
  lastNewsOn: '2026-12-05' as CalendarDay,
  ...what,
})
const meeting = (plannedAt: string | null, hasBegun = false) => ({ plannedAt, hasBegun })
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
  it('leaves a meeting that is far away to the list', () => {
    expect(things(family('Lie', { nextMeeting: meeting('2026-12-11T09:00:00Z') }))).toEqual([])
    expect(things(family('Lie', { nextMeeting: meeting(null) }))).toEqual([])
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
  it('puts what we owe a family before its meeting, and a meeting that is on before both', () => {
    expect(
      things(
        family('A', { nextMeeting: meeting('2026-12-07T23:30:00Z') }),
        family('B', { lateToFamily: 1, nextMeeting: meeting('2026-12-07T09:00:00Z') }),
        family('C', { lateToFamily: 2, nextMeeting: meeting('2026-12-06T09:00:00Z', true) }),
        family('D', { nextMeeting: meeting('2026-12-07T14:00:00Z') }),
      ),
    ).toEqual([
      ['C', 'going', 0],
      ['B', 'late', 1],
      ['D', 'meeting', 0],
    ])
  })
  it('counts days to a meeting in Norway, and tells of one that nobody began', () => {
    expect(things(family('A', { nextMeeting: meeting('2026-12-07T23:30:00Z') }))).toEqual([['A', 'meeting', 1]])
    expect(things(family('A', { nextMeeting: meeting('2026-12-10T09:00:00Z') }))).toEqual([['A', 'meeting', 3]])
    expect(things(family('A', { nextMeeting: meeting('2026-12-05T09:00:00Z') }))).toEqual([['A', 'missed', 2]])
  })
  it('says of a silent family also what nobody has begun', () => {
    const silent = family('A', { lastNewsOn: '2026-11-27' as CalendarDay, notBegun: 3 })
    expect(firstThings({ today, families: [silent] })).toMatchObject([{ what: 'quiet', count: 10, notBegun: 3 }])
  })
  it('calls ten days silence, and not nine', () => {
    expect(things(family('A', { lastNewsOn: '2026-11-28' as CalendarDay }))).toEqual([])
    expect(things(family('A', { lastNewsOn: '2026-11-27' as CalendarDay }))).toEqual([['A', 'quiet', 10]])
  })
})
