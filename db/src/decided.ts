import type { EntryId, MandateId, PersonId, PromiseId } from '@velferdslab/core/ids'
import { commitOver, dueDays } from '@velferdslab/core/ledger-rules'
import { randomUUID } from 'node:crypto'
import type { Tx } from './connect.ts'
import { cardOfDecision, insertDecided, type SeenDecision } from './decision.ts'
import type { FamilyKey } from './family-key.ts'
import { insertEntries, type DueMeasure } from './ledger.ts'
import { insertPromises, sealPromise } from './promise.ts'

/**
 * A decision becomes effective: that it is so, what it commits in the ledger, and what its payer has bound itself to, a promise for each day it
 * falls due. One after the other, for the two stand only beside the first.
 */
export async function saveDecided(
  tx: Tx,
  seen: SeenDecision,
  decided: {
    readonly me: PersonId
    readonly version: number
    readonly mandateId: MandateId
    readonly due: DueMeasure
    readonly key: FamilyKey
  },
): Promise<void> {
  const { me, version, mandateId, due, key } = decided
  const { goalId, measureId } = due
  const { id: decisionId, party_id: payerId, about_id: aboutId, area } = seen.head
  const days = dueDays(due)
  await insertDecided(tx, seen.family, { decisionId, version, mandateId })
  await insertEntries(
    tx,
    seen.family,
    { aboutId, area },
    commitOver(seen.facts.amountOre, days).map((part) => ({
      ...part,
      id: randomUUID() as EntryId,
      kind: 'committed' as const,
      payerId,
      goalId,
      measureId,
      decisionId,
      minutes: null,
      hourOre: null,
      reverses: null,
    })),
  )
  const text = cardOfDecision(seen, me, key).words.what
  const doer = { is: 'party' as const, partyId: payerId }
  await insertPromises(
    tx,
    seen.family,
    days.map((day) => {
      const id = randomUUID() as PromiseId
      const { sealed } = sealPromise(key, id, { text })
      return { id, measureId, decisionId, versionId: null, due: day, doer, aboutId, area, sealed }
    }),
  )
}
