import type { CommandId, NoteId } from '@velferdslab/core/ids'
import { describe, expect, test } from 'vitest'
import { openCloth } from './apply-frame.ts'
import type { Deed, Queued } from './command-queue.ts'
import { aCloth, amina, aNote, tor } from './testing-cloth.ts'
import { placeOf } from './writing.ts'
import { withMine } from './with-mine.ts'

const id = 'a' as NoteId
const item = (deed: Deed): Queued => ({
  commandId: 'c' as CommandId,
  noteId: id,
  seq: 1,
  at: '',
  tries: 1,
  after: null,
  refused: null,
  deed,
})
const answer = { done: true as const, noteId: id, version: 2, beside: null }
const content = { words: { text: 'mitt' }, bright: false, due: null, sector: null, ring: null }
const later = '2026-11-24T11:00:00Z'

describe('my answered command', () => {
  test('changed words stand at once, in my name when the note is another’s', () => {
    const live = openCloth(aCloth([aNote('a', { author: tor })]))
    const [note] = withMine(live, item({ is: 'change', base: 1, content }), answer, amina, later).cloth.notes
    expect(note).toMatchObject({ words: { text: 'mitt' }, author: tor, changedBy: amina, version: 2 })
  })

  test('where two edits met, the other’s words stay and mine stand beside', () => {
    const live = openCloth(aCloth([aNote('a', { author: tor, version: 5 })]))
    const beside = { done: true as const, noteId: 'b' as NoteId, version: 1, beside: id }
    const { notes } = withMine(live, item({ is: 'change', base: 1, content }), beside, amina, later).cloth
    expect(notes.map((note) => [note.id, note.words.text, note.author, note.beside])).toEqual([
      ['a', 'ordene på a', tor, null],
      ['b', 'mitt', amina, 'a'],
    ])
  })

  test('a new note, a move and an erasing', () => {
    const place = { ...placeOf(aNote('a')), cell: 'dream_of' as const }
    const written = withMine(
      openCloth(aCloth()),
      item({ is: 'write', place, content, beside: null }),
      { ...answer, version: 1 },
      amina,
      later,
    )
    expect(written.cloth.notes).toMatchObject([{ cell: 'dream_of', author: amina }])
    const live = openCloth(aCloth([aNote('a')]))
    expect(withMine(live, item({ is: 'move', base: 1, place }), answer, amina, later).cloth.notes).toMatchObject([
      { cell: 'dream_of' },
    ])
    expect(withMine(live, item({ is: 'erase' }), answer, amina, later).cloth.notes).toEqual([])
  })
})
