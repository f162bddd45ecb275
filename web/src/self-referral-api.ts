import type {
  CloseSelfReferral,
  SendSelfReferral,
  SentSelfReferral,
  TakeInSelfReferral,
} from '@velferdslab/core/commands/self-referral'
import type { SelfReferralId } from '@velferdslab/core/ids'
import type { SelfDoorTold, SelfReferrals, SelfReferralState } from '@velferdslab/core/self-referral'
import { queryOptions } from '@tanstack/react-query'
import { read, send } from './api.ts'
import { page, signInAt } from './paths.ts'

// These addresses stand here and not in paths.ts: the first page has no room for what it does not need.
const own = '/api/self-referral'
const theirs = '/api/self-referrals'

/** Who refers herself without an account: by whom it is done, and by the core team that finds it at the door. */
export const sendSelfReferral = (input: SendSelfReferral) => send<SentSelfReferral>(own, input)
export const lookWithCode = (code: string) => send<SelfReferralState>(`${own}/look`, { code })
export const takeBackWithCode = (code: string) => send<{ done: true }>(`${own}/take-back`, { code })

/** Whom one can call instead. */
export const selfDoorQuery = queryOptions({
  queryKey: ['self-referral'],
  queryFn: ({ signal }) => read<SelfDoorTold>(own, signal),
  staleTime: Infinity,
  retry: false,
})

export const selfReferralsQuery = queryOptions({
  queryKey: ['self-referrals'],
  queryFn: ({ signal }) => read<SelfReferrals>(theirs, signal),
  refetchInterval: 30_000,
})
export const takeInSheet = (sheet: SelfReferralId, input: TakeInSelfReferral) =>
  send<{ done: true }>(`${theirs}/${sheet}/take-in`, input)
export const closeSheet = (sheet: SelfReferralId, input: CloseSelfReferral) =>
  send<{ done: true }>(`${theirs}/${sheet}/close`, input)

/** Signing in with the code somebody came back with, who has no account. */
export const signInWithCode = (code: string): string =>
  `${signInAt('citizen', page.home)}&invitation=${encodeURIComponent(code)}`
