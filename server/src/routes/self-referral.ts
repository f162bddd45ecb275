import {
  closeSelfReferral,
  selfReferralAnswer,
  sendSelfReferral,
  takeInSelfReferral,
  withSelfCode,
} from '@velferdslab/core/commands/self-referral'
import { selfReferralId } from '@velferdslab/core/ids'
import { readSelfCode, selfCodeOf, showSelfCode } from '@velferdslab/core/self-code'
import { selfDoorTold, selfReferrals } from '@velferdslab/core/self-referral'
import * as rules from '@velferdslab/core/self-referral-rules'
import { asPerson } from '@velferdslab/db/as-person'
import { findMe } from '@velferdslab/db/people'
import * as db from '@velferdslab/db/self-referral'
import { createHmac } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { countTries } from '../tries.ts'
import { isCoreTeam, once } from './referral.ts'
import { route, sendRefusal } from './route.ts'

const ofSheet = z.object({ selfReferralId })

/** Who has referred herself, for the core team: taken in at the door, or answered without more. */
export const selfReferralRoutes = [
  route({
    method: 'GET',
    path: '/api/self-referrals',
    summary: 'Who has referred herself without an account and waits',
    answer: selfReferrals,
    events: 'reads',
    handle: (lab, { session }) =>
      asPerson(lab.people, session, null, async (tx) => {
        const me = await findMe(tx)
        if (!me) return { refused: 'not-signed-in' as const }
        return isCoreTeam(me) ? db.findSelfReferrals(tx, lab.ring) : { refused: 'not-found' as const }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/self-referrals/:selfReferralId/take-in',
    summary: 'Take somebody in at the door who has referred herself, after having spoken with her',
    params: ofSheet,
    body: takeInSelfReferral,
    answer: selfReferralAnswer,
    events: ['self.taken_in', 'referral.received'],
    handle: (lab, { session, params, body }) =>
      once(lab, session, { id: body.commandId, name: 'self.taken_in' }, isCoreTeam, async (tx) => {
        const sheet = await db.findSheet(tx, params.selfReferralId)
        if (!sheet) return { refused: 'not-found' }
        if (sheet.isClosed) return { refused: 'self-referral-closed' }
        const isIn = await db.takeInSheet(tx, lab.ring, sheet, body, lab.origin)
        return isIn ? { done: true } : { refused: 'self-referral-closed' }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/self-referrals/:selfReferralId/close',
    summary: 'Say that somebody who has referred herself was answered, and that it becomes no family here',
    params: ofSheet,
    body: closeSelfReferral,
    answer: selfReferralAnswer,
    events: ['self.closed'],
    handle: (lab, { session, params, body }) =>
      once(lab, session, { id: body.commandId, name: 'self.closed' }, isCoreTeam, async (tx) => {
        const sheet = await db.findSheet(tx, params.selfReferralId)
        if (!sheet) return { refused: 'not-found' }
        if (sheet.isClosed) return { refused: 'self-referral-closed' }
        return (await db.closeSheet(tx, params.selfReferralId, body.how))
          ? { done: true }
          : { refused: 'self-referral-closed' }
      }),
  }),
]

/** So many sheets from one address within an hour: a library, or an office where people are helped to fill it in, is one address. */
const sheetsAnHour = 20

/** Wrong codes from one address within an hour (REQ-42). */
const wrongCodesAnHour = 10

/**
 * The code somebody comes back with: made of the id of her own command, which nobody else knows, and a key outside the database. A command that is sent again is
 * answered the same, and the database has the code's hash alone.
 */
function codeFor(lab: Lab, commandId: string): string {
  return selfCodeOf(createHmac('sha256', lab.ring.derive('self-referral')).update(commandId).digest())
}

/**
 * The door without an account. Nothing is looked up when a sheet is sent, so that it is answered alike whoever is known here; a code that opens nothing is one
 * answer, whatever the reason. Nobody is signed in, so it stands apart from the list.
 */
export function addSelfDoor(app: FastifyInstance, lab: Lab): void {
  const sent = countTries(sheetsAnHour)
  const wrong = countTries(wrongCodesAnHour)
  const doors = app.withTypeProvider<ZodTypeProvider>()
  const unlessSpent =
    (tries: ReturnType<typeof countTries>) => (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
      if (tries.isSpent(request.ip)) sendRefusal(reply, { refused: 'too-many-requests' })
      else done()
    }

  doors.get('/api/self-referral', { schema: { hide: true } }, async (_, reply) => {
    const told = await lab.selfDoor.told()
    return told ? reply.send(selfDoorTold.parse(told)) : sendRefusal(reply, { refused: 'not-found' })
  })

  doors.post(
    '/api/self-referral',
    { schema: { hide: true, body: sendSelfReferral }, preHandler: unlessSpent(sent) },
    async ({ body, ip }, reply) => {
      const { commandId, ...words } = body
      const decided = rules.sendSelfReferral(words.born, lab.now())
      if ('refused' in decided) return sendRefusal(reply, decided)
      sent.count(ip)
      const code = codeFor(lab, commandId)
      if (!(await lab.selfDoor.send(code, words))) return sendRefusal(reply, { refused: 'too-many-requests' })
      return reply.send({ done: true, code: showSelfCode(code) })
    },
  )

  doors.post(
    '/api/self-referral/look',
    { schema: { hide: true, body: withSelfCode }, preHandler: unlessSpent(wrong) },
    async ({ body, ip }, reply) => {
      const code = readSelfCode(body.code)
      const state = code && (await lab.selfDoor.look(code))
      if (state) return reply.send(state)
      wrong.count(ip)
      return sendRefusal(reply, { refused: 'self-code-opens-nothing' })
    },
  )

  doors.post(
    '/api/self-referral/take-back',
    { schema: { hide: true, body: withSelfCode }, preHandler: unlessSpent(wrong) },
    async ({ body, ip }, reply) => {
      const code = readSelfCode(body.code)
      const came = code ? await lab.selfDoor.takeBack(code) : 'nothing'
      if (came === 'done') return reply.send({ done: true })
      if (came === 'begun') return sendRefusal(reply, { refused: 'self-referral-begun' })
      wrong.count(ip)
      return sendRefusal(reply, { refused: 'self-code-opens-nothing' })
    },
  )
}
