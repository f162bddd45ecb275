import { breakGlass } from '@velferdslab/core/break-glass'
import * as rules from '@velferdslab/core/break-glass-rules'
import * as commands from '@velferdslab/core/commands/break-glass'
import { actId, glassReviewId } from '@velferdslab/core/ids'
import * as db from '@velferdslab/db/break-glass'
import { asPerson } from '@velferdslab/db/as-person'
import { findMe } from '@velferdslab/db/people'
import { findToday } from '@velferdslab/db/promise'
import { z } from 'zod'
import { runQuietly } from './quiet.ts'
import { route } from './route.ts'

const done = { done: true as const }

/** Break-glass: a family opened in an emergency by who has a role for it, ended, and looked at afterwards. */
export const breakGlassRoutes = [
  route({
    method: 'GET',
    path: '/api/break-glass',
    summary: 'What is open to me by break-glass, what I may open, and what I am to look at afterwards',
    answer: breakGlass,
    events: 'reads',
    handle: (lab, { session }) =>
      asPerson(lab.people, session, null, async (tx) => {
        const [me, today, glass] = await Promise.all([findMe(tx), findToday(tx), db.findBreakGlass(tx, lab.ring)])
        return me ? { today, ...glass } : { refused: 'not-signed-in' as const }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/break-glass',
    summary: 'Open a family to oneself in an emergency, for minutes; the family and a manager are told at once',
    body: commands.openGlass,
    answer: commands.glassOpened,
    events: ['glass.opened', 'glass.sought'],
    handle: (lab, { session, body }) =>
      runQuietly<commands.GlassOpened>(
        lab,
        session,
        null,
        { id: body.commandId, name: 'glass.opened' },
        async (tx, me) => {
          const facts = await db.loadGlassFacts(tx, body.who, (number) => lab.findCitizen(me.municipality.id, number))
          if (!facts) return { refused: 'not-found' }
          const decided = rules.openGlass(facts, body)
          if ('refused' in decided) return decided
          const opened = decided.done
          if (opened.came === 'several') return { answer: { came: opened.came, families: [...opened.families] } }
          const { family, dueOn } = opened
          const glass = { ...body, family, dueOn, partyId: facts.partyId }
          const seq = await db.insertGlass(tx, lab.ring, me.municipality.id, glass, lab.origin)
          const tell = () => lab.live.sightChanged(family, seq, 1)
          return { answer: { came: opened.came, family }, tell }
        },
      ),
  }),
  route({
    method: 'POST',
    path: '/api/break-glass/:actId/close',
    summary: 'End one’s own break-glass before its time',
    params: z.object({ actId }),
    body: commands.closeGlass,
    answer: commands.glassAnswer,
    events: ['glass.closed'],
    handle: (lab, { session, params, body }) =>
      runQuietly(lab, session, null, { id: body.commandId, name: 'glass.closed' }, async (tx) => {
        const closed = await db.closeGlass(tx, params.actId, body.commandId, lab.origin)
        if (!closed) return { refused: 'not-found' }
        return { answer: done, tell: () => lab.live.sightChanged(closed.family, closed.seq, 1) }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/break-glass/reviews/:glassReviewId/answer',
    summary: 'Whether a break-glass was needed, by the manager who answers for it; once',
    params: z.object({ glassReviewId }),
    body: commands.answerGlass,
    answer: commands.glassAnswer,
    events: ['glass.reviewed'],
    handle: (lab, { session, params, body }) =>
      runQuietly(lab, session, null, { id: body.commandId, name: 'glass.reviewed' }, async (tx, me) => {
        const review = params.glassReviewId
        const state = await db.findGlassReviewState(tx, review)
        if (!state) return { refused: 'not-found' }
        const isSaved =
          state === 'open' && (await db.saveGlassAnswer(tx, lab.ring, me.municipality.id, review, body, lab.origin))
        return isSaved ? { answer: done } : { refused: 'glass-already-answered' }
      }),
  }),
]
