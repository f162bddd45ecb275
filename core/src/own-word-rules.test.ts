import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownWordKeys, withOwnWords, type OwnWord } from './own-word-rules.ts'

const team: OwnWord = { key: 'lab', nb: 'velferdsteam', nbDefinite: 'velferdsteamet', en: 'welfare team' }

describe('a municipality’s own words', () => {
  it('change nothing where it has none, nor inside other words, nor in another language', () => {
    expect(withOwnWords('Velferdslaben hjelper.', [], 'nb')).toBe('Velferdslaben hjelper.')
    expect(withOwnWords('velferdslabens regel', [team], 'nb')).toBe('velferdslabens regel')
    expect(
      withOwnWords('produkt og dukke', [{ key: 'cloth', nb: 'ark', nbDefinite: 'arket', en: 'sheet' }], 'nb'),
    ).toBe('produkt og dukke')
    expect(withOwnWords('velferdslaben', [team], 'en')).toBe('velferdslaben')
  })
  it('stand where ours stood, as the thing itself and alone, with a capital where ours had one', () => {
    expect(withOwnWords('Velferdslaben er en velferdslab. Gå ut av velferdslaben?', [team], 'nb')).toBe(
      'Velferdsteamet er en velferdsteam. Gå ut av velferdsteamet?',
    )
    expect(withOwnWords('Leave the welfare lab', [team], 'en')).toBe('Leave the welfare team')
  })
  it('leave a text without our words as it is, whatever they are', () => {
    const word = fc.stringMatching(/^[a-zæøå]{1,12}$/)
    const own = fc.record({ key: fc.constantFrom(...ownWordKeys), nb: word, nbDefinite: word, en: word })
    fc.assert(
      fc.property(fc.array(own, { maxLength: 5 }), (words) => {
        const text = 'Tor fra NAV ringer deg torsdag. Da snakker dere om skolen.'
        expect(withOwnWords(text, words, 'nb')).toBe(text)
      }),
    )
  })
})
