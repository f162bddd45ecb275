import { z } from 'zod'
import { commandId } from '../ids.ts'
import { textLanguage } from '../text-language.ts'

/** POST /api/families/:familyId/agreement: my own signature, under the text I have read. */
export const signAgreement = z.strictObject({
  commandId,
  textVersion: z.string().min(1).max(20),
  language: textLanguage,
})
export type SignAgreement = z.infer<typeof signAgreement>

export const agreementAnswer = z.object({ done: z.literal(true) })
