import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPrivate } from '@velferdslab/core/privacy-check'
import { privacySentences } from './privacy-sentences-for-tests.ts'
import { defaultPrivacyWords } from '@velferdslab/core/privacy-word'

const kindsIn = (text: string) => findPrivate(text, defaultPrivacyWords).map(({ kind }) => kind as string)

describe('what may be private in a text', () => {
  it('is found in at least 95 of 100 sentences that have it, and asked about in at most 5 of 100 that have nothing', () => {
    expect(privacySentences).toHaveLength(300)
    const having = privacySentences.filter(({ kind }) => kind !== '-')
    const clean = privacySentences.filter(({ kind }) => kind === '-')
    const missed = having.filter(({ kind, text }) => !kindsIn(text).includes(kind))
    const alarms = clean.filter(({ text }) => kindsIn(text).length > 0)
    const hits = 1 - missed.length / having.length
    const falseAlarms = alarms.length / clean.length
    console.info(
      `privacy check: ${(100 * hits).toFixed(1)} % of ${having.length} found, ${(100 * falseAlarms).toFixed(1)} % of ${clean.length} asked about for nothing`,
    )
    expect(hits, missed.map(({ text }) => text).join('\n')).toBeGreaterThanOrEqual(0.95)
    expect(falseAlarms, alarms.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(0.05)
  })

  it('is not a word inside another, a sum, a day or the number of a case', () => {
    for (const text of [
      'Nye krefter',
      'Sår leges',
      '22334455 kroner',
      'Frist 20261201',
      'Sak 23456789',
      'konto 1234.56.78903',
    ])
      expect(kindsIn(text), text).toEqual([])
  })

  it('follows the list and not the program: an empty list asks about no word', () => {
    expect(findPrivate('Han har ADHD.', [])).toEqual([])
    expect(findPrivate('Han har kløe.', [{ word: 'kløe', kind: 'diagnosis' }])).toEqual([
      { kind: 'diagnosis', said: 'kløe' },
    ])
    expect(findPrivate('Han har k.l', [{ word: 'k.l', kind: 'diagnosis' }])).toHaveLength(1)
    expect(findPrivate('Han har kål', [{ word: 'k.l', kind: 'diagnosis' }])).toEqual([])
  })

  it('takes any text without falling, asks each kind once, and says only what stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const found = findPrivate(text, defaultPrivacyWords)
        expect(new Set(found.map(({ kind }) => kind)).size).toBe(found.length)
        const plain = text.normalize('NFC').replaceAll(/[\u00a0\u202f\u2009]/g, ' ')
        for (const { said } of found) expect(plain).toContain(said)
      }),
    )
  })

  it('is looked for fast enough to do while somebody writes', () => {
    const long = privacySentences.map(({ text }) => text).join(' ')
    const begun = performance.now()
    findPrivate(long, defaultPrivacyWords)
    expect(performance.now() - begun).toBeLessThan(250)
  })
})
