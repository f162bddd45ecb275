import { familyLaw, myActs, sharedByLaw } from '@velferdslab/core/act'
import * as rules from '@velferdslab/core/act-rules'
import { actAnswer, endAct, recordAct } from '@velferdslab/core/commands/act'
import { actId, familyId } from '@velferdslab/core/ids'
import * as db from '@velferdslab/db/act'
import { asPerson } from '@velferdslab/db/as-person'
import { findMe } from '@velferdslab/db/people'
import { findToday } from '@velferdslab/db/promise'
import { findToldToMe } from '@velferdslab/db/report'
import { z } from 'zod'
import { runQuietly } from './quiet.ts'
import { route } from './route.ts'

const ofFamily = z.object({ familyId })
const done = { done: true as const }

/** What is read by a rule of law and not by a yes: recorded, told, ended. */
export const actRoutes = [
  route({
    method: 'GET',
    path: '/api/families/:familyId/law',
    summary: 'What somebody of a service may do by law here: rules, areas and receivers',
    params: ofFamily,
    answer: familyLaw,
    events: 'reads',
    handle: (lab, { session, params }) =>
      asPerson(
        lab.people,
        session,
        params.familyId,
        async (tx) => (await db.findFamilyLaw(tx, params.familyId)) ?? { refused: 'not-found' as const },
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/acts',
    summary: 'Let one person of a service read by a rule of law; the family is told, at once or on a day',
    params: ofFamily,
    body: recordAct,
    answer: actAnswer,
    events: ['act.recorded', 'act.told'],
    handle: (lab, { session, params, body }) =>
      runQuietly(lab, session, params.familyId, { id: body.commandId, name: 'act.recorded' }, async (tx, me) => {
        const facts = await db.loadActFacts(tx, params.familyId)
        if (!facts) return { refused: 'not-found' }
        const decided = rules.recordAct(facts, body)
        if ('refused' in decided) return decided
        const act = { ...body, tellOn: decided.done.tellOn }
        const seq = await db.insertAct(tx, lab.ring, me.municipality.id, params.familyId, act, lab.origin)
        const tell = () => {
          if (seq !== null) lab.live.sightChanged(params.familyId, seq, 1)
        }
        return { answer: done, tell }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/acts/:actId/end',
    summary: 'End an act before its time: who did it, or who received it',
    params: z.object({ actId }),
    body: endAct,
    answer: actAnswer,
    events: ['act.ended'],
    handle: (lab, { session, params, body }) =>
      runQuietly(lab, session, null, { id: body.commandId, name: 'act.ended' }, async (tx) => {
        const ended = await db.endAct(tx, params.actId, body.commandId, lab.origin)
        if (!ended) return { refused: 'not-found' }
        const tell = () => {
          if (ended.seq !== null) lab.live.sightChanged(ended.family, ended.seq, 1)
        }
        return { answer: done, tell }
      }),
  }),
  route({
    method: 'GET',
    path: '/api/acts',
    summary: 'What was opened for me by law, and what I have opened for others',
    answer: myActs,
    events: 'reads',
    handle: (lab, { session }) =>
      asPerson(lab.people, session, null, async (tx) => {
        const [who, today, acts] = await Promise.all([findMe(tx), findToday(tx), db.findMyActs(tx, lab.ring)])
        return who ? { today, ...acts } : { refused: 'not-signed-in' as const }
      }),
  }),
  route({
    method: 'GET',
    path: '/api/families/:familyId/shared',
    summary: 'What has been read or told by law, as the family is told of it',
    params: ofFamily,
    answer: sharedByLaw,
    events: 'reads',
    opens: 'shared',
    handle: (lab, { session, params }) =>
      asPerson(lab.people, session, params.familyId, async (tx) => {
        const [shared, told] = await Promise.all([
          db.findSharedByLaw(tx, params.familyId),
          findToldToMe(tx, lab.ring, params.familyId),
        ])
        return shared ? { ...shared, told } : { refused: 'not-found' as const }
      }),
  }),
]
