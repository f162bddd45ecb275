import { z } from 'zod'
import { held } from '../departure.ts'
import { commandId, departureId, partyId, personId } from '../ids.ts'

/**
 * POST /api/administration/people/:personId/leave: somebody no longer works here. `seen` is the list the administrator was shown: what came since then is
 * never let go of unseen. Takers are asked to the same tables; what nobody takes waits in the core team's queue.
 */
export const leaveWork = z.strictObject({
  commandId,
  departureId,
  seen: z.array(held).max(200),
  takers: z.array(z.strictObject({ partyId, role: z.enum(['leader', 'member']), personId })).max(50),
})
export type LeaveWork = z.infer<typeof leaveWork>

export const workLeft = z.object({ done: z.literal(true) })
