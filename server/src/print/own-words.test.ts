import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inOwnWords, paperLanguageOf, type OwnWords } from './own-words.ts'
import { paperLanguages } from './texts.ts'

const own: OwnWords = {
  words: [{ key: 'cloth', nb: 'bordduk', nbDefinite: 'bordduken', en: 'table sheet' }],
  areas: [{ code: 'housing', nb: 'Heim', en: null }],
}

describe('a municipality’s own words on paper', () => {
  it('leave a paper as it is where there are none', () => {
    expect(paperLanguageOf('nb', null)).toBe(paperLanguages.nb)
    expect(paperLanguageOf('nb', { words: [], areas: [] }).texts).toEqual(paperLanguages.nb.texts)
  })

  it('never change what people wrote, whatever it is, nor a name', () => {
    const texts = inOwnWords({ said: (name: string, text: string) => `${name} skrev på duken: ${text}` }, own, 'nb')
    expect(texts.said('Duken Duk', 'Duken er vår.')).toBe('Duken Duk skrev på bordduken: Duken er vår.')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (name, text) => {
        expect(texts.said(name, text)).toBe(`${name} skrev på bordduken: ${text}`)
      }),
      { numRuns: 60 },
    )
    expect(texts.said('\uE001', 'ord')).toBe('\uE001 skrev på bordduken: ord')
  })

  it('stand in the titles, in each language, and in the names of areas that have one', () => {
    expect(paperLanguageOf('nb', own).texts.title).toBe('Bordduk')
    expect(paperLanguageOf('nb', own).texts.areaNames).toMatchObject({
      housing: 'Heim',
      work: paperLanguages.nb.texts.areaNames.work,
    })
    expect(paperLanguageOf('en', own).texts.areaNames.housing).toBe(paperLanguages.en.texts.areaNames.housing)
  })
})
