import type { SpokenLanguage } from '@velferdslab/core/referral'

/** Languages by their own name, each in itself. */
export const languageName: Record<SpokenLanguage, string> = {
  nb: 'bokmål',
  nn: 'nynorsk',
  en: 'English',
  so: 'Af-Soomaali',
  ar: 'العربية',
  uk: 'українська',
  pl: 'polski',
  ti: 'ትግርኛ',
  se: 'davvisámegiella',
}
