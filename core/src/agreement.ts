import { z } from 'zod'
import { instant } from './dates.ts'
import { textLanguage } from './text-language.ts'

/**
 * The participation agreement (docs/domain.md): voluntary, may be left at any time, and no consent: signing it lets nobody read anything. Each grown and
 * young person signs for themself.
 */
export const agreementTextVersion = '2026-11'

/** From this age somebody signs for themself: the youngest of the pilot's young people. */
export const signsFromAge = 16

/** The sentences of the agreement, in their order; the texts stand in web/src/texts. `young` is read by those under eighteen as well. */
export const agreementSentences = [
  'voluntary',
  'leave',
  'keepHelp',
  'myYes',
  'byLaw',
  'leader',
  'seats',
  'children',
  'weDo',
  'iDo',
  'readAndCorrect',
  'confidential',
] as const

/** GET /api/families/:familyId/agreement, for a member. */
export const agreement = z.object({
  textVersion: z.string(),
  /** The one who leads, where there is one already. */
  leader: z.string().nullable(),
  isYoung: z.boolean(),
  maySign: z.boolean(),
  mine: z.object({ signedAt: instant, language: textLanguage }).nullable(),
  /** Others in the family who sign for themselves, and when they did. */
  others: z.array(z.object({ name: z.string(), signedAt: instant.nullable() })),
})
export type Agreement = z.infer<typeof agreement>
