import { describe, expect, it } from 'vitest'
import type { CalendarDay } from './dates.ts'
import type { AboutId, NoteId, PartyId, PersonId } from './ids.ts'
import { kroner } from './money.ts'
import { addMeasure, frameState, makeGoal, stopMeasure, type SourceNote } from './plan-rules.ts'

const amina = 'amina' as PersonId
const solveig = 'solveig' as PersonId
const herself = 'herself' as AboutId
const right = { mayWrite: true, standing: true }
const note: SourceNote = {
  id: 'trygg jobb' as NoteId,
  authorId: amina,
  aboutId: herself,
  area: 'common',
  privacy: 'table',
  erased: false,
  voided: false,
}

describe('a goal from a note', () => {
  const goal = { aboutId: herself, area: 'work' }
  it('is refused when its words are erased, or where one may not write', () => {
    expect(makeGoal({ ...note, erased: true }, goal, right, amina)).toEqual({ refused: 'note-erased' })
    expect(makeGoal({ ...note, voided: true }, goal, right, amina)).toEqual({ refused: 'note-voided' })
    expect(makeGoal(note, goal, undefined, amina)).toEqual({ refused: 'plan-area-not-open' })
  })
  it('by another than its author is refused for other people, another area, or what was not for the table', () => {
    for (const other of [
      { ...note, aboutId: 'whole' as AboutId },
      { ...note, area: 'economy' },
      { ...note, privacy: 'own' },
      { ...note, privacy: 'child' },
    ])
      expect(makeGoal(other, goal, right, solveig)).toEqual({ refused: 'goal-note-not-yours' })
    expect(makeGoal({ ...note, privacy: 'own' }, goal, right, amina)).toHaveProperty('done')
  })
  it('keeps the thread to who said it, whoever made it', () => {
    expect(makeGoal(note, goal, right, solveig)).toEqual({ done: { noteId: note.id, saidBy: amina } })
  })
})

describe('a measure', () => {
  const known = { right, members: [amina], parties: ['nav'] }
  const walk = {
    words: { text: 'Gå tur' },
    doer: { is: 'member' as const, personId: amina },
    monthly: null,
    costs: [],
  }
  const nav = 'nav' as PartyId
  it('is refused when nobody knows who does it or who pays', () => {
    const unknown = { refused: 'measure-doer-unknown' }
    expect(addMeasure({ ...walk, doer: { is: 'member', personId: solveig } }, known)).toEqual(unknown)
    expect(addMeasure({ ...walk, doer: { is: 'party', partyId: 'bank' as PartyId } }, known)).toEqual(unknown)
    expect(addMeasure({ ...walk, doer: { is: 'named' } }, known)).toEqual(unknown)
    expect(addMeasure({ ...walk, costs: [{ partyId: 'bank' as PartyId, ore: 1 }] }, known)).toEqual(unknown)
    expect(addMeasure(walk, { ...known, right: undefined })).toEqual({ refused: 'plan-area-not-open' })
  })
  it('is done by the family, a service, or a neighbour by name', () => {
    expect(addMeasure(walk, known)).toEqual({ done: true })
    expect(addMeasure({ ...walk, doer: { is: 'party', partyId: nav } }, known)).toEqual({ done: true })
    expect(addMeasure({ ...walk, doer: { is: 'named' }, words: { text: 'Kjøre', who: 'Per' } }, known)).toEqual({
      done: true,
    })
  })
  it('of each month does not end before it begins, nor lasts more than five years', () => {
    const long = { from: '2027-01-01' as CalendarDay, to: '2032-01-02' as CalendarDay }
    expect(addMeasure({ ...walk, monthly: long }, known)).toEqual({ refused: 'measure-too-long' })
    const monthly = { from: '2027-02-01' as CalendarDay, to: '2027-01-01' as CalendarDay }
    expect(addMeasure({ ...walk, monthly }, known)).toEqual({ refused: 'measure-months-backwards' })
  })
  it('is stopped once, by who has it in standing sight', () => {
    const guest = { mayWrite: true, standing: false }
    expect(stopMeasure({ stoppedOn: null }, guest)).toEqual({ refused: 'plan-area-not-open' })
    expect(stopMeasure({ stoppedOn: '2026-12-01' as CalendarDay }, right)).toEqual({
      refused: 'measure-already-stopped',
    })
    expect(stopMeasure({ stoppedOn: null }, right)).toEqual({ done: true })
  })
})

it('a frame warns from four fifths on, to the øre', () => {
  expect(frameState({ amountOre: 1000, usedOre: 799 })).toBe('room')
  expect(frameState({ amountOre: 1000, usedOre: 800 })).toBe('near')
  expect(frameState({ amountOre: 1000, usedOre: 1000 })).toBe('full')
})

it('øre are told as kroner, with a space that does not break', () => {
  expect([0, 5, 100, 12_345_00, 1_234_567_89].map(kroner)).toEqual([
    '0',
    '0,05',
    '1',
    '12\u00a0345',
    '1\u00a0234\u00a0567,89',
  ])
})
