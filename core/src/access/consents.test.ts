import { describe, expect, test } from 'vitest'
import type { AreaCode } from '../areas.ts'
import type { CalendarDay } from '../dates.ts'
import type { FamilyId, MunicipalityId } from '../ids.ts'
import {
  now,
  after,
  before,
  fjordvik,
  hansen,
  type Name,
  id,
  turns,
  aFamily,
  answers,
  yes,
  bornAs,
  school,
} from './a-family-for-tests.ts'
import { effectiveConsent } from './consents.ts'
import type { AccessFacts, ConsentFact } from './facts.ts'

describe('an effective consent', () => {
  const adds = (facts: AccessFacts, person: Name, area: AreaCode = 'school') =>
    effectiveConsent(facts, { family: hansen, party: school, person: id(person), area }, now)

  test('is not made by one of two who answer for a child', () => {
    const one = yes('mother', school, ['child'], ['school'])
    expect(adds(aFamily({ consents: [one] }), 'child')).toBe(false)
    expect(adds(aFamily({ consents: [one, yes('father', school, ['child'], ['school'])] }), 'child')).toBe(true)
  })

  test('needs the yes of the parent who lives elsewhere too', () => {
    const consents = (['mother', 'father'] as const).map((giver) => yes(giver, school, ['child'], ['school']))
    const responsibilities = [...aFamily().responsibilities, answers('child', 'away')]
    expect(adds(aFamily({ consents, responsibilities }), 'child')).toBe(false)
    expect(
      adds(aFamily({ consents: [...consents, yes('away', school, ['child'], ['school'])], responsibilities }), 'child'),
    ).toBe(true)
  })

  test('is not made by a child below the consent age, nor by anybody where nobody answers for it', () => {
    const consents = [yes('child', school, ['child'], ['school'])]
    expect(adds(aFamily({ consents }), 'child')).toBe(false)
    expect(adds(aFamily({ consents, responsibilities: [] }), 'child')).toBe(false)
  })

  test('passes from the parents to the young person on the birthday of the consent age', () => {
    const own = aFamily({ consents: [yes('teen', school, ['teen'], ['school'])] })
    const parents = aFamily({
      consents: (['mother', 'father'] as const).map((each) => yes(each, school, ['teen'], ['school'])),
    })
    expect(adds(bornAs(own, 'teen', turns(15, 1)), 'teen')).toBe(false)
    expect(adds(bornAs(own, 'teen', turns(15, 0)), 'teen')).toBe(true)
    expect(adds(bornAs(parents, 'teen', turns(15, 1)), 'teen')).toBe(true)
    expect(adds(bornAs(parents, 'teen', turns(15, 0)), 'teen')).toBe(false)
  })

  test('is not made for a grown person by another', () => {
    expect(adds(aFamily({ consents: [yes('mother', school, ['father'], ['school'])] }), 'father')).toBe(false)
  })

  test('is made by a guardian within the mandate, and a guardian outside it is not asked', () => {
    const consents = [yes('guardian', school, ['father'], ['school', 'economy'])]
    const responsibilities = [answers('father', 'guardian', ['economy'])]
    expect(adds(aFamily({ consents, responsibilities }), 'father', 'school')).toBe(false)
    expect(adds(aFamily({ consents, responsibilities }), 'father', 'economy')).toBe(true)
    const forChild = [answers('child', 'mother'), answers('child', 'guardian', ['economy'])]
    const mothers = [yes('mother', school, ['child'], ['school', 'economy'])]
    expect(adds(aFamily({ consents: mothers, responsibilities: forChild }), 'child', 'economy')).toBe(false)
    expect(adds(aFamily({ consents: mothers, responsibilities: forChild }), 'child', 'school')).toBe(true)
  })

  test('is not there before it begins, at its end, after it was stopped, or where it was a no', () => {
    const given = (changes: Partial<ConsentFact>) =>
      adds(aFamily({ consents: [yes('father', school, ['father'], ['school'], changes)] }), 'father')
    expect(given({ from: after(1) })).toBe(false)
    expect(given({ to: now })).toBe(false)
    expect(given({ endedAt: now })).toBe(false)
    expect(given({ answer: 'no', areas: [], persons: [], to: null })).toBe(false)
    expect(given({ from: now, to: after(1), endedAt: after(1) })).toBe(true)
  })

  test('is not there by what was said aloud before another than the giver and the writer has heard it', () => {
    const said = (changes: Partial<ConsentFact>) =>
      adds(
        aFamily({
          consents: [
            yes('father', school, ['father'], ['school'], { channel: 'oral', recorder: id('leader'), ...changes }),
          ],
        }),
        'father',
      )
    expect(said({})).toBe(false)
    expect(said({ witnesses: [{ person: id('leader'), at: before(1) }] })).toBe(false)
    expect(said({ witnesses: [{ person: id('father'), at: before(1) }] })).toBe(false)
    expect(said({ witnesses: [{ person: id('mother'), at: after(1) }] })).toBe(false)
    expect(said({ witnesses: [{ person: id('mother'), at: now }], to: now })).toBe(false)
    expect(said({ witnesses: [{ person: id('mother'), at: now }] })).toBe(true)
    expect(said({ channel: 'paper' })).toBe(true)
  })

  test('is judged by the newest age that is valid today, in whatever order the ages are kept', () => {
    const consents = [yes('teen', school, ['teen'], ['school'])]
    const age = (validFrom: string, fromAge: number) => ({
      municipality: fjordvik,
      area: 'school' as const,
      validFrom: validFrom as CalendarDay,
      fromAge,
    })
    const [old, newer, ofTomorrow] = [age('2020-01-01', 12), age('2026-11-10', 16), age('2026-11-11', 12)]
    for (const consentAges of [
      [old, newer, ofTomorrow],
      [ofTomorrow, newer, old],
      [newer, old, ofTomorrow],
    ])
      expect(adds(aFamily({ consents, consentAges }), 'teen')).toBe(false)
    for (const consentAges of [
      [old, ofTomorrow],
      [ofTomorrow, old],
    ])
      expect(adds(aFamily({ consents, consentAges }), 'teen')).toBe(true)
  })

  test("is judged by its own municipality's ages, and in a family nobody knows of there is none", () => {
    const consents = [yes('teen', school, ['teen'], ['school'])]
    const [elsewhere, berg] = ['elsewhere' as MunicipalityId, 'berg' as FamilyId]
    const { consentAges, families } = aFamily()
    const theirs = consentAges.map((each) => ({ ...each, municipality: elsewhere, fromAge: 16 }))
    const both = { consents, families: [{ id: berg, municipality: elsewhere }, ...families] }
    expect(adds(aFamily({ ...both, consentAges: theirs }), 'teen')).toBe(false)
    expect(adds(aFamily({ ...both, consentAges: [...theirs, ...consentAges] }), 'teen')).toBe(true)
    expect(adds(aFamily({ consents, families: [] }), 'teen')).toBe(false)
  })

  test('is not there for somebody whose age is not known, also where a guardian said yes', () => {
    const consents = [yes('guardian', school, ['father'], ['economy'])]
    const facts = aFamily({ consents, responsibilities: [answers('father', 'guardian', ['economy'])] })
    const persons = facts.persons.map((each) => ({ ...each, born: null }))
    expect(adds({ ...facts, persons }, 'father', 'economy')).toBe(false)
    expect(adds(facts, 'father', 'economy')).toBe(true)
  })

  test('is not there for an area without a consent age', () => {
    const consents = [yes('father', school, ['father'], ['leisure'])]
    expect(adds(aFamily({ consents }), 'father', 'leisure')).toBe(false)
  })
})
