import { z } from 'zod'
import { consentArea } from '../areas.ts'
import { purpose } from '../consent.ts'
import { calendarDay } from '../dates.ts'
import { commandId, consentId, partyId, personId } from '../ids.ts'
import { textLanguage } from '../text-language.ts'

/** POST /api/families/:familyId/consents: "I say yes to {service} knowing and talking about {areas} for {persons}, until {day}". */
export const giveConsent = z.strictObject({
  commandId,
  partyId,
  purpose,
  areas: z.array(consentArea).min(1),
  persons: z.array(personId).min(1),
  /** The last day it counts. */
  until: calendarDay,
  language: textLanguage,
  textVersion: z.string().min(1).max(40),
})
export type GiveConsent = z.infer<typeof giveConsent>

/** POST /api/families/:familyId/consents/refuse: a no is recorded with its date and never asked why (REQ-04). */
export const refuseConsent = z.strictObject({
  commandId,
  partyId,
  purpose,
  language: textLanguage,
  textVersion: z.string().min(1).max(40),
})
export type RefuseConsent = z.infer<typeof refuseConsent>

/** POST /api/families/:familyId/consents/:consentId/withdraw: this one sentence. */
export const withdrawConsent = z.strictObject({ commandId })

/** POST /api/families/:familyId/consents/:consentId/extend: the same sentence again, to a later day. */
export const extendConsent = z.strictObject({
  commandId,
  until: calendarDay,
  language: textLanguage,
  textVersion: z.string().min(1).max(40),
})
export type ExtendConsent = z.infer<typeof extendConsent>

/** POST /api/families/:familyId/parties/:partyId/stop: everything I have said yes to for this service, in one press. */
export const stopService = z.strictObject({ commandId })
export type StopService = z.infer<typeof stopService>

/** POST /api/families/:familyId/consents/stop-square: one area for one person; the rest of the sentence stays. */
export const stopSquare = z.strictObject({ commandId, partyId, area: consentArea, personId })
export type StopSquare = z.infer<typeof stopSquare>

/** POST /api/families/:familyId/wishes: what the leader wishes that a service could know, and why. It ticks nothing. */
export const wishConsent = z.strictObject({
  commandId,
  wishId: z.uuid(),
  partyId,
  areas: z.array(consentArea).min(1),
  persons: z.array(personId).min(1),
  /** The last day it would count. */
  until: calendarDay,
  reason: z.string().trim().min(1).max(600),
})
export type WishConsent = z.infer<typeof wishConsent>
export const wishAnswer = z.object({ done: z.literal(true) })

export const consentAnswer = z.object({
  done: z.literal(true),
  consentIds: z.array(consentId),
})
export type ConsentAnswer = z.infer<typeof consentAnswer>
