import { describe, expect, test } from 'vitest'
import type { MunicipalityId } from '../ids.ts'
import {
  aFamily,
  aMeeting,
  always,
  anAct,
  answers,
  before,
  hansen,
  id,
  lab,
  nav,
  now,
  school,
  yes,
  type Name,
} from './a-family-for-tests.ts'
import type { AccessFacts, ConsentFact } from './facts.ts'
import { maySeeConsent, maySeeFamily, maySeeMembers } from './structure.ts'

describe('families and consents', () => {
  test('a seat knows of no family until somebody there has said yes to its party', () => {
    expect(maySeeFamily(aFamily(), id('worker'), hansen, now)).toBe(false)
    const consents = [yes('father', nav, ['father'], ['economy'])]
    expect(maySeeFamily(aFamily({ consents }), id('worker'), hansen, now)).toBe(true)
  })

  test('the core team knows the family, not who is in it', () => {
    const facts = aFamily({ roles: [{ person: id('guest'), role: 'core_team', ...always }] })
    expect(maySeeMembers(facts, id('guest'), hansen, now)).toBe(false)
    expect(maySeeFamily(facts, id('guest'), hansen, now)).toBe(true)
    const manager = aFamily({ roles: [{ person: id('guest'), role: 'manager', ...always }] })
    expect(maySeeFamily(manager, id('guest'), hansen, now)).toBe(false)
  })

  test('a family is unknown to who has moved out, to parents who live elsewhere, and in another municipality', () => {
    const facts = aFamily({ responsibilities: [answers('child', 'away')] })
    const knows = (changed: Partial<AccessFacts>, name: Name) =>
      maySeeMembers({ ...facts, ...changed }, id(name), hansen, now)
    expect(knows({}, 'away')).toBe(false)
    expect(knows({ members: facts.members.map((each) => ({ ...each, to: now })) }, 'mother')).toBe(false)
    const elsewhere = facts.persons.map((each) => ({ ...each, municipality: 'elsewhere' as MunicipalityId }))
    expect(knows({ persons: elsewhere }, 'mother')).toBe(false)
    expect(
      knows({ persons: elsewhere, roles: [{ person: id('mother'), role: 'core_team', ...always }] }, 'mother'),
    ).toBe(false)
    expect(knows({}, 'mother')).toBe(true)
  })

  test('a family is known to a guardian of somebody present there, to the admitted at its table, and to whom an act names', () => {
    const guarded = { responsibilities: [answers('father', 'guardian', ['economy'])] }
    const knows = (changed: Partial<AccessFacts>, name: Name) => maySeeMembers(aFamily(changed), id(name), hansen, now)
    const without = (person: Name) => aFamily().members.filter((each) => each.person !== id(person))
    expect(knows({ ...guarded, members: without('father') }, 'guardian')).toBe(false)
    const moved = aFamily().members.map((each) => ({ ...each, family: 'berg' as typeof hansen }))
    expect(knows({ ...guarded, members: moved }, 'guardian')).toBe(false)
    expect(knows(aMeeting('school', { leftAt: now }), 'guest')).toBe(false)
    expect(knows({ acts: [anAct('guest', [], { to: now })] }, 'guest')).toBe(false)
    expect(knows({ acts: [anAct('teacher', [])] }, 'guest')).toBe(false)
    expect(knows(guarded, 'guardian')).toBe(true)
    expect(knows(aMeeting('school'), 'guest')).toBe(true)
    expect(knows({ acts: [anAct('guest', [])] }, 'guest')).toBe(true)
  })

  test('who is said to have heard a yes sees it until they have said whether they did (decision 0028)', () => {
    const heard = yes('father', nav, ['father'], ['economy'], {
      channel: 'oral',
      recorder: id('leader'),
      heardBy: id('teacher'),
    })
    const known = aFamily({ consents: [yes('mother', school, ['mother'], ['school'])] })
    const sees = (changes: Partial<ConsentFact>, facts = known) =>
      maySeeConsent(facts, id('teacher'), { ...heard, ...changes }, now)
    expect(sees({}, aFamily())).toBe(false)
    expect(sees({ heardBy: id('worker') })).toBe(false)
    expect(sees({ channel: 'paper' })).toBe(false)
    expect(sees({ answer: 'no' })).toBe(false)
    expect(sees({ recorder: id('teacher') })).toBe(false)
    expect(sees({ endedAt: before(1) })).toBe(false)
    expect(sees({ to: now })).toBe(false)
    const witnesses = [{ person: id('worker'), at: before(1) }]
    expect(sees({ witnesses: [...witnesses, { person: id('teacher'), at: before(1) }] })).toBe(false)
    expect(sees({ witnesses })).toBe(true)
    expect(sees({})).toBe(true)
  })

  test('a service reads a yes that was said aloud when it was heard, not before', () => {
    const said = yes('father', nav, ['father'], ['economy'], { channel: 'oral', recorder: id('leader') })
    expect(maySeeConsent(aFamily(), id('worker'), said, now)).toBe(false)
    const witnesses = [{ person: id('mother'), at: before(1) }]
    expect(maySeeConsent(aFamily(), id('worker'), { ...said, witnesses }, now)).toBe(true)
  })

  test('one parent never sees what the other answered', () => {
    const answer = yes('mother', school, ['child'], ['school'])
    expect(maySeeConsent(aFamily(), id('father'), answer, now)).toBe(false)
    expect(maySeeConsent(aFamily(), id('mother'), answer, now)).toBe(true)
    expect(maySeeConsent(aFamily(), id('child'), answer, now)).toBe(true)
  })

  test('the leader sees what was answered once the family is theirs to know', () => {
    const no = yes('mother', school, [], [], { answer: 'no', to: null })
    expect(maySeeConsent(aFamily(), id('leader'), no, now)).toBe(false)
    const consents = [yes('father', lab, ['father'], ['economy'])]
    expect(maySeeConsent(aFamily({ consents }), id('leader'), no, now)).toBe(true)
  })

  test('a service never sees a no', () => {
    const no = yes('mother', school, [], [], { answer: 'no', to: null })
    expect(maySeeConsent(aFamily(), id('teacher'), no, now)).toBe(false)
    expect(maySeeConsent(aFamily(), id('teacher'), { ...no, answer: 'yes' }, now)).toBe(true)
    expect(maySeeConsent(aFamily(), id('worker'), { ...no, answer: 'yes' }, now)).toBe(false)
  })
})
