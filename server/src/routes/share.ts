import { makeShare, shareAnswer, type MakeShare } from '@velferdslab/core/commands/share'
import { familyId, type FamilyId } from '@velferdslab/core/ids'
import { makeShare as decideShare } from '@velferdslab/core/share-rules'
import { sharing, shares, type ShareableThing } from '@velferdslab/core/share'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import type { Tx } from '@velferdslab/db/connect'
import { findFamilyKey, type FamilyKey } from '@velferdslab/db/family-key'
import * as db from '@velferdslab/db/share'
import { findSharing } from '@velferdslab/db/sharing'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { runCommand } from './command.ts'
import { runQuietly } from './quiet.ts'
import { route, type Refused } from './route.ts'

const ofFamily = z.object({ familyId })

/** Sharing as an act: what can be handed over and on what, the handing over, and what was handed over. */
export const shareRoutes = [
  route({
    method: 'GET',
    path: '/api/families/:familyId/sharing',
    summary: 'What somebody at the table can hand to a service, and on which yes or act',
    params: ofFamily,
    answer: sharing,
    events: 'reads',
    opens: 'sharing',
    handle: (lab, { session, params }) =>
      asPerson(lab.people, session, params.familyId, async (tx) => {
        const key = await findFamilyKey(tx, lab.ring, params.familyId)
        return (key && (await findSharing(tx, params.familyId, key))) ?? { refused: 'not-found' as const }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/shares',
    summary: 'Hand things to a service, on one yes or by one act, and say why it is needed',
    params: ofFamily,
    body: makeShare,
    answer: shareAnswer,
    events: ['share.made'],
    handle: (lab, { session, params, body }) =>
      body.ground.by === 'consent'
        ? shareOnYes(lab, session, params.familyId, body)
        : shareByAct(lab, session, params.familyId, body),
  }),
  route({
    method: 'GET',
    path: '/api/families/:familyId/shares',
    summary: 'What was handed over: for who gave it, who received it while its ground holds, and those it is about',
    params: ofFamily,
    answer: shares,
    events: 'reads',
    opens: 'shares',
    handle: (lab, { session, params }) =>
      asPerson(lab.people, session, params.familyId, async (tx) => {
        const key = await findFamilyKey(tx, lab.ring, params.familyId)
        return (key && (await db.findShares(tx, key))) ?? { refused: 'not-found' as const }
      }),
  }),
]

type Answer = z.input<typeof shareAnswer>
type Ready = { key: FamilyKey; things: readonly ShareableThing[] }

/** On a yes: under the family's lock, so that a yes that is stopped meanwhile lets nothing go. */
function shareOnYes(lab: Lab, session: Session, family: FamilyId, body: MakeShare): Promise<Answer | Refused> {
  return runCommand(
    lab,
    session,
    family,
    { id: body.commandId, name: 'share.made' },
    (tx) => decide(lab, tx, family, body),
    (decided) => {
      if ('refused' in decided) return decided
      const data = { from: body.from, to: body.to, consent: body.ground.id }
      return {
        answer: { done: true as const, shareId: body.shareId },
        events: [{ kind: 'share.made', subject: body.shareId, cell: null, data }],
        save: (tx) => [db.insertShare(tx, decided.key, body, decided.things)],
        // What each may see stays: what was handed over is read on a page of its own.
        tell: () => undefined,
      }
    },
  )
}

/** By an act: what others may not know of leaves nothing in the family's chain, and does not wait for its lock. */
function shareByAct(lab: Lab, session: Session, family: FamilyId, body: MakeShare): Promise<Answer | Refused> {
  return runQuietly(lab, session, family, { id: body.commandId, name: 'share.made' }, async (tx) => {
    const decided = await decide(lab, tx, family, body)
    if ('refused' in decided) return decided
    await db.insertShare(tx, decided.key, body, decided.things)
    await db.tellShare(tx, body.shareId, body.commandId, lab.origin)
    return { answer: { done: true as const, shareId: body.shareId } }
  })
}

async function decide(lab: Lab, tx: Tx, family: FamilyId, body: MakeShare): Promise<Ready | Refused> {
  const key = await findFamilyKey(tx, lab.ring, family)
  const facts = key && (await findSharing(tx, family, key))
  if (!key || !facts) return { refused: 'not-found' }
  const nameOf = (party: string) => facts.services.find(({ partyId }) => partyId === party)?.inSentence ?? ''
  const decided = decideShare({ ...facts, nameOf }, body)
  return 'refused' in decided ? decided : { key, things: decided.done.things }
}
