import type { Language } from '@velferdslab/core/language'
import { textsEn } from './texts-en.ts'
import { textsNb, type PrintTexts } from './texts-nb.ts'

/** The words of paper in a language, with how that language writes days and lists. */
export interface PaperLanguage {
  readonly texts: PrintTexts
  /** For Intl: where it is spoken decides the order of a date and the commas of a list. */
  readonly locale: string
}

export const paperLanguages: Record<Language, PaperLanguage> = {
  nb: { texts: textsNb, locale: 'nb-NO' },
  en: { texts: textsEn, locale: 'en-GB' },
}
