import { z } from 'zod'
import { areaCode } from './areas.ts'
import { calendarDay, instant } from './dates.ts'
import { familyId, partyId, personId, promiseId } from './ids.ts'
import { promiseLink } from './task-link.ts'

/** A promise (løfte): what somebody has bound themself to do, with a day. */
export const promiseWords = z.object({ text: z.string().trim().min(1).max(600), who: z.string().max(120).optional() })
export type PromiseWords = z.infer<typeof promiseWords>

export const notDoneReasons = ['waiting', 'no_room', 'no_time', 'other'] as const
export const notDoneReason = z.enum(notDoneReasons)
export type NotDoneReason = z.infer<typeof notDoneReason>

/** What is sealed with "not done because". */
export const reasonWords = z.object({ text: z.string().trim().min(1).max(600) })

/** late: its day has passed and it is not done. this_week, later: what is ahead. */
export const promiseStates = ['late', 'this_week', 'later', 'done'] as const
export type PromiseState = (typeof promiseStates)[number]

export const promiseCard = z.object({
  id: promiseId,
  familyId,
  area: areaCode,
  text: z.string(),
  due: calendarDay,
  /** One of those that come each month. */
  isMonthly: z.boolean(),
  state: z.enum(promiseStates),
  daysLate: z.int(),
  /** Who owes it: a party with who sits at the table for it, a member, or somebody named. */
  owes: z.discriminatedUnion('is', [
    z.object({ is: z.literal('party'), partyId, service: z.string(), name: z.string().nullable() }),
    z.object({ is: z.literal('member'), personId, name: z.string() }),
    z.object({ is: z.literal('named'), name: z.string() }),
  ]),
  /** Called names of those it is for; empty: the whole family. */
  to: z.array(z.string()),
  /** The signed-in person answers for it. */
  isMine: z.boolean(),
  answer: z
    .object({
      answer: z.enum(['done', 'not_done']),
      reason: notDoneReason.nullable(),
      words: z.string().nullable(),
      newDue: calendarDay.nullable(),
      by: z.string(),
      at: instant,
      /** Said by who has a link to it. */
      byLink: z.boolean(),
    })
    .nullable(),
  /** Who has a link to it now. */
  link: promiseLink.nullable(),
  /** The signed-in person may give somebody a link to it. */
  mayGiveLink: z.boolean(),
})
export type PromiseCard = z.infer<typeof promiseCard>

/** GET /api/families/:familyId/promises: what is owed the family, and what it promised itself. */
export const familyPromises = z.object({
  family: z.object({ id: familyId, name: z.string(), onePerson: z.boolean() }),
  today: calendarDay,
  promises: z.array(promiseCard),
})
export type FamilyPromises = z.infer<typeof familyPromises>

/** GET /api/promises: what the signed-in person owes, across families. */
export const owedByMe = z.object({
  today: calendarDay,
  families: z.array(z.object({ id: familyId, name: z.string() })),
  promises: z.array(promiseCard),
})
export type OwedByMe = z.infer<typeof owedByMe>
