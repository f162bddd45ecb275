import { answerPromise, promiseAnswer, type AnswerPromise } from '@velferdslab/core/commands/promise'
import { familyId, promiseId, type FamilyId, type PromiseId } from '@velferdslab/core/ids'
import { familyPromises, owedByMe } from '@velferdslab/core/promise'
import * as rules from '@velferdslab/core/promise-rules'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import { findFamily } from '@velferdslab/db/family'
import { findFamilyKey, type FamilyKey } from '@velferdslab/db/family-key'
import { findMembers } from '@velferdslab/db/people'
import * as db from '@velferdslab/db/promise'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { runCommand } from './command.ts'
import { route, type Refused } from './route.ts'

/** Promises: what is owed a family, what one owes oneself, and the answer of who owes. */
export const promiseRoutes = [
  route({
    method: 'GET',
    path: '/api/promises',
    summary: 'What the services one sits for owe, in all families, late ones first',
    answer: owedByMe,
    events: 'reads',
    opens: 'owed',
    handle: (lab, { session }) =>
      asPerson(lab.people, session, null, async (tx) => {
        const [families, today] = await Promise.all([db.findOwing(tx), db.findToday(tx)])
        const keys = new Map<string, FamilyKey>()
        for (const { id } of families) {
          const key = await findFamilyKey(tx, lab.ring, id)
          if (key) keys.set(id, key)
        }
        return {
          today,
          families: families.flatMap(({ id, name }) => (name === null ? [] : [{ id, name }])),
          promises: await db.findPromises(tx, 'mine', today, (family) => keys.get(family)),
        }
      }),
  }),
  route({
    method: 'GET',
    path: '/api/families/:familyId/promises',
    summary: 'What is owed a family and what it promised itself, late ones first',
    params: z.object({ familyId }),
    answer: familyPromises,
    events: 'reads',
    opens: 'promises',
    handle: (lab, { session, params }) =>
      asPerson(lab.people, session, params.familyId, async (tx) => {
        const [key, row, members] = await Promise.all([
          findFamilyKey(tx, lab.ring, params.familyId),
          findFamily(tx, params.familyId),
          findMembers(tx, params.familyId),
        ])
        if (!key || !row) return { refused: 'not-found' as const }
        return {
          family: { id: row.id, name: row.name, onePerson: members.length === 1 },
          today: row.today,
          promises: await db.findPromises(tx, { family: params.familyId }, row.today, () => key),
        }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/promises/:promiseId/answer',
    summary: 'Who owes something says that it is done, or why it is not',
    params: z.object({ familyId, promiseId }),
    body: answerPromise,
    answer: promiseAnswer,
    events: ['promise.answered'],
    handle: (lab, { session, params, body }) => answer(lab, session, params.familyId, params.promiseId, body),
  }),
]

function answer(
  lab: Lab,
  session: Session,
  family: FamilyId,
  id: PromiseId,
  body: AnswerPromise,
): Promise<z.input<typeof promiseAnswer> | Refused> {
  let seq = 0
  return runCommand(
    lab,
    session,
    family,
    { id: body.commandId, name: 'promise.answered' },
    (tx) => Promise.all([db.findMyPromise(tx, family, id), findFamilyKey(tx, lab.ring, family)]),
    ([promise, key]) => {
      if (!promise || !key) return { refused: 'not-found' }
      const decided = rules.answerPromise(promise, body, promise.today)
      if ('refused' in decided) return decided
      const row = randomUUID()
      const isDone = body.answer === 'done'
      const words = !isDone && body.words ? db.sealReason(key, row, body.words.text) : null
      const [reason, newDue] = isDone ? [null, null] : [body.reason, body.newDue]
      return {
        answer: { done: true as const },
        // The event is linked beside the answer (lab.remember_promise): whoever owes may see nothing else of the family.
        events: [],
        save: (tx) => [
          db.insertPromiseAnswer(tx, family, {
            id: row,
            promiseId: id,
            answer: body.answer,
            reason,
            newDue,
            sealed: words?.sealed ?? null,
          }),
          db
            .rememberAnswer(
              tx,
              id,
              { answer: body.answer, reason, proof: words?.proof ?? null },
              body.commandId,
              lab.origin,
            )
            .then((linked) => {
              seq = linked
            }),
        ],
        tell: () => lab.live.sightChanged(family, seq, 1),
      }
    },
    (tx) => db.lockPromise(tx, id),
  )
}
