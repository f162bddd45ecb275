import { addChild, memberAnswer } from '@velferdslab/core/commands/member'
import { familyId } from '@velferdslab/core/ids'
import { members } from '@velferdslab/core/member'
import * as rules from '@velferdslab/core/member-rules'
import { asPerson } from '@velferdslab/db/as-person'
import { findMembersPage, insertChild, loadMemberFacts } from '@velferdslab/db/member'
import { z } from 'zod'
import { runCommand } from './command.ts'
import { route } from './route.ts'

const ofFamily = z.object({ familyId })

/** Who lives together: a family comes in by one grown person, and tells of its children itself. */
export const memberRoutes = [
  route({
    method: 'GET',
    path: '/api/families/:familyId/members',
    summary: 'The children of the own family, and who can be said to answer for one more',
    params: ofFamily,
    answer: members,
    events: 'reads',
    opens: 'members',
    handle: (lab, { session, params }) =>
      asPerson(
        lab.people,
        session,
        params.familyId,
        async (tx) => (await findMembersPage(tx, params.familyId)) ?? { refused: 'not-found' as const },
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/members/child',
    summary: 'Tell of a child of the own family, and of everybody who answers for it',
    params: ofFamily,
    body: addChild,
    answer: memberAnswer,
    events: ['member.joined'],
    handle: (lab, { session, params, body }) =>
      runCommand(
        lab,
        session,
        params.familyId,
        { id: body.commandId, name: 'member.joined' },
        (tx) => loadMemberFacts(tx, params.familyId),
        (facts) => {
          const decided = rules.addChild(facts, body, lab.now())
          if ('refused' in decided) return decided
          const { events } = decided.done
          return {
            answer: { done: true as const },
            events,
            save: (tx) => [insertChild(tx, params.familyId, body)],
            // Whoever belongs to the whole family is one more: what is about all of them has other readers now.
            tell: (seq) => {
              lab.live.sightChanged(params.familyId, seq, events.length)
            },
          }
        },
      ),
  }),
]
