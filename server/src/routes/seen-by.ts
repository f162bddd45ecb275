import { familyId, partyId } from '@velferdslab/core/ids'
import { seenByParty } from '@velferdslab/core/seen-by'
import { asPerson } from '@velferdslab/db/as-person'
import { findFamilyKey } from '@velferdslab/db/family-key'
import { findSeenByParty } from '@velferdslab/db/seen-by'
import { z } from 'zod'
import { route } from './route.ts'

/** What a service sees of what is mine, as it sees it. For the family alone. */
export const seenByRoutes = [
  route({
    method: 'GET',
    path: '/api/families/:familyId/parties/:partyId/seen',
    summary: 'What a service can read now of what is mine and of those I answer for, as it reads it',
    params: z.object({ familyId, partyId }),
    answer: seenByParty,
    events: 'reads',
    opens: 'consents',
    handle: (lab, { session, params }) =>
      asPerson(lab.people, session, params.familyId, async (tx) => {
        const key = await findFamilyKey(tx, lab.ring, params.familyId)
        return (key && (await findSeenByParty(tx, key, params.partyId))) ?? { refused: 'not-found' as const }
      }),
  }),
]
