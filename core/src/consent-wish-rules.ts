import type { WishConsent } from './commands/consent.ts'
import { longestConsentMonths } from './consent.ts'
import { addMonths, dayInOslo, type CalendarDay } from './dates.ts'
import type { DecidedEvent } from './events.ts'
import type { Decided } from './refusal.ts'

/** Who is in the family, and which services there are, as its leader sees them. */
export interface WishFacts {
  readonly leads: boolean
  readonly persons: readonly string[]
  readonly services: readonly string[]
}

/**
 * The leader wishes that a service could know something, and says why. A wish is shown and never ticked: it gives nobody anything, and the
 * person answers yes, no, or not at all. The newest to a service is the one that is shown.
 */
export function wishConsent(
  facts: WishFacts | undefined,
  input: Pick<WishConsent, 'wishId' | 'partyId' | 'areas' | 'persons'> & { readonly until: CalendarDay },
  now: Date,
): Decided<{ readonly events: readonly DecidedEvent[] }> {
  if (!facts?.leads) return { refused: 'not-found' }
  const today = dayInOslo(now)
  if (input.until < today) return { refused: 'consent-end-passed' }
  if (input.until > addMonths(today, longestConsentMonths)) return { refused: 'consent-too-long' }
  if (!facts.services.includes(input.partyId)) return { refused: 'consent-wish-service-unknown' }
  if (input.persons.some((person) => !facts.persons.includes(person))) return { refused: 'consent-wish-nobody' }
  const { wishId, partyId: party, areas, persons } = input
  return {
    done: { events: [{ kind: 'consent.wished', subject: wishId, cell: null, data: { party, areas, persons } }] },
  }
}
