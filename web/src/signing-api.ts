import type { AnswerPromise } from '@velferdslab/core/commands/promise'
import type { PutUpPlan, SignPlan } from '@velferdslab/core/commands/signing'
import type { FamilyId, PlanVersionId, PromiseId } from '@velferdslab/core/ids'
import type { FamilyPromises, OwedByMe } from '@velferdslab/core/promise'
import type { Signing, SigningCheck } from '@velferdslab/core/signing'
import { queryOptions } from '@tanstack/react-query'
import { read, send } from './api.ts'
import { api } from './paths.ts'

/** The plan that is signed, and the promises in it; behind a family's first page, which has no use for it. */
export const getSigning = (family: FamilyId, signal?: AbortSignal) => read<Signing>(api.signing(family), signal)
export const checkSigning = (family: FamilyId, version: PlanVersionId) =>
  read<SigningCheck>(api.signingOf(family, version, 'check'))
export const putUpPlan = (family: FamilyId, input: PutUpPlan) => send<{ done: true }>(api.signing(family), input)
export const signPlan = (family: FamilyId, version: PlanVersionId, input: SignPlan) =>
  send<{ done: true; inForce: boolean }>(api.signingOf(family, version, 'sign'), input)
export const getPromises = (family: FamilyId, signal?: AbortSignal) =>
  read<FamilyPromises>(api.promises(family), signal)
export const getOwed = (signal?: AbortSignal) => read<OwedByMe>(api.owed, signal)
export const answerPromise = (family: FamilyId, promise: PromiseId, input: AnswerPromise) =>
  send<{ done: true }>(api.promise(family, promise), input)

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
