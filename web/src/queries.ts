import type { FamilyId } from '@velferdslab/core/ids'
import { QueryClient, queryOptions } from '@tanstack/react-query'
import { getConsents, getFamilies, getFamily, getMe, Refused } from './api.ts'

/** What the pages keep of the server's answers. Nothing is stored on the device; closing the tab forgets it. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // A refusal is an answer; only silence is worth asking again.
        retry: (count, error) => !(error instanceof Refused) && count < 2,
      },
    },
  })
}

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => getMe(signal), staleTime: 60_000 })

export const familiesQuery = queryOptions({ queryKey: ['families'], queryFn: ({ signal }) => getFamilies(signal) })

export const familyQuery = (family: FamilyId) =>
  queryOptions({ queryKey: ['family', family, 'home'], queryFn: ({ signal }) => getFamily(family, signal) })

export const consentsQuery = (family: FamilyId) =>
  queryOptions({ queryKey: ['family', family, 'consents'], queryFn: ({ signal }) => getConsents(family, signal) })

/** Everything known of one family: fetched again after a consent has changed who may read what. */
export const familyKey = (family: FamilyId) => ['family', family] as const
