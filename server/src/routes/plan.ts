import {
  addMeasure,
  goalAnswer,
  makeGoal,
  measureAnswer,
  stopMeasure,
  type AddMeasure,
  type MakeGoal,
  type StopMeasure,
} from '@velferdslab/core/commands/plan'
import type { DecidedEvent } from '@velferdslab/core/events'
import { familyId, measureId, type AboutId, type EntryId, type FamilyId, type MeasureId } from '@velferdslab/core/ids'
import type { Entry } from '@velferdslab/core/ledger'
import { dueDays } from '@velferdslab/core/ledger-rules'
import { plan } from '@velferdslab/core/plan'
import * as rules from '@velferdslab/core/plan-rules'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import { findCell } from '@velferdslab/db/cloth'
import { findFamilyKey } from '@velferdslab/db/family-key'
import { insertEntries } from '@velferdslab/db/ledger'
import { findMe } from '@velferdslab/db/people'
import * as db from '@velferdslab/db/plan'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { runCommand } from './command.ts'
import { route, type Refused } from './route.ts'

const ofFamily = z.object({ familyId })

/** The investment plan: everything one may see of it; goals from notes, and what is done for them. */
export const planRoutes = [
  route({
    method: 'GET',
    path: '/api/families/:familyId/plan',
    summary: 'Goals, measures and decisions with where they stand and what they lack',
    params: ofFamily,
    answer: plan,
    events: 'reads',
    opens: 'plan',
    handle: (lab, { session, params }) =>
      asPerson(lab.people, session, params.familyId, async (tx) => {
        const key = await findFamilyKey(tx, lab.ring, params.familyId)
        return (key && (await db.findPlan(tx, params.familyId, key))) ?? { refused: 'not-found' as const }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/goals',
    summary: 'Make a goal from a note; it keeps the thread to who said it',
    params: ofFamily,
    body: makeGoal,
    answer: goalAnswer,
    events: ['goal.made'],
    handle: (lab, { session, params, body }) => make(lab, session, params.familyId, body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/measures',
    summary: 'Add what is done for a goal: who, by when, what it costs whom',
    params: ofFamily,
    body: addMeasure,
    answer: measureAnswer,
    events: ['measure.added'],
    handle: (lab, { session, params, body }) => add(lab, session, params.familyId, body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/measures/:measureId/stop',
    summary: 'Stop a measure on a day; what lies after is cut',
    params: z.object({ familyId, measureId }),
    body: stopMeasure,
    answer: measureAnswer,
    events: ['measure.stopped'],
    handle: (lab, { session, params, body }) => stop(lab, session, params.familyId, params.measureId, body),
  }),
]

const inCell = (about: AboutId, area: string): DecidedEvent['cell'] => ({ about, area, privacy: 'table' })

function make(
  lab: Lab,
  session: Session,
  family: FamilyId,
  body: MakeGoal,
): Promise<z.input<typeof goalAnswer> | Refused> {
  return runCommand(
    lab,
    session,
    family,
    { id: body.commandId, name: 'goal.made' },
    (tx) =>
      Promise.all([
        findMe(tx),
        findFamilyKey(tx, lab.ring, family),
        findCell(tx, family, { ...body, privacy: 'table' }),
        db.findSourceNote(tx, family, body.noteId),
      ]),
    ([me, key, cell, note]) => {
      if (!me || !key || !note) return { refused: 'not-found' }
      const aboutId = cell?.aboutId ?? ('' as AboutId)
      const decided = rules.makeGoal(note, { aboutId, area: body.area }, cell, me.person.id)
      if ('refused' in decided) return decided
      const { sealed, proof } = db.sealGoal(key, body.goalId, body.words)
      const { noteId, saidBy } = decided.done
      return {
        answer: { done: true as const, goalId: body.goalId },
        events: [
          {
            kind: 'goal.made',
            subject: body.goalId,
            cell: inCell(aboutId, body.area),
            data: { term: body.term, saidBy, proof },
          },
        ],
        save: (tx) => [db.insertGoal(tx, family, { ...body, id: body.goalId, noteId, saidBy, aboutId, sealed })],
        tell: (seq) => lab.live.sightChanged(family, seq, 1),
      }
    },
  )
}

function add(
  lab: Lab,
  session: Session,
  family: FamilyId,
  body: AddMeasure,
): Promise<z.input<typeof measureAnswer> | Refused> {
  return runCommand(
    lab,
    session,
    family,
    { id: body.commandId, name: 'measure.added' },
    (tx) =>
      Promise.all([
        findFamilyKey(tx, lab.ring, family),
        findCell(tx, family, { ...body, privacy: 'table' }),
        db.findMeasureSurroundings(tx, family, body.goalId),
      ]),
    ([key, cell, around]) => {
      if (!key || !around.goal) return { refused: 'not-found' }
      const decided = rules.addMeasure(body, { right: cell, members: around.members, parties: around.parties })
      if ('refused' in decided) return decided
      const aboutId = cell?.aboutId ?? ('' as AboutId)
      const { sealed, proof } = db.sealMeasure(key, body.measureId, body.words)
      return {
        answer: { done: true as const, measureId: body.measureId },
        events: [
          {
            kind: 'measure.added',
            subject: body.measureId,
            cell: inCell(aboutId, body.area),
            data: { goal: body.goalId, doer: body.doer.is, due: body.due, proof },
          },
        ],
        save: (tx) => [
          db.insertMeasure(tx, family, { ...body, id: body.measureId, aboutId, sealed }),
          insertEntries(tx, family, { aboutId, area: body.area }, plannedOf(body)),
        ],
        tell: (seq) => lab.live.sightChanged(family, seq, 1),
      }
    },
  )
}

/** What is planned: each payer's cost on each day it falls due. Nothing is planned at price zero. */
function plannedOf(body: AddMeasure): Entry[] {
  return body.costs
    .filter((cost) => cost.ore > 0)
    .flatMap((cost) =>
      dueDays(body).map((onDay) => ({
        id: randomUUID() as EntryId,
        kind: 'planned' as const,
        payerId: cost.partyId,
        goalId: body.goalId,
        measureId: body.measureId,
        decisionId: null,
        onDay,
        ore: cost.ore,
        minutes: null,
        hourOre: null,
        reverses: null,
      })),
    )
}

function stop(
  lab: Lab,
  session: Session,
  family: FamilyId,
  id: MeasureId,
  body: StopMeasure,
): Promise<z.input<typeof measureAnswer> | Refused> {
  return runCommand(
    lab,
    session,
    family,
    { id: body.commandId, name: 'measure.stopped' },
    (tx) => db.findMeasure(tx, family, id),
    (measure) => {
      if (!measure) return { refused: 'not-found' }
      const decided = rules.stopMeasure(measure, measure)
      if ('refused' in decided) return decided
      return {
        answer: { done: true as const, measureId: id },
        events: [
          {
            kind: 'measure.stopped',
            subject: id,
            cell: inCell(measure.aboutId, measure.area),
            data: { on: body.on },
          },
        ],
        save: (tx) => [db.stopMeasure(tx, id, body.on)],
        tell: (seq) => lab.live.sightChanged(family, seq, 1),
      }
    },
  )
}
