import { z } from 'zod'
import { commandId } from '../ids.ts'
import { relation } from '../people.ts'
import { selfReferralEnds, selfReferralWords } from '../self-referral.ts'

/** POST /api/self-referral: nobody is signed in. The command's id is the sender's secret: her code is made of it, and told again to who sends the same. */
export const sendSelfReferral = z.strictObject({ commandId, ...selfReferralWords.shape })
export type SendSelfReferral = z.infer<typeof sendSelfReferral>

export const sentSelfReferral = z.object({ done: z.literal(true), code: z.string() })
export type SentSelfReferral = z.infer<typeof sentSelfReferral>

/** POST /api/self-referral/look and /take-back: the code, in a body and never in an address. */
export const withSelfCode = z.strictObject({ code: z.string().max(60) })

/** POST /api/self-referrals/:selfReferralId/take-in, by the core team that has spoken with her. */
export const takeInSelfReferral = z.strictObject({ commandId, relation: relation.exclude(['child']) })
export type TakeInSelfReferral = z.infer<typeof takeInSelfReferral>

/** POST /api/self-referrals/:selfReferralId/close: it is answered, and became no family here. */
export const closeSelfReferral = z.strictObject({ commandId, how: z.enum(selfReferralEnds) })
export type CloseSelfReferral = z.infer<typeof closeSelfReferral>

export const selfReferralAnswer = z.object({ done: z.literal(true) })
