import { z } from 'zod'

/** The languages a text that people say yes to may have been read in. Wider than what can be chosen today (language.ts): a yes stands for years. */
export const textLanguage = z.enum(['nb', 'nn', 'en'])
export type TextLanguage = z.infer<typeof textLanguage>
