import type { AskForMandate, Decide, ReplyAsked } from '@velferdslab/core/commands/decision'
import * as rules from '@velferdslab/core/decision-rules'
import type { EntryId, PromiseId } from '@velferdslab/core/ids'
import type { Entry } from '@velferdslab/core/ledger'
import { dueDays, shareOut } from '@velferdslab/core/ledger-rules'
import type { Session } from '@velferdslab/db/as-person'
import * as db from '@velferdslab/db/decision'
import * as asked from '@velferdslab/db/decision-asked'
import { findFamilyKey, type FamilyKey } from '@velferdslab/db/family-key'
import { findDue, insertEntries, type DueMeasure } from '@velferdslab/db/ledger'
import { insertPromises, sealPromise } from '@velferdslab/db/promise'
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
      db.insertDecided(tx, family, { decisionId, version, mandateId }),
      insertEntries(tx, family, { aboutId: seen.head.about_id, area: seen.head.area }, committedOf(seen, how.due)),
      insertPromises(tx, family, promisedOf(seen, me, how)),
      ...(how.reply ? [asked.saveReply(tx, { decisionId, version, answer: 'yes', sealed: how.reply.sealed })] : []),
    ],
    tell: (seq) => lab.live.sightChanged(family, seq, 1),
  }
}

/** What is committed: the amount decided, parted over the days it falls due, so that the parts add up to it. */
function committedOf(seen: db.SeenDecision, due: DueMeasure): Entry[] {
  const days = dueDays(due)
  const parts = shareOut(
    seen.facts.amountOre,
    days.map(() => 1),
  )
  return days.flatMap((onDay, index) => {
    const ore = parts[index] ?? 0
    if (ore === 0) return []
    return [
      {
        id: randomUUID() as EntryId,
        kind: 'committed' as const,
        payerId: seen.head.party_id,
        goalId: due.goalId,
        measureId: due.measureId,
        decisionId: seen.head.id,
        onDay,
        ore,
        minutes: null,
        hourOre: null,
        reverses: null,
      },
    ]
  })
}

/** What the payer has bound itself to: a promise for each day it falls due. */
function promisedOf(
  seen: db.SeenDecision,
  me: Parameters<typeof rules.canDecide>[1],
  { due, key }: { readonly due: DueMeasure; readonly key: FamilyKey },
) {
  const { id: decisionId, party_id: partyId, about_id: aboutId, area } = seen.head
  const text = db.cardOfDecision(seen, me, key).words.what
  return dueDays(due).map((day) => {
    const id = randomUUID() as PromiseId
    const { sealed } = sealPromise(key, id, { text })
    const doer = { is: 'party' as const, partyId }
    return { id, measureId: due.measureId, decisionId, versionId: null, due: day, doer, aboutId, area, sealed }
  })
}
