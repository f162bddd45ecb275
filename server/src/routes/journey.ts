import { place, placementAnswer, type Place } from '@velferdslab/core/commands/journey'
import { familyId, type FamilyId } from '@velferdslab/core/ids'
import { journey } from '@velferdslab/core/journey'
import * as rules from '@velferdslab/core/journey-rules'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import { findFamilyKey } from '@velferdslab/db/family-key'
import * as db from '@velferdslab/db/journey'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { runCommand } from './command.ts'
import { route, type Refused } from './route.ts'

const ofFamily = z.object({ familyId })

/** The journey: where the family and the team say that life is, and where the family wants to be. */
export const journeyRoutes = [
  route({
    method: 'GET',
    path: '/api/families/:familyId/journey',
    summary: 'Every placement of the journey that the signed-in person may see',
    params: ofFamily,
    answer: journey,
    events: 'reads',
    opens: 'journey',
    handle: (lab, { session, params }) =>
      asPerson(lab.people, session, params.familyId, async (tx) => {
        const key = await findFamilyKey(tx, lab.ring, params.familyId)
        return (key && (await db.findJourney(tx, params.familyId, key))) ?? { refused: 'not-found' }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/placements',
    summary: 'Place the whole or one domain in a situation, or say where we want to be',
    params: ofFamily,
    body: place,
    answer: placementAnswer,
    events: ['journey.placed', 'journey.goal_set'],
    handle: (lab, { session, params, body }) => placeOne(lab, session, params.familyId, body),
  }),
]

function placeOne(
  lab: Lab,
  session: Session,
  family: FamilyId,
  body: Place,
): Promise<z.input<typeof placementAnswer> | Refused> {
  return runCommand(
    lab,
    session,
    family,
    { id: body.commandId, name: body.mark === 'goal' ? 'journey.goal_set' : 'journey.placed' },
    (tx) => Promise.all([findFamilyKey(tx, lab.ring, family), db.loadJourneyFacts(tx, family, body)]),
    ([key, facts]) => {
      if (!key || !facts) return { refused: 'not-found' }
      const words = body.words === null ? null : db.sealReason(key, body.placementId, body.words)
      const decided = rules.place(facts, body, { onDay: facts.today, proof: words?.proof ?? null })
      if ('refused' in decided) return decided
      const { row, events } = decided.done
      return {
        answer: { done: true as const, placementId: row.id },
        events,
        save: (tx) => [db.insertPlacement(tx, family, { ...body, ...row }, words?.sealed ?? null)],
        tell: (seq) => {
          lab.live.sightChanged(family, seq, events.length)
        },
      }
    },
  )
}
