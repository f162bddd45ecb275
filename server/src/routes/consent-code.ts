import * as commands from '@velferdslab/core/commands/consent-code'
import { codedSentence, codeFrom, spacedCode } from '@velferdslab/core/consent-code'
import { consentId, familyId, type ConsentCodeId } from '@velferdslab/core/ids'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import { findAnswer, lockCommand, saveAnswer } from '@velferdslab/db/command'
import type { Tx } from '@velferdslab/db/connect'
import * as db from '@velferdslab/db/consent-code'
import { findMe } from '@velferdslab/db/people'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { countTries } from '../tries.ts'
import { runCommand } from './command.ts'
import { route, sendRefusal, type Refused } from './route.ts'

const ofConsent = z.object({ familyId, consentId })
type Done = { done: true }

/** A yes confirmed with a code: made by the leader, answered alone (addCodeDoors) or with the help of somebody who works here. */
export const consentCodeRoutes = [
  route({
    method: 'POST',
    path: '/api/families/:familyId/consents/:consentId/code',
    summary: 'A code for who has no BankID, to confirm what was written down for them',
    params: ofConsent,
    body: commands.makeConsentCode,
    answer: commands.madeConsentCode,
    events: ['consent.code_made'],
    handle: (lab, { session, params, body }) => make(lab, session, params, body),
  }),
  route({
    method: 'POST',
    path: '/api/help/read',
    summary: 'The sentence of a code, for who helps with the answer at a counter',
    body: commands.readByCode,
    answer: codedSentence,
    events: [],
    handle: (lab, { session, body }) =>
      asPerson(lab.people, session, null, (tx) => notTooOften(tx, () => db.readHelping(tx, body.code))),
  }),
  route({
    method: 'POST',
    path: '/api/help/answer',
    summary: 'What who has the code says, with the help of who is signed in',
    body: commands.answerHelping,
    answer: commands.codeAnswer,
    events: ['consent.coded', 'consent.replaced', 'consent.withdrawn', 'consent.call_asked'],
    handle: (lab, { session, body }) => answerHelping(lab, session, body),
  }),
]

/** 65 bits, made of its id and a key that lies outside the database: a command that is sent again is answered the same, and nothing keeps the code. */
function codeOf(lab: Lab, id: ConsentCodeId): string {
  return codeFrom(createHmac('sha256', lab.ring.derive('consent-code')).update(id).digest().subarray(0, 16))
}

async function make(
  lab: Lab,
  session: Session,
  { familyId: family, consentId: consent }: z.output<typeof ofConsent>,
  body: commands.MakeConsentCode,
): Promise<z.input<typeof commands.madeConsentCode> | Refused> {
  // What a command was answered is kept, so the code is none of it.
  const answered = await runCommand<Awaited<ReturnType<typeof db.findToConfirm>>, Done & { codeId: ConsentCodeId }>(
    lab,
    session,
    family,
    { id: body.commandId, name: 'consent.code_made' },
    (tx) => db.findToConfirm(tx, family),
    (open) => {
      if (!open.includes(consent)) return { refused: 'not-found' }
      return {
        answer: { done: true, codeId: body.codeId },
        events: [{ kind: 'consent.code_made', subject: consent, cell: null, data: {} }],
        save: (tx) => [
          db.insertConsentCode(tx, family, { id: body.codeId, consentId: consent, code: codeOf(lab, body.codeId) }),
        ],
        tell: (seq) => lab.live.sightChanged(family, seq, 1),
      }
    },
  )
  if ('refused' in answered) return answered
  const until = await asPerson(lab.people, session, family, (tx) => db.findCodeEnd(tx, answered.codeId))
  if (!until) return { refused: 'not-found' }
  return { done: true, code: spacedCode(codeOf(lab, answered.codeId)), address: `${lab.publicUrl}/confirm`, until }
}

/** Wrong codes by one helper within an hour: as many as from one address without a sign-in. Who works at a counter shares the address with others. */
const wrongByHelper = countTries(10)

async function notTooOften<Opened extends object>(
  tx: Tx,
  open: () => Promise<Opened | undefined>,
): Promise<Opened | Refused> {
  const me = (await findMe(tx))?.person.id ?? ''
  if (wrongByHelper.isSpent(me)) return { refused: 'too-many-requests' }
  const opened = await open()
  if (opened) return opened
  wrongByHelper.count(me)
  return { refused: 'code-opens-nothing' }
}

async function answerHelping(
  lab: Lab,
  session: Session,
  { commandId: id, code, answer }: z.output<typeof commands.answerHelping>,
): Promise<Done | Refused> {
  let tell: (() => void) | undefined
  const answered = await asPerson(lab.people, session, null, async (tx): Promise<Done | Refused> => {
    tell = undefined
    await lockCommand(tx, id)
    const before = await findAnswer(tx, id)
    if (before !== undefined) return before as Done
    const said = await notTooOften(tx, () => db.answerHelping(tx, code, answer, lab.origin))
    if ('refused' in said) return said
    await saveAnswer(tx, {
      id,
      name: answer === 'call' ? 'consent.call_asked' : 'consent.coded',
      answer: { done: true },
    })
    tell = () => lab.live.sightChanged(said.family, said.seq, said.events)
    return { done: true }
  })
  tell?.()
  return answered
}

/** The plain page without a sign-in: the code comes in the body and is all there is. Wrong ones: ten an hour from one address (REQ-42). */
export function addCodeDoors(app: FastifyInstance, lab: Lab): void {
  const wrong = countTries(10)
  const typed = app.withTypeProvider<ZodTypeProvider>()
  const preHandler = (request: FastifyRequest, reply: Parameters<typeof sendRefusal>[0], done: () => void) => {
    if (wrong.isSpent(request.ip)) sendRefusal(reply, { refused: 'too-many-requests' })
    else done()
  }
  typed.post(
    '/api/confirm/read',
    { schema: { hide: true, body: commands.readByCode, response: { 200: codedSentence } }, preHandler },
    async (request, reply) => {
      const sentence = await lab.byCode.read(request.body.code)
      if (sentence) return reply.send(sentence)
      wrong.count(request.ip)
      return sendRefusal(reply, { refused: 'code-opens-nothing' })
    },
  )
  typed.post(
    '/api/confirm/answer',
    { schema: { hide: true, body: commands.answerByCode, response: { 200: commands.codeAnswer } }, preHandler },
    async (request, reply) => {
      const said = await lab.byCode.answer(request.body.code, request.body.answer)
      if (!said) {
        wrong.count(request.ip)
        return sendRefusal(reply, { refused: 'code-opens-nothing' })
      }
      lab.live.sightChanged(said.family, said.seq, said.events)
      return reply.send({ done: true as const })
    },
  )
}
