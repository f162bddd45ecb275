import { z } from 'zod'
import { commandId, personId } from '../ids.ts'
import { checkAnswer, declinedWords, longestCheckReason, targetGroup } from '../qualification.ts'

/** POST /api/families/:familyId/qualification/answers: by the core team, with somebody of the family present. */
export const answerCheck = z.strictObject({
  commandId,
  code: z.string().min(1).max(40),
  answer: checkAnswer,
  reason: z.string().trim().min(1).max(longestCheckReason),
  withId: personId,
})
export type AnswerCheck = z.infer<typeof answerCheck>

/** POST /api/families/:familyId/qualification/outcome */
export const decideQualification = z.strictObject({
  commandId,
  outcome: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('accepted'), targetGroup }),
    z.strictObject({ is: z.literal('declined'), ...declinedWords.shape }),
  ]),
})
export type DecideQualification = z.infer<typeof decideQualification>

export const qualificationAnswer = z.object({ done: z.literal(true) })
