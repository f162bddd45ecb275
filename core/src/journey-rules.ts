import type { Place } from './commands/journey.ts'
import type { CalendarDay } from './dates.ts'
import type { DecidedEvent } from './events.ts'
import type { AboutId, PartyId, PlacementId } from './ids.ts'
import { areaOfSubject, type View } from './journey.ts'
import type { Decided } from './refusal.ts'
import { scoresFromAge } from './wellbeing.ts'

/** What the rules on placements need to know of the one who places, and of the cell. */
export interface JourneyFacts {
  /** A present member of the family, with their age; null for whoever is none. */
  readonly member: { readonly age: number | null } | null
  /** The party they sit for at this family's table; null without a seat that counts. */
  readonly seatOf: PartyId | null
  /** The whole family in the area of what is placed: null when they may not see it. */
  readonly cell: { readonly aboutId: AboutId; readonly mayWrite: boolean } | null
  /** The newest placement of the same subject, view and mark, as it stands now. */
  readonly newest: PlacementId | null
  readonly today: CalendarDay
}

export interface NewPlacement {
  readonly id: PlacementId
  readonly aboutId: AboutId
  readonly view: View
  readonly partyId: PartyId | null
  readonly onDay: CalendarDay
}

/** For whom somebody speaks: a grown member for the family, also when they hold a seat besides; a seat for the team. */
export function viewOf({ member, seatOf }: Pick<JourneyFacts, 'member' | 'seatOf'>): View | null {
  if (member) return member.age !== null && member.age >= scoresFromAge ? 'family' : null
  return seatOf === null ? null : 'team'
}

/**
 * Places the whole, or one domain, in one of the four situations. Only a row is added, so that no placement can ever change another.
 *
 * The whole is placed with a reason: it is nobody's sum of the six. A goal has a reason and is the family's to set, on its own screen;
 * the team talks it over with them (no decision about me without me).
 *
 * @param onDay the day it was said, today at the latest
 * @param proof sha256 of the words with their salt, null without words
 */
export function place(
  facts: JourneyFacts,
  input: Omit<Place, 'commandId'>,
  said: { readonly onDay: CalendarDay; readonly proof: string | null },
): Decided<{ readonly row: NewPlacement; readonly events: readonly DecidedEvent[] }> {
  if (!facts.member && facts.seatOf === null) return { refused: 'not-found' }
  const view = viewOf(facts)
  if (view === null) return { refused: 'journey-not-for-children' }
  if (!facts.cell?.mayWrite) return { refused: 'journey-area-not-open' }
  if (input.mark === 'goal' && view !== 'family') return { refused: 'journey-goal-by-family' }
  if (input.words === null && (input.subject === 'whole' || input.mark === 'goal')) {
    return { refused: 'journey-needs-reason' }
  }
  const asksVulnerability = input.subject === 'whole' && input.mark === 'now'
  if ((input.vulnerability !== null) !== asksVulnerability) return { refused: 'not-valid' }
  if (said.onDay > facts.today) return { refused: 'journey-day-to-come' }
  if (input.byDay !== null && (input.mark === 'now' || input.byDay <= said.onDay)) return { refused: 'not-valid' }
  if (input.base !== facts.newest) return { refused: 'journey-moved-on' }
  const { aboutId } = facts.cell
  const cell = { about: aboutId, area: areaOfSubject[input.subject], privacy: 'table' }
  return {
    done: {
      row: {
        id: input.placementId,
        aboutId,
        view,
        partyId: view === 'team' ? facts.seatOf : null,
        onDay: said.onDay,
      },
      events: [
        {
          kind: input.mark === 'goal' ? 'journey.goal_set' : 'journey.placed',
          subject: input.placementId,
          cell,
          // Not where life was placed: events stay, and a family that is erased leaves nothing of its life in them.
          data: { subject: input.subject, view, proof: said.proof },
        },
      ],
    },
  }
}
