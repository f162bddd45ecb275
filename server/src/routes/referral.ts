import { answerQuestion, askQuestion, referralAnswer, sendReferral } from '@velferdslab/core/commands/referral'
import { questionId, type QuestionId } from '@velferdslab/core/ids'
import type { Me } from '@velferdslab/core/people'
import { door, doorQuery, sentByMe } from '@velferdslab/core/referral'
import * as rules from '@velferdslab/core/referral-rules'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import { findAnswer, lockCommand, saveAnswer } from '@velferdslab/db/command'
import type { Tx } from '@velferdslab/db/connect'
import { sealNotice } from '@velferdslab/db/notice'
import { findMe } from '@velferdslab/db/people'
import * as db from '@velferdslab/db/referral'
import { tokenHash } from '@velferdslab/db/token-hash'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { firstMessage } from '../notices/first-message.ts'
import { route, type Refused } from './route.ts'

type Done = z.input<typeof referralAnswer>

/** The door: a family sent with its yes, a question about nobody named, and what the core team finds there. */
export const referralRoutes = [
  route({
    method: 'GET',
    path: '/api/referrals',
    summary: 'What I have sent and asked: that it came and was answered',
    answer: sentByMe,
    events: 'reads',
    handle: (lab, { session }) => asSomebody(lab, session, isStaff, (tx) => db.findSentByMe(tx, lab.ring)),
  }),
  route({
    method: 'POST',
    path: '/api/referrals',
    summary: 'Send a family to the lab, with its yes',
    body: sendReferral,
    answer: referralAnswer,
    events: ['referral.received'],
    handle: async (lab, { session, body }) => {
      const answer = await once(
        lab,
        session,
        { id: body.commandId, name: 'referral.received' },
        isStaff,
        async (tx, me) => {
          if (!worksIn(me, body.partyId)) return { refused: 'not-found' }
          const decided = rules.sendReferral(body, lab.now())
          if ('refused' in decided) return decided
          const message = body.reach === 'sms' ? messageTo(lab, me, body) : null
          await db.insertReferral(tx, lab.ring, me.municipality.id, body, message, lab.origin)
          return { done: true }
        },
      )
      if (body.reach === 'sms') lab.hurryNotices()
      return answer
    },
  }),
  route({
    method: 'POST',
    path: '/api/questions',
    summary: 'Ask the core team about nobody named',
    body: askQuestion,
    answer: referralAnswer,
    events: ['question.asked'],
    handle: (lab, { session, body }) =>
      once(lab, session, { id: body.commandId, name: 'question.asked' }, isStaff, async (tx, me) => {
        if (!worksIn(me, body.partyId)) return { refused: 'not-found' }
        await db.insertQuestion(tx, lab.ring, me.municipality.id, { id: body.questionId, ...body })
        return { done: true }
      }),
  }),
  route({
    method: 'GET',
    path: '/api/door',
    summary: 'What has come to the core team, the newest first, a part at a time',
    query: doorQuery,
    answer: door,
    events: 'reads',
    opens: 'door',
    handle: (lab, { session, query }) => asSomebody(lab, session, isCoreTeam, (tx) => db.findDoor(tx, lab.ring, query)),
  }),
  route({
    method: 'POST',
    path: '/api/questions/:questionId/answer',
    summary: 'Answer a question; who asked reads it where it was asked',
    params: z.object({ questionId }),
    body: answerQuestion,
    answer: referralAnswer,
    events: ['question.answered'],
    handle: (lab, { session, params, body }) => answer(lab, session, params.questionId, body),
  }),
]

const isStaff = (me: Me): boolean => me.roles.length > 0
export const isCoreTeam = (me: Me): boolean => me.roles.includes('core_team')
const worksIn = (me: Me, party: string | null): boolean =>
  party === null ? me.parties.length === 0 : me.parties.some(({ id }) => id === party)

function answer(
  lab: Lab,
  session: Session,
  id: QuestionId,
  body: z.output<typeof answerQuestion>,
): Promise<Done | Refused> {
  return once(lab, session, { id: body.commandId, name: 'question.answered' }, isCoreTeam, async (tx) => {
    const outcome = await db.saveQuestionAnswer(tx, lab.ring, id, body.answer)
    if (outcome === 'not-found') return { refused: 'not-found' }
    return outcome === 'answered' ? { refused: 'question-already-answered' } : { done: true }
  })
}

/** The first message, with a way in that is used once. The code itself is kept nowhere: the message holds it, and the database its hash. */
function messageTo(lab: Lab, me: Me, referral: z.output<typeof sendReferral>): db.FirstMessage {
  const code = randomBytes(16).toString('base64url')
  const { name: municipality, phone, id } = me.municipality
  const text = firstMessage(referral.language, { municipality, phone, address: `${lab.publicUrl}/m/${code}` })
  return {
    codeHash: tokenHash(code),
    sealed: sealNotice(lab.ring, id, referral.referralId, { to: referral.contact ?? '', text }),
  }
}

/** Reads as somebody who may stand here; to everybody else there is nothing here. */
function asSomebody<Answer>(
  lab: Lab,
  session: Session,
  may: (me: Me) => boolean,
  read: (tx: Tx) => Promise<Answer>,
): Promise<Answer | Refused> {
  return asPerson(lab.people, session, null, async (tx): Promise<Answer | Refused> => {
    const me = await findMe(tx)
    if (!me) return { refused: 'not-signed-in' }
    return may(me) ? read(tx) : { refused: 'not-found' }
  })
}

/** A command at the door, where there is no family to lock yet: its own id is what it waits for. */
export function once(
  lab: Lab,
  session: Session,
  command: { id: z.output<typeof sendReferral>['commandId']; name: string },
  may: (me: Me) => boolean,
  work: (tx: Tx, me: Me) => Promise<Done | Refused>,
): Promise<Done | Refused> {
  return asPerson(lab.people, session, null, async (tx): Promise<Done | Refused> => {
    const [me] = await Promise.all([findMe(tx), lockCommand(tx, command.id)])
    if (!me) return { refused: 'not-signed-in' }
    if (!may(me)) return { refused: 'not-found' }
    const before = await findAnswer(tx, command.id)
    if (before !== undefined) return before as Done
    const decided = await work(tx, me)
    if ('done' in decided) await saveAnswer(tx, { ...command, answer: decided })
    return decided
  })
}
