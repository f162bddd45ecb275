import { answerCheck, decideQualification, qualificationAnswer } from '@velferdslab/core/commands/qualification'
import { familyId } from '@velferdslab/core/ids'
import { qualification } from '@velferdslab/core/qualification'
import * as rules from '@velferdslab/core/qualification-rules'
import { asPerson } from '@velferdslab/db/as-person'
import * as db from '@velferdslab/db/qualification'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { runCommand } from './command.ts'
import { route } from './route.ts'

const ofFamily = z.object({ familyId })

/** The qualifying check list: read by the core team and the family, answered by the core team with the family present. */
export const qualificationRoutes = [
  route({
    method: 'GET',
    path: '/api/families/:familyId/qualification',
    summary: 'The qualifying check list: each answer with its reason, and what came of it',
    params: ofFamily,
    answer: qualification,
    events: 'reads',
    opens: 'qualification',
    handle: (lab, { session, params }) =>
      asPerson(
        lab.people,
        session,
        params.familyId,
        async (tx) => (await db.findQualification(tx, lab.ring, params.familyId)) ?? { refused: 'not-found' as const },
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/qualification/answers',
    summary: 'Answer one question of the check list, together with somebody of the family',
    params: ofFamily,
    body: answerCheck,
    answer: qualificationAnswer,
    events: ['qualification.answered'],
    handle: (lab, { session, params, body }) =>
      runCommand(
        lab,
        session,
        params.familyId,
        { id: body.commandId, name: 'qualification.answered' },
        async (tx) => ({
          municipality: await db.findMunicipality(tx),
          facts: await db.loadQualificationFacts(tx, params.familyId),
        }),
        ({ municipality, facts }) => {
          const list = facts?.open ?? randomUUID()
          const decided = rules.answerCheck(facts, body, list)
          if ('refused' in decided) return decided
          const { from, events } = decided.done
          const answer = { ...body, list, isNew: facts?.open === null, id: randomUUID(), from, municipality }
          return {
            answer: { done: true as const },
            events,
            save: (tx) => [db.insertCheckAnswer(tx, lab.ring, params.familyId, answer)],
            tell: () => undefined,
          }
        },
        (tx) => db.lockDoor(tx, params.familyId),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/qualification/outcome',
    summary: 'Accept the family, or decline with a reason and what is offered instead',
    params: ofFamily,
    body: decideQualification,
    answer: qualificationAnswer,
    events: ['qualification.accepted', 'qualification.declined'],
    handle: (lab, { session, params, body }) =>
      runCommand(
        lab,
        session,
        params.familyId,
        { id: body.commandId, name: `qualification.${body.outcome.is}` },
        async (tx) => ({
          municipality: await db.findMunicipality(tx),
          facts: await db.loadQualificationFacts(tx, params.familyId),
        }),
        ({ municipality, facts }) => {
          const decided = rules.decideQualification(facts, body)
          if ('refused' in decided) return decided
          const { id, events } = decided.done
          return {
            answer: { done: true as const },
            events,
            save: (tx) => [db.saveOutcome(tx, lab.ring, municipality, id, body)],
            tell: () => undefined,
          }
        },
        (tx) => db.lockDoor(tx, params.familyId),
      ),
  }),
]
