import { z } from 'zod'
import { calendarDay } from '../dates.ts'
import { commandId, personId, soleConsentId } from '../ids.ts'

/** POST /api/families/:familyId/sole-consents: on this ground, until this day, the yes of one for this child is enough. */
export const recordSoleConsent = z.strictObject({
  commandId,
  soleConsentId,
  personId,
  /** The one whose yes is not waited for. */
  withoutId: personId,
  ground: z.string().min(1).max(60),
  /** The day of the judgment, or of what was tried. */
  documentOn: calendarDay,
  /** The last day it counts. */
  until: calendarDay,
  reason: z.string().trim().min(20).max(600),
})
export type RecordSoleConsent = z.infer<typeof recordSoleConsent>

/** POST /api/families/:familyId/sole-consents/:soleConsentId/end: both are needed again. */
export const endSoleConsent = z.strictObject({ commandId })

export const soleConsentAnswer = z.object({ done: z.literal(true) })
