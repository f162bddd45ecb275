import { dayInOslo, daysBetween, type CalendarDay } from './dates.ts'
import type { FamilyList } from './family.ts'
import type { FamilyId } from './ids.ts'

/** What a leader is asked to look at before the rest, one thing of one family. */
export interface FirstThing {
  readonly familyId: FamilyId
  readonly family: string
  /**
   * going: its meeting is on. late: promises to the family whose day has passed. missed: the meeting's day has passed and nobody began it.
   * meeting: it is near. ending: consents end soon. waiting: decisions that nobody has decided. no_goal: mapped, and no goal yet. quiet:
   * nothing has happened.
   */
  readonly what: (typeof rank)[number]
  /** How many promises, consents or decisions; days to the meeting, or since; days without news for `quiet`; otherwise 0. */
  readonly count: number
  /** For `quiet`: how many steps nobody has begun. */
  readonly notBegun: number
}

/** Days without anything new after which a call may be enough. */
export const quietAfterDays = 10
/** A meeting is near from so many days before it: time enough to remind somebody. */
export const meetingNearDays = 3
/** More than this is a list, and a list is what stands below. */
export const firstThingsShown = 3

/** The most pressing first. What the municipality owes a family comes before what the leader would like of it. */
const rank = ['going', 'late', 'missed', 'meeting', 'ending', 'waiting', 'no_goal', 'quiet'] as const

/**
 * The next right things for whoever leads: at most one for a family, the most pressing kind first, then the family with most of it. Families
 * that have left the lab, and those one does not lead, ask for nothing.
 */
export function firstThings({ today, families }: Pick<FamilyList, 'today' | 'families'>): FirstThing[] {
  return families
    .filter((family) => family.isLeader && family.phase !== 'exit')
    .flatMap((family) => mostPressing(family, today) ?? [])
    .sort((a, b) => rank.indexOf(a.what) - rank.indexOf(b.what) || inItsOrder(a, b))
    .slice(0, firstThingsShown)
}

/** The nearest meeting first; of everything else the most. */
function inItsOrder(a: FirstThing, b: FirstThing): number {
  return a.what === 'meeting' ? a.count - b.count : b.count - a.count
}

function mostPressing(family: FamilyList['families'][number], today: CalendarDay): FirstThing | undefined {
  const thing = (what: FirstThing['what'], count: number): FirstThing => ({
    familyId: family.id,
    family: family.name,
    what,
    count,
    notBegun: what === 'quiet' ? family.notBegun : 0,
  })
  if (family.nextMeeting?.hasBegun) return thing('going', 0)
  if (family.lateToFamily > 0) return thing('late', family.lateToFamily)
  const plannedAt = family.nextMeeting?.plannedAt
  if (plannedAt) {
    const days = daysBetween(today, dayInOslo(new Date(plannedAt)))
    if (days < 0) return thing('missed', -days)
    if (days <= meetingNearDays) return thing('meeting', days)
  }
  if (family.consentsEnding > 0) return thing('ending', family.consentsEnding)
  if (family.decisionsWaiting > 0) return thing('waiting', family.decisionsWaiting)
  if (family.phase !== 'capture' && family.journey.goal === null) return thing('no_goal', 0)
  const quiet = family.lastNewsOn === null ? 0 : daysBetween(family.lastNewsOn, today)
  return quiet >= quietAfterDays ? thing('quiet', quiet) : undefined
}
