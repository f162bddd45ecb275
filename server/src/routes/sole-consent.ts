import * as commands from '@velferdslab/core/commands/sole-consent'
import { familyId, soleConsentId } from '@velferdslab/core/ids'
import { soleConsents, soleElsewhere } from '@velferdslab/core/sole-consent'
import * as rules from '@velferdslab/core/sole-consent-rules'
import { asPerson } from '@velferdslab/db/as-person'
import type { Tx } from '@velferdslab/db/connect'
import { findFamilyKey } from '@velferdslab/db/family-key'
import * as db from '@velferdslab/db/sole-consent'
import type { FamilyId } from '@velferdslab/core/ids'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { runCommand } from './command.ts'
import { route } from './route.ts'

const ofFamily = z.object({ familyId })
const done = { done: true as const }

/** When the yes of one who answers for a child is enough: read by both and the leader, written down and ended by the leader. */
export const soleConsentRoutes = [
  route({
    method: 'GET',
    path: '/api/families/:familyId/sole-consents',
    summary:
      'When the yes of one who answers for a child is enough, on which ground and why: for the family and its leader',
    params: ofFamily,
    answer: soleConsents,
    events: 'reads',
    opens: 'recorded',
    handle: (lab, { session, params }) =>
      asPerson(lab.people, session, params.familyId, async (tx) => {
        const { home } = await load(lab, tx, params.familyId)
        return home ?? { refused: 'not-found' as const }
      }),
  }),
  route({
    method: 'GET',
    path: '/api/sole-consents',
    summary:
      'That one of two is enough for a child one answers for, in a home that is not one’s own: to the parent who lives elsewhere',
    answer: soleElsewhere,
    events: 'reads',
    handle: (lab, { session }) => asPerson(lab.people, session, null, (tx) => db.findSoleElsewhere(tx, lab.ring)),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/sole-consents',
    summary: 'On a lawful ground, until a day, the yes of one is enough for a child',
    params: ofFamily,
    body: commands.recordSoleConsent,
    answer: commands.soleConsentAnswer,
    events: ['consent.one_enough'],
    handle: (lab, { session, params, body }) =>
      runCommand(
        lab,
        session,
        params.familyId,
        { id: body.commandId, name: 'consent.one_enough' },
        (tx) => load(lab, tx, params.familyId),
        ({ home, key }) => {
          const decided = rules.recordSoleConsent(home, body, lab.now())
          if ('refused' in decided) return decided
          if (!key) return { refused: 'not-found' as const }
          const { groundFrom, events } = decided.done
          return {
            answer: done,
            events,
            save: (tx) => [db.insertSoleConsent(tx, key, body, groundFrom)],
            tell: (seq) => {
              lab.live.sightChanged(params.familyId, seq, events.length)
            },
          }
        },
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/sole-consents/:soleConsentId/end',
    summary: 'Both who answer for the child are needed again',
    params: z.object({ familyId, soleConsentId }),
    body: commands.endSoleConsent,
    answer: commands.soleConsentAnswer,
    events: ['consent.both_needed'],
    handle: (lab, { session, params, body }) =>
      runCommand(
        lab,
        session,
        params.familyId,
        { id: body.commandId, name: 'consent.both_needed' },
        (tx) => load(lab, tx, params.familyId),
        ({ home }) => {
          const decided = rules.endSoleConsent(home, params.soleConsentId)
          if ('refused' in decided) return decided
          const { events } = decided.done
          return {
            answer: done,
            events,
            save: (tx) => [db.endSoleConsent(tx, params.soleConsentId)],
            tell: (seq) => {
              lab.live.sightChanged(params.familyId, seq, events.length)
            },
          }
        },
      ),
  }),
]

async function load(lab: Lab, tx: Tx, family: FamilyId) {
  const key = await findFamilyKey(tx, lab.ring, family)
  return { key, home: key && (await db.findSoleConsents(tx, key)) }
}
