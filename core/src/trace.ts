import { z } from 'zod'
import { areaCode } from './areas.ts'
import { calendarDay, instant } from './dates.ts'
import { personId, reviewId } from './ids.ts'
import { ground, pageOpened } from './opening.ts'
import { readPurpose } from './purpose.ts'

/** What in the trace of who has read is worth a look. Which of them count, and from what, is data of the municipality. */
const reviewRules = ['own_family', 'same_name', 'colleague', 'no_assignment', 'night', 'volume'] as const
const reviewRule = z.enum(reviewRules)

/** Fine, because; or followed up, how. A closed list: the trace holds no words (REQ-60). */
export const fineBecause = ['needed_at_work', 'asked_by_family', 'by_mistake'] as const
export const followedUpBy = ['talked_to_reader', 'told_manager', 'told_family', 'reported'] as const
export const reviewAnswer = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('fine'), because: z.enum(fineBecause) }),
  z.strictObject({ answer: z.literal('followed_up'), because: z.enum(followedUpBy) }),
])
export type ReviewAnswer = z.infer<typeof reviewAnswer>

/** A family as the privacy officer meets it: a number, and no name. */
export const familyNumber = z.string().regex(/^[0-9A-F]{4}-[0-9A-F]{4}$/)

export const traceQuery = z.object({
  person: personId.optional(),
  service: z.string().max(80).optional(),
  from: calendarDay.optional(),
  to: calendarDay.optional(),
})
export type TraceQuery = z.infer<typeof traceQuery>

/** GET /api/trace: who has read and who asked in vain, and what is worth a look. Never a row of anybody's life. */
export const trace = z.object({
  today: calendarDay,
  from: calendarDay,
  to: calendarDay,
  people: z.array(z.object({ id: personId, name: z.string(), service: z.string().nullable() })),
  services: z.array(z.string()),
  openings: z.array(
    z.object({
      readerId: personId,
      family: familyNumber,
      page: pageOpened,
      purpose: readPurpose,
      ground,
      areas: z.array(areaCode),
      from: instant,
      to: instant,
    }),
  ),
  denials: z.array(z.object({ readerId: personId, family: familyNumber, door: z.string(), at: instant })),
  reviews: z.array(
    z.object({
      id: reviewId,
      readerId: personId,
      family: familyNumber.nullable(),
      rule: reviewRule,
      on: calendarDay,
      times: z.int(),
      mine: z.boolean(),
      answered: z.object({ answer: z.enum(['fine', 'followed_up']), because: z.string(), on: calendarDay }).nullable(),
    }),
  ),
})
export type Trace = z.infer<typeof trace>

/** How many lines of each are shown; a narrower filter shows the rest. */
export const mostTraced = 200
/** How far back one looks who has not said. */
export const tracedDays = 30
