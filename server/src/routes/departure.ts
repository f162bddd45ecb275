import { leaveWork, workLeft } from '@velferdslab/core/commands/departure'
import { inHand } from '@velferdslab/core/departure'
import * as rules from '@velferdslab/core/departure-rules'
import { personId } from '@velferdslab/core/ids'
import { asPerson } from '@velferdslab/db/as-person'
import { findInHand, loadLeaveFacts, saveDeparture } from '@velferdslab/db/departure'
import { findMe } from '@velferdslab/db/people'
import { z } from 'zod'
import { once } from './administration.ts'
import { route } from './route.ts'

const ofPerson = z.object({ personId })

/** Somebody who no longer works here, by its administrators. */
export const departureRoutes = [
  route({
    method: 'GET',
    path: '/api/administration/people/:personId/in-hand',
    summary: 'What somebody who works here has in their hands: how much at which service, and of which family nothing',
    params: ofPerson,
    answer: inHand,
    events: 'reads',
    handle: (lab, { session, params }) =>
      asPerson(lab.people, session, null, async (tx) => {
        const me = await findMe(tx)
        if (!me) return { refused: 'not-signed-in' as const }
        return (await findInHand(tx, params.personId)) ?? { refused: 'not-found' as const }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/administration/people/:personId/leave',
    summary: 'Somebody no longer works here: sessions, roles and seats end at once, and others are asked to take on',
    params: ofPerson,
    body: leaveWork,
    answer: workLeft,
    events: ['staff.left', 'seat.ended', 'seat.proposed'],
    handle: (lab, { session, params, body }) =>
      once<{ done: true }>(lab, session, { id: body.commandId, name: 'staff.left' }, async (tx, me) => {
        const facts = await loadLeaveFacts(tx, params.personId, me.person.id)
        const refused = rules.leaveWork(facts, body)
        if (refused) return { refused }
        const leaving = { id: body.departureId, person: params.personId, municipality: me.municipality.id }
        await saveDeparture(tx, lab.ring, leaving, body.takers, facts.held)
        return { done: true }
      }),
  }),
]
