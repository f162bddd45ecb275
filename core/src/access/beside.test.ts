import { describe, expect, test } from 'vitest'
import { aFamily, aMeeting, aNote, id, lab, nav, now, seat, yes, type Name } from './a-family-for-tests.ts'
import { mayCorrectNote, mayVoidNote } from './beside.ts'
import type { SeatFact } from './facts.ts'
import { mayChangeNote } from './writing.ts'

const by = (name: Name) => ({ author: id(name), writtenBy: id(name) })
const told = aFamily({
  consents: [yes('father', nav, ['father'], ['economy']), yes('father', lab, ['father'], ['economy'])],
})

describe('striking a note', () => {
  test('another service, somebody of the family and a guest strike nobody else’s', () => {
    const note = aNote(['father'], 'economy', by('worker'))
    expect(mayVoidNote(told, id('teacher'), note, now)).toBe(false)
    expect(mayVoidNote(told, id('father'), note, now)).toBe(false)
    expect(mayVoidNote(aFamily(aMeeting('economy')), id('guest'), note, now)).toBe(false)
  })
  test('the leader strikes what somebody at work wrote, never what the family wrote', () => {
    expect(mayVoidNote(told, id('leader'), aNote(['father'], 'economy', by('father')), now)).toBe(false)
    expect(mayVoidNote(aFamily(), id('leader'), aNote(['father'], 'economy', by('worker')), now)).toBe(false)
    expect(mayVoidNote(told, id('leader'), aNote(['father'], 'economy', by('worker')), now)).toBe(true)
  })
  test('the leader strikes what they read, as leader, and never what lies elsewhere than on the table', () => {
    const note = aNote(['father'], 'economy', by('worker'))
    const leads = (changes: Partial<SeatFact>) => ({
      ...told,
      seats: [seat('leader', lab, { role: 'leader', ...changes })],
    })
    expect(mayVoidNote(leads({ role: 'member' }), id('leader'), note, now)).toBe(false)
    expect(mayVoidNote(leads({ endedAt: now }), id('leader'), note, now)).toBe(false)
    expect(mayVoidNote(told, id('leader'), aNote(['father'], 'school', by('worker')), now)).toBe(false)
    expect(mayVoidNote(told, id('leader'), { ...note, privacy: 'child' }, now)).toBe(false)
    const open = { ...aFamily(aMeeting('school')), consents: told.consents, screens: [] }
    const there = { ...open, admissions: open.admissions.map((each) => ({ ...each, person: id('leader') })) }
    expect(mayVoidNote(there, id('leader'), aNote(['father'], 'school', by('worker')), now)).toBe(false)
    expect(mayVoidNote(leads({}), id('leader'), note, now)).toBe(true)
  })
  test('there is nothing to strike where the words are erased', () => {
    const note = aNote(['father'], 'economy', by('worker'))
    expect(mayVoidNote(told, id('worker'), { ...note, hasWords: false }, now)).toBe(false)
  })
  test('what somebody of the family wrote stays theirs when they have moved out', () => {
    const note = aNote(['father'], 'economy', by('mother'))
    const members = told.members.map((each) => (each.person === id('mother') ? { ...each, to: now } : each))
    expect(mayVoidNote({ ...told, members }, id('leader'), note, now)).toBe(false)
    const others = told.members.map((each) =>
      each.person === id('mother') ? { ...each, family: 'berg' as typeof note.family } : each,
    )
    expect(mayVoidNote({ ...told, members: others }, id('leader'), note, now)).toBe(true)
  })
  test('who wrote it strikes it, once, while they may write there', () => {
    const note = aNote(['father'], 'economy', by('worker'))
    expect(mayVoidNote(aFamily(), id('worker'), note, now)).toBe(false)
    expect(mayVoidNote(told, id('worker'), { ...note, voided: true }, now)).toBe(false)
    expect(mayVoidNote(told, id('worker'), note, now)).toBe(true)
  })
})

describe('a correction', () => {
  test('is not put beside one’s own words, what somebody keeps, or a note that is void', () => {
    expect(mayCorrectNote(told, id('father'), aNote(['father'], 'economy', by('father')), now)).toBe(false)
    expect(
      mayCorrectNote(told, id('mother'), aNote(['child'], 'school', { privacy: 'child', ...by('child') }), now),
    ).toBe(false)
    expect(
      mayCorrectNote(told, id('father'), { ...aNote(['father'], 'economy', by('worker')), voided: true }, now),
    ).toBe(false)
  })
  test('is not put beside erased words, nor by a large screen, nor by a parent who cannot read it', () => {
    const note = aNote(['father'], 'economy', by('worker'))
    expect(mayCorrectNote(told, id('father'), { ...note, hasWords: false }, now)).toBe(false)
    expect(mayCorrectNote({ ...told, screens: [id('father')] }, id('father'), note, now)).toBe(false)
    expect(mayCorrectNote({ ...told, screens: [id('guest')] }, id('father'), note, now)).toBe(true)
    const leisure = aNote(['child'], 'leisure', by('teacher'))
    expect(mayCorrectNote(told, id('mother'), leisure, now)).toBe(false)
    expect(mayCorrectNote(told, id('father'), { ...note, privacy: 'own' }, now)).toBe(false)
  })
  test('is not put by who works there, nor by another grown person of the family', () => {
    const note = aNote(['father'], 'economy', by('worker'))
    expect(mayCorrectNote(told, id('leader'), note, now)).toBe(false)
    const ofChild = aNote(['child'], 'economy', by('worker'))
    const parents = (['mother', 'father'] as const).map((each) => yes(each, lab, ['child'], ['economy']))
    expect(mayCorrectNote({ ...told, consents: parents }, id('leader'), ofChild, now)).toBe(false)
    expect(mayCorrectNote(told, id('mother'), note, now)).toBe(false)
  })
  test('is put by who it is about, and by a parent for a child', () => {
    expect(mayCorrectNote(told, id('father'), aNote(['father'], 'economy', by('worker')), now)).toBe(true)
    expect(mayCorrectNote(told, id('mother'), aNote(['child'], 'school', by('teacher')), now)).toBe(true)
    expect(mayCorrectNote(told, id('mother'), aNote(['mother', 'teen'], 'school', by('teacher')), now)).toBe(true)
    expect(mayCorrectNote(told, id('teen'), aNote(['mother', 'teen'], 'school', by('teacher')), now)).toBe(true)
  })
})

test('a void note is not written on; one with a correction is neither moved nor erased, but answered', () => {
  const note = aNote(['father'], 'economy', by('father'))
  const may = (before: object, after: object) =>
    mayChangeNote(told, id('father'), { ...note, ...before }, { ...note, ...before, ...after }, now)
  expect(may({ voided: true }, {})).toBe(false)
  expect(may({ voided: true }, { hasWords: false })).toBe(true)
  expect(may({ corrected: true }, { hasWords: false })).toBe(false)
  expect(may({ corrected: true }, { privacy: 'own' })).toBe(false)
  expect(may({ corrected: true }, {})).toBe(true)
})
