import { firstLanguage, type Language } from '@velferdslab/core/language'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { nb, nbLater } from './nb/index.ts'

/** Texts that come with the page they belong to. */
type Subject = keyof typeof nbLater
/** Texts of the first page. */
type Firsts = Readonly<Record<keyof typeof nb, object>>
type Loaders = { readonly [Each in Subject]: () => Promise<object> }

/**
 * Bokmål's words of the first page lie in the first load: most read them, and there is always something to fall back on. Another
 * language is fetched by whoever has chosen it, and of bokmål they fetch no more.
 */
const others: Record<Exclude<Language, 'nb'>, { first: () => Promise<Firsts>; later: Loaders }> = {
  en: {
    first: () => import('./en/index.ts').then((texts) => texts.en),
    later: {
      agreement: () => import('./en/agreement.ts').then((texts) => texts.agreement),
      cloth: () => import('./en/cloth.ts').then((texts) => texts.cloth),
      consent: () => import('./en/consent.ts').then((texts) => texts.consent),
      door: () => import('./en/door.ts').then((texts) => texts.door),
      families: () => import('./en/families.ts').then((texts) => texts.families),
      journey: () => import('./en/journey.ts').then((texts) => texts.journey),
      referral: () => import('./en/referral.ts').then((texts) => texts.referral),
      start: () => import('./en/start.ts').then((texts) => texts.start),
      wellbeing: () => import('./en/wellbeing.ts').then((texts) => texts.wellbeing),
    },
  },
}

/** The language of the texts shown now: what a yes is said in, whatever has been chosen meanwhile. */
export function shownLanguage(): Language {
  return i18next.language as Language
}

/** Subjects whose pages somebody has gone to: a new language needs their texts before it is shown. */
const wanted = new Set<Subject>()

/** Begins in the language that was chosen; in bokmål when its texts cannot be fetched. */
export async function startTexts(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: firstLanguage,
    resources: { nb },
    defaultNS: 'everywhere',
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

/** Fetches a page's texts together with the page: `withTexts('cloth', () => import('./pages/cloth/cloth-page.tsx'))`. */
export async function withTexts<Module>(subject: Subject, load: () => Promise<Module>): Promise<Module> {
  wanted.add(subject)
  const [module] = await Promise.all([load(), fetchTexts(shownLanguage())])
  // Another language may have been chosen while we waited.
  await fetchTexts(shownLanguage())
  return module
}

/** All texts wanted so far, in one language; what is here already is not fetched again. */
async function fetchTexts(language: Language): Promise<void> {
  const later: Loaders = language === 'nb' ? nbLater : others[language].later
  const missing = [...wanted].filter((subject) => !i18next.hasResourceBundle(language, subject))
  const fetched = missing.map(async (subject) => {
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
