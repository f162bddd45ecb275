import type { AreaCode } from '../areas.ts'
import type { FamilyId, PersonId } from '../ids.ts'
import {
  aFamily,
  after,
  aMeeting,
  always,
  anAct,
  answers,
  aunt,
  before,
  hansen,
  id,
  lab,
  nav,
  school,
  seat,
  yes,
  type Name,
} from './a-family-for-tests.ts'
import type { AccessFacts, DraftFact, NoteFact, PromiseFact } from './facts.ts'

/** A row as it is asked about: by whom, and whatever a note, a draft or a promise there would have. */
export type Asked = Omit<NoteFact, 'is' | 'about'> &
  Pick<PromiseFact, 'party' | 'boundUntil'> &
  Pick<DraftFact, 'writer' | 'changedAt'> & {
    readonly by: PersonId
    readonly whole: boolean
    readonly persons: readonly PersonId[]
    readonly aboutFamily: FamilyId
  }
/** What is known of a small town, and what is asked. */
export type Story = AccessFacts & { readonly asked: readonly [Asked] }

function ask(
  by: Name | 'trusted',
  about: Name[] | 'whole',
  area: AreaCode,
  more: Partial<Asked> = {},
): Pick<Story, 'asked'> {
  return {
    asked: [
      {
        by: id(by),
        family: hansen,
        aboutFamily: hansen,
        whole: about === 'whole',
        persons: about === 'whole' ? [] : about.map(id),
        area,
        privacy: 'table',
        cell: 'today',
        author: id(by),
        writtenBy: id(by),
        hasWords: true,
        voided: false,
        corrected: false,
        writer: id(by),
        changedAt: before(30_000),
        party: nav,
        boundUntil: null,
        ...more,
      },
    ],
  }
}

const parents = ['mother', 'father'] as const
const forChild = (party: typeof nav, area: AreaCode) => parents.map((each) => yes(each, party, ['child'], [area]))
const fathers = [yes('father', nav, ['father'], ['economy'])]
const over = seat('worker', nav, { endedAt: before(1) })
const aunts = {
  seats: [seat('trusted', aunt, { declaredAt: before(1) })],
  parties: [{ id: aunt, declarationRequired: true }],
}
const guardian = { responsibilities: [answers('father', 'guardian', ['economy'])] }
const atNav = { person: id('guest'), role: 'caseworker' as const, party: nav, ...always }
const coreTeam = { person: id('guest'), role: 'core_team' as const, ...always }

/** Each with what it takes for `by` to see the row, or to be just short of it. */
export const stories: Readonly<Record<string, Story>> = {
  'his own row': { ...aFamily(), ...ask('father', ['father'], 'economy') },
  'a row about the whole family': { ...aFamily(), ...ask('father', 'whole', 'common') },
  'a child and its mother': { ...aFamily(), ...ask('mother', ['child'], 'school') },
  'a young person and a parent': { ...aFamily(), ...ask('mother', ['teen'], 'school', { author: id('teen') }) },
  "a child's own words": { ...aFamily(), ...ask('mother', ['child'], 'school', { privacy: 'child' }) },
  'own words': { ...aFamily(), ...ask('teen', ['teen'], 'school', { privacy: 'own' }) },
  'a young person and the whole family': { ...aFamily(), ...ask('teen', 'whole', 'school') },
  'a guardian within the mandate': { ...aFamily(guardian), ...ask('guardian', ['father'], 'economy') },
  'a service that a guardian said yes to': {
    ...aFamily({ ...guardian, consents: [yes('guardian', nav, ['father'], ['economy'])] }),
    ...ask('worker', ['father'], 'economy'),
  },
  'a service he said yes to': { ...aFamily({ consents: fathers }), ...ask('worker', ['father'], 'economy') },
  'what is common, by a yes': {
    ...aFamily({ consents: fathers }),
    ...ask('worker', ['father'], 'common', { author: id('father') }),
  },
  "a child, by both parents' yes": {
    ...aFamily({ consents: forChild(school, 'school') }),
    ...ask('teacher', ['child'], 'school'),
  },
  "a child's words, by both parents' yes to the leader": {
    ...aFamily({ consents: forChild(lab, 'school') }),
    ...ask('leader', ['child'], 'school', { privacy: 'child' }),
  },
  "a young person's own yes": {
    ...aFamily({ consents: [yes('teen', school, ['teen'], ['school'])] }),
    ...ask('teacher', ['teen'], 'school'),
  },
  'a yes from the whole family': {
    ...aFamily({ consents: parents.flatMap((each) => [yes(each, nav, [each, 'child'], ['economy'])]) }),
    members: aFamily().members.filter((each) => each.person !== id('teen')),
    ...ask('worker', 'whole', 'economy'),
  },
  'a trusted person': {
    ...aFamily({ ...aunts, consents: [yes('father', aunt, ['father'], ['economy'])] }),
    ...ask('trusted', ['father'], 'economy'),
  },
  'a yes said aloud': {
    ...aFamily({
      consents: fathers.map((each) => ({
        ...each,
        channel: 'oral' as const,
        recorder: id('leader'),
        heardBy: id('worker'),
        witnesses: [{ person: id('teacher'), at: before(1) }],
      })),
    }),
    ...ask('worker', ['father'], 'economy'),
  },
  'at the table': { ...aFamily(aMeeting('economy')), ...ask('guest', ['father'], 'economy', { author: id('father') }) },
  'at the table, what is common': { ...aFamily(aMeeting('common')), ...ask('guest', 'whole', 'common') },
  'a large screen at the table': {
    ...aFamily({ ...aMeeting('economy'), screens: [id('guest')] }),
    ...ask('guest', ['father'], 'economy'),
  },
  'a promise': { ...aFamily(), ...ask('worker', ['mother'], 'economy') },
  'a promise after the seat': {
    ...aFamily({ seats: [over] }),
    ...ask('worker', ['mother'], 'economy', { boundUntil: after(1) }),
  },
  'a promise after a declared seat': {
    ...aFamily({ seats: [{ ...over, declaredAt: before(500) }], parties: [] }),
    ...ask('worker', ['mother'], 'economy', { boundUntil: after(1) }),
  },
  'an act': {
    ...aFamily({ acts: [anAct('guest', ['economy'])] }),
    ...ask('guest', ['father'], 'economy', { privacy: 'own' }),
  },
  'an act for who works there': {
    ...aFamily({ acts: [anAct('guest', ['economy'], { party: nav })], roles: [atNav] }),
    ...ask('guest', 'whole', 'economy'),
  },
  'the core team': { ...aFamily({ roles: [coreTeam] }), ...ask('guest', ['father'], 'economy') },
}
