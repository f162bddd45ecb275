import { z } from 'zod'
import { calendarDay } from '../dates.ts'
import { commandId, partyId, personId, seatId } from '../ids.ts'
import { longestSeatWords } from '../seat.ts'
import { isTelephone } from '../telephone.ts'

/** POST /api/families/:familyId/seats/leader: the core team asks somebody to lead. */
export const askLeader = z.strictObject({
  commandId,
  seatId,
  personId,
  /** Only for a time: the last day. Then whose place they took leads again. */
  until: calendarDay.nullable().optional(),
})
export type AskLeader = z.infer<typeof askLeader>

/** POST /api/families/:familyId/seats/service: the leader asks somebody of a service to a seat. */
export const askService = z.strictObject({
  commandId,
  seatId,
  personId,
  partyId,
  why: z.string().trim().min(1).max(longestSeatWords),
})
export type AskService = z.infer<typeof askService>

/** POST /api/families/:familyId/seats/trusted: the family brings somebody, by first name and telephone. */
export const bringTrusted = z.strictObject({
  commandId,
  seatId,
  firstName: z.string().trim().min(2).max(60),
  telephone: z.string().trim().max(30).refine(isTelephone, { message: 'not-a-telephone-number' }),
})
export type BringTrusted = z.infer<typeof bringTrusted>

/** POST /api/families/:familyId/seats/:seatId/answer: for oneself. Nobody has to say why not; a reason helps to find another leader. */
export const answerSeat = z.strictObject({
  commandId,
  answer: z.enum(['yes', 'no']),
  reason: z.string().trim().min(1).max(longestSeatWords).nullable(),
})
export type AnswerSeat = z.infer<typeof answerSeat>

/** POST /api/families/:familyId/seats/:seatId/end: by the family, at any time, without a reason. */
export const endSeat = z.strictObject({ commandId })

/** POST /api/seats/:seatId/take: by the one who is to sit there. */
export const takeSeat = z.strictObject({ commandId, answer: z.enum(['yes', 'no']) })
export type TakeSeat = z.infer<typeof takeSeat>

export const seatAnswer = z.object({ done: z.literal(true) })
