import { z } from 'zod'
import { areaCode } from './areas.ts'
import { calendarDay, instant } from './dates.ts'
import { familyId, partyId, seatId } from './ids.ts'
import { situation } from './journey.ts'
import { personCard, relation } from './people.ts'

/** What the lab does now (docs/domain.md). Phase and situation are two facts. */
export const phases = ['capture', 'invest', 'maintain', 'exit'] as const
export const phase = z.enum(phases)
export type Phase = z.infer<typeof phase>

/** Somebody at the table: a seat that the family has approved, and what its service may read today. */
export const seatCard = personCard.extend({
  seatId,
  partyId,
  service: z.string(),
  isLeader: z.boolean(),
  isTrusted: z.boolean(),
  /** Areas the service may read about somebody I answer for, from consents that count now. */
  mayRead: z.array(areaCode),
})
export type SeatCard = z.infer<typeof seatCard>

/** GET /api/families/:familyId: the family's home, or the family page for whoever may open it. */
export const familyHome = z.object({
  family: z.object({ id: familyId, name: z.string(), phase, onePerson: z.boolean() }),
  today: calendarDay,
  members: z.array(personCard.extend({ relation, isChild: z.boolean(), age: z.int().nullable(), isMe: z.boolean() })),
  seats: z.array(seatCard),
  /** For a member who signs for themself: whether the participation agreement still waits for them. */
  agreementWaits: z.boolean(),
  /** For a member: what waits on the page of how it goes. A leader or seats to answer; a family that is on its way in; an answer that was no. */
  startStep: z.enum(['leader', 'seats', 'door', 'declined']).nullable(),
  /** For a member: services with a seat or a wish that this person has not answered yet. */
  unanswered: z.array(z.object({ partyId, name: z.string(), inSentence: z.string() })),
  /** For a member: decisions that lack an answer of mine, and whether a version of the plan lacks my signature. */
  decisionsToAnswer: z.int(),
  planToSign: z.boolean(),
  /** An age I have come to, from which I answer for more myself, and have not seen to yet. */
  cameOfAge: z.int().nullable(),
  notes: z.object({ count: z.int(), lastChangedAt: instant.nullable() }),
})
export type FamilyHome = z.infer<typeof familyHome>

/** GET /api/families: the families this person may open in the work shell. */
export const familyList = z.object({
  today: calendarDay,
  families: z.array(
    z.object({
      id: familyId,
      name: z.string(),
      phase,
      adults: z.int(),
      children: z.int(),
      /** Age of the one member of a family of one, for "ung voksen, 19 år". */
      onlyAge: z.int().nullable(),
      /** This person's seat there. */
      isLeader: z.boolean(),
      service: z.string(),
      /** Consents to my service (to any service, for the leader) that end within 30 days. */
      consentsEnding: z.int(),
      /** Decisions put forward that nobody has decided yet. */
      decisionsWaiting: z.int(),
      /** The meeting that is planned or in progress. */
      nextMeeting: z.object({ plannedAt: instant.nullable(), hasBegun: z.boolean() }).nullable(),
      /** Promises to the family whose day has passed. What its members promised themselves is not among them. */
      lateToFamily: z.int(),
      /** Steps others than its members have promised, of which nobody has said anything and for which nothing has been spent. */
      notBegun: z.int(),
      /** Where the family says it started, is, and wants to be, as a whole; null where nobody has said so, or I may not see it. */
      journey: z.object({ start: situation.nullable(), now: situation.nullable(), goal: situation.nullable() }),
      notes: z.int(),
      lastChangedAt: instant.nullable(),
      /** The day of the newest event I may see. */
      lastNewsOn: calendarDay.nullable(),
    }),
  ),
})
export type FamilyList = z.infer<typeof familyList>
