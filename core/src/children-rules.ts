import { z } from 'zod'
import { areaCode } from './areas.ts'
import { calendarDay } from './dates.ts'

/** A rule as it counts today: an age, the areas it is the same for, where it comes from and since when. */
const ageRule = z.object({
  age: z.int(),
  areas: z.array(areaCode),
  source: z.string(),
  validFrom: calendarDay,
  /** When a lawyer has looked at it; null: nobody has yet. */
  reviewedAt: calendarDay.nullable(),
})
export type AgeRule = z.infer<typeof ageRule>

/** GET /api/children-rules: both tables, today's version, for whoever has signed in. */
export const childrenRules = z.object({
  today: calendarDay,
  /** How old the reader is; null where that is not known here. */
  age: z.int().nullable(),
  /** From this age somebody says yes and no alone, the youngest first. */
  consent: z.array(ageRule),
  /** Until this age those who answer for a child see rows about its life. */
  life: z.array(ageRule),
  /** And until this age what it wrote itself. */
  words: z.array(ageRule),
})
export type ChildrenRules = z.infer<typeof childrenRules>

/** Areas with the same age, source and day are one rule, the youngest age first; areas in their own order. */
export function groupRules(
  rows: readonly (Omit<AgeRule, 'areas'> & { readonly area: AgeRule['areas'][number] })[],
): AgeRule[] {
  const groups = new Map<string, AgeRule>()
  for (const { area, ...rule } of rows) {
    const key = JSON.stringify([rule.age, rule.source, rule.validFrom, rule.reviewedAt])
    const known = groups.get(key)
    groups.set(key, known ? { ...known, areas: [...known.areas, area] } : { ...rule, areas: [area] })
  }
  return [...groups.values()].sort((one, other) => one.age - other.age)
}
