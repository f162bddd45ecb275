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
