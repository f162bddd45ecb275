import { z } from 'zod'
import { calendarDay } from '../dates.ts'
import { commandId, partyId, questionId, referralId } from '../ids.ts'
import { relation } from '../people.ts'
import { reach, referralWords, spokenLanguage, yesHow } from '../referral.ts'
import { isTelephone } from '../telephone.ts'

/**
 * POST /api/referrals: a family is named, with its yes. `born` is asked so that the way in opens to her and to nobody else; an identity number is
 * never asked for.
 */
export const sendReferral = z
  .strictObject({
    commandId,
    referralId,
    partyId: partyId.nullable(),
    name: z.string().trim().min(2).max(120),
    born: calendarDay,
    relation: relation.exclude(['child']),
    language: spokenLanguage,
    reach,
    ...referralWords.shape,
    yes: z.strictObject({ how: yesHow, on: calendarDay }),
  })
  .refine((referral) => referral.reach !== 'sms' || isTelephone(referral.contact ?? ''), {
    path: ['contact'],
    message: 'not-a-telephone-number',
  })
  .refine((referral) => referral.reach === 'sender' || (referral.contact ?? '') !== '', {
    path: ['contact'],
    message: 'contact-missing',
  })
export type SendReferral = z.infer<typeof sendReferral>

/** POST /api/questions: to the core team, about nobody named. */
export const askQuestion = z.strictObject({
  commandId,
  questionId,
  partyId: partyId.nullable(),
  text: z.string().trim().min(1).max(2000),
})
export type AskQuestion = z.infer<typeof askQuestion>

/** POST /api/questions/:questionId/answer, by the core team. */
export const answerQuestion = z.strictObject({ commandId, answer: z.string().trim().min(1).max(2000) })
export type AnswerQuestion = z.infer<typeof answerQuestion>

export const referralAnswer = z.object({ done: z.literal(true) })
