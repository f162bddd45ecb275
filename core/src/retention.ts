import { z } from 'zod'
import { calendarDay, instant } from './dates.ts'
import { holdId, personId } from './ids.ts'
import { familyNumber } from './family-number.ts'
import { retentionCategories } from './retention-kinds.ts'

const retentionCategory = z.enum(retentionCategories)

/** Why nothing may be deleted for now. A closed list: a hold says nothing of its own about anybody. */
export const holdReasons = ['complaint', 'lawsuit', 'oversight', 'access_request', 'investigation'] as const
export const holdReason = z.enum(holdReasons)
export type HoldReason = z.infer<typeof holdReason>

/** Over whom a hold stands. Who has read stands in the trace, where the privacy officer knows them by name. */
export const holdOver = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('family'), family: familyNumber }),
  z.strictObject({ is: z.literal('person'), personId }),
])

/** How the last night went. `late`: something stands longer than it may, or no night has been for a day and a half. */
export const retentionHealth = z.enum(['well', 'late', 'failed', 'not-yet'])
export type RetentionHealth = z.infer<typeof retentionHealth>

const aRun = z.object({ at: instant, failed: z.boolean(), gone: z.int(), overdue: z.int() })

/** GET /api/retention: the rules, what the nights did by them, and what is held. For the privacy officer; counts and never a row. */
export const retention = z.object({
  today: calendarDay,
  health: retentionHealth,
  rules: z.array(
    z.object({
      category: retentionCategory,
      amount: z.int().nullable(),
      unit: z.enum(['day', 'month', 'year']).nullable(),
      action: z.enum(['delete', 'anonymise', 'archive']),
      statute: z.string(),
      paragraph: z.string(),
      source: z.string(),
      from: calendarDay,
      reviewed: calendarDay.nullable(),
      /** What the last run let go, and how it stands now. */
      gone: z.int(),
      overdue: z.int(),
      held: z.int(),
      waiting: z.int(),
    }),
  ),
  runs: z.array(aRun),
  /** Over whom a hold can be placed by name: those who stand in the trace. */
  people: z.array(z.object({ id: personId, name: z.string() })),
  holds: z.array(
    z.object({
      id: holdId,
      family: familyNumber.nullable(),
      person: z.string().nullable(),
      because: holdReason,
      told: z.boolean(),
      placedOn: calendarDay,
      until: calendarDay.nullable(),
      liftedOn: calendarDay.nullable(),
    }),
  ),
})
export type Retention = z.infer<typeof retention>

/** GET /api/my/holds: what those are told over whom a hold stands. */
export const myHolds = z.object({
  today: calendarDay,
  holds: z.array(z.object({ because: holdReason, placedOn: calendarDay, until: calendarDay.nullable() })),
})
export type MyHolds = z.infer<typeof myHolds>

/** Whether a hold may be kept from whom it is about: only while the police look into something that would come to harm by it. */
export const mayBeKeptQuiet = (because: HoldReason): boolean => because === 'investigation'

/** Once a night, and half a night's grace: then somebody must look. */
export const runLateAfterHours = 36

/** How it stands with the rules, from the last run and from what is past its day for longer than a night. */
export function healthOf(last: { at: Date; failed: boolean } | undefined, overdue: number, now: Date): RetentionHealth {
  if (!last) return 'not-yet'
  if (last.failed) return 'failed'
  return overdue > 0 || now.getTime() - last.at.getTime() > runLateAfterHours * 3_600_000 ? 'late' : 'well'
}
