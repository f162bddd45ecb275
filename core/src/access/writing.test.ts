import { describe, expect, test } from 'vitest'
import type { FamilyId } from '../ids.ts'
import {
  now,
  before,
  type Name,
  id,
  aFamily,
  yes,
  aNote,
  aPromise,
  aMeeting,
  nav,
  school,
  lab,
  seat,
} from './a-family-for-tests.ts'
import type { NoteFact } from './facts.ts'
import { mayChangeDraft, mayChangeNote, mayDeleteDraft, mayPromise, mayWriteDraft, mayWriteNote } from './writing.ts'

describe('writing', () => {
  const by = (name: Name) => ({ author: id(name), writtenBy: id(name) })

  test('nobody writes in the name of another', () => {
    expect(mayWriteNote(aFamily(), id('father'), aNote(['father'], 'school', by('mother')), now)).toBe(false)
  })

  test('nobody writes in a set of persons that belongs to another family', () => {
    const note = aNote(['father'], 'school', by('father'))
    const about = { ...note.about, family: 'other' as FamilyId }
    expect(mayWriteNote(aFamily(), id('father'), { ...note, about }, now)).toBe(false)
    expect(mayWriteNote(aFamily(), id('father'), note, now)).toBe(true)
  })

  test('a large screen writes nothing, whatever is open to it', () => {
    const note = aNote(['father'], 'economy', by('guest'))
    const atTable = aFamily(aMeeting('economy'))
    expect(mayWriteNote({ ...atTable, screens: [id('guest')] }, id('guest'), note, now)).toBe(false)
    expect(mayWriteNote({ ...atTable, screens: [id('worker')] }, id('guest'), note, now)).toBe(true)
  })

  test("own words and a child's words are written by that person alone", () => {
    const facts = aFamily({
      consents: [...(['mother', 'father'] as const).map((each) => yes(each, lab, ['child'], ['school']))],
    })
    for (const privacy of ['own', 'child'] as const) {
      expect(mayWriteNote(facts, id('mother'), aNote(['child'], 'school', { privacy, ...by('mother') }), now)).toBe(
        false,
      )
      expect(mayWriteNote(facts, id('leader'), aNote(['child'], 'school', { privacy, ...by('leader') }), now)).toBe(
        false,
      )
      expect(mayWriteNote(facts, id('child'), aNote(['child'], 'school', { privacy, ...by('child') }), now)).toBe(true)
    }
  })

  test('a guest changes their own note, not another one', () => {
    const facts = aFamily(aMeeting('economy'))
    const mothers = aNote(['father'], 'economy')
    const own = aNote(['father'], 'economy', by('guest'))
    expect(mayChangeNote(facts, id('guest'), mothers, { ...mothers, writtenBy: id('guest') }, now)).toBe(false)
    expect(mayChangeNote(facts, id('guest'), own, own, now)).toBe(true)
  })

  test("another's note is changed where it stands, not moved, erased or taken over", () => {
    const facts = aFamily({ consents: [yes('father', nav, ['father'], ['economy', 'school'])] })
    const note = aNote(['father'], 'economy', by('father'))
    const may = (changes: Partial<NoteFact>) =>
      mayChangeNote(facts, id('worker'), note, { ...note, writtenBy: id('worker'), ...changes }, now)
    expect(may({ area: 'school' })).toBe(false)
    expect(may({ cell: 'now' })).toBe(false)
    expect(may({ privacy: 'own' })).toBe(false)
    expect(may({ hasWords: false })).toBe(false)
    expect(may({ author: id('worker') })).toBe(false)
    expect(may({ writtenBy: id('father') })).toBe(false)
    expect(may({})).toBe(true)
    const erased = { ...note, hasWords: false }
    expect(mayChangeNote(facts, id('father'), erased, note, now)).toBe(false)
    expect(mayChangeNote(facts, id('father'), note, erased, now)).toBe(true)
  })

  test('no note is taken to another family, also by who wrote it and belongs to both', () => {
    const berg = 'berg' as FamilyId
    const household = aFamily()
    const facts = {
      ...household,
      families: [...household.families, { ...household.families[0], id: berg } as (typeof household.families)[number]],
      members: [...household.members, ...household.members.map((each) => ({ ...each, family: berg }))],
    }
    const note = aNote(['father'], 'economy', by('father'))
    const there = { ...note, family: berg, about: { ...note.about, family: berg } }
    expect(mayWriteNote(facts, id('father'), there, now)).toBe(true)
    expect(mayChangeNote(facts, id('father'), note, there, now)).toBe(false)
    expect(mayChangeNote(facts, id('father'), note, { ...note, area: 'school' }, now)).toBe(true)
  })

  test("from the whole family to one of it is a move, and nobody's but the author's", () => {
    const whole = aNote('whole', 'school', by('mother'))
    const { about } = aNote(['mother', 'father'], 'school')
    const changed = { ...whole, about, writtenBy: id('father') }
    expect(mayChangeNote(aFamily(), id('father'), whole, changed, now)).toBe(false)
    expect(mayChangeNote(aFamily(), id('father'), whole, { ...whole, writtenBy: id('father') }, now)).toBe(true)
    expect(mayChangeNote(aFamily(), id('mother'), whole, { ...changed, writtenBy: id('mother') }, now)).toBe(true)
  })

  test('what somebody keeps as their own is changed by its author alone', () => {
    const own = aNote(['father'], 'economy', { privacy: 'own', ...by('mother') })
    expect(mayChangeNote(aFamily(), id('father'), own, { ...own, writtenBy: id('father') }, now)).toBe(false)
    const fathers = { ...own, ...by('father') }
    expect(mayChangeNote(aFamily(), id('father'), fathers, fathers, now)).toBe(true)
  })

  test('the author moves a note, but not to where they may not write', () => {
    const note = aNote(['father'], 'economy', by('father'))
    const to = (changes: Partial<NoteFact>) =>
      mayChangeNote(aFamily(), id('father'), note, { ...note, ...changes }, now)
    expect(to({ about: { ...note.about, persons: [id('mother')] } })).toBe(false)
    expect(to({ privacy: 'own', area: 'school' })).toBe(true)
  })

  test('a draft is taken over after thirty seconds, and dropped by its writer alone', () => {
    const { family, about, area, privacy } = aNote(['father'], 'economy')
    const draft = (milliseconds: number) => ({
      is: 'draft' as const,
      family,
      about,
      area,
      privacy,
      writer: id('father'),
      changedAt: before(milliseconds),
    })
    const facts = aFamily({ consents: [yes('father', nav, ['father'], ['economy'])] })
    const takes = (milliseconds: number) =>
      mayChangeDraft(facts, id('worker'), draft(milliseconds), { ...draft(0), writer: id('worker') }, now)
    expect(takes(29_999)).toBe(false)
    expect(takes(30_000)).toBe(true)
    expect(mayChangeDraft(facts, id('father'), draft(0), { ...draft(0), writer: id('worker') }, now)).toBe(false)
    expect(mayWriteDraft(facts, id('worker'), draft(0), now)).toBe(false)
    expect(mayWriteDraft(facts, id('father'), draft(0), now)).toBe(true)
    expect(mayDeleteDraft(facts, id('worker'), draft(60_000), now)).toBe(false)
    expect(mayDeleteDraft(facts, id('father'), draft(0), now)).toBe(true)
  })

  test('a promise needs a seat of its party and a place to write in', () => {
    const consents = [yes('father', nav, ['father'], ['economy'])]
    const { about } = aNote(['father'], 'economy')
    expect(mayPromise(aFamily(), id('worker'), aPromise({ about }), now)).toBe(false)
    expect(mayPromise(aFamily({ consents }), id('worker'), aPromise({ about, party: school }), now)).toBe(false)
    expect(mayPromise(aFamily({ consents }), id('father'), aPromise({ about, author: id('father') }), now)).toBe(false)
    const seats = [seat('father', nav)]
    const own = aPromise({ about, author: id('father'), privacy: 'own' })
    expect(mayPromise(aFamily({ seats }), id('father'), own, now)).toBe(false)
    expect(mayPromise(aFamily({ seats }), id('father'), { ...own, privacy: 'table' }, now)).toBe(true)
    const inAnothersName = aPromise({ about, author: id('leader') })
    expect(mayPromise(aFamily({ consents }), id('worker'), inAnothersName, now)).toBe(false)
    expect(mayPromise(aFamily({ consents }), id('worker'), aPromise({ about }), now)).toBe(true)
  })
})
