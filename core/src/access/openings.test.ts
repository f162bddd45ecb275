import { describe, expect, test } from 'vitest'
import type { MunicipalityId } from '../ids.ts'
import {
  aFamily,
  aMeeting,
  aNote,
  always,
  answers,
  bornAs,
  hansen,
  id,
  nav,
  now,
  turns,
  yes,
  type Name,
} from './a-family-for-tests.ts'
import type { AccessFacts, OpeningFact, Place } from './facts.ts'
import { maySeeOpening } from './openings.ts'

const opened = (...cells: Place[]): OpeningFact => ({ is: 'opening', family: hansen, cells, byUntoldAct: false })
const knows = (name: Name, opening: OpeningFact, changes: Partial<AccessFacts> = {}) =>
  maySeeOpening(aFamily(changes), id(name), opening, now)
const ofChild = aNote(['child'], 'school')
const officer = (name: Name, to: Date | null = null) => ({
  roles: [{ person: id(name), role: 'privacy_officer' as const, ...always, to }],
})

describe('that somebody has read (decision 0025)', () => {
  test('is nothing to who works there, to who only sits at the table, nor to a stranger', () => {
    const consents = [yes('mother', nav, ['child'], ['school']), yes('father', nav, ['child'], ['school'])]
    expect(knows('worker', opened(ofChild), { consents })).toBe(false)
    expect(knows('guest', opened(ofChild), aMeeting('school'))).toBe(false)
    expect(knows('away', opened(ofChild))).toBe(false)
  })
  test('is not told to somebody at home of what they could not have read themself', () => {
    const own = aNote(['father'], 'school', { privacy: 'own' })
    expect(knows('mother', opened(own))).toBe(false)
    expect(knows('father', opened(own))).toBe(true)
    expect(knows('mother', opened(own, ofChild))).toBe(true)
  })
  test('at an open table is not told to who reads there alone', () => {
    const ofMother = aNote(['mother'], 'school')
    expect(knows('teen', opened(ofMother), aMeeting('school'))).toBe(false)
    expect(knows('mother', opened(ofMother), aMeeting('school'))).toBe(true)
  })
  test('by an act that has not been told, nobody hears of: not the family, and not the privacy officer', () => {
    const untold = { ...opened(ofChild), byUntoldAct: true }
    expect(knows('mother', untold)).toBe(false)
    expect(knows('guest', untold, officer('guest'))).toBe(false)
    expect(knows('mother', { ...untold, byUntoldAct: false })).toBe(true)
  })
  test('is not told to who has moved out, or belongs to another municipality', () => {
    const members = aFamily().members.map((each) => ({ ...each, to: now }))
    expect(knows('mother', opened(aNote(['mother'], 'school')), { members })).toBe(false)
    const persons = aFamily().persons.map((each) => ({ ...each, municipality: 'elsewhere' as MunicipalityId }))
    expect(knows('mother', opened(ofChild), { persons })).toBe(false)
    expect(knows('guest', opened(ofChild), { persons, ...officer('guest') })).toBe(false)
  })
  test('is told to a guardian of somebody present there, within the mandate', () => {
    const responsibilities = [answers('father', 'guardian', ['economy'])]
    const ofFather = (area: 'economy' | 'school') => opened(aNote(['father'], area))
    const members = aFamily().members.filter((each) => each.person !== id('father'))
    expect(knows('guardian', ofFather('school'), { responsibilities })).toBe(false)
    expect(knows('guardian', ofFather('economy'), { responsibilities, members })).toBe(false)
    const elsewhere = aFamily().members.map((each) => ({ ...each, family: 'berg' as typeof hansen }))
    expect(knows('guardian', ofFather('economy'), { responsibilities, members: elsewhere })).toBe(false)
    // A parent who lives elsewhere is no guardian.
    const parent = [...responsibilities, answers('child', 'away')]
    expect(knows('away', ofFather('economy'), { responsibilities: parent, consents: [], seats: [] })).toBe(false)
    expect(knows('away', ofFather('economy'), { responsibilities })).toBe(false)
    expect(knows('guardian', ofFather('economy'), { responsibilities })).toBe(true)
    expect(knows('guardian', opened(), { responsibilities })).toBe(false)
  })
  test('of a page that shows nobody’s life is told to those from sixteen who take part', () => {
    const asTeen = (days: number) =>
      maySeeOpening(bornAs(aFamily(), 'teen', turns(16, days)), id('teen'), opened(), now)
    expect(asTeen(1)).toBe(false)
    expect(asTeen(0)).toBe(true)
    const members = aFamily().members.map((each) => ({ ...each, takesPart: each.person !== id('mother') }))
    expect(knows('mother', opened(), { members })).toBe(false)
    expect(knows('father', opened(), { members })).toBe(true)
    expect(knows('child', opened())).toBe(false)
    const unborn = aFamily().persons.map((each) => ({ ...each, born: null }))
    expect(knows('mother', opened(), { persons: unborn })).toBe(false)
  })
  test('is all told to the privacy officer in office, but of a family they are of themself', () => {
    const own = opened(aNote(['father'], 'school', { privacy: 'own' }))
    expect(knows('guest', own, officer('guest', now))).toBe(false)
    expect(knows('guest', own, officer('teacher'))).toBe(false)
    expect(knows('guest', own, { roles: [{ person: id('guest'), role: 'manager', ...always }] })).toBe(false)
    expect(knows('mother', own, officer('mother'))).toBe(false)
    const responsibilities = [answers('child', 'away')]
    expect(knows('away', own, { ...officer('away'), responsibilities })).toBe(false)
    const members = [
      ...aFamily().members,
      { family: 'berg' as typeof hansen, person: id('guest'), takesPart: true, ...always },
    ]
    expect(knows('guest', own, { ...officer('guest'), members })).toBe(true)
    expect(knows('guest', own, officer('guest'))).toBe(true)
    expect(knows('guest', opened(), officer('guest'))).toBe(true)
    expect(knows('away', own, { ...officer('away'), responsibilities: [answers('child', 'mother')] })).toBe(true)
  })
})
