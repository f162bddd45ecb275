import { describe, expect, it } from 'vitest'
import { agreementSentences } from './agreement.ts'
import { consentAreas } from './areas.ts'
import { consentTextVersion } from './consent.ts'
import { textLanguages } from './text-language.ts'
import { fillHoles, productTexts, productVersion, shownIn, textKeys } from './text-version.ts'

const holesOf = (lines: readonly string[]) =>
  lines.map((line) => [...line.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort())

describe('a text people say yes to', () => {
  it('is shown in bokmål where its language is owed, and in no other', () => {
    const written = Object.keys(productTexts) as (typeof textLanguages)[number][]
    expect(textLanguages.length).toBeGreaterThanOrEqual(8)
    for (const language of textLanguages)
      expect(shownIn(language, written)).toBe(written.includes(language) ? language : 'nb')
  })

  it('has the same lines and holes in each language that is written', () => {
    const { nb } = productTexts
    if (!nb) throw new Error('bokmål is the measure')
    for (const texts of Object.values(productTexts))
      for (const key of textKeys) expect(holesOf(texts[key]), key).toEqual(holesOf(nb[key]))
    expect(nb.participation_agreement).toHaveLength(agreementSentences.length)
    expect(nb.consent_sheet).toHaveLength(8 + consentAreas.length)
    expect(productVersion).toBe(consentTextVersion)
  })

  it('keeps a hole that nothing fills', () => {
    expect(fillHoles('{service} og {areas}', { service: 'NAV' })).toBe('NAV og {areas}')
  })
})
