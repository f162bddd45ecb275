import type { CalendarDay } from './dates.ts'
import type { Found, Likeness, PossibleDuplicate } from './duplicate.ts'
import { namesAlike, canBeOneName } from './names-alike.ts'

/** At most so many answers to a search: who finds more writes more of the name. */
const mostFound = 20

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

/** Who is meant by what somebody typed: each word begins a word of the name, or the whole is the name written in another way. */
export function whoIsMeant(typed: string, people: Found['people']): Found['people'] {
  const words = typed.trim().split(/\s+/)
  return people
    .map((person) => ({ person, like: Math.max(namesAlike(typed, person.name), beginsLike(words, person.name)) }))
    .filter(({ like }) => like >= 0.7)
    .toSorted((one, other) => other.like - one.like || one.person.name.localeCompare(other.person.name, 'nb'))
    .slice(0, mostFound)
    .map(({ person }) => person)
}

/** 0 to 1: every word that was typed begins a name, or is one with a letter wrong. */
function beginsLike(typed: readonly string[], name: string): number {
  const names = name.split(/[\s-]+/)
  const likes = typed.map((word) =>
    Math.max(
      ...names.map((each) =>
        Math.max(namesAlike(word, each), namesAlike(word, [...each].slice(0, [...word].length).join(''))),
      ),
    ),
  )
  return Math.min(...likes)
}
