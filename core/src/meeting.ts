import { z } from 'zod'
import { areaCode } from './areas.ts'
import { instant } from './dates.ts'
import { familyId, meetingId, partyId, personId } from './ids.ts'
import { personCard } from './people.ts'
import { guestRole } from './table.ts'

/** The calm stages of a meeting, in their order. The leader moves from one to the next; everybody's page follows. */
export const stageCodes = ['welcome', 'strengths', 'today', 'ahead', 'decide', 'sign', 'how_was_it'] as const
export const stage = z.enum(stageCodes)
export type Stage = z.infer<typeof stage>

/** Where, and what about: sealed. A place, a link, or both; never in a mail. */
export const meetingWords = z.strictObject({
  place: z.string().trim().max(200),
  link: z.union([z.literal(''), z.url({ protocol: /^https$/ }).max(500)]),
  agenda: z.string().trim().max(2000),
})
export type MeetingWords = z.infer<typeof meetingWords>

/** Somebody at the table. */
const present = personCard.extend({
  kind: z.enum(['member', 'seat', 'guest']),
  service: z.string().nullable(),
  role: guestRole.nullable(),
})

/** Somebody at the door; `let_in` stands in the room and waits for the family's yes. `asked_out`: the family asked them to step out. */
const waiting = z.object({
  personId,
  name: z.string(),
  role: guestRole.nullable(),
  state: z.enum(['waiting', 'let_in', 'asked_out']),
})

/** A meeting that is planned or in progress, as the signed-in person may see it. */
export const meeting = z.object({
  id: meetingId,
  plannedAt: instant.nullable(),
  /** Null for who is only a guest at the table, or where nothing was written. */
  words: meetingWords.nullable(),
  startedAt: instant.nullable(),
  stage,
  /** asked: somebody would like one. on: what was open is covered until the family goes on. */
  pause: z.object({ state: z.enum(['asked', 'on']), name: z.string() }).nullable(),
  open: z.array(areaCode),
  /** Covered by a pause or a newcomer: the family's next yes opens it again. */
  reopens: z.array(areaCode),
  /** What I can open: for a grown member; empty for everybody else. */
  mayOpen: z.array(areaCode),
  /** What another grown member has closed at this meeting: only they open it again. */
  closedByOther: z.array(areaCode),
  present: z.array(present),
  /** For who may answer them; empty for everybody else. */
  waiting: z.array(waiting),
  /** Where I am: I may come, I am in, I was asked to step out, or I have no way in by myself. */
  me: z.enum(['may_come', 'in', 'asked_out', 'none']),
})
export type Meeting = z.infer<typeof meeting>

/** The meeting that is over, for its leader: whose hours are to be booked. */
export const meetingHours = z.object({
  id: meetingId,
  startedAt: instant,
  endedAt: instant,
  /** Quarter hours from its start to its end, at least one. */
  minutes: z.int(),
  booked: z.boolean(),
  present: z.array(
    z.object({ partyId, name: z.string(), service: z.string(), item: z.string(), hourOre: z.int().nullable() }),
  ),
})
export type MeetingHours = z.infer<typeof meetingHours>

/** GET /api/families/:familyId/meeting. */
export const meetingPage = z.object({
  family: z.object({ id: familyId, name: z.string(), onePerson: z.boolean() }),
  today: z.iso.date(),
  iLead: z.boolean(),
  iOpen: z.boolean(),
  meeting: meeting.nullable(),
  last: meetingHours.nullable(),
})
export type MeetingPage = z.infer<typeof meetingPage>
