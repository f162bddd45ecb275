import { consentAnswer } from '@velferdslab/core/commands/consent'
import { confirmConsent, hearConsent, recordConsent, recordRefusal } from '@velferdslab/core/commands/consent-record'
import { consentRecords } from '@velferdslab/core/consent-record'
import * as rules from '@velferdslab/core/consent-record-rules'
import type { DecidedEvent } from '@velferdslab/core/events'
import { consentId, familyId, type ConsentId, type FamilyId } from '@velferdslab/core/ids'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import { loadConsentFacts, saveConsents } from '@velferdslab/db/consent'
import {
  findConsentRecords,
  findHeard,
  insertHeard,
  insertRecorded,
  insertRecordedRefusal,
  loadRecordFacts,
} from '@velferdslab/db/consent-record'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { runCommand, type Doing } from './command.ts'
import { route } from './route.ts'

const ofFamily = z.object({ familyId })
const ofConsent = z.object({ familyId, consentId })

/** Answers that were not given on the own screen: written down by the leader, heard by a second person, confirmed by their giver. */
export const consentRecordRoutes = [
  route({
    method: 'GET',
    path: '/api/families/:familyId/consents/recorded',
    summary: 'What was written down for others: all of it for the leader, what waits for their word for who sits there',
    params: ofFamily,
    answer: consentRecords,
    events: 'reads',
    opens: 'recorded',
    handle: (lab, { session, params }) =>
      asPerson(
        lab.people,
        session,
        params.familyId,
        async (tx) => (await findConsentRecords(tx, params.familyId)) ?? { refused: 'not-found' },
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/consents/record',
    summary: 'The leader writes down a yes on paper, or one that was said aloud and heard by another',
    params: ofFamily,
    body: recordConsent,
    answer: consentAnswer,
    events: ['consent.recorded', 'consent.replaced'],
    handle: (lab, { session, params, body }) => record(lab, session, params.familyId, body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/consents/record-refusal',
    summary: 'The leader writes down a no; it counts at once',
    params: ofFamily,
    body: recordRefusal,
    answer: consentAnswer,
    events: ['consent.recorded', 'consent.withdrawn'],
    handle: (lab, { session, params, body }) => refuse(lab, session, params.familyId, body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/consents/:consentId/hear',
    summary: 'A second person says that they heard it',
    params: ofConsent,
    body: hearConsent,
    answer: consentAnswer,
    events: ['consent.heard', 'consent.replaced'],
    handle: (lab, { session, params, body }) =>
      runCommand(
        lab,
        session,
        params.familyId,
        { id: body.commandId, name: 'consent.heard' },
        (tx) => findHeard(tx, params.familyId),
        async (waiting, tx) => {
          const decided = rules.hearConsent(waiting, params.consentId)
          if ('refused' in decided) return decided
          const ended = await insertHeard(tx, params.familyId, params.consentId)
          return doing(lab, params.familyId, params.consentId, [
            ...decided.done.events,
            ...endedBy(ended, 'consent.replaced'),
          ])
        },
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/consents/:consentId/confirm',
    summary: 'Its giver confirms on the own screen what was written down for them',
    params: ofConsent,
    body: confirmConsent,
    answer: consentAnswer,
    events: ['consent.given', 'consent.replaced'],
    handle: (lab, { session, params, body }) =>
      runCommand(
        lab,
        session,
        params.familyId,
        { id: body.commandId, name: 'consent.given' },
        (tx) => loadConsentFacts(tx, params.familyId, null),
        (facts) => {
          if (!facts) return { refused: 'not-found' }
          const decided = rules.confirmConsent(facts, { ...body, consentId: params.consentId }, lab.now(), newConsentId)
          if ('refused' in decided) return decided
          const { events, give } = decided.done
          return {
            ...doing(lab, params.familyId, give[0]?.id ?? params.consentId, events),
            save: (tx) => [saveConsents(tx, params.familyId, decided.done)],
          }
        },
      ),
  }),
]

const newConsentId = () => randomUUID() as ConsentId

function record(lab: Lab, session: Session, family: FamilyId, body: z.output<typeof recordConsent>) {
  return runCommand(
    lab,
    session,
    family,
    { id: body.commandId, name: 'consent.recorded' },
    (tx) => loadRecordFacts(tx, family),
    async (facts, tx) => {
      const decided = rules.recordConsent(facts, body, lab.now(), newConsentId)
      if ('refused' in decided) return decided
      // Stored here and not with the rest: which older sentences it takes the place of is the database's to say, and stands in the events.
      const ended = await insertRecorded(tx, family, decided.done)
      const { consent, events } = decided.done
      return doing(lab, family, consent.id, [...events, ...endedBy(ended, 'consent.replaced')])
    },
  )
}

function refuse(lab: Lab, session: Session, family: FamilyId, body: z.output<typeof recordRefusal>) {
  const id = newConsentId()
  return runCommand(
    lab,
    session,
    family,
    { id: body.commandId, name: 'consent.recorded' },
    (tx) => loadRecordFacts(tx, family),
    async (facts, tx) => {
      const decided = rules.recordRefusal(facts, body, lab.now(), id)
      if ('refused' in decided) return decided
      const ended = await insertRecordedRefusal(tx, family, id, body)
      return doing(lab, family, id, [...decided.done.events, ...endedBy(ended, 'consent.withdrawn')])
    },
  )
}

function doing(
  lab: Lab,
  family: FamilyId,
  consent: ConsentId,
  events: readonly DecidedEvent[],
): Doing<{ done: true; consentIds: ConsentId[] }> {
  return {
    answer: { done: true, consentIds: [consent] },
    events,
    save: () => [],
    tell: (seq) => {
      lab.live.sightChanged(family, seq, events.length)
    },
  }
}

function endedBy(ids: readonly ConsentId[], kind: 'consent.replaced' | 'consent.withdrawn'): DecidedEvent[] {
  return ids.map((id) => ({ kind, subject: id, cell: null, data: {} }))
}
