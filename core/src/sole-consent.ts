import { z } from 'zod'
import { calendarDay } from './dates.ts'
import { personId, soleConsentId } from './ids.ts'

/** A lawful ground on which the yes of one who answers for a child is enough: a row of the municipality's list (docs/decisions/0036). */
export const soleGround = z.object({
  code: z.string(),
  validFrom: calendarDay,
  title: z.object({ nb: z.string(), nn: z.string(), en: z.string() }),
  statute: z.string(),
  paragraph: z.string(),
  source: z.string(),
  /** So many days at most, then somebody looks again. */
  longestDays: z.int().min(1),
})

/** That one is enough, as both who answer for the child and the leader read it. */
export const soleConsent = z.object({
  id: soleConsentId,
  person: z.object({ id: personId, calledName: z.string() }),
  /** Whose yes is not waited for. */
  without: z.object({ id: personId, calledName: z.string(), isMe: z.boolean() }),
  ground: soleGround.pick({ title: true, statute: true, paragraph: true, source: true }),
  documentOn: calendarDay,
  from: calendarDay,
  until: calendarDay,
  reason: z.string(),
  recordedBy: z.string(),
  /** The day it was ended before its time. */
  endedOn: calendarDay.nullable(),
  counts: z.boolean(),
})
export type SoleConsent = z.infer<typeof soleConsent>

/** GET /api/families/:familyId/sole-consents, for the family and its leader. */
export const soleConsents = z.object({
  today: calendarDay,
  /** What the leader needs to write one down; null for everybody else. */
  form: z
    .object({
      children: z.array(
        z.object({
          id: personId,
          calledName: z.string(),
          /** Those with parental responsibility: more than one, or nobody is left out. */
          parents: z.array(z.object({ id: personId, calledName: z.string() })),
        }),
      ),
      grounds: z.array(soleGround),
    })
    .nullable(),
  recorded: z.array(soleConsent),
})
/** GET /api/sole-consents: of children I answer for, in homes that are not mine. */
export const soleElsewhere = z.object({ today: calendarDay, recorded: z.array(soleConsent) })
export type SoleElsewhere = z.infer<typeof soleElsewhere>

export type SoleConsents = z.infer<typeof soleConsents>
