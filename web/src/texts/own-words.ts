import type { Me } from '@velferdslab/core/people'
import { withOwnWords } from '@velferdslab/core/own-word-rules'
import type { i18n, PostProcessorModule } from 'i18next'

/** What somebody signs or says yes to stands as it was written: another word there would be another text. */
const asWritten = new Set(['agreement', 'consent', 'signing'])

let own: NonNullable<Me['ownWords']> = { words: [], areas: [] }

let spoken = (): string => 'nb'

const ownWords: PostProcessorModule = {
  type: 'postProcessor',
  name: 'own-words',
  process(value: unknown, key, options: { ns?: string | readonly string[] }) {
    if (typeof value !== 'string') return value as string
    const asked = Array.isArray(key) ? String(key[0]) : key
    const [subject, name] = asked.includes(':') ? asked.split(':') : [[options.ns].flat()[0] ?? '', asked]
    const language = spoken() === 'en' ? 'en' : 'nb'
    if (subject === 'areas') return own.areas.find(({ code }) => code === name)?.[language] ?? value
    return asWritten.has(subject ?? '') ? value : withOwnWords(value, own.words, language)
  },
}

/** From here on every text says the municipality's own words, in each page and language. */
export function sayOwnWords(texts: i18n, words: NonNullable<Me['ownWords']>): void {
  own = words
  spoken = () => texts.language
  texts.use(ownWords)
  texts.options.postProcess = [ownWords.name]
}
