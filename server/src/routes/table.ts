import { meetingAnswer } from '@velferdslab/core/commands/meeting'
import { arriveAtTable, comeByTicket, openScreen, takeTicket } from '@velferdslab/core/commands/table'
import { familyId, type MeetingId, type PersonId } from '@velferdslab/core/ids'
import { tableState } from '@velferdslab/core/table'
import { asPerson } from '@velferdslab/db/as-person'
import { findFamilyOfTable } from '@velferdslab/db/at-table'
import { findMyTable } from '@velferdslab/db/table'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Lab } from '../lab.ts'
import { meetingOfCode, meetingOfTicket, screenOfLink, ticketTo } from '../table-code.ts'
import { countTries } from '../tries.ts'
import { comeToTable } from './meeting.ts'
import { route, sendRefusal } from './route.ts'

/** The table by the code on its screen, for who is signed in, or has a session for this one meeting. */
export const tableRoutes = [
  route({
    method: 'GET',
    path: '/api/table',
    summary: 'Where a guest or the large screen stands: waiting, in, or out',
    answer: tableState,
    events: 'reads',
    atTable: ['guest', 'screen'],
    handle: (lab, { session }) =>
      asPerson(lab.people, session, null, async (tx) => (await findMyTable(tx)) ?? { refused: 'not-signed-in' }),
  }),
  route({
    method: 'POST',
    path: '/api/table/come',
    summary: 'Whoever is signed in and has a seat takes it by the code of the screen',
    body: comeByTicket,
    answer: meetingAnswer.extend({ familyId }),
    events: ['meeting.came'],
    handle: async (lab, { session, body }) => {
      const who = await asPerson(lab.people, session, null, async (tx) => {
        const meeting = meetingOfTicket(lab.ring.derive('table'), body.ticket, lab.now()) as MeetingId | undefined
        return { meeting, family: meeting && (await findFamilyOfTable(tx, meeting)) }
      })
      if (!who.meeting) return { refused: 'meeting-code-old' }
      if (!who.family) return { refused: 'not-found' }
      const params = { familyId: who.family, meetingId: who.meeting }
      const answer = await comeToTable(lab, session, params, body.commandId)
      return 'refused' in answer ? answer : { ...answer, familyId: who.family }
    },
  }),
]

/**
 * The doors of a table for who is nobody yet: the code from the screen, the name and the promise, and the screen itself. They answer with a cookie
 * of their own beside the session's, so they stand apart from the list. Wrong codes: ten an hour from one address (REQ-42).
 */
export function addTableDoors(app: FastifyInstance, lab: Lab): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()
  const wrong = countTries(10)
  const key = () => lab.ring.derive('table')

  const refuseCode = (request: FastifyRequest, reply: FastifyReply) => {
    wrong.count(request.ip)
    return sendRefusal(reply, { refused: 'meeting-code-old' })
  }
  const preHandler = (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    if (wrong.isSpent(request.ip)) sendRefusal(reply, { refused: 'too-many-requests' })
    else done()
  }

  typed.post('/api/table/ticket', { preHandler, schema: { hide: true, body: takeTicket } }, (request, reply) => {
    const meeting = meetingOfCode(key(), request.body.code, lab.now())
    return meeting ? reply.send({ ticket: ticketTo(key(), meeting, lab.now()) }) : refuseCode(request, reply)
  })
  typed.post(
    '/api/table/arrive',
    { preHandler, schema: { hide: true, body: arriveAtTable } },
    async (request, reply) => {
      const { ticket, name, role } = request.body
      const meeting = meetingOfTicket(key(), ticket, lab.now()) as MeetingId | undefined
      const token = meeting && (await lab.openTableSession({ kind: 'guest', meeting, name, role }))
      if (!token) return refuseCode(request, reply)
      lab.giveTableCookie(reply, 'guest', token)
      return reply.send({ done: true })
    },
  )
  typed.post('/api/screen', { preHandler, schema: { hide: true, body: openScreen } }, async (request, reply) => {
    const screen = screenOfLink(key(), request.body.link, lab.now())
    const token =
      screen &&
      (await lab.openTableSession({
        kind: 'screen',
        meeting: screen.meeting as MeetingId,
        by: screen.by as PersonId,
      }))
    if (!token) return refuseCode(request, reply)
    lab.giveTableCookie(reply, 'screen', token)
    return reply.send({ done: true })
  })
}
