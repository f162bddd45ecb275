import type { FamilyId } from '@velferdslab/core/ids'
import { QueryClient, queryOptions } from '@tanstack/react-query'
import {
  getAgreement,
  getAskedSeats,
  getConsents,
  getDoor,
  getFamilies,
  getFamily,
  getJourney,
  getMe,
  getOwed,
  getPromises,
  getQualification,
  getSeats,
  getSentByMe,
  getSigning,
  getWellbeing,
  Refused,
} from './api.ts'

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

export const agreementQuery = (family: FamilyId) =>
  queryOptions({ queryKey: ['family', family, 'agreement'], queryFn: ({ signal }) => getAgreement(family, signal) })

export const consentsQuery = (family: FamilyId) =>
  queryOptions({ queryKey: ['family', family, 'consents'], queryFn: ({ signal }) => getConsents(family, signal) })

export const sentByMeQuery = queryOptions({ queryKey: ['referrals'], queryFn: ({ signal }) => getSentByMe(signal) })

/** What came to the door: others send meanwhile, so it is asked for again while somebody looks. */
export const doorQuery = queryOptions({
  queryKey: ['door'],
  queryFn: ({ signal }) => getDoor(signal),
  refetchInterval: 30_000,
})
export const wellbeingQuery = (family: FamilyId) =>
  queryOptions({ queryKey: ['family', family, 'wellbeing'], queryFn: ({ signal }) => getWellbeing(family, signal) })

export const journeyQuery = (family: FamilyId) =>
  queryOptions({ queryKey: ['family', family, 'journey'], queryFn: ({ signal }) => getJourney(family, signal) })

/** Others sign meanwhile, so it is asked for again while somebody looks. */
export const signingQuery = (family: FamilyId) =>
  queryOptions({
    queryKey: ['family', family, 'signing'],
    queryFn: ({ signal }) => getSigning(family, signal),
    refetchInterval: 20_000,
  })

export const promisesQuery = (family: FamilyId) =>
  queryOptions({ queryKey: ['family', family, 'promises'], queryFn: ({ signal }) => getPromises(family, signal) })

export const owedQuery = queryOptions({ queryKey: ['owed'], queryFn: ({ signal }) => getOwed(signal) })
/** What others write while somebody looks: asked for again. */
export const qualificationQuery = (family: FamilyId) =>
  queryOptions({
    queryKey: ['family', family, 'qualification'],
    queryFn: ({ signal }) => getQualification(family, signal),
    refetchInterval: 5_000,
  })

export const seatsQuery = (family: FamilyId) =>
  queryOptions({
    queryKey: ['family', family, 'seats'],
    queryFn: ({ signal }) => getSeats(family, signal),
    refetchInterval: 5_000,
  })

export const askedSeatsQuery = queryOptions({
  queryKey: ['asked-seats'],
  queryFn: ({ signal }) => getAskedSeats(signal),
})

/** Everything known of one family: fetched again after a consent has changed who may read what. */
export const familyKey = (family: FamilyId) => ['family', family] as const
