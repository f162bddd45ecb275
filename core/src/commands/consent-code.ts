import { z } from 'zod'
import { typedCode } from '../consent-code.ts'
import { calendarDay } from '../dates.ts'
import { commandId, consentCodeId } from '../ids.ts'

/** POST /api/families/:familyId/consents/:consentId/code: a code for who has no BankID to confirm it with. */
export const makeConsentCode = z.strictObject({ commandId, codeId: consentCodeId })
export type MakeConsentCode = z.infer<typeof makeConsentCode>

/** The code, once: it stands in the letter and nowhere else. */
export const madeConsentCode = z.object({
  done: z.literal(true),
  code: z.string(),
  address: z.string(),
  until: calendarDay,
})
export type MadeConsentCode = z.infer<typeof madeConsentCode>

/** POST /api/confirm/read, and /api/help/read: what the code opens. In the body, so that it stands in no address. */
export const readByCode = z.strictObject({ code: typedCode })

/** POST /api/confirm/answer: yes; no; or I do not understand, call me. Once; the code makes a second sending harmless. */
export const answerByCode = z.strictObject({ code: typedCode, answer: z.enum(['yes', 'no', 'call']) })

/** POST /api/help/answer: the same, with the help of who is signed in. */
export const answerHelping = z.strictObject({ commandId, code: typedCode, answer: z.enum(['yes', 'no', 'call']) })

export const codeAnswer = z.object({ done: z.literal(true) })
