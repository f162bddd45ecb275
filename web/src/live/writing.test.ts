import type { CommandId, NoteId } from '@velferdslab/core/ids'
import { describe, expect, test } from 'vitest'
import { addCommand, type Place } from './command-queue.ts'
import { amina, aNote } from './testing-cloth.ts'
import {
  afterAnswer,
  afterGiving,
  isUnfinished,
  reconcile,
  startChange,
  startNote,
  tidy,
  wishesOf,
  type Writing,
} from './writing.ts'

const id = 'n1' as NoteId
const place: Place = { cell: 'good_at', area: 'common', privacy: 'table', about: { whole: true } }
const typed = (writing: Writing, text: string): Writing => ({
  ...writing,
  content: { ...writing.content, words: { text } },
})

describe('a note in somebody’s hands', () => {
  test('nothing is given before there are words and a place', () => {
    const empty = startNote(id, place, true, 'now')
    expect(wishesOf(empty)).toEqual([])
    expect(isUnfinished(empty)).toBe(false)
    const unplaced = typed(startNote(id, place, false, 'now'), 'Et rom med dør')
    expect(wishesOf(unplaced)).toEqual([])
    expect(isUnfinished(unplaced)).toBe(true)
  })

  test('the first words are written, the next ones change them, and giving twice gives nothing', () => {
    let writing = typed(startNote(id, place, true, 'now'), ' Et rom ')
    expect(wishesOf(writing)).toMatchObject([{ deed: { is: 'write', content: { words: { text: 'Et rom' } } } }])
    writing = afterGiving(writing)
    expect(wishesOf(writing)).toEqual([])
    expect(isUnfinished(writing)).toBe(false)
    expect(wishesOf(typed(writing, 'Et rom med dør'))).toMatchObject([{ deed: { is: 'change', base: null } }])
  })

  test('its place changed after it has become a word is a move; somebody else’s note is never moved', () => {
    const dream: Place = { ...place, cell: 'dream_of' }
    const mine = { ...afterGiving(typed(startNote(id, place, true, 'now'), 'x')), place: dream }
    expect(wishesOf(mine)).toMatchObject([{ deed: { is: 'move' } }])
    expect(wishesOf({ ...startChange(aNote('n1'), false, false, 'now'), place: dream })).toEqual([])
  })

  test('an emptied text is not given, and the words that stand stay', () => {
    const writing = typed(startChange(aNote('n1'), false, true, 'now'), '   ')
    expect(wishesOf(writing)).toEqual([])
    expect(afterGiving(writing)).toBe(writing)
  })

  test('after an answer the next words build on its version, or go to the note beside', () => {
    const writing = afterGiving(typed(startChange(aNote('n1', { version: 3 }), false, true, 'now'), 'nytt'))
    const item = addCommand(
      [],
      { noteId: id, deed: { is: 'change', base: 3, content: writing.content } },
      'c1' as CommandId,
      'now',
    )[0]!
    expect(afterAnswer(writing, item, { done: true, noteId: id, version: 4, beside: null }).base).toBe(4)
    const met = afterAnswer(writing, item, { done: true, noteId: 'n9' as NoteId, version: 1, beside: id })
    expect(met).toMatchObject({ noteId: 'n9', base: 1, beside: 'n1' })
  })

  test('fields that say nothing are not sent', () => {
    expect(
      tidy({ words: { text: ' a ', who: ' ', relation: '' }, bright: true, due: null, sector: null, ring: null }).words,
    ).toEqual({ text: 'a' })
  })

  test('a text found after a crash that had been given already is not given a second time', () => {
    const found = typed(startNote(id, place, true, 'now'), 'Et rom')
    const queue = addCommand([], wishesOf(found)[0]!, 'c1' as CommandId, 'now')
    expect(isUnfinished(reconcile(found, queue, []))).toBe(false)
    const standing = aNote('n1', { author: amina, words: { text: 'Et rom' }, version: 2 })
    expect(isUnfinished(reconcile(found, [], [standing]))).toBe(false)
    expect(wishesOf(typed(reconcile(found, [], [standing]), 'Et rom med dør'))).toMatchObject([
      { deed: { is: 'change', base: 2 } },
    ])
  })
})
