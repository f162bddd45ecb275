import {
  answerTask,
  declareTask,
  givenTaskLink,
  giveTaskLink,
  openTask,
  stopTaskLink,
  taskAnswer,
  type AnswerTask,
  type GiveTaskLink,
} from '@velferdslab/core/commands/task-link'
import { familyId, promiseId, taskLinkId, type FamilyId, type TaskLinkId } from '@velferdslab/core/ids'
import { answerPromise } from '@velferdslab/core/promise-rules'
import { task } from '@velferdslab/core/task-link'
import * as rules from '@velferdslab/core/task-link-rules'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import { findAnswer, saveAnswer } from '@velferdslab/db/command'
import { findFamilyKey } from '@velferdslab/db/family-key'
import { sealReason } from '@velferdslab/db/promise'
import * as db from '@velferdslab/db/task-link'
import { tokenHash } from '@velferdslab/db/token-hash'
import { createHmac, randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { countTries } from '../tries.ts'
import { runCommand } from './command.ts'
import { route, sendRefusal, type Refused } from './route.ts'

const ofFamily = z.object({ familyId, promiseId })
const ofLink = z.object({ familyId, linkId: taskLinkId })
type Done = z.input<typeof taskAnswer>

/** A link to one promise: given and stopped by the family and its leader; read and answered by who has it, and by them alone. */
export const taskLinkRoutes = [
  route({
    method: 'POST',
    path: '/api/families/:familyId/promises/:promiseId/link',
    summary: 'Give who promised something a link to that one promise',
    params: ofFamily,
    body: giveTaskLink,
    answer: givenTaskLink,
    events: ['link.given'],
    handle: (lab, { session, params, body }) => give(lab, session, params, body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/links/:linkId/stop',
    summary: 'Stop a link: from that moment it opens nothing',
    params: ofLink,
    body: stopTaskLink,
    answer: taskAnswer,
    events: ['link.stopped'],
    handle: (lab, { session, params, body }) =>
      runCommand<Awaited<ReturnType<typeof db.findLinkToStop>>, Done>(
        lab,
        session,
        params.familyId,
        { id: body.commandId, name: 'link.stopped' },
        (tx) => db.findLinkToStop(tx, params.familyId, params.linkId),
        (link) => {
          if (!link) return { refused: 'not-found' }
          if (link.ended) return { refused: 'link-already-stopped' }
          return {
            answer: { done: true },
            events: [{ kind: 'link.stopped', subject: params.linkId, cell: link.cell, data: {} }],
            save: (tx) => [db.stopTaskLink(tx, params.linkId)],
            tell: (seq) => lab.live.sightChanged(params.familyId, seq, 1),
          }
        },
      ),
  }),
  route({
    method: 'GET',
    path: '/api/task',
    summary: 'The one promise of who has a link to it',
    answer: task,
    events: 'reads',
    atTable: ['helper'],
    handle: (lab, { session }) =>
      asPerson(
        lab.people,
        session,
        null,
        async (tx) => (await db.findTask(tx, lab.ring)) ?? { refused: 'not-signed-in' },
      ),
  }),
  route({
    method: 'POST',
    path: '/api/task/declare',
    summary: 'Who has a link declares confidentiality, before anything is read',
    body: declareTask,
    answer: taskAnswer,
    events: ['link.declared'],
    atTable: ['helper'],
    handle: (lab, { session, body }) =>
      asHelper(lab, session, { id: body.commandId, name: 'link.declared' }, async (tx) => {
        const seq = await db.declareTask(tx, body.commandId, lab.origin)
        const family = (await db.findMyTask(tx))?.family
        return { answer: { done: true }, family, seq }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/task/answer',
    summary: 'Who has a link says that it is done, or why it is not',
    body: answerTask,
    answer: taskAnswer,
    events: ['promise.answered'],
    atTable: ['helper'],
    handle: (lab, { session, body }) => answer(lab, session, body),
  }),
]

/**
 * The secret of a link: 128 bits that are made of its id and a key that lies outside the database, so that neither they nor the address stand anywhere, and a command that
 * is sent again is answered the same. The database has their hash.
 */
function codeOf(lab: Lab, id: TaskLinkId): string {
  return createHmac('sha256', lab.ring.derive('task-link')).update(id).digest().subarray(0, 16).toString('base64url')
}

async function give(
  lab: Lab,
  session: Session,
  params: z.output<typeof ofFamily>,
  body: GiveTaskLink,
): Promise<z.input<typeof givenTaskLink> | Refused> {
  const { familyId: family, promiseId: promise } = params
  // What a command was answered is kept, so the address is none of it.
  const answered = await runCommand(
    lab,
    session,
    family,
    { id: body.commandId, name: 'link.given' },
    (tx) => Promise.all([db.findLinkedPromise(tx, family, promise), findFamilyKey(tx, lab.ring, family)]),
    ([linked, key]) => {
      if (!linked || !key) return { refused: 'not-found' }
      const decided = rules.giveLink(linked, body.words.text)
      if ('refused' in decided) return decided
      const { sealed, proof } = db.sealTask(key, body.linkId, body.words.text)
      return {
        answer: { done: true as const, linkId: body.linkId },
        events: [{ kind: 'link.given', subject: body.linkId, cell: linked.cell, data: { promise, proof } }],
        save: (tx) => [
          db.insertTaskLink(tx, family, {
            id: body.linkId,
            promiseId: promise,
            name: body.name,
            codeHash: tokenHash(codeOf(lab, body.linkId)),
            sealed,
          }),
        ],
        tell: (seq) => lab.live.sightChanged(family, seq, 1),
      }
    },
  )
  if ('refused' in answered) return answered
  // In the fragment: it is sent to no server, stands in no log and in no address of where somebody came from.
  return { done: true, address: `${lab.publicUrl}/task#${codeOf(lab, answered.linkId)}` }
}

/** A command of who has a link: there is no family they may know, so the lock and the answer are the link's. */
async function asHelper(
  lab: Lab,
  session: Session,
  command: { id: GiveTaskLink['commandId']; name: string },
  work: (
    tx: Parameters<typeof db.lockTask>[0],
  ) => Promise<{ answer: Done; family: FamilyId | null | undefined; seq: number } | Refused>,
): Promise<Done | Refused> {
  let tell: (() => void) | undefined
  const answered = await asPerson(lab.people, session, null, async (tx): Promise<Done | Refused> => {
    tell = undefined
    const [open, before] = await Promise.all([db.lockTask(tx), findAnswer(tx, command.id)])
    if (!open) return { refused: 'not-signed-in' }
    if (before !== undefined) return before as Done
    const done = await work(tx)
    if ('refused' in done) return done
    await saveAnswer(tx, { ...command, answer: done.answer })
    const { family, seq } = done
    if (family && seq > 0) tell = () => lab.live.sightChanged(family, seq, 1)
    return done.answer
  })
  tell?.()
  return answered
}

function answer(lab: Lab, session: Session, body: AnswerTask): Promise<Done | Refused> {
  return asHelper(lab, session, { id: body.commandId, name: 'promise.answered' }, async (tx) => {
    const [mine, key] = await Promise.all([db.findMyTask(tx), db.findTaskKey(tx, lab.ring)])
    if (!mine?.isDeclared || !key) return { refused: 'not-found' }
    const decided = answerPromise(mine, body, mine.today)
    if ('refused' in decided) return decided
    const id = randomUUID()
    const isDone = body.answer === 'done'
    const words = !isDone && body.words ? sealReason(key, id, body.words.text) : null
    const [reason, newDue] = isDone ? [null, null] : [body.reason, body.newDue]
    const { answer: said, commandId } = body
    const seq = await db.answerTask(tx, { id, answer: said, reason, newDue, words, commandId }, lab.origin)
    return { answer: { done: true }, family: key.family, seq }
  })
}

/**
 * Where a link leads: its secret comes in the body and goes for a cookie, once. Wrong ones: ten an hour from one address (REQ-42). It answers
 * with a cookie of its own beside the session's, so it stands apart from the list.
 */
export function addTaskDoor(app: FastifyInstance, lab: Lab): void {
  const wrong = countTries(10)
  app.withTypeProvider<ZodTypeProvider>().post(
    '/api/task/open',
    {
      schema: { hide: true, body: openTask },
      preHandler: (request, reply, done) => {
        if (wrong.isSpent(request.ip)) sendRefusal(reply, { refused: 'too-many-requests' })
        else done()
      },
    },
    async (request, reply) => {
      const opened = await lab.openHelperSession(request.body.code)
      if (!opened) {
        wrong.count(request.ip)
        return sendRefusal(reply, { refused: 'link-opens-nothing' })
      }
      lab.giveHelperCookie(reply, opened.token, opened.endsAt)
      return reply.send({ done: true })
    },
  )
}
