import { z } from 'zod'
import { calendarDay } from '../dates.ts'
import { commandId, planVersionId } from '../ids.ts'
import { drawing, sha256 } from '../signing.ts'

/** POST /api/families/:familyId/signing: the plan as it stands is put up for signing. */
export const putUpPlan = z.strictObject({
  commandId,
  versionId: planVersionId,
  /** When the plan is to be looked at again; it may be left open, and the paper says so. */
  evaluateOn: calendarDay.nullable().default(null),
})
export type PutUpPlan = z.infer<typeof putUpPlan>

/** POST /api/families/:familyId/signing/:versionId/sign: under exactly the content and the paper that was read. */
export const signPlan = z.strictObject({
  commandId,
  contentSha256: sha256,
  paperSha256: sha256,
  /** Drawn with a finger or a mouse; null: signed with the button. */
  drawing: drawing.nullable().default(null),
})
export type SignPlan = z.infer<typeof signPlan>

export const putUpAnswer = z.object({ done: z.literal(true), versionId: planVersionId })
export const signAnswer = z.object({ done: z.literal(true), inForce: z.boolean() })
