import type { Frame, Note } from '@velferdslab/core/cloth'
import type { NoteId } from '@velferdslab/core/ids'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyFrame, dropDrafts, openCloth, putMine, strangersIn, takeFetched, takeMineAway } from './apply-frame.ts'
import { aCloth, amina, aNote, stranger, tor } from './testing-cloth.ts'

const said = (note: Note, n = 1): Frame => ({ is: 'note', n, cursor: `c${n}`, note })
const gone = (id: string, n = 1): Frame => ({ is: 'gone', n, cursor: `c${n}`, noteId: id as NoteId })

describe('a frame in place', () => {
  test('a new note comes last, a changed one stands where it stood', () => {
    let live = openCloth(aCloth([aNote('a'), aNote('b')]))
    live = applyFrame(live, said(aNote('c')))
    live = applyFrame(live, said(aNote('a', { version: 2, words: { text: 'nytt' } })))
    expect(live.cloth.notes.map((note) => note.id)).toEqual(['a', 'b', 'c'])
    expect(live.cloth.notes[0]!.words.text).toBe('nytt')
    expect(live.cloth.cursor).toBe('c1')
  })

  test('an older version never wins over a newer one', () => {
    const live = applyFrame(
      openCloth(aCloth([aNote('a', { version: 3 })])),
      said(aNote('a', { version: 2, words: { text: 'gammelt' } })),
    )
    expect(live.cloth.notes[0]!.version).toBe(3)
  })

  test('what is gone takes its draft along, and my late answer does not bring it back', () => {
    let live = openCloth(aCloth([aNote('a')]))
    live = applyFrame(live, {
      is: 'draft',
      draft: { noteId: 'a' as NoteId, cell: 'good_at', area: 'common', writer: tor, text: 'x' },
    })
    live = applyFrame(live, gone('a'))
    expect(live.cloth.drafts).toEqual([])
    expect(putMine(live, aNote('a', { version: 2 })).cloth.notes).toEqual([])
  })

  test('a draft grows in place and is gone when its writer leaves it', () => {
    const draft = { noteId: 'a' as NoteId, cell: 'good_at' as const, area: 'common' as const, writer: tor }
    let live = openCloth(aCloth())
    live = applyFrame(live, { is: 'draft', draft: { ...draft, text: 'Norsk' } })
    live = applyFrame(live, { is: 'draft', draft: { ...draft, text: 'Norskkurs' } })
    expect(live.cloth.drafts.map((one) => one.text)).toEqual(['Norskkurs'])
    expect(applyFrame(live, { is: 'draft-left', noteId: draft.noteId, writer: amina }).cloth.drafts).toHaveLength(1)
    expect(applyFrame(live, { is: 'draft-left', noteId: draft.noteId, writer: tor }).cloth.drafts).toHaveLength(0)
  })

  test('a draft that has become a word is no draft any more, also where it came to stand beside', () => {
    const draft = { noteId: 'a' as NoteId, cell: 'good_at' as const, area: 'common' as const, writer: tor, text: 'x' }
    const live = openCloth(aCloth([aNote('a')], { drafts: [draft] }))
    expect(applyFrame(live, said(aNote('a', { version: 2, changedBy: tor }))).cloth.drafts).toEqual([])
    expect(applyFrame(live, said(aNote('b', { author: tor, beside: 'a' as NoteId }))).cloth.drafts).toEqual([])
    expect(applyFrame(live, said(aNote('a', { version: 2 }))).cloth.drafts).toEqual([draft])
    expect(dropDrafts(live, () => true).cloth.drafts).toEqual([])
    expect(dropDrafts(live, () => false)).toBe(live)
  })

  test('somebody we have no card of is found, so that the cloth can be fetched again', () => {
    expect(strangersIn(said(aNote('a', { author: stranger })), aCloth())).toEqual([stranger])
    expect(strangersIn({ is: 'here', persons: [amina, stranger] }, aCloth())).toEqual([stranger])
    expect(strangersIn(said(aNote('a')), aCloth())).toEqual([])
  })
})

test('wherever the fetch is read among the changes, and whatever comes twice, the window ends with what the server holds', () => {
  const step = fc.record({ id: fc.constantFrom('a', 'b', 'c'), erase: fc.boolean(), mine: fc.boolean() })
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 30 }),
      fc.nat(30),
      fc.nat(30),
      fc.array(fc.nat(40), { maxLength: 10 }),
      (steps, asked, read, twice) => {
        // The server's own story: every id is written, changed and erased once; an erased note does not come back.
        const frames: Frame[] = []
        const states: Note[][] = [[]]
        const dead = new Set<string>()
        let notes: Note[] = []
        for (const { id, erase } of steps) {
          if (dead.has(id)) continue
          const old = notes.find((note) => note.id === id)
          if (erase && old) {
            dead.add(id)
            notes = notes.filter((note) => note !== old)
            frames.push(gone(id, frames.length + 1))
          } else {
            const note = aNote(id, { version: (old?.version ?? 0) + 1 })
            notes = [...notes.filter((other) => other !== old), note]
            frames.push(said(note, frames.length + 1))
          }
          states.push(notes)
        }
        const askedAt = Math.min(asked, frames.length)
        const readAt = Math.max(askedAt, Math.min(read, frames.length))
        let live = openCloth(aCloth())
        for (const frame of frames.slice(0, readAt)) live = applyFrame(live, frame)
        live = takeFetched(live, aCloth(states[readAt]), frames.slice(askedAt, readAt))
        const rest = frames.slice(readAt)
        for (const frame of rest) live = applyFrame(live, frame)
        for (const at of twice) if (rest[at]?.is === 'gone') live = applyFrame(live, rest[at])
        const byId = (list: readonly Note[]) =>
          [...list].sort((x, y) => x.id.localeCompare(y.id)).map(({ id, version }) => ({ id, version }))
        // Words that were erased while we fetched are never left standing.
        expect(byId(live.cloth.notes)).toEqual(byId(notes))
      },
    ),
  )
})

test('my answered command shows at once, and the stream has the last word', () => {
  let live = putMine(openCloth(aCloth()), aNote('a', { words: { text: 'mitt' } }))
  expect(live.cloth.notes).toHaveLength(1)
  live = applyFrame(live, said(aNote('a', { words: { text: 'mitt, slik tjeneren har det' } })))
  live = putMine(live, aNote('a', { words: { text: 'mitt' } }))
  expect(live.cloth.notes[0]!.words.text).toBe('mitt, slik tjeneren har det')
  expect(takeMineAway(live, 'a' as NoteId).cloth.notes).toEqual([])
})
