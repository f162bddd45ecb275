import { describe, expect, test } from 'vitest'
import type { MunicipalityId } from '../ids.ts'
import { roles } from '../people.ts'
import { aFamily, always, fjordvik, hansen, id, now, people, type Name } from './a-family-for-tests.ts'
import type { HoldFact, RoleFact } from './facts.ts'
import { maySeeHold } from './holds.ts'
import { maySeeSheet } from './sheets.ts'

const holds = (name: Name, role: RoleFact['role'], more: Partial<RoleFact> = {}): RoleFact => ({
  person: id(name),
  role,
  ...always,
  ...more,
})

describe('what somebody sent of herself', () => {
  const sheet = { municipality: fjordvik, waits: true }
  const sees = (name: Name, held: RoleFact[], of = sheet) => maySeeSheet(aFamily({ roles: held }), id(name), of, now)

  test('is read by nobody of a family or at a table, and by no other role', () => {
    for (const name of people) expect(sees(name, []), name).toBe(false)
    for (const role of roles.filter((each) => each !== 'core_team'))
      expect(sees('worker', [holds('worker', role)]), role).toBe(false)
  })
  test('is the core team’s while they are of it, in the municipality it was sent to, until it is taken in or back', () => {
    const team = holds('worker', 'core_team')
    expect(sees('worker', [team])).toBe(true)
    expect(sees('teacher', [team])).toBe(false)
    expect(sees('worker', [{ ...team, to: now }])).toBe(false)
    expect(sees('worker', [team], { ...sheet, waits: false })).toBe(false)
    expect(sees('worker', [team], { ...sheet, municipality: 'elsewhere' as MunicipalityId })).toBe(false)
  })
})

describe('a hold over a person', () => {
  const over = (name: Name, told = true): HoldFact => ({ is: 'hold', family: hansen, person: id(name), told })
  const sees = (name: Name, hold: HoldFact, held: RoleFact[] = []) =>
    maySeeHold(aFamily({ roles: held }), id(name), hold, now)

  test('is told to that person alone, and to nobody when it is kept quiet', () => {
    for (const name of people) expect(sees(name, over('child')), name).toBe(name === 'child')
    for (const name of people) expect(sees(name, over('child', false)), name).toBe(false)
  })
  test('is the privacy officer’s, but not over themself, nor over anybody of a family of theirs', () => {
    const officer = (name: Name) => [holds(name, 'privacy_officer')]
    expect(sees('worker', over('child', false), officer('worker'))).toBe(true)
    expect(sees('mother', over('father', false), officer('mother'))).toBe(false)
    expect(sees('worker', over('worker', false), officer('worker'))).toBe(false)
    expect(sees('mother', over('mother', false), officer('mother'))).toBe(false)
  })
  test('is not the officer’s over who was of their family once, and is over who never was', () => {
    const roles = [holds('mother', 'privacy_officer')]
    const gone = { family: hansen, person: id('away'), takesPart: true, from: always.from, to: now }
    const facts = aFamily({ roles })
    expect(maySeeHold(facts, id('mother'), over('away', false), now)).toBe(true)
    expect(maySeeHold({ ...facts, members: [...facts.members, gone] }, id('mother'), over('away', false), now)).toBe(
      false,
    )
  })
})
