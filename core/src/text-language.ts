import { z } from 'zod'

/** The languages a text that people say yes to may have been read in. Wider than what can be chosen today (language.ts): a yes stands for years. */
export const textLanguages = ['nb', 'nn', 'en', 'se', 'so', 'ar', 'uk', 'pl', 'ti', 'fa'] as const
export const textLanguage = z.enum(textLanguages)
export type TextLanguage = z.infer<typeof textLanguage>

/** Languages by their own name, each in itself. */
export const ownNameOf: Record<TextLanguage, string> = {
  nb: 'bokmål',
  nn: 'nynorsk',
  en: 'English',
  se: 'davvisámegiella',
  so: 'Af-Soomaali',
  ar: 'العربية',
  uk: 'українська',
  pl: 'polski',
  ti: 'ትግርኛ',
  fa: 'فارسی',
}
