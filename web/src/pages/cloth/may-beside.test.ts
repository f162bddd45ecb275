import type { CorrectionId } from '@velferdslab/core/ids'
import { describe, expect, it } from 'vitest'
import { aCloth, amina, aNote, jonas, tor } from '../../live/testing-cloth.ts'
import { mayCorrect, mayVoid } from './may-beside.ts'

const asked = (me = amina, more: Partial<ReturnType<typeof aCloth>> = {}) => ({
  cloth: aCloth([], more),
  me,
  shell: me === tor ? ('work' as const) : ('family' as const),
})
const voided = { by: tor, at: '2026-11-24T10:00:00Z', reason: 'wrong_words' as const }
const byTor = aNote('t', { author: tor })

describe('striking a note is not offered', () => {
  it('for another’s, to anybody but the leader', () => expect(mayVoid(byTor, true, asked())).toBe(false))
  it('for the family’s own words, to the leader', () =>
    expect(mayVoid(aNote('a'), true, asked(tor, { leads: true }))).toBe(false))
  it('where one may not write, or to a guest, or twice', () => {
    expect(mayVoid(byTor, false, asked(tor))).toBe(false)
    expect(mayVoid(byTor, true, { ...asked(tor), shell: 'table' })).toBe(false)
    expect(mayVoid({ ...byTor, voided }, true, asked(tor))).toBe(false)
  })
  it('but is, to who wrote it, and to the leader for what others at the table wrote', () => {
    expect(mayVoid(byTor, true, asked(tor))).toBe(true)
    expect(mayVoid(aNote('s', { author: 'kari' as typeof tor }), true, asked(tor, { leads: true }))).toBe(true)
  })
})

describe('a correction is not offered', () => {
  it('to one’s own note, to a void one, or to who works there', () => {
    expect(mayCorrect(aNote('a'), asked())).toBe(false)
    expect(mayCorrect({ ...byTor, voided }, asked())).toBe(false)
    expect(mayCorrect(aNote('a'), asked(tor))).toBe(false)
  })
  it('to a note about somebody else who is grown', () => {
    const aboutJonas = { ...byTor.about, whole: false, persons: [jonas] }
    expect(mayCorrect({ ...byTor, about: aboutJonas }, asked())).toBe(false)
  })
  it('twice to the same words; but to new ones', () => {
    const correction = { id: 'c' as CorrectionId, by: amina, text: 'nei', at: '2026-11-24T10:00:00Z', version: 1 }
    expect(mayCorrect({ ...byTor, corrections: [correction] }, asked())).toBe(false)
    expect(mayCorrect({ ...byTor, version: 2, corrections: [correction] }, asked())).toBe(true)
  })
})
