import { z } from 'zod'
import { consentArea } from './areas.ts'
import { calendarDay, instant } from './dates.ts'
import { consentId, partyId, personId } from './ids.ts'

/** How far a sentence has come that was not given on the own screen. */
export const recordStates = [
  'counts',
  'waits-for-witness',
  'waits-for-giver',
  'lapsed',
  'ended',
  'refused',
  'confirmed',
] as const
export type RecordState = (typeof recordStates)[number]

/** A sentence the leader wrote down, as the leader and who is said to have heard it read it. */
export const consentRecord = z.object({
  id: consentId,
  giverId: personId,
  giver: z.string(),
  /** For whom they said it as guardian. */
  asGuardianFor: z.array(z.string()),
  partyId,
  /** As it stands inside a sentence. */
  service: z.string(),
  answer: z.enum(['yes', 'no']),
  channel: z.enum(['paper', 'oral']),
  areas: z.array(consentArea),
  persons: z.array(z.object({ id: personId, calledName: z.string() })),
  saidOn: calendarDay,
  /** The last day that was said; null for a no. */
  until: calendarDay.nullable(),
  /** The last day it counts without being confirmed; null for a paper and a no. */
  confirmBy: calendarDay.nullable(),
  recordedBy: z.string(),
  witness: z.string().nullable(),
  heardAt: instant.nullable(),
  /** The newest code to confirm it with: its last day, who wants to be called, and who helped with the answer. */
  code: z
    .object({
      until: calendarDay,
      callAt: instant.nullable(),
      answeredAt: instant.nullable(),
      helper: z.string().nullable(),
      place: z.string().nullable(),
    })
    .nullable(),
  /** A code can be made for it now, by the signed-in person. */
  mayMakeCode: z.boolean(),
  state: z.enum(recordStates),
  /** The signed-in person is said to have heard it, and has not answered. */
  waitsForMe: z.boolean(),
})
export type ConsentRecord = z.infer<typeof consentRecord>

/** GET /api/families/:familyId/consents/recorded, for those with a seat there. */
export const consentRecords = z.object({
  today: calendarDay,
  /** What the leader needs to write one down; null for everybody else. */
  form: z
    .object({
      confirmDays: z.int(),
      givers: z.array(
        z.object({
          id: personId,
          calledName: z.string(),
          /** Whom they can say yes for: themself where they are old enough, and those they answer for. */
          persons: z.array(z.object({ id: personId, calledName: z.string() })),
        }),
      ),
      services: z.array(z.object({ partyId, name: z.string(), inSentence: z.string() })),
      /** Who sits at the table and could have heard it; never for the service they sit for. */
      witnesses: z.array(z.object({ id: personId, calledName: z.string(), partyId, service: z.string() })),
    })
    .nullable(),
  records: z.array(consentRecord),
  /** Yeses that are near their end, for the leader: who gave it, to which service, and its last day. */
  ending: z.array(
    z.object({
      id: consentId,
      giver: z.string(),
      asGuardianFor: z.array(z.string()),
      service: z.string(),
      until: calendarDay,
    }),
  ),
})
export type ConsentRecords = z.infer<typeof consentRecords>
