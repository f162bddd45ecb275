import {
  answerWellbeing,
  eraseWellbeing,
  shareWellbeing,
  wellbeingAnswer,
  type AnswerWellbeing,
} from '@velferdslab/core/commands/wellbeing'
import type { EventKind } from '@velferdslab/core/events'
import { familyId, wellbeingId, type CommandId, type FamilyId, type WellbeingId } from '@velferdslab/core/ids'
import type { Decided } from '@velferdslab/core/refusal'
import { wellbeing } from '@velferdslab/core/wellbeing'
import * as rules from '@velferdslab/core/wellbeing-rules'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import type { Tx } from '@velferdslab/db/connect'
import { findFamilyKey } from '@velferdslab/db/family-key'
import * as db from '@velferdslab/db/wellbeing'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { runCommand } from './command.ts'
import { route, type Refused } from './route.ts'

const ofFamily = z.object({ familyId })
const ofAnswer = z.object({ familyId, wellbeingId })

/** How I am doing: my answers, who may read them, and taking them back. */
export const wellbeingRoutes = [
  route({
    method: 'GET',
    path: '/api/families/:familyId/wellbeing',
    summary: 'My own answers to how I am doing, and those others let me read',
    params: ofFamily,
    answer: wellbeing,
    events: 'reads',
    opens: 'wellbeing',
    handle: (lab, { session, params }) =>
      asPerson(lab.people, session, params.familyId, async (tx) => {
        const key = await findFamilyKey(tx, lab.ring, params.familyId)
        return (key && (await db.findWellbeing(tx, params.familyId, key))) ?? { refused: 'not-found' }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/wellbeing',
    summary: 'Say how I am doing: a number, or that I would rather not, beside my own words',
    params: ofFamily,
    body: answerWellbeing,
    answer: wellbeingAnswer,
    events: ['wellbeing.answered'],
    handle: (lab, { session, params, body }) => answer(lab, session, params.familyId, body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/wellbeing/:wellbeingId/share',
    summary: 'Let the leader read one of my answers, or no longer',
    params: ofAnswer,
    body: shareWellbeing,
    answer: wellbeingAnswer,
    events: ['wellbeing.shared', 'wellbeing.kept'],
    handle: (lab, { session, params, body }) =>
      onMyAnswer(
        lab,
        session,
        params,
        { id: body.commandId, name: 'wellbeing.shared' },
        (mine) => rules.shareWellbeing(mine, body.privacy),
        db.updateSharing,
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/wellbeing/:wellbeingId/erase',
    summary: 'Take one of my answers back for good',
    params: ofAnswer,
    body: eraseWellbeing,
    answer: wellbeingAnswer,
    events: ['wellbeing.erased'],
    handle: (lab, { session, params, body }) =>
      onMyAnswer(
        lab,
        session,
        params,
        { id: body.commandId, name: 'wellbeing.erased' },
        rules.eraseWellbeing,
        (tx, mine) => db.deleteAnswer(tx, mine.id),
      ),
  }),
]

function answer(
  lab: Lab,
  session: Session,
  family: FamilyId,
  body: AnswerWellbeing,
): Promise<z.input<typeof wellbeingAnswer> | Refused> {
  return runCommand(
    lab,
    session,
    family,
    { id: body.commandId, name: 'wellbeing.answered' },
    (tx) => Promise.all([findFamilyKey(tx, lab.ring, family), db.loadWellbeingFacts(tx, family)]),
    ([key, facts]) => {
      if (!key || !facts) return { refused: 'not-found' }
      const words = body.words === null ? null : db.sealOwnWords(key, body.wellbeingId, body.words)
      const decided = rules.answerWellbeing(facts, {
        id: body.wellbeingId,
        answer: body.answer,
        hasWords: words !== null,
        privacy: body.privacy,
        onDay: facts.today,
        proof: words?.proof ?? null,
      })
      if ('refused' in decided) return decided
      const { row, events } = decided.done
      return {
        answer: { done: true as const, wellbeingId: row.id },
        events,
        save: (tx) => [db.insertAnswer(tx, family, row, words?.sealed ?? null)],
        tell: (seq) => {
          lab.live.sightChanged(family, seq, events.length)
        },
      }
    },
  )
}

/** A command on an answer of mine: not-found for whoever's it is not, also for the leader who may read it. */
function onMyAnswer(
  lab: Lab,
  session: Session,
  { familyId: family, wellbeingId: id }: { familyId: FamilyId; wellbeingId: WellbeingId },
  command: { id: CommandId; name: EventKind },
  rule: (mine: rules.StandingAnswer) => Decided<rules.Answered<rules.StandingAnswer>>,
  save: (tx: Tx, row: rules.StandingAnswer) => Promise<void>,
): Promise<z.input<typeof wellbeingAnswer> | Refused> {
  return runCommand(
    lab,
    session,
    family,
    command,
    (tx) => db.findMyAnswer(tx, family, id),
    (mine) => {
      if (!mine) return { refused: 'not-found' }
      const decided = rule(mine)
      if ('refused' in decided) return decided
      const { row, events } = decided.done
      return {
        answer: { done: true as const, wellbeingId: id },
        events,
        save: (tx) => [save(tx, row)],
        tell: (seq) => {
          lab.live.sightChanged(family, seq, events.length)
        },
      }
    },
  )
}
