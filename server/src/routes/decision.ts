import {
  answerDecision,
  askForMandate,
  changeDecision,
  confirmAnswer,
  decide,
  decisionAnswer,
  hearChild,
  proposeDecision,
  recordOutside,
  replyAsked,
} from '@velferdslab/core/commands/decision'
import { askedList } from '@velferdslab/core/decision'
import { decisionId, familyId } from '@velferdslab/core/ids'
import { asPerson } from '@velferdslab/db/as-person'
import { findAsked } from '@velferdslab/db/asked'
import { findMe } from '@velferdslab/db/people'
import { z } from 'zod'
import * as content from './decision-content.ts'
import * as said from './decision-answers.ts'
import * as mandate from './decision-mandate.ts'
import { route } from './route.ts'

const ofFamily = z.object({ familyId })
const ofDecision = z.object({ familyId, decisionId })
const answer = decisionAnswer

/** Deciding: laid before those it is about, answered by each, decided under a mandate; and what a service decided alone. */
export const decisionRoutes = [
  route({
    method: 'GET',
    path: '/api/asked',
    summary: 'Decisions put before the signed-in person for their mandate',
    answer: askedList,
    events: 'reads',
    opens: 'asked',
    handle: (lab, { session }) =>
      asPerson(lab.people, session, null, async (tx) => {
        const me = await findMe(tx)
        return me ? findAsked(tx, lab.ring) : { refused: 'not-signed-in' as const }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/decisions',
    summary: 'Lay a decision before those it is about',
    params: ofFamily,
    body: proposeDecision,
    answer,
    events: ['decision.proposed'],
    handle: (lab, { session, params, body }) => content.propose(lab, session, params.familyId, body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/decisions/:decisionId/change',
    summary: 'Other content: the next version, which needs new yeses',
    params: ofDecision,
    body: changeDecision,
    answer,
    events: ['decision.changed'],
    handle: (lab, { session, params, body }) => content.change(lab, session, params, body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/decisions/:decisionId/answer',
    summary: 'Yes, no, or time to think; silence is none of them',
    params: ofDecision,
    body: answerDecision,
    answer,
    events: ['decision.answered'],
    handle: (lab, { session, params, body }) => said.answer(lab, session, params, body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/decisions/:decisionId/confirm',
    summary: 'Confirm a yes that was written down for another',
    params: ofDecision,
    body: confirmAnswer,
    answer,
    events: ['decision.witnessed'],
    handle: (lab, { session, params, body }) => said.confirm(lab, session, params, body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/decisions/:decisionId/hear-child',
    summary: 'A child was asked, said its view, or declined',
    params: ofDecision,
    body: hearChild,
    answer,
    events: ['decision.child_heard'],
    handle: (lab, { session, params, body }) => said.hear(lab, session, params, body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/decisions/:decisionId/ask',
    summary: 'Put it before who has the mandate, with a day to answer by',
    params: ofDecision,
    body: askForMandate,
    answer,
    events: ['decision.asked'],
    handle: (lab, { session, params, body }) => mandate.ask(lab, session, params, body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/decisions/:decisionId/decide',
    summary: 'Decide here and now, under the mandate of the signed-in person',
    params: ofDecision,
    body: decide,
    answer,
    events: ['decision.decided'],
    handle: (lab, { session, params, body }) => mandate.decide(lab, session, params, body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/decisions/:decisionId/reply',
    summary: 'The answer of who was asked for their mandate',
    params: ofDecision,
    body: replyAsked,
    answer,
    events: ['decision.decided', 'decision.declined'],
    handle: (lab, { session, params, body }) => mandate.reply(lab, session, params, body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/outside-decisions',
    summary: 'Record what a service decided alone by law, with its ground',
    params: ofFamily,
    body: recordOutside,
    answer,
    events: ['decision.outside'],
    handle: (lab, { session, params, body }) => content.recordOutside(lab, session, params.familyId, body),
  }),
]
