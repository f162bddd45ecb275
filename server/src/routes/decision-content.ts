import type {
  ChangeDecision,
  decisionAnswer,
  ProposeDecision,
  RecordOutside,
} from '@velferdslab/core/commands/decision'
import * as rules from '@velferdslab/core/decision-rules'
import type { DecidedEvent } from '@velferdslab/core/events'
import type { AboutId, DecisionId, FamilyId } from '@velferdslab/core/ids'
import type { Session } from '@velferdslab/db/as-person'
import { findCell } from '@velferdslab/db/cloth'
import * as db from '@velferdslab/db/decision'
import { findFamilyKey } from '@velferdslab/db/family-key'
import { findOutsideAbout, insertOutside, sealOutside } from '@velferdslab/db/outside'
import { findMeasure } from '@velferdslab/db/plan'
import type { z } from 'zod'
import type { Lab } from '../lab.ts'
import { runCommand } from './command.ts'
import type { Refused } from './route.ts'

export type Answered = Promise<z.input<typeof decisionAnswer> | Refused>
export interface OneDecision {
  readonly familyId: FamilyId
  readonly decisionId: DecisionId
}

/** Told to the readers of the decision's cell. */
export function decisionEvent(
  kind: DecidedEvent['kind'],
  row: { id: DecisionId; aboutId: AboutId; area: string },
  data: DecidedEvent['data'],
): DecidedEvent {
  return { kind, subject: row.id, cell: { about: row.aboutId, area: row.area, privacy: 'table' }, data }
}

/** Lays a decision before those it is about: its first version. */
export function propose(lab: Lab, session: Session, family: FamilyId, body: ProposeDecision): Answered {
  const id = body.decisionId
  return runCommand(
    lab,
    session,
    family,
    { id: body.commandId, name: 'decision.proposed' },
    (tx) =>
      Promise.all([
        findFamilyKey(tx, lab.ring, family),
        findCell(tx, family, { about: { persons: body.persons }, area: body.area, privacy: 'table' }),
        findMeasure(tx, family, body.measureId),
        db.knowsParty(tx, body.partyId),
      ]),
    ([key, cell, measure, partyIsKnown]) => {
      if (!key || !measure || !partyIsKnown) return { refused: 'not-found' }
      if (!cell?.mayWrite) return { refused: 'plan-area-not-open' }
      const checked = rules.checkContent(body)
      if ('refused' in checked) return checked
      const { sealed, proof } = db.sealVersion(key, id, 1, body.words)
      const row = { id, aboutId: cell.aboutId, area: body.area }
      const { partyId, kind, amountOre, measureId } = body
      return {
        answer: { done: true as const, decisionId: id, version: 1 },
        events: [
          decisionEvent('decision.proposed', row, {
            measure: measureId,
            party: partyId,
            kind,
            amountOre,
            version: 1,
            proof,
          }),
        ],
        save: (tx) => [
          db.insertDecision(tx, family, { ...row, measureId, partyId }),
          db.insertVersion(tx, family, { id, version: 1, kind, amountOre, sealed }),
        ],
        tell: (seq) => lab.live.sightChanged(family, seq, 1),
      }
    },
  )
}

/** Other content: what was said to the version before counts no more. */
export function change(
  lab: Lab,
  session: Session,
  { familyId, decisionId }: OneDecision,
  body: ChangeDecision,
): Answered {
  return runCommand(
    lab,
    session,
    familyId,
    { id: body.commandId, name: 'decision.changed' },
    (tx) =>
      Promise.all([
        findFamilyKey(tx, lab.ring, familyId),
        db.findDecisions(tx, familyId, decisionId),
        db.findDecisionRight(tx, decisionId),
      ]),
    ([key, { decisions }, mayWrite]) => {
      const seen = decisions[0]
      if (!key || !seen) return { refused: 'not-found' }
      if (!mayWrite) return { refused: 'plan-area-not-open' }
      const checked = rules.checkContent(body)
      if ('refused' in checked) return checked
      const decided = rules.changeDecision(seen.facts, body.baseVersion)
      if ('refused' in decided) return decided
      const { version } = decided.done
      const { kind, amountOre } = body
      const { sealed, proof } = db.sealVersion(key, decisionId, version, body.words)
      const row = { id: decisionId, aboutId: seen.head.about_id, area: seen.head.area }
      return {
        answer: { done: true as const, decisionId, version },
        events: [decisionEvent('decision.changed', row, { kind, amountOre, version, proof })],
        save: (tx) => [db.insertVersion(tx, familyId, { id: decisionId, version, kind, amountOre, sealed })],
        tell: (seq) => lab.live.sightChanged(familyId, seq, 1),
      }
    },
  )
}

/** What a service decided alone, by law: shown to those it is about, and never counted as the team's. */
export function recordOutside(lab: Lab, session: Session, family: FamilyId, body: RecordOutside): Answered {
  const id = body.decisionId
  return runCommand(
    lab,
    session,
    family,
    { id: body.commandId, name: 'decision.outside' },
    (tx) =>
      Promise.all([findFamilyKey(tx, lab.ring, family), findOutsideAbout(tx, family, body.partyId, body.persons)]),
    ([key, aboutId]) => {
      if (!key || !aboutId) return { refused: 'not-found' }
      const { sealed, proof } = sealOutside(key, id, body.words)
      const row = { id, aboutId, area: body.area }
      const { partyId, on } = body
      return {
        answer: { done: true as const, decisionId: id, version: 1 },
        events: [decisionEvent('decision.outside', row, { party: partyId, on, proof })],
        save: (tx) => [insertOutside(tx, family, { ...row, partyId, on, sealed })],
        tell: (seq) => lab.live.sightChanged(family, seq, 1),
      }
    },
  )
}
