import { z } from 'zod'
import { areaCode } from './areas.ts'
import { calendarDay, instant } from './dates.ts'
import { actId, familyId, glassReviewId } from './ids.ts'

/**
 * Break-glass (nødtilgang, REQ-57): somebody with a role for it opens a family to themself in an emergency, for minutes and with a reason, and reads by
 * case 5 of the rule. Nothing is written, nothing leaves the screen. The family is told at once, and a manager says afterwards whether it was needed.
 */
export const glassOutcomes = ['needed', 'not_needed', 'follow_up'] as const
export const glassOutcome = z.enum(glassOutcomes)
export type GlassOutcome = z.infer<typeof glassOutcome>

/** Something read by break-glass that somebody is to look at, or knows of. A family is a number here. */
export const glassReview = z.object({
  id: glassReviewId,
  reader: z.string(),
  service: z.string(),
  family: z.string(),
  areas: z.array(areaCode),
  from: instant,
  /** When it was over, or will be. */
  until: instant,
  isOver: z.boolean(),
  dueOn: calendarDay,
  /** Nobody has looked at it, and the day has passed. */
  isLate: z.boolean(),
  /** The reader of this answers for it; else they only know of it. */
  isMine: z.boolean(),
  /** Why it was done: for the one who is to judge it. */
  necessity: z.string().nullable(),
  answered: z.object({ outcome: glassOutcome, words: z.string(), by: z.string(), on: calendarDay }).nullable(),
})
export type GlassReview = z.infer<typeof glassReview>

/** GET /api/break-glass: what is open to me now, what I may open, and what I am to look at. */
export const breakGlass = z.object({
  today: calendarDay,
  /** Null for who may not break the glass. */
  mayOpen: z.object({ areas: z.array(areaCode), longestMinutes: z.int(), reviewDays: z.int() }).nullable(),
  open: z
    .object({
      actId,
      family: z.object({ id: familyId, name: z.string() }),
      areas: z.array(areaCode),
      until: instant,
      /** They come to the family by this alone: nothing that writes is offered. */
      alone: z.boolean(),
    })
    .nullable(),
  reviews: z.array(glassReview),
})
export type BreakGlass = z.infer<typeof breakGlass>
