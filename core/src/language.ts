/** The languages a person can choose: those whose texts are complete. A consent may also have been given in nynorsk, once it is. */
export const languages = ['nb', 'en'] as const
export type Language = (typeof languages)[number]

/** What is read by whoever has chosen nothing. The language of a browser is no choice: many Norwegians have theirs in English. */
export const firstLanguage: Language = 'nb'

/** The cookie that keeps the choice. It says a language and nobody: the pages set it, and the server reads it for paper and sign-in. */
export const languageCookie = 'lab-language'

export function isLanguage(word: unknown): word is Language {
  return languages.some((language) => language === word)
}

/** The language chosen, out of the cookies as a browser writes them ("a=1; b=2"). */
export function chosenLanguage(cookies: string | undefined): Language {
  const words = (cookies ?? '').split(';').map((pair) => pair.trim().split('='))
  const chosen = words.find(([name]) => name === languageCookie)?.[1]
  return isLanguage(chosen) ? chosen : firstLanguage
}
