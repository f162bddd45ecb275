import { describe, expect, test } from 'vitest'
import { now, always, hansen, id, aFamily, yes, nav, school, lab } from './a-family-for-tests.ts'
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
