import type { FamilyId, PartyId } from '@velferdslab/core/ids'
import type { SeenByParty } from '@velferdslab/core/seen-by'
import { queryOptions } from '@tanstack/react-query'
import { read } from './api.ts'
import { api } from './paths.ts'

/** What a service sees now. Under the family's key, so that a yes or a stop fetches it anew. */
export const seenByQuery = (family: FamilyId, party: PartyId) =>
  queryOptions({
    queryKey: ['family', family, 'seen-by', party],
    queryFn: ({ signal }) => read<SeenByParty>(api.seenBy(family, party), signal),
  })
