import type { Language } from '@velferdslab/core/language'
import { withOwnWords } from '@velferdslab/core/own-word-rules'
import type { Me } from '@velferdslab/core/people'
import { paperLanguages, type PaperLanguage } from './texts.ts'

export type OwnWords = Me['ownWords']

/**
 * Texts with the municipality's words in place of ours, as on the pages (docs/decisions/0029). What is put into a text, a name or what somebody wrote,
 * is never changed: it is kept aside while the words are found.
 */
export function inOwnWords<Texts>(texts: Texts, own: OwnWords, language: Language): Texts {
  return own === null || own.words.length === 0 ? texts : (worn(texts, own, language) as Texts)
}

function worn(value: unknown, own: NonNullable<OwnWords>, language: Language): unknown {
  if (typeof value === 'string') return withOwnWords(value, own.words, language)
  if (typeof value === 'function')
    return (...given: unknown[]) => {
      const aside = given.map((each, at) => (typeof each === 'string' && each !== '' ? keptAside(at) : each))
      const said = (value as (...words: unknown[]) => string)(...aside)
      // One pass over the text: what is put back is not looked at again.
      return withOwnWords(said, own.words, language).replaceAll(/[\uE000-\uE0FF]/g, (kept) => {
        const each = given[kept.charCodeAt(0) - firstKept]
        return typeof each === 'string' ? each : kept
      })
    }
  if (Array.isArray(value)) return value.map((each) => worn(each, own, language))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, worn(each, own, language)]))
  return value
}

/** A letter of nobody's alphabet (private use) stands where something is put in. */
const firstKept = 0xe000
const keptAside = (at: number) => String.fromCharCode(firstKept + at)

/** A language of paper as this municipality speaks it: its words, and its names of areas. */
export function paperLanguageOf(language: Language, own: OwnWords): PaperLanguage {
  const spoken = paperLanguages[language]
  if (own === null) return spoken
  const texts = inOwnWords(spoken.texts, own, language)
  const named = own.areas.flatMap(({ code, ...word }) => (word[language] ? [[code, word[language]] as const] : []))
  return { ...spoken, texts: { ...texts, areaNames: { ...texts.areaNames, ...Object.fromEntries(named) } } }
}
