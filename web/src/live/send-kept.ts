import type { PersonId } from '@velferdslab/core/ids'
import { familiesKept } from './kept.ts'

/**
 * Sends what a person wrote on a cloth and could not send then, from whatever page they are on now. The sender is fetched only
 * when there is something to send: it belongs to the cloth and not to the first page.
 */
export async function sendKept(person: PersonId): Promise<void> {
  const families = familiesKept(person)
  if (families.length === 0) return
  const { senderOf } = await import('./send-queue.ts')
  for (const family of families) senderOf(person, family).hurry()
}
