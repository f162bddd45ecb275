import { stoppedForMe } from '@velferdslab/core/stopped'
import { asPerson } from '@velferdslab/db/as-person'
import { findMe } from '@velferdslab/db/people'
import { findStopped } from '@velferdslab/db/stopped'
import { route } from './route.ts'

/** What families have stopped for the services one sits for: so that nobody works on with what they may no longer do. */
export const stoppedRoutes = [
  route({
    method: 'GET',
    path: '/api/stopped',
    summary:
      'What families have stopped lately for the services one sits for: sharing, and promises that are owed no more',
    answer: stoppedForMe,
    events: 'reads',
    opens: 'stopped',
    handle: (lab, { session }) =>
      asPerson(lab.people, session, null, async (tx) => {
        const [me, stopped] = await Promise.all([findMe(tx), findStopped(tx, lab.ring)])
        return me ? stopped : { refused: 'not-signed-in' as const }
      }),
  }),
]
