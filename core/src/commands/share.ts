import { z } from 'zod'
import { commandId, partyId, shareId } from '../ids.ts'
import { shareGround, sharedKind } from '../share.ts'
import { reason } from './act.ts'

/** The most things that go in one share: more than that is no longer chosen one by one. */
export const mostShared = 50

/** POST /api/families/:familyId/shares: hand these things to that service, on this ground. Nothing is chosen beforehand. */
export const makeShare = z.strictObject({
  commandId,
  shareId,
  /** The service one does it for; the same as `to` for one's own journal. */
  from: partyId,
  to: partyId,
  ground: shareGround,
  things: z
    .array(z.strictObject({ kind: sharedKind, id: z.uuid().toLowerCase() }))
    .min(1)
    .max(mostShared),
  necessity: reason,
})
export type MakeShare = z.infer<typeof makeShare>

export const shareAnswer = z.object({ done: z.literal(true), shareId })
