import type { Frame } from '@velferdslab/core/cloth'
import type { NoteId } from '@velferdslab/core/ids'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { announceEvery, changesIn, groupChanges, isInScope, waitToAnnounce, type Change } from './announcements.ts'
import { openCloth } from './apply-frame.ts'
import { aCloth, amina, aNote, jonas, tor } from './testing-cloth.ts'

const said = (note = aNote('a')): Frame => ({ is: 'note', n: 1, cursor: 'c', note })
const where = { cell: 'now', area: 'work' } as const

describe('what is told', () => {
  test('others, never myself', () => {
    const live = openCloth(aCloth([aNote('a'), aNote('b', { author: tor })]))
    expect(changesIn(said(aNote('a', { version: 2 })), live, amina)).toEqual([])
    expect(changesIn(said(aNote('a', { version: 2, changedBy: tor })), live, amina)).toMatchObject([
      { is: 'changed', person: tor },
    ])
    expect(changesIn(said(aNote('c', { author: tor })), live, amina)).toMatchObject([{ is: 'written', person: tor }])
    expect(changesIn({ is: 'gone', n: 1, cursor: 'c', noteId: 'b' as NoteId }, live, amina)).toMatchObject([
      { is: 'gone' },
    ])
    expect(changesIn({ is: 'here', persons: [amina, tor] }, live, amina)).toEqual([])
    expect(changesIn({ is: 'here', persons: [amina, tor] }, { ...live, here: [amina] }, amina)).toEqual([
      { is: 'came', person: tor },
    ])
  })

  test('the same version twice is told once', () => {
    const live = openCloth(aCloth([aNote('a', { author: tor })]))
    expect(changesIn(said(aNote('a', { author: tor })), live, amina)).toEqual([])
  })

  test('many notes by one person in one place are one sentence', () => {
    const written = ['a', 'b', 'c'].map((id): Change => ({
      is: 'written',
      person: tor,
      noteId: id as NoteId,
      ...where,
    }))
    expect(groupChanges(written)).toEqual([{ is: 'written', person: tor, count: 3, ...where }])
  })

  test('written and then changed is written; writing and then written is written; came and left is nothing', () => {
    const noteId = 'a' as NoteId
    expect(
      groupChanges([
        { is: 'writing', person: tor, noteId, ...where },
        { is: 'written', person: tor, noteId, ...where },
        { is: 'changed', person: tor, noteId, ...where },
        { is: 'came', person: jonas },
        { is: 'left', person: jonas },
      ]),
    ).toEqual([{ is: 'written', person: tor, count: 1, ...where }])
  })

  test('the scope: everything, the cell I stand in, or nothing', () => {
    const change: Change = { is: 'written', person: tor, noteId: 'a' as NoteId, ...where }
    expect(isInScope(change, 'all', null)).toBe(true)
    expect(isInScope(change, 'cell', where)).toBe(true)
    expect(isInScope(change, 'cell', { cell: 'today', area: 'work' })).toBe(false)
    expect(isInScope({ is: 'came', person: tor }, 'cell', where)).toBe(false)
    expect(isInScope(change, 'off', where)).toBe(false)
  })
})

test('however fast the others write, it is told at most once in five seconds, and every note of theirs is told', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 1, maxLength: 60 }), (pauses) => {
      let lastAnnounced: number | null = null
      let due: number | null = null
      let waiting: Change[] = []
      const told: { at: number; count: number }[] = []
      const tell = (at: number): void => {
        const count = groupChanges(waiting).reduce((sum, group) => sum + ('count' in group ? group.count : 0), 0)
        told.push({ at, count })
        lastAnnounced = at
        due = null
        waiting = []
      }
      let now = 0
      for (const [i, pause] of pauses.entries()) {
        const next = now + pause
        if (due !== null && due <= next) tell(due)
        now = next
        waiting.push({ is: 'written', person: tor, noteId: `n${i}` as NoteId, ...where })
        due ??= now + waitToAnnounce(now, lastAnnounced)
      }
      if (due !== null) tell(due)
      expect(told.reduce((sum, one) => sum + one.count, 0)).toBe(pauses.length)
      for (const [i, one] of told.entries())
        if (i > 0) expect(one.at - told[i - 1]!.at).toBeGreaterThanOrEqual(announceEvery)
    }),
  )
})
