import type { AnswerDecision, ConfirmAnswer, HearChild } from '@velferdslab/core/commands/decision'
import * as rules from '@velferdslab/core/decision-rules'
import type { AnswerId } from '@velferdslab/core/ids'
import type { Session } from '@velferdslab/db/as-person'
import * as db from '@velferdslab/db/decision'
import { randomUUID } from 'node:crypto'
import type { Lab } from '../lab.ts'
import { runCommand } from './command.ts'
import { decisionEvent, type Answered, type OneDecision } from './decision-content.ts'

/** Yes, no, or time to think: a row for each person it is said for. The event follows its answer's own rule, not the cell's. */
export function answer(
  lab: Lab,
  session: Session,
  { familyId, decisionId }: OneDecision,
  body: AnswerDecision,
): Answered {
  return runCommand(
    lab,
    session,
    familyId,
    { id: body.commandId, name: 'decision.answered' },
    (tx) => db.findDecisions(tx, familyId, decisionId),
    ({ me, isLeader, today, decisions }) => {
      const seen = decisions[0]
      if (!seen) return { refused: 'not-found' }
      const input = { ...body, giverId: body.giverId ?? me }
      const decided = rules.answerDecision(seen.facts, input, { me, isLeader, today })
      if ('refused' in decided) return decided
      const { version, answer: said, until, how } = body
      const rows = decided.done.map((each) => ({ ...each, id: randomUUID() as AnswerId }))
      return {
        answer: { done: true as const, decisionId, version },
        events: rows.map((row) => ({
          kind: 'decision.answered',
          subject: row.id,
          cell: null,
          data: { decision: decisionId, version, answer: said, how, giver: row.giverId, person: row.personId },
        })),
        save: (tx) =>
          rows.map((row) => db.insertAnswer(tx, familyId, { ...row, decisionId, version, answer: said, until, how })),
        tell: (seq) => lab.live.sightChanged(familyId, seq, rows.length),
      }
    },
  )
}

/** Somebody else heard it too: from here on the yes that was written down counts. */
export function confirm(
  lab: Lab,
  session: Session,
  { familyId, decisionId }: OneDecision,
  body: ConfirmAnswer,
): Answered {
  return runCommand(
    lab,
    session,
    familyId,
    { id: body.commandId, name: 'decision.witnessed' },
    (tx) => db.findDecisions(tx, familyId, decisionId),
    ({ me, decisions }) => {
      const seen = decisions[0]
      if (!seen) return { refused: 'not-found' }
      const decided = rules.confirmAnswers(seen.facts, [...new Set(body.answerIds)], me)
      if ('refused' in decided) return decided
      const ids = decided.done
      return {
        answer: { done: true as const, decisionId, version: seen.facts.version },
        events: ids.map((id) => ({
          kind: 'decision.witnessed',
          subject: id,
          cell: null,
          data: { decision: decisionId, version: seen.facts.version },
        })),
        save: (tx) => ids.map((id) => db.insertWitness(tx, id)),
        tell: (seq) => lab.live.sightChanged(familyId, seq, ids.length),
      }
    },
  )
}

/** A child others decide for was asked, said its view, or declined to. Its words are no part of this. */
export function hear(lab: Lab, session: Session, { familyId, decisionId }: OneDecision, body: HearChild): Answered {
  return runCommand(
    lab,
    session,
    familyId,
    { id: body.commandId, name: 'decision.child_heard' },
    (tx) => Promise.all([db.findDecisions(tx, familyId, decisionId), db.findDecisionRight(tx, decisionId)]),
    ([{ decisions }, mayWrite]) => {
      const seen = decisions[0]
      if (!seen) return { refused: 'not-found' }
      if (!mayWrite) return { refused: 'plan-area-not-open' }
      const decided = rules.hearChild(seen.facts, body.version, body.childId)
      if ('refused' in decided) return decided
      const { version, childId, view } = body
      const row = { id: decisionId, aboutId: seen.head.about_id, area: seen.head.area }
      return {
        answer: { done: true as const, decisionId, version },
        events: [decisionEvent('decision.child_heard', row, { version, child: childId, view })],
        save: (tx) => [db.insertChildView(tx, familyId, { id: randomUUID(), decisionId, version, childId, view })],
        tell: (seq) => lab.live.sightChanged(familyId, seq, 1),
      }
    },
  )
}
