import type { CalendarDay } from './dates.ts'
import type { Found, Likeness, PossibleDuplicate } from './duplicate.ts'
import { canBeOneName, measureOf, namesAlike } from './names-alike.ts'

/** At most so many answers to a search: who finds more writes more of the name. */
export const mostFound = 20

/**
 * How two who are named and born so can be one person; null: they are two. A day written wrong in one place is as common as a letter; where the day is quite
 * another, only the very same name says anything.
 */
export function likenessOf(
  one: { readonly name: string; readonly born: CalendarDay },
  other: { readonly name: string; readonly born: CalendarDay },
): Likeness | null {
  if (!canBeOneName(one.name, other.name)) return null
  if (one.born === other.born) return 'same_day'
  if (isOneSlipAway(one.born, other.born)) return 'near_day'
  return namesAlike(one.name, other.name) === 1 && /\S\s+\S/.test(one.name.trim()) ? 'other_day' : null
}

/** Day and month changed about, or one of year, month and day wrong. */
function isOneSlipAway(one: CalendarDay, other: CalendarDay): boolean {
  const [a, b] = [one.split('-'), other.split('-')]
  const same = a.filter((part, at) => part === b[at]).length
  return same >= 2 || (a[0] === b[0] && a[1] === b[2] && a[2] === b[1])
}

const order: readonly Likeness[] = ['same_day', 'near_day', 'other_day']

/** Pairs that look like one person, the surest first. */
export function possibleDuplicates(pairs: readonly Omit<PossibleDuplicate, 'likeness'>[]): PossibleDuplicate[] {
  return pairs
    .flatMap((pair) => {
      const likeness = likenessOf(pair.person, pair.candidate)
      return likeness ? [{ ...pair, likeness }] : []
    })
    .toSorted((one, other) => order.indexOf(one.likeness) - order.indexOf(other.likeness))
}

/** Less like than this, and it is not who was meant. */
const meant = 0.7

/** Who is meant by what somebody typed: each word begins a word of the name, or the whole is the name written in another way. */
export function whoIsMeant(typed: string, people: Found['people']): Found['people'] {
  const likeOf = measureOf(typed)
  return people
    .map((person) => ({ person, like: likeOf(person.name) }))
    .filter(({ like }) => like >= meant)
    .toSorted((one, other) => other.like - one.like || one.person.name.localeCompare(other.person.name, 'nb'))
    .slice(0, mostFound)
    .map(({ person }) => person)
}

/** Of many names, those that can be meant, the likest first: in the order in which whoIsMeant answers. */
export function namesMeant(typed: string, names: readonly string[]): string[] {
  const likeOf = measureOf(typed)
  return names
    .map((name) => ({ name, like: likeOf(name) }))
    .filter(({ like }) => like >= meant)
    .toSorted((one, other) => other.like - one.like || one.name.localeCompare(other.name, 'nb'))
    .map(({ name }) => name)
}
