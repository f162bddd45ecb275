import type { AskAsReceiver } from './ask-as-receiver.ts'
import { closeFor } from './close-codes.ts'
import { give, sendCounted, type Hands, type Receiver } from './room.ts'

/**
 * Hands over what happened since a number of the chain; without one that still fits, everything is fetched again. What happens meanwhile is held
 * and follows in its order.
 */
export async function catchUp(
  receiver: Receiver,
  after: number | undefined,
  ask: AskAsReceiver,
  hands: Hands,
): Promise<void> {
  const { sights } = receiver
  const caughtUp = await ask.newsSince(receiver, after)
  // They have been told meanwhile that they see otherwise: what was read under the older sight must not come after that.
  if (receiver.sights !== sights) return catchUp(receiver, receiver.seq, ask, hands)
  if (!caughtUp.sight) {
    closeFor('noAccess', receiver)
    return
  }
  const { sight } = caughtUp
  receiver.covers = caughtUp.covers
  receiver.coveredAt = Date.now()
  if (after === undefined || sight.mark !== receiver.mark) {
    receiver.mark = sight.mark
    receiver.seq = Math.max(receiver.seq, sight.seq)
    sendCounted(receiver, hands.key, { is: 'sight' })
  }
  for (const { noteId, seq } of caughtUp.changed) {
    // The cursor moves with each frame: whoever is cut off in the middle gets the rest when they come back.
    receiver.seq = Math.max(receiver.seq, seq)
    const note = caughtUp.notes.find((seen) => seen.id === noteId)
    sendCounted(receiver, hands.key, note ? { is: 'note', note } : { is: 'gone', noteId })
  }
  receiver.seq = Math.max(receiver.seq, sight.seq)
  const held = receiver.held ?? []
  receiver.held = undefined
  for (const delivery of held) give(receiver, delivery, hands)
}
