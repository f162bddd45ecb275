import { z } from 'zod'
import { cursor } from './cursor.ts'
import { calendarDay } from './dates.ts'
import { familyId, personId, questionId } from './ids.ts'

/**
 * What a family waits for between the door and its first meeting. answer: the check list and what comes of it. leader: that the core team
 * proposes one. family: its yes to whoever is proposed. holder: that who is asked takes it over.
 */
export const waitsAtDoor = ['answer', 'leader', 'family', 'holder'] as const
export type WaitsAtDoor = (typeof waitsAtDoor)[number]

/** Which part of the home: who waits after a family, or who leads after somebody; without either its beginning. */
export const coreTeamQuery = z.object({ waitingAfter: cursor.optional(), leadersAfter: cursor.optional() })
export type CoreTeamQuery = z.infer<typeof coreTeamQuery>

/** GET /api/core-team: the core team's home. Who waits, who leads how many, and what the last families were answered; never a cloth. */
export const coreTeamHome = z.object({
  today: calendarDay,
  /** Who has waited longest stands first. */
  waiting: z.array(
    z.object({
      familyId,
      name: z.string(),
      service: z.string().nullable(),
      waitsFor: z.enum(waitsAtDoor),
      /** Who is proposed as leader, where somebody is. */
      leader: z.string().nullable(),
      /** Since when the family has waited at all: the day it was sent. */
      sentOn: calendarDay,
      /** Since when it waits for this. */
      since: calendarDay,
    }),
  ),
  /** How many wait in all, and where more of them begin. */
  waitingCount: z.int(),
  moreWaiting: cursor.nullable(),
  /** What nobody has in hand: families without a leader, and promises of a service that nobody of it sits with. */
  leftBehind: z.array(
    z.object({
      familyId,
      name: z.string(),
      /** The service that owes; null: the family has no leader. */
      service: z.string().nullable(),
      count: z.int(),
      since: calendarDay,
      /** Who is asked to lead, where somebody is. */
      asked: z.string().nullable(),
    }),
  ),
  /** Questions about nobody named that have no answer, the oldest first. */
  questions: z.array(z.object({ id: questionId, service: z.string().nullable(), since: calendarDay })),
  /** Who can lead, and how many families each leads: who leads fewest stands first, a part at a time. */
  leaders: z.array(z.object({ id: personId, name: z.string(), leads: z.int() })),
  moreLeaders: cursor.nullable(),
  /** The last families that were answered, the newest first: with what was offered instead, where the answer was no. */
  answered: z.array(
    z.object({ familyId, name: z.string(), on: calendarDay, accepted: z.boolean(), instead: z.string().nullable() }),
  ),
})
export type CoreTeamHome = z.infer<typeof coreTeamHome>

/** So many of the last answers stand on the home; all of them stand at the door. */
export const answeredShown = 5
