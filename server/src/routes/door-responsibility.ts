import * as commands from '@velferdslab/core/commands/door-responsibility'
import { memberAnswer } from '@velferdslab/core/commands/member'
import type { EventKind } from '@velferdslab/core/events'
import { answeredAtDoor, type AnsweredAtDoor } from '@velferdslab/core/door-responsibility'
import * as rules from '@velferdslab/core/household-rules'
import { familyId, responsibilityId, type CommandId, type FamilyId } from '@velferdslab/core/ids'
import type { Decided } from '@velferdslab/core/refusal'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import type { Tx } from '@velferdslab/db/connect'
import * as db from '@velferdslab/db/door-responsibility'
import { lockDoor } from '@velferdslab/db/qualification'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { runCommand } from './command.ts'
import { route } from './route.ts'

const ofFamily = z.object({ familyId })

/** Who answers for a child, written down by the core team while the family has no leader who does it (REQ-16). */
export const doorResponsibilityRoutes = [
  route({
    method: 'GET',
    path: '/api/families/:familyId/door/responsibilities',
    summary: 'Who answers for whom in a family at the door that nobody leads yet: for the core team',
    params: ofFamily,
    answer: answeredAtDoor,
    events: 'reads',
    opens: 'qualification',
    handle: (lab, { session, params }) =>
      asPerson(
        lab.people,
        session,
        params.familyId,
        async (tx) => (await db.findAnsweredAtDoor(tx, params.familyId)) ?? { refused: 'not-found' as const },
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/door/responsibilities',
    summary: 'Write down at the door who answers for somebody, and where it is known from',
    params: ofFamily,
    body: commands.recordAtDoor,
    answer: memberAnswer,
    events: ['responsibility.recorded'],
    handle: (lab, { session, params, body }) =>
      press(
        lab,
        session,
        params.familyId,
        { id: body.commandId, name: 'responsibility.recorded' },
        (home) => rules.recordResponsibility(home && { mayTell: true, members: home.members }, body, lab.now()),
        (tx) => db.recordAtDoor(tx, params.familyId, body),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/door/responsibilities/:responsibilityId/end',
    summary: 'Write down at the door that somebody answers for another no more',
    params: z.object({ familyId, responsibilityId }),
    body: commands.endAtDoor,
    answer: memberAnswer,
    events: ['responsibility.ended'],
    handle: (lab, { session, params, body }) =>
      press(
        lab,
        session,
        params.familyId,
        { id: body.commandId, name: 'responsibility.ended' },
        (home) => rules.endResponsibility(home && { mayTell: true, members: home.members }, params.responsibilityId),
        (tx) => db.endAtDoor(tx, params.familyId, params.responsibilityId, body.commandId),
      ),
  }),
]

/** The event is written with the row, by the one function that may: the core team appends nothing to a family's chain by itself. */
function press(
  lab: Lab,
  session: Session,
  family: FamilyId,
  command: { id: CommandId; name: EventKind },
  decide: (home: AnsweredAtDoor | undefined) => Decided<unknown>,
  save: (tx: Tx) => Promise<void>,
) {
  return runCommand(
    lab,
    session,
    family,
    command,
    (tx) => db.findAnsweredAtDoor(tx, family),
    (home) => {
      const decided = decide(home)
      if ('refused' in decided) return decided
      return {
        answer: { done: true as const },
        events: [],
        save: (tx) => [save(tx)],
        // Heard as news, by this process as by the others: the number of the event is the function's.
        tell: () => undefined,
      }
    },
    (tx) => lockDoor(tx, family),
  )
}
