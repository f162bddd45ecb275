import { z } from 'zod'
import { calendarDay, instant } from './dates.ts'
import { selfReferralId } from './ids.ts'
import { spokenLanguage } from './referral.ts'

/**
 * Somebody who refers herself, without an account (scenario 30): five fields, and no identity number among them. Nothing is made of it before the core team has
 * taken it in, or she has signed in with her code.
 */
export const selfReferralWords = z.strictObject({
  name: z.string().trim().min(2).max(120),
  born: calendarDay,
  /** Where and when she can be reached, in her own words: a number, and when it is safe to call. */
  contact: z.string().trim().min(3).max(200),
  language: spokenLanguage,
  hopes: z.string().trim().min(1).max(2000),
})
export type SelfReferralWords = z.infer<typeof selfReferralWords>

/** GET /api/self-referral: whom one can call instead, where one server serves one municipality. */
export const selfDoorTold = z.object({ municipality: z.string(), phone: z.string() })
export type SelfDoorTold = z.infer<typeof selfDoorTold>

/** What the code tells: that it came, or that it is answered. Never what came of it. */
export const selfReferralState = z.object({
  today: calendarDay,
  receivedOn: calendarDay,
  answered: z.boolean(),
  mayTakeBack: z.boolean(),
})
export type SelfReferralState = z.infer<typeof selfReferralState>

/** How a sheet was answered that became no family here. */
export const selfReferralEnds = ['talked', 'not_reached', 'not_real'] as const
export type SelfReferralEnd = (typeof selfReferralEnds)[number]

/** GET /api/self-referrals: who has referred herself and waits, for the core team. The oldest first. */
export const selfReferrals = z.object({
  today: calendarDay,
  waiting: z.array(z.object({ id: selfReferralId, receivedAt: instant, ...selfReferralWords.shape })),
})
export type SelfReferrals = z.infer<typeof selfReferrals>
