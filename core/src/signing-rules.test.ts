import { describe, expect, it } from 'vitest'
import type { AboutId, PartyId, PersonId } from './ids.ts'
import {
  canonical,
  findDifferences,
  findSigners,
  isWorthSigning,
  putUpPlan,
  signPlan,
  type DrawnLine,
} from './signing-rules.ts'
import type { LineWords } from './signing.ts'

const [amina, sara, solveig, tor, mia] = ['amina', 'sara', 'solveig', 'tor', 'mia'] as unknown as PersonId[] as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
  PersonId,
]
const nav = 'nav' as PartyId
const lab = 'lab' as PartyId
const place = { area: 'economy' as const, about: { whole: false, names: ['Amina'] } }
const goal: LineWords = { kind: 'goal', id: 'goal', ...place, term: 'short', text: 'Oversikt', saidBy: null }
const measure: LineWords = {
  kind: 'measure',
  id: 'measure',
  ...place,
  goalId: 'goal',
  text: 'Lese brev',
  doer: 'NAV',
  due: '2026-12-01' as never,
  monthly: null,
  costs: [],
  estimatedOre: null,
}
const waiting: LineWords = {
  kind: 'waiting',
  id: 'd',
  ...place,
  text: 'Depositum',
  who: 'NAV',
  ore: 100,
  why: 'waiting',
}
const drawn = (words: LineWords, doerParty: PartyId | null = null): DrawnLine => ({
  words,
  aboutId: 'a' as AboutId,
  doerParty,
})
const table = {
  members: [
    { personId: amina, age: 34, takesPart: true },
    { personId: sara, age: 15, takesPart: true },
  ],
  seats: [
    { personId: solveig, partyId: lab, isLeader: true },
    { personId: tor, partyId: nav, isLeader: false },
    { personId: mia, partyId: nav, isLeader: false },
  ],
}

describe('the plan is not put up', () => {
  it('by who neither leads nor is grown, nor without a goal or anything to do', () => {
    expect(putUpPlan({ isLeader: false, isGrownMember: false }, [drawn(goal)])).toEqual({
      refused: 'signing-only-leader-or-grown',
    })
    expect(putUpPlan({ isLeader: true, isGrownMember: false }, [drawn(waiting)])).toEqual({
      refused: 'signing-nothing-to-sign',
    })
    expect(isWorthSigning([drawn(goal)])).toBe(true)
  })
})

describe('who signs', () => {
  const names = (mayRead: (line: DrawnLine, person: PersonId) => boolean, lines = [drawn(goal), drawn(measure, nav)]) =>
    findSigners(lines, table, mayRead)
  it('is no child under sixteen, and no service that does nothing', () => {
    expect(names(() => true, [drawn(goal)]).signers.map((signer) => signer.personId)).toEqual([amina, solveig])
  })
  it('is no service that may not read what it would do: that waits, and binds nobody', () => {
    const { signers, lines } = names((_line, person) => person !== tor && person !== mia)
    expect(signers.map((signer) => signer.personId)).toEqual([amina, solveig])
    expect(lines[1]?.words).toMatchObject({ kind: 'waiting', id: 'measure', why: 'doer_cannot_read', who: 'NAV' })
  })
  it('is one for each service, of those who may read it', () => {
    const two = [drawn(measure, nav), drawn({ ...measure, id: 'other' }, nav)]
    expect(names((_line, person) => person !== tor, two).signers.map((signer) => signer.personId)).toEqual([
      amina,
      solveig,
      mia,
    ])
  })
  it('is the leader alone for what the leader does', () => {
    expect(names(() => true, [drawn(measure, lab)]).signers.map((signer) => signer.as)).toEqual(['member', 'leader'])
  })
})

describe('a signature is refused', () => {
  const read = { contentSha256: 'c', paperSha256: 'p' }
  const open = {
    contentSha256: 'c',
    mine: { isSigner: true, hasSigned: false, paperSha256: 'p' },
    inForceAt: null,
    isVoid: false,
    missing: [amina, tor],
  }
  const tries = (more: Partial<typeof open>, input = read) => signPlan({ ...open, ...more }, input, amina)
  it('twice, on what is no longer open, by no signer, by who cannot read it all, and on anything else than was read', () => {
    expect(tries({ mine: { ...open.mine, hasSigned: true } })).toEqual({ refused: 'signing-already-signed' })
    expect(tries({ isVoid: true })).toEqual({ refused: 'signing-no-longer-open' })
    expect(tries({ mine: { ...open.mine, isSigner: false } })).toEqual({ refused: 'signing-not-a-signer' })
    expect(tries({ mine: { ...open.mine, paperSha256: null as never } })).toEqual({ refused: 'signing-sight-changed' })
    expect(tries({}, { ...read, contentSha256: 'x' })).toEqual({ refused: 'signing-other-content' })
    expect(tries({}, { ...read, paperSha256: 'x' })).toEqual({ refused: 'signing-other-content' })
  })
  it('but for these; and the last one puts the plan in force', () => {
    expect(tries({})).toEqual({ done: { inForce: false } })
    expect(tries({ missing: [amina] })).toEqual({ done: { inForce: true } })
  })
})

describe('differences', () => {
  it('tell what is new, gone or changed; not the order of anything, and not what people say of themselves', () => {
    const voice: LineWords = { kind: 'voice', id: 'v', ...place, of: 'good_at', text: 'Mat', by: 'Amina' }
    expect(findDifferences([goal, measure], [voice, measure, goal])).toEqual([])
    const decided: LineWords = {
      kind: 'decision',
      id: 'd',
      ...place,
      measureId: 'measure',
      what: 'Depositum',
      ground: null,
      type: 'agreement',
      ore: 100,
      payer: 'NAV',
      by: 'Tor',
      on: '2026-12-01' as never,
    }
    const told = findDifferences([goal, measure, waiting], [goal, decided, { ...goal, id: 'other' }])
    expect(told.map(({ what, line }) => [what, line.kind, line.id])).toEqual([
      ['changed', 'decision', 'd'],
      ['added', 'goal', 'other'],
      ['gone', 'measure', 'measure'],
    ])
  })
  it('the same content has the same text, in whatever order its keys came', () => {
    expect(canonical({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}')
  })
})
