import { firstLanguage, type Language } from '@velferdslab/core/language'
import type { Me } from '@velferdslab/core/people'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { nb, nbLater } from './nb/index.ts'

/** Texts that come with the page they belong to. */
export type Subject = keyof typeof nbLater
/** Texts of the first page. */
type Firsts = Readonly<Record<keyof typeof nb, object>>
type Loaders = { readonly [Each in Subject]: () => Promise<object> }

/**
 * Bokmål's words of the first page lie in the first load: most read them, and there is always something to fall back on. Another
 * language is fetched by whoever has chosen it, and of bokmål they fetch no more.
 */
const others: Record<Exclude<Language, 'nb'>, { first: () => Promise<Firsts>; later: () => Promise<Loaders> }> = {
  en: {
    first: () => import('./en/index.ts').then((texts) => texts.en),
    later: () => import('./en/later.ts').then((texts) => texts.enLater),
  },
}

/** The language of the texts shown now: what a yes is said in, whatever has been chosen meanwhile. */
export function shownLanguage(): Language {
  return i18next.language as Language
}

/** Subjects whose pages somebody has gone to: a new language needs their texts before it is shown. */
const wanted = new Set<Subject>(['commandRefusals'])

/** Begins in the language that was chosen; in bokmål when its texts cannot be fetched. */
export async function startTexts(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: firstLanguage,
    resources: { nb },
    defaultNS: 'everywhere',
    // One looks for a refusal in one place; most of them come behind the first page.
    fallbackNS: 'commandRefusals',
    initAsync: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  i18next.on('languageChanged', sayLanguage)
  sayLanguage(firstLanguage)
  await showLanguage(language).catch(() => undefined)
}

/** What was asked for last, while its texts are on their way. */
let asked: Language = firstLanguage

/** Shows another language at once. What somebody is writing, and where they are, stays as it was. */
export async function showLanguage(language: Language): Promise<void> {
  asked = language
  await fetchTexts(language)
  // Who has changed their mind meanwhile gets what they asked for last.
  if (language === asked && language !== shownLanguage()) await i18next.changeLanguage(language)
}

/** Texts that every page wants and the first can be drawn without. Asked for again with the next page, where they do not come now. */
export async function fetchBehindFirstPage(): Promise<void> {
  await fetchTexts(shownLanguage()).catch(() => undefined)
}

/** Fetches a page's texts together with the page: `withTexts(['cloth'], () => import('./pages/cloth/cloth-page.tsx'))`. */
export async function withTexts<Module>(subjects: readonly Subject[], load: () => Promise<Module>): Promise<Module> {
  for (const subject of subjects) wanted.add(subject)
  const [module] = await Promise.all([load(), fetchTexts(shownLanguage())])
  // Another language may have been chosen while we waited.
  await fetchTexts(shownLanguage())
  return module
}

/** The municipality's own words in every text from here on. */
export async function wearOwnWords(words: NonNullable<Me['ownWords']>): Promise<void> {
  const { sayOwnWords } = await import('./own-words.ts')
  sayOwnWords(i18next, words)
}

/** All texts wanted so far, in one language; what is here already is not fetched again. */
async function fetchTexts(language: Language): Promise<void> {
  const missing = [...wanted].filter((subject) => !i18next.hasResourceBundle(language, subject))
  const fetched = missing.map(async (subject) => {
    const later: Loaders = language === 'nb' ? nbLater : await others[language].later()
    i18next.addResourceBundle(language, subject, await later[subject]())
  })
  if (language !== 'nb' && !i18next.hasResourceBundle(language, 'everywhere')) {
    fetched.push(
      others[language].first().then((texts) => {
        for (const [subject, words] of Object.entries(texts)) i18next.addResourceBundle(language, subject, words)
      }),
    )
  }
  await Promise.all(fetched)
  // A page that somebody went to meanwhile wants its texts too.
  if ([...wanted].some((subject) => !i18next.hasResourceBundle(language, subject))) await fetchTexts(language)
}

function sayLanguage(language: string): void {
  document.documentElement.lang = language
}
