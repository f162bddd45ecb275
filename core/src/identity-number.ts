/**
 * The birth day in a Norwegian identity number, as DDMMYY: first day and month, with what D-numbers (day + 40) and synthetic ones (month + 40, + 65 or
 * + 80) add taken off again. The century is left out: from 2032 the number no longer tells it (REQ-81).
 *
 * @returns undefined when the first six digits are no day
 */
export function birthDigitsOf(identityNumber: string): string | undefined {
  const digits = /^(\d{2})(\d{2})(\d{2})\d{5}$/.exec(identityNumber)
  if (!digits) return undefined
  const [day, month, year] = digits.slice(1).map(Number) as [number, number, number]
  const plainDay = day > 40 ? day - 40 : day
  const plainMonth = [0, 40, 65, 80].map((added) => month - added).find((each) => each >= 1 && each <= 12)
  if (plainMonth === undefined || plainDay < 1 || plainDay > 31) return undefined
  return [plainDay, plainMonth, year].map((part) => String(part).padStart(2, '0')).join('')
}

/** person: born or registered here; d: a D-number (day + 40); h: a help number of the health service (month + 40). */
export type IdentityKind = 'person' | 'd' | 'h'

const weights1 = [3, 7, 6, 1, 8, 9, 4, 5, 2] as const
const weights2 = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const

/**
 * Which kind of identity number it is, and whether it is synthetic (month + 80, or + 65); undefined when it is none. From 2032 the first check digit may
 * leave any of four remainders (0 to 3), before that only 0; both are accepted, as the register says one should today. The second has one value as before.
 * Source: skatteetaten.github.io/folkeregisteret-api-dokumentasjon/nytt-fodselsnummer-fra-2032.
 */
export function readIdentityNumber(
  digits: string,
): { readonly kind: IdentityKind; readonly isSynthetic: boolean; readonly remainder: 0 | 1 | 2 | 3 } | undefined {
  if (!/^\d{11}$/.test(digits)) return undefined
  const each = [...digits].map(Number)
  const [day, month] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))]
  const added = [0, 40, 65, 80].find((more) => month - more >= 1 && month - more <= 12)
  if (added === undefined || !isDay(day > 40 ? day - 40 : day, month - added, Number(digits.slice(4, 6))))
    return undefined
  const sumOf = (weights: readonly number[]) => weights.reduce((sum, weight, at) => sum + weight * (each[at] ?? 0), 0)
  const remainder = (sumOf(weights1) + (each[9] ?? 0)) % 11
  if (remainder > 3 || (sumOf(weights2) + (each[10] ?? 0)) % 11 !== 0) return undefined
  return {
    kind: day > 40 ? 'd' : added === 40 ? 'h' : 'person',
    isSynthetic: added === 80 || added === 65,
    remainder: remainder as 0 | 1 | 2 | 3,
  }
}

/** 29 February counts in any century that could be meant: the number does not tell which. */
function isDay(day: number, month: number, year: number): boolean {
  const longest = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  return day >= 1 && day <= longest
}

/**
 * Whether somebody may sign in with this number where the lab runs so. Production serves the living: a synthetic number there would be somebody who tests with
 * their data. A demo or a test is nobody's: a number that could be a living person's has no business in it (REQ-81).
 */
export function mayServe(identityNumber: string, mode: 'demo' | 'production'): boolean {
  const month = Number(identityNumber.slice(2, 4))
  const isSynthetic = month > 80 || (month > 65 && month <= 77)
  return mode === 'production' ? !isSynthetic : isSynthetic
}
