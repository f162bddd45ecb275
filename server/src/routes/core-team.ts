import { coreTeamHome, coreTeamQuery } from '@velferdslab/core/core-team'
import { asPerson } from '@velferdslab/db/as-person'
import { findCoreTeamHome } from '@velferdslab/db/core-team'
import { findMe } from '@velferdslab/db/people'
import { route } from './route.ts'

/** The core team's home. To everybody else it is not there. */
export const coreTeamRoutes = [
  route({
    method: 'GET',
    path: '/api/core-team',
    summary: 'Who waits at the door and for what, who leads how many, and what the last families were answered',
    query: coreTeamQuery,
    answer: coreTeamHome,
    events: 'reads',
    opens: 'core_team',
    handle: (lab, { session, query }) =>
      asPerson(lab.people, session, null, async (tx) => {
        const me = await findMe(tx)
        if (!me) return { refused: 'not-signed-in' as const }
        if (!me.roles.includes('core_team')) return { refused: 'not-found' as const }
        return findCoreTeamHome(tx, lab.ring, query)
      }),
  }),
]
