import type { Agreement } from '@velferdslab/core/agreement'
import type { SignAgreement } from '@velferdslab/core/commands/agreement'
import type { FamilyId } from '@velferdslab/core/ids'
import { queryOptions } from '@tanstack/react-query'
import { read, send } from './api.ts'
import { api } from './paths.ts'

/** The agreement of who takes part: read and signed once, on the way in. */
export const getAgreement = (family: FamilyId, signal?: AbortSignal) => read<Agreement>(api.agreement(family), signal)
export const signAgreement = (family: FamilyId, input: SignAgreement) =>
  send<{ done: true }>(api.agreement(family), input)

export const agreementQuery = (family: FamilyId) =>
  queryOptions({ queryKey: ['family', family, 'agreement'], queryFn: ({ signal }) => getAgreement(family, signal) })
