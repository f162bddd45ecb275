import type { Language } from '@velferdslab/core/language'
import { myDataEn } from './texts-en.ts'
import { myDataNb, type MyDataTexts } from './texts-nb.ts'

/** The words of the package in a language, with how that language writes days. */
export const myDataTexts: Record<Language, { texts: MyDataTexts; locale: string }> = {
  nb: { texts: myDataNb, locale: 'nb-NO' },
  en: { texts: myDataEn, locale: 'en-GB' },
}
