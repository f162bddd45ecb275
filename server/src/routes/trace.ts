import { answerReview, reviewAnswered } from '@velferdslab/core/commands/trace'
import { reviewId, type ReviewId } from '@velferdslab/core/ids'
import type { Me } from '@velferdslab/core/people'
import { trace, traceQuery } from '@velferdslab/core/trace'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import { findAnswer, lockCommand, saveAnswer } from '@velferdslab/db/command'
import { findMe } from '@velferdslab/db/people'
import * as db from '@velferdslab/db/trace'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { route, type Refused } from './route.ts'

/** The trace of who has read, and what is worth a look in it: for the privacy officer, who sees no row that was read. */
export const traceRoutes = [
  route({
    method: 'GET',
    path: '/api/trace',
    summary: 'Who has read and who asked in vain, by person, service and time, and what is worth a look',
    query: traceQuery,
    answer: trace,
    events: 'reads',
    purpose: 'oversight',
    handle: (lab, { session, query }) =>
      asPerson(lab.people, session, null, async (tx) => {
        const me = await findMe(tx)
        if (!me) return { refused: 'not-signed-in' as const }
        return overseesReading(me) ? db.findTrace(tx, query) : { refused: 'not-found' as const }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/reviews/:reviewId/answer',
    summary: 'What the privacy officer found: fine, because; or followed up, how',
    params: z.object({ reviewId }),
    body: answerReview,
    answer: reviewAnswered,
    events: ['review.answered'],
    handle: (lab, { session, params, body }) => answer(lab, session, params.reviewId, body),
  }),
]

const overseesReading = (me: Me): boolean => me.roles.includes('privacy_officer')

/** There is no family to lock: the command waits for its own id. */
function answer(
  lab: Lab,
  session: Session,
  review: ReviewId,
  { commandId, found }: z.output<typeof answerReview>,
): Promise<{ done: true } | Refused> {
  return asPerson(lab.people, session, null, async (tx): Promise<{ done: true } | Refused> => {
    const [me] = await Promise.all([findMe(tx), lockCommand(tx, commandId)])
    if (!me) return { refused: 'not-signed-in' }
    const before = await findAnswer(tx, commandId)
    if (before !== undefined) return before as { done: true }
    const state = await db.findReviewState(tx, review)
    if (!state) return { refused: 'not-found' }
    if (state === 'answered') return { refused: 'review-already-answered' }
    if (state === 'mine') return { refused: 'review-own-reading' }
    await db.insertReviewAnswer(tx, review, found)
    const done = { done: true as const }
    await saveAnswer(tx, { id: commandId, name: 'review.answered', answer: done })
    return done
  })
}
