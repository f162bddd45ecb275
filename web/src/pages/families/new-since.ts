import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import { deviceShelf, shelfPrefix } from '../../live/kept.ts'

/**
 * Whether the cloth has changed since this person last left it on this device (pages/cloth/use-seen.ts). On a device where they have not
 * opened it nothing is new: the server keeps no record of what somebody has seen.
 */
export function isNewSince(me: PersonId, familyId: FamilyId, lastChangedAt: string | null): boolean {
  const seen = deviceShelf().list(`${shelfPrefix(me, familyId)}seen`)[0]?.value
  return lastChangedAt !== null && seen !== undefined && lastChangedAt > seen
}
