import { describe, expect, test } from 'vitest'
import {
  aFamily,
  after,
  always,
  anAct,
  before,
  id,
  lab,
  nav,
  now,
  school,
  turns,
  yes,
  bornAs,
} from './a-family-for-tests.ts'
import { maySeeAct, maySeeReport, maySeeTold } from './acts.ts'
import { hansen } from './a-family-for-tests.ts'

describe('an act', () => {
  const act = anAct('guest', ['economy'], { recordedBy: id('worker') })
  test('that is not told is its two people’s alone', () => {
    for (const name of ['mother', 'father', 'teen', 'leader', 'teacher', 'guardian'] as const)
      expect(maySeeAct(aFamily(), id(name), act, now), name).toBe(false)
    expect(maySeeAct(aFamily(), id('mother'), { ...act, toldAt: after(1) }, now)).toBe(false)
    for (const name of ['guest', 'worker'] as const) expect(maySeeAct(aFamily(), id(name), act, now), name).toBe(true)
  })
  test('that is told is told to the family from sixteen and its leader, to no other seat and to no child', () => {
    const told = { ...act, toldAt: before(1) }
    const consents = [yes('father', lab, ['father'], ['economy']), yes('father', school, ['father'], ['economy'])]
    const facts = aFamily({ consents })
    for (const name of ['mother', 'father', 'leader'] as const)
      expect(maySeeAct(facts, id(name), told, now), name).toBe(true)
    for (const name of ['child', 'teen', 'teacher', 'away'] as const)
      expect(maySeeAct(facts, id(name), told, now), name).toBe(false)
    expect(maySeeAct(bornAs(facts, 'teen', turns(16, 0)), id('teen'), told, now)).toBe(true)
    expect(maySeeAct(bornAs(facts, 'teen', turns(16, 1)), id('teen'), told, now)).toBe(false)
  })
})

describe('a report', () => {
  const report = { family: hansen, writtenBy: id('worker'), fromParty: nav, toParty: school, told: [id('mother')] }
  const named = { receivers: [{ party: school, person: id('teacher'), ...always }] }
  const job = (name: 'teacher' | 'worker' | 'mother', party: typeof nav) => ({
    person: id(name),
    role: 'caseworker' as const,
    party,
    ...always,
  })
  const works = { roles: [job('teacher', school)] }
  test('is its author’s, and of who is named to receive it and works there', () => {
    expect(maySeeReport(aFamily({ roles: [job('worker', nav)] }), id('worker'), report, now)).toBe(true)
    expect(maySeeReport(aFamily({ roles: [job('worker', school)] }), id('worker'), report, now)).toBe(false)
    const atHome = { receivers: [{ party: school, person: id('mother'), ...always }], roles: [job('mother', school)] }
    expect(maySeeReport(aFamily(atHome), id('mother'), report, now)).toBe(false)
    expect(maySeeReport(aFamily(named), id('teacher'), report, now)).toBe(false)
    expect(maySeeReport(aFamily(works), id('teacher'), report, now)).toBe(false)
    expect(maySeeReport(aFamily({ ...named, ...works }), id('teacher'), report, now)).toBe(true)
    const toNav = { ...report, toParty: nav }
    expect(maySeeReport(aFamily({ ...named, ...works }), id('teacher'), toNav, now)).toBe(false)
  })
  test('is nothing to the family, told or not; who was told reads what they were told, and not what another was', () => {
    const facts = aFamily({ ...named, ...works })
    for (const name of ['mother', 'father', 'child', 'teen', 'leader'] as const)
      expect(maySeeReport(facts, id(name), report, now), name).toBe(false)
    expect(maySeeTold(facts, id('mother'), report, id('mother'), now)).toBe(true)
    expect(maySeeTold(facts, id('father'), report, id('mother'), now)).toBe(false)
    expect(maySeeTold(facts, id('teacher'), report, id('mother'), now)).toBe(true)
  })
})
