import * as commands from '@velferdslab/core/commands/seat'
import type { EventKind } from '@velferdslab/core/events'
import { familyId, seatId, type CommandId, type FamilyId, type SeatId } from '@velferdslab/core/ids'
import type { Me } from '@velferdslab/core/people'
import type { Decided } from '@velferdslab/core/refusal'
import type { DecidedEvent } from '@velferdslab/core/events'
import { askedSeats, seats } from '@velferdslab/core/seat'
import * as rules from '@velferdslab/core/seat-rules'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import { lockFamily } from '@velferdslab/db/command'
import type { Tx } from '@velferdslab/db/connect'
import { sealNotice } from '@velferdslab/db/notice'
import { findMe } from '@velferdslab/db/people'
import { lockDoor } from '@velferdslab/db/qualification'
import * as db from '@velferdslab/db/seat'
import { insertSubstitute } from '@velferdslab/db/substitute'
import { tokenHash } from '@velferdslab/db/token-hash'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { firstMessage } from '../notices/first-message.ts'
import { runCommand } from './command.ts'
import { route, type Refused } from './route.ts'

const ofFamily = z.object({ familyId })
const ofSeat = z.object({ familyId, seatId })

/** Seats: asked for by the core team, the leader or the family; answered by the family, and by who is to sit there. */
export const seatRoutes = [
  route({
    method: 'GET',
    path: '/api/families/:familyId/seats',
    summary: 'Who sits at a family’s table, who is asked for, and who could be',
    params: ofFamily,
    answer: seats,
    events: 'reads',
    opens: 'seats',
    handle: (lab, { session, params }) =>
      asPerson(
        lab.people,
        session,
        params.familyId,
        async (tx) => (await db.findSeatsOf(tx, lab.ring, params.familyId)) ?? { refused: 'not-found' as const },
      ),
  }),
  route({
    method: 'GET',
    path: '/api/seats/asked',
    summary: 'What I was asked to: to lead a family, or to sit by somebody who trusts me',
    answer: askedSeats,
    events: 'reads',
    handle: (lab, { session }) => asPerson(lab.people, session, null, (tx) => db.findAskedSeats(tx)),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/seats/leader',
    summary: 'Ask somebody to lead, for the family to say yes to',
    params: ofFamily,
    body: commands.askLeader,
    answer: commands.seatAnswer,
    events: ['seat.proposed'],
    handle: (lab, { session, params, body }) =>
      changeSeats(
        lab,
        session,
        params.familyId,
        { id: body.commandId, name: 'seat.proposed' },
        lockDoor,
        (facts, me) => {
          if (!facts.reader.receives) return { refused: 'not-found' }
          const person = facts.leaders.find(({ personId }) => personId === body.personId)
          const { seats, reader } = facts
          const asked = { seats, isAccepted: reader.accepted, knows: person !== undefined, today: reader.today }
          const { until } = body
          const decided = until ? rules.askSubstitute(asked, { ...body, until }) : rules.askLeader(asked, body)
          if ('refused' in decided || !person) return decided
          const seat = {
            id: body.seatId,
            person: body.personId,
            party: person.partyId,
            role: 'leader' as const,
            why: null,
          }
          return {
            ...decided,
            save: (tx: Tx) =>
              until
                ? insertSubstitute(tx, lab.ring, params.familyId, { ...seat, until }, me.municipality.id)
                : db.insertProposal(tx, lab.ring, params.familyId, seat, me.municipality.id),
          }
        },
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/seats/service',
    summary: 'Ask somebody of a service to a seat, for the family to say yes to',
    params: ofFamily,
    body: commands.askService,
    answer: commands.seatAnswer,
    events: ['seat.proposed'],
    handle: (lab, { session, params, body }) =>
      changeSeats(
        lab,
        session,
        params.familyId,
        { id: body.commandId, name: 'seat.proposed' },
        lockFamily,
        (facts, me) => {
          if (!facts.reader.leads) return { refused: 'not-found' }
          const knows = facts.candidates.some(
            (each) => each.person_id === body.personId && each.party_id === body.partyId,
          )
          const seat = {
            id: body.seatId,
            person: body.personId,
            party: body.partyId,
            role: 'member' as const,
            why: body.why,
          }
          return {
            ...rules.askService({ seats: facts.seats, knows }, body),
            save: (tx: Tx) => db.insertProposal(tx, lab.ring, params.familyId, seat, me.municipality.id),
          }
        },
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/seats/trusted',
    summary: 'Bring somebody the family trusts, by first name and telephone',
    params: ofFamily,
    body: commands.bringTrusted,
    answer: commands.seatAnswer,
    events: ['seat.proposed'],
    handle: async (lab, { session, params, body }) => {
      const command = { id: body.commandId, name: 'seat.proposed' } as const
      const answer = await changeSeats(lab, session, params.familyId, command, lockFamily, (facts, me) => {
        if (!facts.reader.speaks) return { refused: 'not-found' }
        const invited = messageTo(lab, me, body)
        const seat = { id: body.seatId, firstName: body.firstName, ...invited }
        return {
          ...rules.bringTrusted({ seats: facts.seats }, body),
          save: (tx: Tx) => db.insertTrusted(tx, lab.ring, params.familyId, seat, me.municipality.id),
        }
      })
      lab.hurryNotices()
      return answer
    },
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/seats/:seatId/answer',
    summary: 'Say yes or not now to a seat, for oneself',
    params: ofSeat,
    body: commands.answerSeat,
    answer: commands.seatAnswer,
    events: ['seat.answered', 'seat.approved'],
    handle: (lab, { session, params, body }) =>
      changeSeats(
        lab,
        session,
        params.familyId,
        { id: body.commandId, name: 'seat.answered' },
        lockFamily,
        (facts, me) => {
          if (!facts.reader.speaks) return { refused: 'not-found' }
          const seat = facts.seats.find((each) => each.seatId === params.seatId)
          const said = { answer: body.answer, reason: body.answer === 'no' ? body.reason : null }
          return {
            ...rules.answerSeat(seat, body),
            save: (tx: Tx) =>
              db.insertSeatAnswer(tx, lab.ring, params.familyId, params.seatId, said, me.municipality.id),
          }
        },
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/seats/:seatId/end',
    summary: 'End a seat at the own table; nobody asks why',
    params: ofSeat,
    body: commands.endSeat,
    answer: commands.seatAnswer,
    events: ['seat.ended'],
    handle: (lab, { session, params, body }) =>
      changeSeats(lab, session, params.familyId, { id: body.commandId, name: 'seat.ended' }, lockFamily, (facts) => {
        if (!facts.reader.speaks) return { refused: 'not-found' }
        const seat = facts.seats.find((each) => each.seatId === params.seatId)
        return { ...rules.endSeat(seat), save: (tx: Tx) => db.saveSeatEnd(tx, params.seatId) }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/seats/:seatId/take',
    summary: 'Take over a family one is asked to lead, or declare confidentiality for a seat; or say no',
    params: z.object({ seatId }),
    body: commands.takeSeat,
    answer: commands.seatAnswer,
    events: ['seat.taken', 'seat.turned_down', 'seat.approved'],
    handle: (lab, { session, params, body }) => take(lab, session, params.seatId, body),
  }),
]

type Facts = NonNullable<Awaited<ReturnType<typeof db.loadSeatFacts>>>
type Done = Decided<{ readonly events: readonly DecidedEvent[] }>

/** A command at a family's table: who may not know of its seats finds none. What changes who sits there changes what they may see. */
function changeSeats(
  lab: Lab,
  session: Session,
  family: FamilyId,
  command: { id: CommandId; name: EventKind },
  lock: (tx: Tx, family: FamilyId) => Promise<boolean>,
  rule: (facts: Facts, me: Me) => Done & { save?: (tx: Tx) => Promise<unknown> },
): Promise<z.input<typeof commands.seatAnswer> | Refused> {
  return runCommand(
    lab,
    session,
    family,
    command,
    async (tx) => ({ me: await findMe(tx), facts: await db.loadSeatFacts(tx, family) }),
    ({ me, facts }) => {
      if (!me || !facts) return { refused: 'not-found' as const }
      const decided = rule(facts, me)
      if ('refused' in decided) return { refused: decided.refused }
      const { events } = decided.done
      return {
        answer: { done: true as const },
        events,
        save: (tx) => (decided.save ? [decided.save(tx)] : []),
        tell: (seq) => {
          lab.live.sightChanged(family, seq, events.length)
        },
      }
    },
    (tx) => lock(tx, family),
  )
}

/** The answer of who is asked. They know the family by this seat alone, so it is found by the seat. */
async function take(
  lab: Lab,
  session: Session,
  seat: SeatId,
  body: commands.TakeSeat,
): Promise<z.input<typeof commands.seatAnswer> | Refused> {
  const family = await asPerson(lab.people, session, null, (tx) => db.lockSeat(tx, seat))
  if (!family) return { refused: 'not-found' }
  return runCommand(
    lab,
    session,
    family,
    { id: body.commandId, name: 'seat.taken' },
    (tx) => db.findMySeat(tx, seat),
    (facts) => {
      const decided = rules.takeSeat(facts, body)
      if ('refused' in decided) return { refused: decided.refused }
      const { events } = decided.done
      return {
        answer: { done: true as const },
        events,
        save: (tx) => [db.saveTaken(tx, seat, body.answer === 'yes')],
        tell: (seq) => {
          lab.live.sightChanged(family, seq, events.length)
        },
      }
    },
    async (tx) => (await db.lockSeat(tx, seat)) === family,
  )
}

/** The message to somebody the family trusts: neutral as the first message is, with a code used once. In bokmål: nobody has said what they speak. */
function messageTo(lab: Lab, me: Me, { seatId: id, telephone }: commands.BringTrusted) {
  const code = randomBytes(16).toString('base64url')
  const { name: municipality, phone } = me.municipality
  const text = firstMessage('nb', { municipality, phone, address: `${lab.publicUrl}/m/${code}` })
  return { codeHash: tokenHash(code), notice: sealNotice(lab.ring, me.municipality.id, id, { to: telephone, text }) }
}
