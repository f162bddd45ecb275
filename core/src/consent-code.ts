import { z } from 'zod'
import { consentArea } from './areas.ts'
import { calendarDay } from './dates.ts'
import { textLanguage } from './text-language.ts'

/** Letters and digits nobody mixes up (Crockford): no I, L, O or U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Thirteen of them carry 65 bits (REQ-42: at least 60). */
const length = 13

/** A code as it is typed from a letter: spaces and dashes do not count, and what looks alike is the same. */
export const typedCode = z
  .string()
  .max(60)
  .transform((typed) => typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1'))
  .refine((code) => code.length === length && [...code].every((letter) => alphabet.includes(letter)))

/** A code out of at least nine bytes nobody can guess. */
export function codeFrom(bytes: Uint8Array): string {
  const bits = [...bytes].reduce((all, byte) => all * 256n + BigInt(byte), 0n)
  return Array.from({ length }, (_, at) => alphabet[Number((bits >> BigInt(5 * at)) & 31n)]).join('')
}

/** As it stands in the letter: 0AB1-2CD3-4EF56. */
export function spacedCode(code: string): string {
  return [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join('-')
}

/** The sentence a code opens: as it was read to who gave it, in first names, and nothing of a family. */
export const codedSentence = z.object({
  service: z.string(),
  areas: z.array(consentArea),
  /** It is for who gave it. */
  forMe: z.boolean(),
  /** And for these, by first name. */
  persons: z.array(z.string()),
  until: calendarDay,
  /** The sentence with its holes, in the language it was read in, or bokmål where that is not written. */
  line: z.string(),
  language: textLanguage,
  /** Whom to call. */
  phone: z.string(),
})
export type CodedSentence = z.infer<typeof codedSentence>
