import { holdAnswered, liftHold, placeHold } from '@velferdslab/core/commands/retention'
import type { EventKind } from '@velferdslab/core/events'
import { holdId, type CommandId } from '@velferdslab/core/ids'
import type { Me } from '@velferdslab/core/people'
import { myHolds, retention } from '@velferdslab/core/retention'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import { findAnswer, lockCommand, saveAnswer } from '@velferdslab/db/command'
import type { Tx } from '@velferdslab/db/connect'
import { findMe } from '@velferdslab/db/people'
import { findToday } from '@velferdslab/db/promise'
import * as db from '@velferdslab/db/retention'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { route, type Refused } from './route.ts'

/** How long things are kept, what the nights let go, and what is held: for the privacy officer. And what is told to those it is held about. */
export const retentionRoutes = [
  route({
    method: 'GET',
    path: '/api/retention',
    summary: 'The rules of retention, what the nights did by them in numbers, and the holds',
    answer: retention,
    events: 'reads',
    purpose: 'oversight',
    handle: (lab, { session }) =>
      asPerson(lab.people, session, null, async (tx) => {
        const me = await findMe(tx)
        if (!me) return { refused: 'not-signed-in' as const }
        return oversees(me) ? db.findRetention(tx, lab.now()) : { refused: 'not-found' as const }
      }),
  }),
  route({
    method: 'GET',
    path: '/api/my/holds',
    summary: 'That nothing of oneself or one’s family is deleted for now, and why, where one is told',
    answer: myHolds,
    events: 'reads',
    handle: (lab, { session }) =>
      asPerson(lab.people, session, null, async (tx) =>
        (await findMe(tx)) ? db.findMyHolds(tx) : { refused: 'not-signed-in' as const },
      ),
  }),
  route({
    method: 'POST',
    path: '/api/holds',
    summary: 'From now on nothing of a family, or of a person, is deleted',
    body: placeHold,
    answer: holdAnswered,
    events: ['hold.placed'],
    handle: (lab, { session, body }) =>
      command(lab, session, { id: body.commandId, name: 'hold.placed' }, async (tx, me) => {
        const family = body.over.is === 'family' ? await db.findNumberedFamily(tx, body.over.family) : null
        const person = body.over.is === 'person' ? body.over.personId : null
        if (person === me.person.id) return { refused: 'hold-own' }
        if (family === undefined || (person && !(await db.standsInTrace(tx, person)))) return { refused: 'not-found' }
        if (body.until !== null && body.until < (await findToday(tx))) return { refused: 'hold-ends-before-today' }
        await db.insertHold(tx, body, { family, person })
        return undefined
      }),
  }),
  route({
    method: 'POST',
    path: '/api/holds/:holdId/lift',
    summary: 'A hold ends: the rules count again from the next night',
    params: z.object({ holdId }),
    body: liftHold,
    answer: holdAnswered,
    events: ['hold.lifted'],
    handle: (lab, { session, params, body }) =>
      command(lab, session, { id: body.commandId, name: 'hold.lifted' }, async (tx) => {
        const state = await db.findHoldState(tx, params.holdId)
        if (!state) return { refused: 'not-found' }
        if (state === 'lifted') return { refused: 'hold-already-lifted' }
        return (await db.liftHold(tx, params.holdId)) ? undefined : { refused: 'not-found' }
      }),
  }),
]

const oversees = (me: Me): boolean => me.roles.includes('privacy_officer')

/** There is no family to lock: the command waits for its own id. To everybody but the privacy officer there is no such thing. */
function command(
  lab: Lab,
  session: Session,
  { id, name }: { id: CommandId; name: EventKind },
  work: (tx: Tx, me: Me) => Promise<Refused | undefined>,
): Promise<{ done: true } | Refused> {
  return asPerson(lab.people, session, null, async (tx): Promise<{ done: true } | Refused> => {
    const [me] = await Promise.all([findMe(tx), lockCommand(tx, id)])
    if (!me) return { refused: 'not-signed-in' }
    if (!oversees(me)) return { refused: 'not-found' }
    const before = await findAnswer(tx, id)
    if (before !== undefined) return before as { done: true }
    const refused = await work(tx, me)
    if (refused) return refused
    const done = { done: true as const }
    await saveAnswer(tx, { id, name, answer: done })
    return done
  })
}
