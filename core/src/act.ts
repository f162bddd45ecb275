import { z } from 'zod'
import { areaCode } from './areas.ts'
import { calendarDay, instant } from './dates.ts'
import { actId, familyId, partyId, personId } from './ids.ts'

/**
 * An act (unntak etter loven): somebody of a service lets one person of a service read for a time, by a rule of law and without the family's yes. It
 * reads and never writes. The family is told; where a written reason delays that, nobody else may notice that there is an act (REQ-10).
 */
export const fewestReasonLetters = 20
export const longestReason = 2000

/** A rule of law as it is shown: the law's name and paragraph are data, and so is the sentence in plain words. */
export const statuteRule = z.object({
  code: z.string(),
  statute: z.string(),
  paragraph: z.string(),
  title: z.object({ nb: z.string(), nn: z.string(), en: z.string() }),
  source: z.string(),
  /** The longest an act by it lasts; null for what is no exception. */
  longestDays: z.int().nullable(),
  mayDelay: z.boolean(),
})
export type StatuteRule = z.infer<typeof statuteRule>

/** GET /api/families/:familyId/law: what the signed-in person may do by law here. Only for somebody of a service who may open the family. */
export const familyLaw = z.object({
  family: z.object({ id: familyId, name: z.string() }),
  today: calendarDay,
  /** The services the reader sits here for. */
  mine: z.array(z.object({ partyId, service: z.string() })),
  areas: z.array(areaCode),
  exceptions: z.array(statuteRule),
  receivers: z.array(z.object({ personId, name: z.string(), partyId, service: z.string() })),
})
export type FamilyLaw = z.infer<typeof familyLaw>

const act = z.object({
  id: actId,
  kind: z.enum(['exception', 'break_glass']),
  family: z.object({ id: familyId, name: z.string() }),
  receiver: z.object({ name: z.string(), service: z.string() }),
  by: z.object({ name: z.string(), service: z.string() }),
  areas: z.array(areaCode),
  rule: statuteRule.nullable(),
  from: instant,
  until: instant,
  endedAt: instant.nullable(),
  /** It counts no longer, by the server's clock: ended, or its time is over. */
  isOver: z.boolean(),
  /** When the family was told. */
  toldAt: instant.nullable(),
  /** The day it is told, while it is not. */
  tellOn: calendarDay.nullable(),
  /** Why it was necessary, for who did it and who received it. */
  necessity: z.string().nullable(),
  delayReason: z.string().nullable(),
})
export type Act = z.infer<typeof act>

/** GET /api/acts: what was opened for me, and what I have opened for others. */
export const myActs = z.object({ today: calendarDay, forMe: z.array(act), byMe: z.array(act) })
export type MyActs = z.infer<typeof myActs>

/** What one person at home was told of a report; each is told for themself. */
const toldReport = z.object({
  id: z.uuid(),
  rule: statuteRule,
  /** The services, as they stand inside a sentence. */
  from: z.string(),
  to: z.string(),
  sentOn: calendarDay,
  toldOn: calendarDay,
  words: z.string(),
})
export type ToldReport = z.infer<typeof toldReport>

/** GET /api/families/:familyId/shared: what the family is told of. Words of reasons are not in it (REQ-25). */
export const sharedByLaw = z.object({
  family: z.object({ id: familyId, onePerson: z.boolean() }),
  today: calendarDay,
  acts: z.array(act.omit({ necessity: true, delayReason: true, family: true, tellOn: true })),
  told: z.array(toldReport),
})
export type SharedByLaw = z.infer<typeof sharedByLaw>
