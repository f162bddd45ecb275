import { describe, expect, it } from 'vitest'
import type { AskMember, RecordResponsibility } from './commands/household.ts'
import type { Household, HouseholdMember } from './household.ts'
import * as rules from './household-rules.ts'

const now = new Date('2026-11-22T12:00:00Z')
const member = (id: string, more: Partial<HouseholdMember> = {}): HouseholdMember =>
  ({
    id,
    name: `${id} Vik`,
    calledName: id,
    age: 40,
    isChild: false,
    isMe: id === 'mother',
    answersFor: [],
    protection: null,
    whereabouts: [],
    cameOfAge: null,
    mayMoveOut: id === 'mother',
    ...more,
  }) as unknown as HouseholdMember
const home = (more: Partial<Household> = {}): Household =>
  ({
    iLead: false,
    iSpeak: true,
    members: [member('mother'), member('father'), member('child', { age: 9, isChild: true })],
    earlier: [],
    asked: [],
    guarded: false,
    keepers: [],
    couldKeep: [],
    ...more,
  }) as unknown as Household
const led = (more: Partial<Household> = {}) => home({ iLead: true, iSpeak: false, ...more })
const homeAnswering = (more: Partial<Household> = {}) => rules.byLeader(home(more))
const ledAnswering = (more: Partial<Household> = {}) => rules.byLeader(led(more))

describe('moving out', () => {
  it('is nobody’s to say of another, and of nobody who lives there', () => {
    expect(rules.moveOut(home(), 'father')).toEqual({ refused: 'not-found' })
    expect(rules.moveOut(home(), 'stranger')).toEqual({ refused: 'not-found' })
    expect(rules.moveOut(undefined, 'mother')).toEqual({ refused: 'not-found' })
  })
  it('is not for who is alone: the course ends, which is another thing', () => {
    expect(rules.moveOut(home({ members: [member('mother')] }), 'mother')).toEqual({ refused: 'member-last' })
  })
  it('is one’s own to say', () => {
    expect(rules.moveOut(home(), 'mother')).toHaveProperty('done')
  })
})

describe('a new member', () => {
  const ask = (more: object = {}) =>
    ({
      proposalId: 'p',
      personId: 'x',
      relation: 'partner',
      who: { name: 'Stian Foss', born: '1990-01-01', telephone: '40000555' },
      ...more,
    }) as unknown as AskMember
  it('is asked for by nobody who neither speaks nor leads', () => {
    expect(rules.askMember(home({ iSpeak: false }), ask(), now)).toEqual({ refused: 'not-found' })
  })
  it.each([
    ['born tomorrow', '2026-11-23', 'referral-born-unlikely'],
    ['born too long ago', '1899-01-01', 'referral-born-unlikely'],
    ['eighteen tomorrow', '2008-11-23', 'member-not-grown'],
  ])('%s is refused', (_which, born, why) => {
    expect(rules.askMember(home(), ask({ who: { name: 'Stian Foss', born, telephone: '' } }), now)).toEqual({
      refused: why,
    })
  })
  it('is eighteen today', () => {
    expect(
      rules.askMember(home(), ask({ who: { name: 'S F', born: '2008-11-22', telephone: '' } }), now),
    ).toHaveProperty('done')
  })
  it('comes back only who belonged and may', () => {
    const earlier = [
      { id: 'x', name: 'Jo Vik', relation: 'father', from: '2020-01-01', to: '2026-01-01', mayComeBack: false },
    ]
    expect(rules.askMember(home(), ask({ who: null }), now)).toEqual({ refused: 'not-found' })
    expect(rules.askMember(home({ earlier } as never), ask({ who: null }), now)).toEqual({ refused: 'not-found' })
    const may = [{ ...earlier[0], mayComeBack: true }]
    expect(rules.askMember(home({ earlier: may } as never), ask({ who: null }), now)).toHaveProperty('done')
  })
  it('is answered once, by who speaks for the family', () => {
    const asked = [{ id: 'p', mayAnswer: false }]
    expect(rules.answerMember(led({ asked } as never), 'p', 'yes')).toEqual({ refused: 'not-found' })
    expect(rules.answerMember(home(), 'p', 'yes')).toEqual({ refused: 'not-found' })
    expect(rules.answerMember(home({ asked } as never), 'p', 'yes')).toEqual({ refused: 'member-already-answered' })
    expect(rules.answerMember(home({ asked: [{ id: 'p', mayAnswer: true }] } as never), 'p', 'no')).toMatchObject({
      done: { events: [{ kind: 'member.answered', data: { answer: 'no' } }] },
    })
  })
})

describe('who answers for somebody', () => {
  const told = (more: object = {}) =>
    ({
      responsibilityId: 'r',
      personId: 'child',
      holderId: 'father',
      holderName: null,
      kind: 'parental',
      areas: null,
      source: 'register',
      documentOn: null,
      until: null,
      ...more,
    }) as unknown as RecordResponsibility
  it('is written by the leader alone, and of nobody for themself', () => {
    expect(rules.recordResponsibility(homeAnswering(), told(), now)).toEqual({ refused: 'not-found' })
    expect(rules.recordResponsibility(ledAnswering(), told({ personId: 'stranger' }), now)).toEqual({
      refused: 'not-found',
    })
    expect(rules.recordResponsibility(ledAnswering(), told({ holderId: 'child' }), now)).toEqual({
      refused: 'responsibility-holder-unknown',
    })
    expect(rules.recordResponsibility(ledAnswering(), told({ holderId: 'stranger' }), now)).toEqual({
      refused: 'responsibility-holder-unknown',
    })
  })
  it('as a parent only under eighteen; as a guardian at any age', () => {
    expect(rules.recordResponsibility(ledAnswering(), told({ personId: 'mother' }), now)).toEqual({
      refused: 'responsibility-grown',
    })
    expect(
      rules.recordResponsibility(
        ledAnswering(),
        told({ personId: 'mother', kind: 'guardian', areas: ['economy'] }),
        now,
      ),
    ).toHaveProperty('done')
  })
  it('never from a document of tomorrow, nor until a day that is over', () => {
    expect(rules.recordResponsibility(ledAnswering(), told({ documentOn: '2026-11-23' }), now)).toEqual({
      refused: 'responsibility-over',
    })
    expect(rules.recordResponsibility(ledAnswering(), told({ until: '2026-11-21' }), now)).toEqual({
      refused: 'responsibility-over',
    })
    expect(rules.recordResponsibility(ledAnswering(), told({ until: '2026-11-22' }), now)).toHaveProperty('done')
  })
  it('once for the same', () => {
    const child = member('child', { age: 9, answersFor: [{ id: 'a', holder: 'father', kind: 'parental' }] as never })
    expect(rules.recordResponsibility(ledAnswering({ members: [member('father'), child] }), told(), now)).toEqual({
      refused: 'responsibility-already-there',
    })
  })
  it('is ended where it stands', () => {
    const child = member('child', { answersFor: [{ id: 'a' }] as never })
    expect(rules.endResponsibility(homeAnswering({ members: [child] }), 'a')).toEqual({ refused: 'not-found' })
    expect(rules.endResponsibility(ledAnswering({ members: [child] }), 'b')).toEqual({ refused: 'not-found' })
    expect(rules.endResponsibility(ledAnswering({ members: [child] }), 'a')).toHaveProperty('done')
  })
})

describe('a protected address', () => {
  it('is known to others only by name, of those at the table, and only when there is one', () => {
    const name = { commandId: 'c', personId: 'tor', may: true } as never
    const couldKeep = [{ id: 'tor', name: 'Tor' }]
    expect(rules.nameKeeper(home({ couldKeep } as never), name)).toEqual({ refused: 'not-found' })
    expect(rules.nameKeeper(home({ guarded: true }), name)).toEqual({ refused: 'not-found' })
    expect(rules.nameKeeper(home({ guarded: true, iSpeak: false, couldKeep } as never), name)).toEqual({
      refused: 'not-found',
    })
    expect(rules.nameKeeper(home({ guarded: true, couldKeep } as never), name)).toHaveProperty('done')
    const back = { commandId: 'c', personId: 'tor', may: false } as never
    expect(rules.nameKeeper(home({ guarded: true, couldKeep } as never), back)).toEqual({ refused: 'not-found' })
    expect(rules.nameKeeper(home({ guarded: true, keepers: couldKeep } as never), back)).toHaveProperty('done')
  })
  it('is not written from tomorrow, nor twice', () => {
    const record = (from: string) =>
      ({ protectionId: 'p', personId: 'child', level: 'confidential', source: 'register', from }) as never
    expect(rules.recordProtection(home(), record('2026-11-22'), now)).toEqual({ refused: 'not-found' })
    expect(rules.recordProtection(led(), record('2026-11-23'), now)).toEqual({ refused: 'protection-not-yet' })
    expect(rules.recordProtection(led(), record('2026-11-22'), now)).toHaveProperty('done')
    const child = member('child', { protection: { id: 'p' } as never })
    expect(rules.recordProtection(led({ members: [child] }), record('2026-11-22'), now)).toEqual({
      refused: 'protection-already-there',
    })
    expect(rules.endProtection(home({ members: [child] }), 'p')).toEqual({ refused: 'not-found' })
    expect(rules.endProtection(led({ members: [child] }), 'p')).toHaveProperty('done')
  })
})

describe('coming of age', () => {
  it('is seen to by oneself, at the age one has come to, once', () => {
    const of = (answered: boolean) =>
      home({ members: [member('mother', { cameOfAge: { age: 16, on: '2026-11-22', answered, areas: [] } as never })] })
    expect(rules.seeToAge(home(), 16)).toEqual({ refused: 'not-found' })
    expect(rules.seeToAge(of(true), 16)).toEqual({ refused: 'not-found' })
    expect(rules.seeToAge(of(false), 18)).toEqual({ refused: 'not-found' })
    expect(rules.seeToAge(of(false), 16)).toHaveProperty('done')
  })
})
