import type { NoteId } from '@velferdslab/core/ids'
import { describe, expect, test } from 'vitest'
import { calmFrom, draftsInCalm, shownInCalm, summaryOfHeld } from './held-back.ts'
import { amina, aNote, jonas, tor } from './testing-cloth.ts'

describe('in the calm', () => {
  const before = [aNote('a'), aNote('b', { author: tor }), aNote('c', { author: jonas })]
  const since = calmFrom(before)
  const now = [
    aNote('a', { version: 2, words: { text: 'mitt nye' } }),
    aNote('b', { author: tor, version: 2, words: { text: 'Tors nye' }, changedAt: '2026-11-24T10:05:00Z' }),
    aNote('d', { author: tor, changedAt: '2026-11-24T10:04:00Z' }),
    aNote('e', { author: jonas, changedAt: '2026-11-24T10:06:00Z' }),
  ]

  test('my own words show at once; the others stand as they stood; what is gone is gone', () => {
    expect(shownInCalm(now, since, amina).map((note) => note.words.text)).toEqual(['mitt nye', 'ordene på b'])
  })

  test('what waits is told by author, the newest first, and nothing of mine', () => {
    expect(summaryOfHeld(now, since, amina)).toEqual([
      { person: jonas, written: 1, changed: 0, lastAt: '2026-11-24T10:06:00Z' },
      { person: tor, written: 1, changed: 1, lastAt: '2026-11-24T10:05:00Z' },
    ])
    expect(summaryOfHeld(before, since, amina)).toEqual([])
  })

  test('a lock still shows, but nothing grows', () => {
    const growing = (id: string) => ({
      noteId: id as NoteId,
      cell: 'good_at' as const,
      area: 'common' as const,
      writer: tor,
      text: 'gro',
    })
    expect(draftsInCalm([growing('b'), growing('ny')], before)).toEqual([{ ...growing('b'), text: 'ordene på b' }])
  })
})
