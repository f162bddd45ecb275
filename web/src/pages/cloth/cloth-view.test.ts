import type { CommandId, NoteId } from '@velferdslab/core/ids'
import { describe, expect, test } from 'vitest'
import { addCommand, refuse, type Content, type Place, type Queue } from '../../live/command-queue.ts'
import { calmFrom } from '../../live/held-back.ts'
import { aCloth, amina, aNote, mayWriteIn, tor } from '../../live/testing-cloth.ts'
import { startChange, startNote } from '../../live/writing.ts'
import { viewOf, type ViewInput } from './cloth-view.ts'

const seeing = (more: Partial<ViewInput> = {}) =>
  viewOf({
    cloth: aCloth(),
    me: amina,
    queue: [],
    hands: null,
    inContact: true,
    unfinished: [],
    opened: [],
    calm: null,
    seenUntil: '2026-11-24T12:00:00Z',
    ...more,
  })
const place: Place = { cell: 'now', area: 'work', privacy: 'table', about: { whole: true } }
const content: Content = { words: { text: 'Norskkurs' }, bright: false, due: null, sector: null, ring: null }
const written = (more: Partial<Place> = {}): Queue =>
  addCommand(
    [],
    { noteId: 'ny' as NoteId, deed: { is: 'write', place: { ...place, ...more }, content, beside: null } },
    'c1' as CommandId,
    '2026-11-24T13:00:00Z',
  )

describe('what is drawn', () => {
  test('areas with notes are open, chosen ones without are folded, others I may write in are offered', () => {
    const cloth = aCloth([aNote('a', { cell: 'today', area: 'work' })], {
      mayWrite: mayWriteIn('work', 'housing', 'leisure', 'common'),
    })
    const view = seeing({ cloth, opened: ['economy'] })
    expect(view.areas).toEqual(['work', 'economy'])
    expect(view.folded).toEqual(['housing'])
    expect(view.offered).toEqual(['leisure'])
  })

  test('what waits to be sent stands in its place and says so', () => {
    const view = seeing({ queue: written() })
    const [item] = view.cellOf('now', 'work').items
    expect(item).toMatchObject({ is: 'note', isOnlyHere: true, isLate: false, note: { words: { text: 'Norskkurs' } } })
    expect(seeing({ queue: written(), inContact: false }).cellOf('now', 'work').items[0]).toMatchObject({
      isLate: true,
    })
  })

  test('a refused text stays in sight: in its cell while I may write there, else among the homeless', () => {
    const queue = refuse(written(), 'c1' as CommandId, { refused: 'note-locked' })
    expect(seeing({ queue }).cellOf('now', 'work').items[0]).toMatchObject({ refused: { commandId: 'c1' } })
    const shut = seeing({ queue, cloth: aCloth([], { mayWrite: mayWriteIn('common') }) })
    expect(shut.cellOf('now', 'work').items).toEqual([])
    expect(shut.homeless.refused.map((item) => item.commandId)).toEqual(['c1'])
  })

  test('a refused change leaves the note as it stands, with my text beneath it; when the note is gone my text has no home', () => {
    const change = addCommand(
      [],
      { noteId: 'a' as NoteId, deed: { is: 'change', base: 1, content } },
      'c1' as CommandId,
      'now',
    )
    const queue = refuse(change, 'c1' as CommandId, { refused: 'note-erased' })
    const [item] = seeing({ queue, cloth: aCloth([aNote('a')]) }).cellOf('good_at', 'common').items
    expect(item).toMatchObject({ note: { words: { text: 'ordene på a' } }, refused: { deed: { content } } })
    expect(seeing({ queue }).homeless.refused).toHaveLength(1)
  })

  test('two texts that met stand together', () => {
    const cloth = aCloth([aNote('a', { author: tor }), aNote('x'), aNote('b', { beside: 'a' as NoteId })])
    const { items } = seeing({ cloth }).cellOf('good_at', 'common')
    expect(items.map((item) => item.key)).toEqual(['a', 'x'])
    expect(items[0]).toMatchObject({ beside: [{ key: 'b' }] })
    expect(seeing({ cloth }).cellOf('good_at', 'common').notes).toBe(3)
  })

  test('the note in my hands keeps its place and its key while it becomes a word', () => {
    const writing = { ...startNote('ny' as NoteId, place, true, 'now'), content }
    expect(seeing({ hands: writing }).cellOf('now', 'work').items).toMatchObject([{ is: 'mine', key: 'ny' }])
    expect(seeing({ hands: writing, queue: written() }).cellOf('now', 'work').items).toMatchObject([
      { is: 'note', key: 'ny', inHands: true },
    ])
  })

  test('others’ drafts lock their note or grow by themselves; my own on another device do neither', () => {
    const draft = { cell: 'good_at' as const, area: 'common' as const, text: 'gro' }
    const cloth = aCloth([aNote('a')], {
      drafts: [
        { ...draft, noteId: 'a' as NoteId, writer: tor },
        { ...draft, noteId: 'b' as NoteId, writer: tor },
        { ...draft, noteId: 'c' as NoteId, writer: amina },
      ],
    })
    const { items } = seeing({ cloth }).cellOf('good_at', 'common')
    expect(items.map((item) => [item.is, item.key])).toEqual([
      ['note', 'a'],
      ['growing', 'b'],
    ])
    expect(items[0]).toMatchObject({ lockedBy: { writer: tor } })
  })

  test('in the calm nothing of others changes, and my own does', () => {
    const before = [aNote('a', { author: tor })]
    const cloth = aCloth([
      aNote('a', { author: tor, version: 2, words: { text: 'nytt' } }),
      aNote('b', { author: tor }),
      aNote('c'),
    ])
    const { items } = seeing({ cloth, calm: calmFrom(before) }).cellOf('good_at', 'common')
    expect(items.map((item) => item.is === 'note' && item.note.words.text)).toEqual(['ordene på a', 'ordene på c'])
  })

  test('a text from before a crash is found again, but not one that had been given', () => {
    const kept = { ...startNote('k' as NoteId, place, true, 'now'), content }
    expect(seeing({ unfinished: [kept] }).cellOf('now', 'work').items).toMatchObject([{ is: 'unfinished', key: 'k' }])
    const stands = aNote('k', { ...place, about: aNote('k').about, words: content.words })
    expect(seeing({ unfinished: [kept], cloth: aCloth([stands]) }).cellOf('now', 'work').items).toMatchObject([
      { is: 'note' },
    ])
    const unplaced = { ...kept, placed: false }
    expect(seeing({ unfinished: [unplaced] }).homeless.unfinished).toHaveLength(1)
    expect(
      seeing({ unfinished: [startChange(aNote('a'), false, true, 'now')], cloth: aCloth([aNote('a')]) }).homeless
        .unfinished,
    ).toEqual([])
  })

  test('new is what others wrote since last time', () => {
    const late = '2026-11-24T12:30:00Z'
    const view = seeing({
      cloth: aCloth([
        aNote('a', { author: tor, changedAt: late }),
        aNote('b', { changedAt: late }),
        aNote('c', { author: tor }),
      ]),
    })
    expect(view.newNotes).toBe(1)
  })
})
