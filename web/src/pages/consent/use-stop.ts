import type { ConsentPicture } from '@velferdslab/core/consent'
import type { PartyId } from '@velferdslab/core/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { newId, stopService } from '../../api.ts'
import { familyKey } from '../../queries.ts'

/** Which services could not be stopped; empty when all were. */
interface Stopped {
  failed: PartyId[]
}

/**
 * Stops services one after the other. One that fails does not keep the others shared; what failed is told, and may be tried again:
 * stopping what is stopped does nothing, so each press may have its own command id.
 */
export function useStop(picture: ConsentPicture) {
  const queryClient = useQueryClient()
  const family = picture.family.id
  return useMutation({
    mutationFn: async (parties: readonly PartyId[]): Promise<Stopped> => {
      const failed: PartyId[] = []
      for (const party of parties) {
        await stopService(family, party, { commandId: newId() }).catch(() => failed.push(party))
      }
      return { failed }
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: familyKey(family) }),
  })
}
