import { describe, expect, test } from 'vitest'
import type { CalendarDay } from '../dates.ts'
import { aFamily, always, hansen, id, lab, nav, now, yes } from './a-family-for-tests.ts'
import { mayKnowWhere } from './whereabouts.ts'

const consents = [yes('father', nav, ['father'], ['economy']), yes('father', lab, ['father'], ['economy'])]
const place = { family: hansen, what: 'meeting_place' } as const
const home = { family: hansen, what: 'address' } as const
const contact = { family: hansen, what: 'referral_contact' } as const
const roles = [{ person: id('guest'), role: 'core_team' as const, ...always }]
const guarded = { protections: [{ person: id('child'), from: '2026-01-01' as CalendarDay, endedAt: null }] }

describe('where somebody can be found', () => {
  test('is nothing to a stranger, and home is nothing to a service', () => {
    expect(mayKnowWhere(aFamily({ consents }), id('teacher'), place, now)).toBe(false)
    expect(mayKnowWhere(aFamily({ consents }), id('worker'), home, now)).toBe(false)
    expect(mayKnowWhere(aFamily({ consents, roles }), id('guest'), home, now)).toBe(false)
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
      expect(mayKnowWhere(facts, id('mother'), row, now)).toBe(true)
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
    const over = { protections: [{ person: id('child'), from: '2026-01-01' as CalendarDay, endedAt: now }] }
    const later = { protections: [{ person: id('child'), from: '2999-01-01' as CalendarDay, endedAt: null }] }
    for (const more of [over, later])
      expect(mayKnowWhere(aFamily({ consents, ...more }), id('worker'), place, now)).toBe(true)
  })
})
