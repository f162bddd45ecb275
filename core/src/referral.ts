import { z } from 'zod'
import { cursor } from './cursor.ts'
import { calendarDay, instant } from './dates.ts'
import { familyId, questionId, referralId } from './ids.ts'
import { phase } from './family.ts'
import { relation } from './people.ts'

/**
 * The door to the lab. Anybody who works in the municipality and notices a family may send it here, together with it: nobody is named to
 * the lab without having said yes. Before there is a yes, one may ask about nobody in particular.
 */
export const yesHow = z.enum(['spoken', 'written'])

/** How somebody wants to hear from us: a message, a call, a letter, or through the one who refers. */
export const reach = z.enum(['sms', 'call', 'letter', 'sender'])
export type Reach = z.infer<typeof reach>

/** Languages one can say one speaks best, by ISO 639. A municipality meets more; these are the ones the forms name. */
const spokenLanguages = ['nb', 'nn', 'en', 'so', 'ar', 'uk', 'pl', 'ti', 'se'] as const
export const spokenLanguage = z.enum(spokenLanguages)
export type SpokenLanguage = z.infer<typeof spokenLanguage>

/** What is sealed of a referral: her own words, and where she is reached. */
export const referralWords = z.object({
  hopes: z.string().trim().min(1).max(2000),
  contact: z.string().trim().max(120).nullable(),
})

/** How far the first message has come; null where none was to be sent. */
export const messageState = z.enum(['waiting', 'sent', 'failed']).nullable()

/** Which part of the door: what comes after a referral, or after a question; without either its beginning. */
export const doorQuery = z.object({ after: cursor.optional(), questionsAfter: cursor.optional() })
export type DoorQuery = z.infer<typeof doorQuery>

/** GET /api/door: what has come to the core team, the newest first, a part at a time. */
export const door = z.object({
  today: calendarDay,
  referrals: z.array(
    z.object({
      id: referralId,
      familyId,
      phase,
      name: z.string(),
      relation,
      service: z.string().nullable(),
      sentBy: z.string().nullable(),
      receivedAt: instant,
      answered: z.boolean(),
      yesHow,
      yesOn: calendarDay,
      language: spokenLanguage,
      reach,
      hopes: z.string(),
      contact: z.string().nullable(),
      message: messageState,
      hasSignedIn: z.boolean(),
      /** She referred herself, without an account: nobody here sent her. */
      bySelf: z.boolean(),
      /** Who sent it no longer works here, and it waits for its answer. */
      senderLeft: z.boolean(),
      /** When the one who was referred signed the participation agreement. */
      signedAt: instant.nullable(),
    }),
  ),
  /** Where more begin; null where there are none. */
  more: cursor.nullable(),
  questions: z.array(
    z.object({
      id: questionId,
      service: z.string().nullable(),
      askedAt: instant,
      text: z.string(),
      answer: z.string().nullable(),
      answeredAt: instant.nullable(),
      /** Who asked no longer works here, and it waits for its answer. */
      askerLeft: z.boolean(),
    }),
  ),
  moreQuestions: cursor.nullable(),
})
export type Door = z.infer<typeof door>

/** GET /api/referrals: what I have sent. That it came and was answered, never what came of it. */
export const sentByMe = z.object({
  today: calendarDay,
  referrals: z.array(z.object({ id: referralId, receivedAt: instant, answered: z.boolean() })),
  questions: z.array(z.object({ id: questionId, askedAt: instant, text: z.string(), answer: z.string().nullable() })),
})
export type SentByMe = z.infer<typeof sentByMe>
