import { describe, expect, test } from 'vitest'
import { casesOfSight } from '../access.ts'
import type { FamilyId, MeetingId, MunicipalityId } from '../ids.ts'
import {
  aFamily,
  after,
  always,
  aMeeting,
  anAct,
  aNote,
  aPromise,
  before,
  id,
  nav,
  now,
  school,
  seat,
  sees,
} from './a-family-for-tests.ts'
import { mayWriteNote } from './writing.ts'

describe('at the table (case 3)', () => {
  const row = aNote(['father'], 'economy')

  test('a guest sees nothing before, after or outside what is open', () => {
    expect(sees(aFamily(aMeeting('economy', { endedAt: now })), 'guest', row)).toBe(false)
    expect(sees(aFamily(aMeeting('economy', { leftAt: now })), 'guest', row)).toBe(false)
    expect(sees(aFamily(aMeeting('economy', { closedAt: now })), 'guest', row)).toBe(false)
    expect(sees(aFamily(aMeeting('economy', { declaredAt: after(1) })), 'guest', row)).toBe(false)
    expect(sees(aFamily(aMeeting('school')), 'guest', row)).toBe(false)
    expect(sees(aFamily(aMeeting('economy')), 'worker', row)).toBe(false)
    expect(sees(aFamily(aMeeting('economy')), 'guest', row)).toBe(true)
  })

  test('what is open at one table is not open at another, nor at the table of another family', () => {
    const meeting = aMeeting('economy')
    const another = 'another meeting' as MeetingId
    const openAreas = meeting.openAreas.map((each) => ({ ...each, meeting: another }))
    const both = [...meeting.meetings, ...meeting.meetings.map((each) => ({ ...each, id: another }))]
    expect(sees(aFamily({ ...meeting, meetings: both, openAreas }), 'guest', row)).toBe(false)
    const elsewhere = meeting.meetings.map((each) => ({ ...each, family: 'berg' as FamilyId }))
    expect(sees(aFamily({ ...meeting, meetings: elsewhere }), 'guest', row)).toBe(false)
    expect(sees(aFamily({ ...meeting, meetings: both }), 'guest', row)).toBe(true)
  })

  test("own words and a child's words are never on the table", () => {
    expect(sees(aFamily(aMeeting('economy')), 'guest', aNote(['father'], 'economy', { privacy: 'own' }))).toBe(false)
    expect(sees(aFamily(aMeeting('economy')), 'guest', aNote(['father'], 'economy', { privacy: 'child' }))).toBe(false)
  })

  test('what is common is opened like any area', () => {
    expect(sees(aFamily(aMeeting('economy')), 'guest', aNote('whole', 'common'))).toBe(false)
    expect(sees(aFamily(aMeeting('common')), 'guest', aNote('whole', 'common'))).toBe(true)
  })
})

describe('own work (case 4)', () => {
  test('another service does not see a promise without consent', () => {
    expect(sees(aFamily(), 'teacher', aPromise())).toBe(false)
    expect(sees(aFamily(), 'worker', aPromise())).toBe(true)
  })

  test('after the seat the promise is seen only as long as the law binds', () => {
    const facts = aFamily({ seats: [seat('worker', nav, { endedAt: now })] })
    expect(sees(facts, 'worker', aPromise())).toBe(false)
    expect(sees(facts, 'worker', aPromise({ boundUntil: now }))).toBe(false)
    expect(sees(facts, 'worker', aPromise({ boundUntil: after(1) }))).toBe(true)
  })

  test('a seat never approved, never declared, still to come or over before it was approved has bound nobody', () => {
    const bound = aPromise({ boundUntil: after(1) })
    const parties = [{ id: nav, declarationRequired: true }]
    expect(sees(aFamily({ seats: [seat('worker', nav, { to: before(1) })], parties }), 'worker', bound)).toBe(false)
    const late = seat('worker', nav, { approvedAt: before(1), to: before(1) })
    expect(sees(aFamily({ seats: [late] }), 'worker', bound)).toBe(false)
    expect(sees(aFamily({ seats: [seat('worker', nav, { approvedAt: null })] }), 'worker', bound)).toBe(false)
    expect(sees(aFamily({ seats: [seat('worker', nav, { from: after(1) })] }), 'worker', bound)).toBe(false)
  })
})

describe('an act (case 5)', () => {
  test('gives nothing outside its person, area and time', () => {
    const row = aNote(['father'], 'economy')
    expect(sees(aFamily({ acts: [anAct('guest', ['school'])] }), 'guest', row)).toBe(false)
    expect(sees(aFamily({ acts: [anAct('teacher', ['economy'])] }), 'guest', row)).toBe(false)
    const elsewhere = anAct('guest', ['economy'], { family: 'berg' as FamilyId })
    expect(sees(aFamily({ acts: [elsewhere] }), 'guest', row)).toBe(false)
    expect(sees(aFamily({ acts: [anAct('guest', ['economy'], { to: now })] }), 'guest', row)).toBe(false)
    expect(sees(aFamily({ acts: [anAct('guest', ['economy'], { endedAt: now })] }), 'guest', row)).toBe(false)
  })

  test('for a service gives nothing to who does not work there, nor across the border of a municipality', () => {
    const row = aNote(['father'], 'economy')
    const acts = [anAct('guest', ['economy'], { party: nav })]
    const works = (name: 'guest' | 'worker', party = nav) => ({
      roles: [{ person: id(name), role: 'caseworker' as const, party, ...always }],
    })
    expect(sees(aFamily({ acts }), 'guest', row)).toBe(false)
    expect(sees(aFamily({ acts, ...works('worker') }), 'guest', row)).toBe(false)
    expect(sees(aFamily({ acts, ...works('guest', school) }), 'guest', row)).toBe(false)
    const persons = aFamily().persons.map((each) => ({ ...each, municipality: 'elsewhere' as MunicipalityId }))
    expect(sees(aFamily({ acts, ...works('guest'), persons }), 'guest', row)).toBe(false)
    expect(sees(aFamily({ acts, ...works('guest') }), 'guest', row)).toBe(true)
  })

  test('reads every privacy, and never writes', () => {
    const facts = aFamily({ acts: [anAct('guest', ['economy'])] })
    for (const privacy of ['table', 'own', 'child'] as const) {
      expect(casesOfSight(facts, id('guest'), aNote(['father'], 'economy', { privacy }), now)).toEqual(['act'])
    }
    const written = { author: id('guest'), writtenBy: id('guest') }
    expect(mayWriteNote(facts, id('guest'), aNote(['father'], 'economy', written), now)).toBe(false)
  })
})
