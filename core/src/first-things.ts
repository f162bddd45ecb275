import { daysBetween, type CalendarDay } from './dates.ts'
import type { FamilyList } from './family.ts'
import type { FamilyId } from './ids.ts'

/** What a leader is asked to look at before the rest, one thing of one family. */
export interface FirstThing {
  readonly familyId: FamilyId
  readonly family: string
  /** ending: consents end soon; waiting: decisions that nobody has decided; no_goal: mapped, and no goal yet; quiet: nothing has happened. */
  readonly what: 'ending' | 'waiting' | 'no_goal' | 'quiet'
  /** How many consents or decisions; days without news for `quiet`; 0 for `no_goal`. */
  readonly count: number
}

/** Days without anything new after which a call may be enough. */
export const quietAfterDays = 10
/** More than this is a list, and a list is what stands below. */
export const firstThingsShown = 3

/**
 * The next right things for whoever leads: at most one for a family, the most pressing kind first, then the family with most of it. Families
 * that have left the lab, and those one does not lead, ask for nothing.
 */
export function firstThings({ today, families }: Pick<FamilyList, 'today' | 'families'>): FirstThing[] {
  return families
    .filter((family) => family.isLeader && family.phase !== 'exit')
    .flatMap((family) => mostPressing(family, today) ?? [])
    .sort((a, b) => rank.indexOf(a.what) - rank.indexOf(b.what) || b.count - a.count)
    .slice(0, firstThingsShown)
}

const rank = ['ending', 'waiting', 'no_goal', 'quiet'] as const satisfies readonly FirstThing['what'][]

function mostPressing(family: FamilyList['families'][number], today: CalendarDay): FirstThing | undefined {
  const thing = (what: FirstThing['what'], count: number) => ({ familyId: family.id, family: family.name, what, count })
  if (family.consentsEnding > 0) return thing('ending', family.consentsEnding)
  if (family.decisionsWaiting > 0) return thing('waiting', family.decisionsWaiting)
  if (family.phase !== 'capture' && family.journey.goal === null) return thing('no_goal', 0)
  const quiet = family.lastNewsOn === null ? 0 : daysBetween(family.lastNewsOn, today)
  return quiet >= quietAfterDays ? thing('quiet', quiet) : undefined
}
