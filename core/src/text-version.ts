import { z } from 'zod'
import { calendarDay } from './dates.ts'
import { textLanguage, type TextLanguage } from './text-language.ts'
import { textsEn, textsNb, textsNn } from './text-words.ts'

/** Texts that people say yes to or sign, kept as versioned data: which one was read stays with each yes (scenario 47). */
export const textKeys = ['consent_sentence', 'participation_agreement', 'confidentiality', 'consent_sheet'] as const
export const textKey = z.enum(textKeys)
export type TextKey = z.infer<typeof textKey>

/** GET /api/texts/:key: a text as it was or is, in a language, or in bokmål where that language is owed. */
export const versionedText = z.object({
  key: textKey,
  version: z.string(),
  /** The language that was asked for. */
  asked: textLanguage,
  /** The language the words are in. */
  language: textLanguage,
  /** The words, a line each; holes are {service}, {areas}, {persons}, {until}, {leader}. */
  lines: z.array(z.string()),
  validFrom: calendarDay,
  source: z.string(),
  approvedBy: z.string().nullable(),
})
export type VersionedText = z.infer<typeof versionedText>

/** Who has written the words a new municipality starts with. Its own people approve them, or put others in their place. */
export const productSource = 'Velferdslab, egen ordlyd'
export const productVersion = '2026-11'
export const productValidFrom = '2026-11-01'

/** The words the product comes with, in the languages that are written. The others are owed: shown in bokmål until somebody has written them. */
export const productTexts: Readonly<Partial<Record<TextLanguage, Readonly<Record<TextKey, readonly string[]>>>>> = {
  nb: textsNb,
  nn: textsNn,
  en: textsEn,
}

/** What a person reads of a text: their own language when it is written, else bokmål, and it says so (language "ikke oversatt ennå"). */
export function shownIn(asked: TextLanguage, written: readonly TextLanguage[]): TextLanguage {
  return written.includes(asked) ? asked : 'nb'
}

/** Puts what was chosen into the holes of a line. A hole that nothing fills stands as it is, so that it is seen. */
export function fillHoles(line: string, parts: Readonly<Partial<Record<string, string>>>): string {
  return line.replaceAll(/\{(\w+)\}/g, (hole, name: string) => parts[name] ?? hole)
}
