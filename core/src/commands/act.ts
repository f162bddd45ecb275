import { z } from 'zod'
import { fewestReasonLetters, longestReason } from '../act.ts'
import { areaCode } from '../areas.ts'
import { calendarDay } from '../dates.ts'
import { actId, commandId, partyId, personId } from '../ids.ts'

/** Why, in one's own words: long enough that it says something. */
export const reason = z.string().trim().min(fewestReasonLetters).max(longestReason)

/** POST /api/families/:familyId/acts: let one person of a service read, by a rule of law. Nothing is chosen beforehand. */
export const recordAct = z.strictObject({
  commandId,
  actId,
  rule: z.string().min(1).max(40),
  /** The service one does it for. */
  partyId,
  receiver: z.strictObject({ personId, partyId }),
  areas: z.array(areaCode).min(1),
  /** The last day it counts. */
  until: calendarDay,
  necessity: reason,
  /** Told at once, or on a day for a reason. */
  tell: z.discriminatedUnion('when', [
    z.strictObject({ when: z.literal('now') }),
    z.strictObject({ when: z.literal('later'), on: calendarDay, because: reason }),
  ]),
})
export type RecordAct = z.infer<typeof recordAct>

/** POST /api/acts/:actId/end: before its time, by who did it or who received it. */
export const endAct = z.strictObject({ commandId })

export const actAnswer = z.object({ done: z.literal(true) })
