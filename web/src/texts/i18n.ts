import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { nb, nbLater } from './nb/index.ts'

/** The language of the texts shown now. Bokmål is complete; nynorsk and English follow, each loaded when chosen. */
export const language = 'nb'

export function startTexts(): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    resources: { nb },
    defaultNS: 'everywhere',
    initAsync: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  document.documentElement.lang = language
}

/** Fetches a page's texts together with the page: `withTexts('cloth', () => import('./pages/cloth/cloth-page.tsx'))`. */
export async function withTexts<Module>(subject: keyof typeof nbLater, load: () => Promise<Module>): Promise<Module> {
  const [module, texts] = await Promise.all([load(), nbLater[subject]()])
  i18next.addResourceBundle(language, subject, texts)
  return module
}
