import type { AreaCode } from './areas.ts'
import type { Visit } from './looked.ts'
import type { Ground } from './opening.ts'

/** An opening as one of those it is about sees it: only the cells they see themself are in it. */
export interface SeenOpening {
  readonly reader: string
  readonly name: string | null
  readonly service: string | null
  readonly ground: Ground
  readonly areas: readonly AreaCode[]
  readonly about: readonly string[]
  readonly aboutMe: boolean
  readonly byMyYes: boolean
  readonly from: Date
  readonly to: Date
}

const aQuarter = 15 * 60_000

/**
 * Visits, newest first: openings of one reader by one right that begin within a quarter of an hour after the last was read in are one.
 * It begins at the minute of the first. That an opening was begun anew because of something the reader of this list does not see changes
 * nothing in it.
 */
export function visitsOf(openings: readonly SeenOpening[]): Visit[] {
  const visits: { visit: Visit; reader: string; until: number }[] = []
  for (const opening of openings.toSorted((one, other) => one.from.getTime() - other.from.getTime())) {
    const last = visits.findLast(
      ({ visit, reader }) =>
        reader === opening.reader && visit.ground === opening.ground && visit.service === opening.service,
    )
    const from = opening.from.getTime()
    if (last && from <= last.until + aQuarter) {
      last.visit = joined(last.visit, opening)
      last.until = Math.max(last.until, opening.to.getTime())
    } else {
      const { name, service, ground, areas, about, aboutMe, byMyYes } = opening
      const minute = new Date(Math.floor(from / 60_000) * 60_000).toISOString()
      const visit = { name, service, ground, areas: [...areas], about: [...about], aboutMe, byMyYes, from: minute }
      visits.push({ visit: sorted(visit), reader: opening.reader, until: opening.to.getTime() })
    }
  }
  return visits.map(({ visit }) => visit).reverse()
}

function joined(visit: Visit, { areas, about, aboutMe, byMyYes }: SeenOpening): Visit {
  return sorted({
    ...visit,
    areas: [...visit.areas, ...areas],
    about: [...visit.about, ...about],
    aboutMe: visit.aboutMe || aboutMe,
    byMyYes: visit.byMyYes || byMyYes,
  })
}

function sorted(visit: Visit): Visit {
  return { ...visit, areas: [...new Set(visit.areas)].sort(), about: [...new Set(visit.about)].sort() }
}
