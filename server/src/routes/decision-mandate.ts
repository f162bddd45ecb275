import type { AskForMandate, Decide, ReplyAsked } from '@velferdslab/core/commands/decision'
import * as rules from '@velferdslab/core/decision-rules'
import type { Session } from '@velferdslab/db/as-person'
import { saveDecided } from '@velferdslab/db/decided'
import * as db from '@velferdslab/db/decision'
import * as asked from '@velferdslab/db/decision-asked'
import { findFamilyKey, type FamilyKey } from '@velferdslab/db/family-key'
import { findDue, type DueMeasure } from '@velferdslab/db/ledger'
import { randomUUID } from 'node:crypto'
import type { Lab } from '../lab.ts'
import { runCommand } from './command.ts'
import { decisionEvent, type Answered, type OneDecision } from './decision-content.ts'

const placeOf = ({ head }: db.SeenDecision) => ({ id: head.id, aboutId: head.about_id, area: head.area })

/** Amber: nobody at the table has the mandate. Put before who has, with a day to answer by. The leader asks, or a seat of the payer. */
export function ask(lab: Lab, session: Session, { familyId, decisionId }: OneDecision, body: AskForMandate): Answered {
  return runCommand(
    lab,
    session,
    familyId,
    { id: body.commandId, name: 'decision.asked' },
    (tx) => Promise.all([db.findDecisions(tx, familyId, decisionId), asked.mayAsk(tx, decisionId)]),
    ([{ me, today, decisions }, mayAsk]) => {
      const seen = decisions[0]
      if (!seen) return { refused: 'not-found' }
      if (!mayAsk || body.personId === me) return { refused: 'decision-not-to-be-asked' }
      const decided = rules.askForMandate(seen.facts, body, today)
      if ('refused' in decided) return decided
      const { version, personId, by } = body
      return {
        answer: { done: true as const, decisionId, version },
        events: [decisionEvent('decision.asked', placeOf(seen), { version, person: personId, by })],
        save: (tx) => [asked.insertAsked(tx, familyId, { id: randomUUID(), decisionId, version, personId, by })],
        tell: (seq) => lab.live.sightChanged(familyId, seq, 1),
      }
    },
  )
}

/** Here and now: the locks of family, frame and mandate first, in this order, so that the facts are fresh when the rule reads them. */
export function decide(lab: Lab, session: Session, { familyId, decisionId }: OneDecision, body: Decide): Answered {
  return runCommand(
    lab,
    session,
    familyId,
    { id: body.commandId, name: 'decision.decided' },
    async (tx) => {
      const [isSeen, seen, due, key] = await Promise.all([
        db.lockDecision(tx, decisionId),
        db.findDecisions(tx, familyId, decisionId),
        findDue(tx, decisionId),
        findFamilyKey(tx, lab.ring, familyId),
      ])
      return { isSeen, due, key, ...seen }
    },
    ({ isSeen, due, key, me, decisions }) => {
      const seen = decisions[0]
      if (!isSeen || !seen || !due || !key) return { refused: 'not-found' }
      return decideNow(lab, seen, me, body.version, { due, key, reply: null })
    },
  )
}

/** Who was asked answers: yes decides under their mandate, no says so. They know of this decision, and of nothing else of the family. */
export function reply(lab: Lab, session: Session, { familyId, decisionId }: OneDecision, body: ReplyAsked): Answered {
  return runCommand(
    lab,
    session,
    familyId,
    { id: body.commandId, name: body.answer === 'yes' ? 'decision.decided' : 'decision.declined' },
    (tx) =>
      Promise.all([
        db.findDecisions(tx, familyId, decisionId),
        asked.isAsked(tx, decisionId),
        findDue(tx, decisionId),
        findFamilyKey(tx, lab.ring, familyId),
      ]),
    ([{ me, decisions }, isAsked, due, key]) => {
      const seen = decisions[0]
      if (!seen || !isAsked || !due || !key) return { refused: 'not-found' }
      const said = body.words && asked.sealReply(key, { decisionId, version: body.version, asked: me }, body.words)
      const sealed = said?.sealed ?? null
      if (body.answer === 'yes') return decideNow(lab, seen, me, body.version, { due, key, reply: { sealed } })
      const version = seen.facts.version
      if (seen.facts.decided) return { refused: 'decision-already-decided' }
      if (body.version !== version)
        return { refused: 'decision-version-changed', values: { day: seen.facts.changedOn } }
      return {
        answer: { done: true as const, decisionId, version },
        events: [
          decisionEvent('decision.declined', placeOf(seen), { version, ...(said ? { proof: said.proof } : {}) }),
        ],
        save: (tx) => [asked.saveReply(tx, { decisionId, version, answer: 'no', sealed })],
        tell: (seq) => lab.live.sightChanged(familyId, seq, 1),
      }
    },
    (tx) => db.lockDecision(tx, decisionId),
  )
}

function decideNow(
  lab: Lab,
  seen: db.SeenDecision,
  me: Parameters<typeof rules.canDecide>[1],
  version: number,
  how: {
    readonly due: DueMeasure
    readonly key: FamilyKey
    readonly reply: { readonly sealed: Buffer | null } | null
  },
): ReturnType<Parameters<typeof runCommand<unknown, Awaited<Answered> & { done: true }>>[5]> {
  const decided = rules.canDecide(seen.facts, me, version)
  if ('refused' in decided) return decided
  const { mandateId } = decided.done
  const { id: decisionId } = seen.head
  const family = seen.family
  return {
    answer: { done: true as const, decisionId, version },
    events: [
      decisionEvent('decision.decided', placeOf(seen), {
        version,
        mandate: mandateId,
        amountOre: seen.facts.amountOre,
      }),
    ],
    // One after the other: that who was asked said yes stands only beside what they decided.
    save: (tx) => [
      saveDecided(tx, seen, { me, version, mandateId, due: how.due, key: how.key }),
      ...(how.reply ? [asked.saveReply(tx, { decisionId, version, answer: 'yes', sealed: how.reply.sealed })] : []),
    ],
    tell: (seq) => lab.live.sightChanged(family, seq, 1),
  }
}
