import { answerDuplicate, duplicateAnswer, searchPeople } from '@velferdslab/core/commands/duplicate'
import { duplicates, found } from '@velferdslab/core/duplicate'
import { asPerson } from '@velferdslab/db/as-person'
import { findAnswer, lockCommand, saveAnswer } from '@velferdslab/db/command'
import * as db from '@velferdslab/db/duplicate'
import { findMe } from '@velferdslab/db/people'
import type { z } from 'zod'
import { route, type Refused } from './route.ts'

/** Whether somebody who is named is here already: a hint for who may have one, and their answer. Nothing is joined by itself. */
export const duplicateRoutes = [
  route({
    method: 'GET',
    path: '/api/duplicates',
    summary: 'Who was named here and may be here already: for the core team; empty for everybody else',
    answer: duplicates,
    events: 'reads',
    handle: (lab, { session }) => asPerson(lab.people, session, null, (tx) => db.findDuplicates(tx)),
  }),
  route({
    method: 'POST',
    path: '/api/duplicates/answer',
    summary: 'Say that the two are one person, or that they are two',
    body: answerDuplicate,
    answer: duplicateAnswer,
    events: ['duplicate.answered', 'referral.joined'],
    handle: (lab, { session, body }) =>
      asPerson(lab.people, session, null, async (tx): Promise<z.input<typeof duplicateAnswer> | Refused> => {
        const [me] = await Promise.all([findMe(tx), lockCommand(tx, body.commandId)])
        if (!me) return { refused: 'not-signed-in' }
        const before = await findAnswer(tx, body.commandId)
        if (before !== undefined) return before as { done: true }
        const came = await db.saveDuplicateAnswer(tx, body)
        if (came === 'not-found') return { refused: 'not-found' }
        if (came === 'begun') return { refused: 'duplicate-already-begun' }
        const answer = { done: true as const }
        await saveAnswer(tx, { id: body.commandId, name: 'duplicate.answered', answer })
        return answer
      }),
  }),
  route({
    method: 'POST',
    path: '/api/people/search',
    summary: 'People by name, typed as one can, among those I may know of anyway',
    body: searchPeople,
    answer: found,
    events: [],
    handle: (lab, { session, body }) =>
      asPerson(lab.people, session, null, async (tx) => {
        const [me, people] = await Promise.all([findMe(tx), db.searchPeople(tx, body.name)])
        return me ? people : { refused: 'not-signed-in' as const }
      }),
  }),
]
