import { z } from 'zod'

const pattern = /^[0-9A-F]{4}-[0-9A-F]{4}$/

/** A family as the privacy officer meets it: a number, and no name. */
export const familyNumber = z.string().regex(pattern)

/** What was typed, as such a number is written; undefined while it is none. A page asks this without the schemas and their library. */
export function asFamilyNumber(typed: string): string | undefined {
  const number = typed.trim().toUpperCase()
  return pattern.test(number) ? number : undefined
}
