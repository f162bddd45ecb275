import { describe, expect, test } from 'vitest'
import type { CalendarDay } from '../dates.ts'
import type { FamilyId, MunicipalityId } from '../ids.ts'
import {
  aFamily,
  aMeeting,
  always,
  anAct,
  answers,
  hansen,
  id,
  lab,
  nav,
  now,
  yes,
  type Name,
} from './a-family-for-tests.ts'
import type { AccessFacts } from './facts.ts'
import { mayKnowWhere } from './whereabouts.ts'

const consents = [yes('father', nav, ['father'], ['economy']), yes('father', lab, ['father'], ['economy'])]
const place = { family: hansen, what: 'meeting_place' } as const
const home = { family: hansen, what: 'address' } as const
const contact = { family: hansen, what: 'referral_contact' } as const
const roles = [{ person: id('guest'), role: 'core_team' as const, ...always }]
const guarded = {
  protections: [{ person: id('child'), isStrict: false, from: '2026-01-01' as CalendarDay, endedAt: null }],
}

describe('where somebody can be found', () => {
  test('is nothing to a stranger, and home is nothing to a service', () => {
    expect(mayKnowWhere(aFamily({ consents }), id('teacher'), place, now)).toBe(false)
    expect(mayKnowWhere(aFamily({ consents }), id('worker'), home, now)).toBe(false)
    expect(mayKnowWhere(aFamily({ consents, roles }), id('guest'), home, now)).toBe(false)
  })
  test('is nothing to a leader nobody has said yes to, nor to anybody of another municipality', () => {
    expect(mayKnowWhere(aFamily(), id('leader'), place, now)).toBe(false)
    const persons = aFamily().persons.map((each) => ({ ...each, municipality: 'elsewhere' as MunicipalityId }))
    for (const name of ['mother', 'leader', 'guest'] as const)
      expect(mayKnowWhere(aFamily({ consents, roles, persons }), id(name), contact, now), name).toBe(false)
  })
  test('is told apart: where a meeting is, how somebody is reached, and where they live', () => {
    const guardian = { responsibilities: [answers('father', 'guardian', ['economy'])] }
    const knows = (name: Name, facts: Partial<AccessFacts>) =>
      [place, contact, home].map((row) => mayKnowWhere(aFamily(facts), id(name), row, now))
    // At home the others know where they live; not how one of them asked to be reached.
    expect(knows('mother', {})).toEqual([true, false, true])
    expect(knows('leader', { consents })).toEqual([true, true, true])
    expect(knows('guardian', guardian)).toEqual([true, false, true])
    expect(knows('guest', { roles })).toEqual([false, true, false])
    expect(knows('worker', { consents })).toEqual([true, false, false])
    expect(knows('guest', { acts: [anAct('guest', ['economy'])] })).toEqual([true, false, false])
    expect(knows('guest', aMeeting('economy'))).toEqual([false, false, false])
  })
  test('is told each who is named and may know the family, a guardian or the table in progress; an act tells no address', () => {
    const named = (name: Name, family = hansen) => ({
      ...guarded,
      keepers: [{ family, person: id(name), endedAt: null }],
    })
    const knows = (name: Name, facts: Partial<AccessFacts>) => mayKnowWhere(aFamily(facts), id(name), home, now)
    const guardian = { responsibilities: [answers('father', 'guardian', ['economy'])] }
    const act = { acts: [anAct('guest', ['economy'])] }
    expect(knows('guardian', { ...guardian, ...guarded })).toBe(false)
    expect(knows('guest', { ...act, ...guarded })).toBe(false)
    expect(knows('guest', { ...act, ...named('worker') })).toBe(false)
    expect(knows('guest', { ...act, ...named('guest', 'berg' as FamilyId) })).toBe(false)
    expect(knows('guest', named('guest'))).toBe(false)
    expect(knows('guest', { ...act, ...named('guest') })).toBe(false)
    expect(knows('guardian', { ...guardian, ...named('guardian') })).toBe(true)
    expect(knows('guest', { ...aMeeting('school'), ...named('guest') })).toBe(true)
  })
  test('is not guarded for somebody who has moved out, and is from the very day the protection begins', () => {
    const from = (day: string) => ({
      protections: [{ person: id('child'), isStrict: false, from: day as CalendarDay, endedAt: null }],
    })
    const members = aFamily().members.filter((each) => each.person !== id('child'))
    const knows = (facts: Partial<AccessFacts>) =>
      mayKnowWhere(aFamily({ consents, ...facts }), id('worker'), place, now)
    expect(knows(from('2026-11-10'))).toBe(false)
    expect(knows(from('2026-11-11'))).toBe(true)
    expect(knows({ ...guarded, members })).toBe(true)
  })
  test('is known to who comes there, where nobody is protected', () => {
    expect(mayKnowWhere(aFamily({ consents }), id('worker'), place, now)).toBe(true)
    expect(mayKnowWhere(aFamily({ consents, roles }), id('guest'), contact, now)).toBe(true)
  })
  test('is the family’s and its leader’s alone where one of them is protected', () => {
    const facts = aFamily({ consents, roles, ...guarded })
    for (const row of [place, home, contact]) {
      expect(mayKnowWhere(facts, id('worker'), row, now)).toBe(false)
      expect(mayKnowWhere(facts, id('guest'), row, now)).toBe(false)
      expect(mayKnowWhere(facts, id('mother'), row, now)).toBe(row !== contact)
      expect(mayKnowWhere(facts, id('leader'), row, now)).toBe(true)
    }
  })
  test('is told who is named for it, as long as they are, and if they may know the family at all', () => {
    const keepers = (['worker', 'guest', 'teacher'] as const).map((person) => ({
      family: hansen,
      person: id(person),
      endedAt: null,
    }))
    const facts = aFamily({ consents, roles, ...guarded, keepers })
    expect(mayKnowWhere(facts, id('worker'), place, now)).toBe(true)
    expect(mayKnowWhere(facts, id('guest'), contact, now)).toBe(true)
    expect(mayKnowWhere(facts, id('teacher'), place, now)).toBe(false)
    const ended = keepers.map((each) => ({ ...each, endedAt: now }))
    expect(mayKnowWhere(aFamily({ consents, roles, ...guarded, keepers: ended }), id('worker'), place, now)).toBe(false)
  })
  test('is free again when the protection has ended, and not guarded before it begins', () => {
    const over = {
      protections: [{ person: id('child'), isStrict: false, from: '2026-01-01' as CalendarDay, endedAt: now }],
    }
    const later = {
      protections: [{ person: id('child'), isStrict: false, from: '2999-01-01' as CalendarDay, endedAt: null }],
    }
    for (const more of [over, later])
      expect(mayKnowWhere(aFamily({ consents, ...more }), id('worker'), place, now)).toBe(true)
  })
})
