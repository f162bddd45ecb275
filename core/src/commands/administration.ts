import { z } from 'zod'
import { proposal } from '../change.ts'
import { changeId, commandId } from '../ids.ts'

/** POST /api/administration/changes: an administrator proposes that something stands otherwise, and says why. */
export const proposeChange = z.strictObject({
  commandId,
  changeId,
  proposal,
  why: z.string().trim().min(3).max(400),
  /** What the staff's sign-in calls somebody new. Only with a new person; it is used once and kept sealed. */
  signInAs: z.string().trim().min(3).max(200).optional(),
})
export type ProposeChange = z.infer<typeof proposeChange>

export const changeProposed = z.object({ done: z.literal(true), waits: z.boolean() })

/** POST /api/administration/changes/:changeId/settle: another administrator says yes or no; who proposed it takes it back. */
export const settleChange = z.strictObject({ commandId, outcome: z.enum(['effective', 'turned_down', 'withdrawn']) })
export type SettleChange = z.infer<typeof settleChange>

export const changeSettled = z.object({ done: z.literal(true) })
