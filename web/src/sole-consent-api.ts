import type { RecordSoleConsent } from '@velferdslab/core/commands/sole-consent'
import type { CommandId, FamilyId, SoleConsentId } from '@velferdslab/core/ids'
import type { SoleConsents, SoleElsewhere } from '@velferdslab/core/sole-consent'
import { queryOptions } from '@tanstack/react-query'
import { read, send } from './api.ts'
import { api } from './paths.ts'

/** Under the family's key, so that what is written down or answered fetches it anew. */
export const soleConsentsQuery = (family: FamilyId) =>
  queryOptions({
    queryKey: ['family', family, 'sole-consents'],
    queryFn: ({ signal }) => read<SoleConsents>(api.soleConsents(family), signal),
  })

/** Of children I answer for, in homes that are not mine. */
export const soleElsewhereQuery = queryOptions({
  queryKey: ['sole-consents'],
  queryFn: ({ signal }) => read<SoleElsewhere>(api.soleElsewhere, signal),
})

export const recordSoleConsent = (family: FamilyId, input: RecordSoleConsent) => send(api.soleConsents(family), input)
export const endSoleConsent = (family: FamilyId, id: SoleConsentId, input: { commandId: CommandId }) =>
  send(api.endSoleConsent(family, id), input)
