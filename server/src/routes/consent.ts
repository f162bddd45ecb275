import {
  consentAnswer,
  extendConsent,
  giveConsent,
  refuseConsent,
  stopService,
  stopSquare,
  wishAnswer,
  wishConsent,
  withdrawConsent,
} from '@velferdslab/core/commands/consent'
import { consentPicture } from '@velferdslab/core/consent'
import * as rules from '@velferdslab/core/consent-rules'
import * as wishRules from '@velferdslab/core/consent-wish-rules'
import type { EventKind } from '@velferdslab/core/events'
import {
  consentId,
  familyId,
  partyId,
  type CommandId,
  type ConsentId,
  type FamilyId,
  type PartyId,
} from '@velferdslab/core/ids'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import { findConsentPicture, loadConsentFacts, saveConsents, saveRefusal } from '@velferdslab/db/consent'
import { insertWish, loadWishFacts } from '@velferdslab/db/consent-wish'
import { findFamilyKey } from '@velferdslab/db/family-key'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { runCommand } from './command.ts'
import { route, type Refused } from './route.ts'

const ofFamily = z.object({ familyId })

/** One sentence per service: the picture of them, yes, no, and stop. */
export const consentRoutes = [
  route({
    method: 'GET',
    path: '/api/families/:familyId/consents',
    summary: 'The picture of consents for those the signed-in member answers for',
    params: ofFamily,
    answer: consentPicture,
    events: 'reads',
    opens: 'consents',
    handle: (lab, { session, params }) =>
      asPerson(lab.people, session, params.familyId, async (tx) => {
        const key = await findFamilyKey(tx, lab.ring, params.familyId)
        return (await findConsentPicture(tx, params.familyId, key)) ?? { refused: 'not-found' }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/consents',
    summary: 'Yes to one sentence',
    params: ofFamily,
    body: giveConsent,
    answer: consentAnswer,
    events: ['consent.given', 'consent.replaced'],
    handle: (lab, { session, params, body }) =>
      changeConsents(
        lab,
        session,
        params.familyId,
        { id: body.commandId, name: 'consent.given' },
        body.partyId,
        (facts) => rules.giveConsent(facts, body, lab.now(), newConsentId),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/consents/refuse',
    summary: 'No to a service: noted with its date, never asked why',
    params: ofFamily,
    body: refuseConsent,
    answer: consentAnswer,
    events: ['consent.refused', 'consent.withdrawn'],
    handle: (lab, { session, params, body }) => refuse(lab, session, params.familyId, body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/consents/:consentId/withdraw',
    summary: 'Stop one sentence',
    params: z.object({ familyId, consentId }),
    body: withdrawConsent,
    answer: consentAnswer,
    events: ['consent.withdrawn'],
    handle: (lab, { session, params, body }) =>
      changeConsents(lab, session, params.familyId, { id: body.commandId, name: 'consent.withdrawn' }, null, (facts) =>
        rules.withdrawConsents(facts.standing.filter((consent) => consent.id === params.consentId)),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/consents/:consentId/extend',
    summary: 'The same sentence again, to a later day',
    params: z.object({ familyId, consentId }),
    body: extendConsent,
    answer: consentAnswer,
    events: ['consent.given', 'consent.replaced'],
    handle: (lab, { session, params, body }) =>
      changeConsents(lab, session, params.familyId, { id: body.commandId, name: 'consent.given' }, null, (facts) =>
        rules.extendConsent(facts, { ...body, consentId: params.consentId }, lab.now(), newConsentId),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/consents/stop-square',
    summary: 'Stop one area for one person; the rest of the sentence stays',
    params: ofFamily,
    body: stopSquare,
    answer: consentAnswer,
    events: ['consent.narrowed', 'consent.given'],
    handle: (lab, { session, params, body }) =>
      changeConsents(
        lab,
        session,
        params.familyId,
        { id: body.commandId, name: 'consent.narrowed' },
        body.partyId,
        (facts) => rules.stopSquare(facts.standing, body, newConsentId, rules.stillMine(facts)),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/parties/:partyId/stop',
    summary: 'Stop everything I have said yes to for this service',
    params: z.object({ familyId, partyId }),
    body: stopService,
    answer: consentAnswer,
    events: ['consent.withdrawn'],
    handle: (lab, { session, params, body }) =>
      changeConsents(
        lab,
        session,
        params.familyId,
        { id: body.commandId, name: 'consent.withdrawn' },
        params.partyId,
        (facts) => rules.withdrawConsents(facts.standing),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/wishes',
    summary: 'The leader wishes that a service could know something, and says why; nothing is ticked by it',
    params: ofFamily,
    body: wishConsent,
    answer: wishAnswer,
    events: ['consent.wished'],
    handle: (lab, { session, params, body }) => wish(lab, session, params.familyId, body),
  }),
]

const newConsentId = () => randomUUID() as ConsentId

function changeConsents(
  lab: Lab,
  session: Session,
  family: FamilyId,
  command: { id: CommandId; name: EventKind },
  party: PartyId | null,
  rule: (facts: rules.ConsentFacts) => ReturnType<typeof rules.withdrawConsents>,
): Promise<z.input<typeof consentAnswer> | Refused> {
  return runCommand(
    lab,
    session,
    family,
    command,
    (tx) => loadConsentFacts(tx, family, party),
    (facts) => {
      if (!facts) return { refused: 'not-found' }
      const decided = rule(facts)
      if ('refused' in decided) return decided
      const change = decided.done
      return {
        answer: { done: true as const, consentIds: change.give.map((given) => given.id) },
        events: change.events,
        save: (tx) => [saveConsents(tx, family, change)],
        tell: (seq) => {
          lab.live.sightChanged(family, seq, change.events.length)
        },
      }
    },
  )
}

/** A no. It also stops what I had said yes to for the service: the last answer is the one that counts. */
function refuse(lab: Lab, session: Session, family: FamilyId, body: z.output<typeof refuseConsent>) {
  const id = newConsentId()
  return runCommand(
    lab,
    session,
    family,
    { id: body.commandId, name: 'consent.refused' },
    (tx) => loadConsentFacts(tx, family, body.partyId),
    (facts) => {
      if (!facts) return { refused: 'not-found' as const }
      const ends = rules.withdrawConsents(facts.standing)
      const change = 'done' in ends ? ends.done : { end: [], give: [], events: [] }
      const events = [...change.events, rules.refusedEvent(id, body.partyId)]
      return {
        answer: { done: true as const, consentIds: [id] },
        events,
        save: (tx) => [saveConsents(tx, family, change), saveRefusal(tx, family, { id, ...body })],
        tell: (seq) => {
          lab.live.sightChanged(family, seq, events.length)
        },
      }
    },
  )
}

function wish(lab: Lab, session: Session, family: FamilyId, body: z.output<typeof wishConsent>) {
  return runCommand(
    lab,
    session,
    family,
    { id: body.commandId, name: 'consent.wished' },
    async (tx) => ({ facts: await loadWishFacts(tx, family), key: await findFamilyKey(tx, lab.ring, family) }),
    ({ facts, key }) => {
      const decided = wishRules.wishConsent(facts, body, lab.now())
      if ('refused' in decided) return decided
      if (!key) return { refused: 'not-found' as const }
      return {
        answer: { done: true as const },
        events: decided.done.events,
        save: (tx) => [insertWish(tx, family, key, body)],
        tell: () => undefined,
      }
    },
  )
}
