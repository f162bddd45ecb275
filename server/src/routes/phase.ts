import { answerPhase, askPhase, phaseAnswer } from '@velferdslab/core/commands/phase'
import { familyId, phaseMoveId } from '@velferdslab/core/ids'
import { familyPhase } from '@velferdslab/core/phase'
import * as rules from '@velferdslab/core/phase-rules'
import { asPerson } from '@velferdslab/db/as-person'
import { findFamilyKey } from '@velferdslab/db/family-key'
import * as db from '@velferdslab/db/phase'
import { z } from 'zod'
import { runCommand } from './command.ts'
import { route } from './route.ts'

const ofFamily = z.object({ familyId })

/** The phase: what the lab does with a family just now, and the family's yes to going on. */
export const phaseRoutes = [
  route({
    method: 'GET',
    path: '/api/families/:familyId/phase',
    summary: 'The phase of a family, what is asked about it, and when it went on',
    params: ofFamily,
    answer: familyPhase,
    events: 'reads',
    opens: 'phase',
    handle: (lab, { session, params }) =>
      asPerson(lab.people, session, params.familyId, async (tx) => {
        const key = await findFamilyKey(tx, lab.ring, params.familyId)
        return (key && (await db.findPhase(tx, params.familyId, key))) ?? { refused: 'not-found' as const }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/phase',
    summary: 'The leader asks the family to go on to another phase, and says why',
    params: ofFamily,
    body: askPhase,
    answer: phaseAnswer,
    events: ['phase.asked'],
    handle: (lab, { session, params, body }) =>
      runCommand(
        lab,
        session,
        params.familyId,
        { id: body.commandId, name: 'phase.asked' },
        (tx) => Promise.all([db.loadPhaseFacts(tx, params.familyId), findFamilyKey(tx, lab.ring, params.familyId)]),
        ([facts, key]) => {
          if (!facts || !key) return { refused: 'not-found' }
          const decided = rules.askPhase(facts, body)
          if ('refused' in decided) return decided
          const move = { id: body.phaseMoveId, from: facts.phase, to: body.to, why: body.why }
          return {
            answer: { done: true as const },
            events: decided.done.events,
            save: (tx) => [db.insertPhaseMove(tx, key, move)],
            tell: (seq) => {
              lab.live.sightChanged(params.familyId, seq, decided.done.events.length)
            },
          }
        },
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/phase/:phaseMoveId/answer',
    summary: 'Say yes or not now to going on, for oneself; the last yes moves the phase',
    params: z.object({ familyId, phaseMoveId }),
    body: answerPhase,
    answer: phaseAnswer,
    events: ['phase.answered', 'phase.moved'],
    handle: (lab, { session, params, body }) =>
      runCommand(
        lab,
        session,
        params.familyId,
        { id: body.commandId, name: 'phase.answered' },
        (tx) => db.loadPhaseFacts(tx, params.familyId),
        (facts) => {
          if (!facts) return { refused: 'not-found' }
          const decided = rules.answerPhase(facts, params.phaseMoveId, body)
          if ('refused' in decided) return decided
          return {
            answer: { done: true as const },
            events: decided.done.events,
            save: (tx) => [db.insertPhaseAnswer(tx, params.familyId, params.phaseMoveId, body.answer)],
            tell: (seq) => {
              lab.live.sightChanged(params.familyId, seq, decided.done.events.length)
            },
          }
        },
      ),
  }),
]
