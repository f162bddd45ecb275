import { z } from 'zod'
import { partyId, personId } from './ids.ts'

/**
 * Somebody who no longer works here (docs/domain.md). What they have in their hands is shown before they are let go: how much at which service, and of
 * which family nothing.
 */
export const heldWhat = ['leads', 'seats', 'promises', 'asked', 'door'] as const
export const held = z.object({ what: z.enum(heldWhat), partyId, n: z.int().min(1) })
export type Held = z.infer<typeof held>

/** GET /api/administration/people/:personId/in-hand, for administrators. */
export const inHand = z.object({ person: z.object({ id: personId, name: z.string() }), held: z.array(held) })
export type InHand = z.infer<typeof inHand>
