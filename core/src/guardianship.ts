import type { AreaCode, ConsentArea } from './areas.ts'
import { ageOn, type CalendarDay } from './dates.ts'

/**
 * What somebody is guardian (verge) for: areas, and the last day. A guardian answers for nothing else, and never in place of a no the person has said
 * themself (docs/decisions/0041).
 */
export interface Guardianship {
  readonly areas: readonly AreaCode[]
  /** The last whole day of the mandate; null is none. */
  readonly until: CalendarDay | null
}

/** Somebody I answer for, besides myself. */
export interface Ward {
  readonly born: CalendarDay
  /** As guardian, within these; undefined: as a parent alone. */
  readonly asGuardian?: { readonly isParentToo: boolean; readonly mandates: readonly Guardianship[] } | undefined
}

/** Why I do not answer for somebody there: it is theirs alone by age, it is not in my mandate, or my mandate ends before that day. */
export type NotMine = 'decides-alone' | 'outside-mandate' | 'after-mandate'

/**
 * Whether I answer for somebody in an area, up to and including a day: a parent until the person decides alone, a guardian within the mandate at any age. Where
 * no age is set nobody answers for another: what was never decided stays closed.
 *
 * @param until null: the day is not chosen yet
 */
export function answersForThere(
  ward: Ward,
  area: AreaCode,
  {
    decidesFromAge,
    today,
    until,
  }: {
    readonly decidesFromAge: Readonly<Partial<Record<AreaCode, number>>>
    readonly today: CalendarDay
    readonly until: CalendarDay | null
  },
): NotMine | null {
  const from = decidesFromAge[area]
  if (from === undefined) return 'decides-alone'
  const { asGuardian } = ward
  if ((!asGuardian || asGuardian.isParentToo) && ageOn(ward.born, today) < from) return null
  if (!asGuardian) return 'decides-alone'
  const reaching = asGuardian.mandates.filter(({ areas }) => areas.includes(area))
  if (reaching.length === 0) return asGuardian.isParentToo ? 'decides-alone' : 'outside-mandate'
  const lasts = reaching.some((mandate) => until === null || mandate.until === null || until <= mandate.until)
  return lasts ? null : 'after-mandate'
}

/** The last day of what reaches an area, where all of it ends. */
export function lastDayOfMandate({ mandates }: NonNullable<Ward['asGuardian']>, area: AreaCode): CalendarDay | null {
  const ends = mandates.filter(({ areas }) => areas.includes(area)).map(({ until }) => until)
  if (ends.length === 0 || ends.includes(null)) return null
  return ends.reduce((latest, end) => (end !== null && (latest === null || end > latest) ? end : latest), null)
}

/** The areas among these that I answer for somebody in, as guardian. */
export function areasOfMandate(
  { mandates }: NonNullable<Ward['asGuardian']>,
  areas: readonly ConsentArea[],
): ConsentArea[] {
  return areas.filter((area) => mandates.some((mandate) => mandate.areas.includes(area)))
}
