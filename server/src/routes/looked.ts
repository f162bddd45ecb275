import { familyId } from '@velferdslab/core/ids'
import { looked } from '@velferdslab/core/looked'
import { asPerson } from '@velferdslab/db/as-person'
import { findLooked } from '@velferdslab/db/looked'
import { z } from 'zod'
import { route } from './route.ts'

/** Who has read about me. */
export const lookedRoutes = [
  route({
    method: 'GET',
    path: '/api/families/:familyId/looked',
    summary: 'Who has read what one could read as one’s own life, and what has happened there',
    params: z.object({ familyId }),
    answer: looked,
    events: 'reads',
    opens: 'looked',
    handle: (lab, { session, params }) =>
      asPerson(
        lab.people,
        session,
        params.familyId,
        async (tx) => (await findLooked(tx, params.familyId)) ?? { refused: 'not-found' as const },
      ),
  }),
]
