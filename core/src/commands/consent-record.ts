import { z } from 'zod'
import { consentArea } from '../areas.ts'
import { purpose } from '../consent.ts'
import { calendarDay } from '../dates.ts'
import { commandId, partyId, personId } from '../ids.ts'
import { textLanguage } from '../text-language.ts'

const written = {
  commandId,
  giverId: personId,
  partyId,
  purpose,
  /** The day the paper was signed, or the day it was said. */
  saidOn: calendarDay,
  language: textLanguage,
  textVersion: z.string().min(1).max(40),
}

/** POST /api/families/:familyId/consents/record: the leader writes down the sentence somebody signed on paper, or said yes to aloud. */
export const recordConsent = z.strictObject({
  ...written,
  areas: z.array(consentArea).min(1),
  persons: z.array(personId).min(1),
  /** The last day it counts. */
  until: calendarDay,
  /** Who heard it, for what was said aloud; null for a paper. */
  witnessId: personId.nullable(),
})
export type RecordConsent = z.infer<typeof recordConsent>

/** POST /api/families/:familyId/consents/record-refusal: a no on paper or aloud. It counts at once, and nobody asks why. */
export const recordRefusal = z.strictObject({ ...written, channel: z.enum(['paper', 'oral']) })
export type RecordRefusal = z.infer<typeof recordRefusal>

/** POST /api/families/:familyId/consents/:consentId/hear: "I heard it". */
export const hearConsent = z.strictObject({ commandId })

/** POST /api/families/:familyId/consents/:consentId/confirm: its giver says the same again, on the own screen. */
export const confirmConsent = z.strictObject({
  commandId,
  language: textLanguage,
  textVersion: z.string().min(1).max(40),
})
export type ConfirmConsent = z.infer<typeof confirmConsent>
