import type { OpenGlass } from './commands/break-glass.ts'
import type { CalendarDay } from './dates.ts'
import type { FamilyId } from './ids.ts'
import type { Decided } from './refusal.ts'
import { workingDaysAfter } from './working-days.ts'

/** What the rules need to know of who breaks the glass. */
export interface GlassFacts {
  readonly today: CalendarDay
  readonly longestMinutes: number
  readonly reviewDays: number
  readonly holidays: ReadonlySet<CalendarDay>
  /** They have one open already. */
  readonly hasOpen: boolean
  /** Families of the one who is sought: never their own. `answered`: somebody answers for what is read there. */
  readonly families: readonly { readonly id: FamilyId; readonly name: string; readonly answered: boolean }[]
}

type Opened =
  | { readonly came: 'open'; readonly family: FamilyId; readonly dueOn: CalendarDay }
  | { readonly came: 'several'; readonly families: readonly { readonly id: FamilyId; readonly name: string }[] }

/**
 * Opens a family in an emergency: one at a time, no longer than the municipality lets it, and only where somebody else will say whether it was needed.
 * Nobody by that name, and nobody here, are one answer.
 */
export function openGlass(facts: GlassFacts, input: Pick<OpenGlass, 'minutes' | 'family'>): Decided<Opened> {
  if (facts.hasOpen) return { refused: 'glass-already-open' }
  if (input.minutes > facts.longestMinutes) return { refused: 'glass-too-long' }
  const { families } = facts
  const family = input.family === null ? families[0] : families.find(({ id }) => id === input.family)
  if (!family) return { refused: 'glass-nobody-found' }
  if (input.family === null && families.length > 1)
    return { done: { came: 'several', families: families.map(({ id, name }) => ({ id, name })) } }
  if (!family.answered) return { refused: 'glass-nobody-answers' }
  const dueOn = workingDaysAfter(facts.today, facts.reviewDays, facts.holidays)
  return { done: { came: 'open', family: family.id, dueOn } }
}
