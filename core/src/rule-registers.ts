import { z } from 'zod'
import { calendarDay } from './dates.ts'
import { retentionCategories } from './retention-kinds.ts'

/**
 * The rules a municipality's lawyer, privacy officer and archivist correct without a programmer (REQ-08, 28, 66; docs/decisions/0043): how one version of each
 * looks before and after a change. What a rule may hold at all is decided in rule-register-rules.ts, with a sentence for each refusal.
 */
export const lawSectors = ['health', 'school', 'kindergarten', 'child_welfare', 'nav', 'lab', 'other'] as const
export const lawEffects = ['exception', 'report', 'avert'] as const
export const periodUnits = ['day', 'month', 'year'] as const
export const wordLanguages = ['nb', 'nn', 'en'] as const
export const reviewCodes = ['own_family', 'same_name', 'colleague', 'no_assignment', 'night', 'volume'] as const
export type ReviewCode = (typeof reviewCodes)[number]

const words = (longest: number) => z.string().trim().min(1).max(longest)
/** Where the law is to be read; whether it is an address is the rule's to say. */
const link = z.string().trim().max(300)
const review = { reviewedBy: words(80).nullable(), reviewedOn: calendarDay.nullable() }
const origin = z.string().trim().max(200)

/** A rule that lets, or makes, somebody tell in spite of confidentiality. No sectors: it stands to be read, and nobody opens a family by it. */
export const statuteRule = z.strictObject({
  statute: words(120),
  paragraph: words(60),
  effect: z.enum(lawEffects),
  lawSectors: z.array(z.enum(lawSectors)).max(lawSectors.length).nullable(),
  longestDays: z.int().min(1).max(366).nullable(),
  mayDelay: z.boolean(),
  titleNb: words(200),
  titleNn: words(200),
  titleEn: words(200),
  link,
  ...review,
  from: calendarDay,
  to: calendarDay.nullable(),
})

/** A word texts are asked about, as core/src/privacy-word.ts reads it. Small letters: "ADHD" and "adhd" are one word. */
export const listedWord = z
  .string()
  .regex(/^[\p{L}\d][\p{L}\d .-]{1,59}[*!]?$/u)
  .refine((word) => word === word.toLowerCase().trim())
export const wordRule = z.strictObject({
  language: z.enum(wordLanguages),
  says: z.enum(['diagnosis', 'drugs']),
  listed: z.boolean(),
  origin,
  from: calendarDay,
})

const hour = z.int().min(0).max(23).nullable()
export const reviewRule = z.strictObject({
  counts: z.boolean(),
  fromHour: hour,
  toHour: hour,
  above: z.int().min(1).max(999).nullable(),
  origin,
  from: calendarDay,
})

/** How long a kind of thing is kept. What becomes of it then is not chosen here. */
export const retentionRule = z.strictObject({
  amount: z.int().min(1).max(999).nullable(),
  unit: z.enum(periodUnits).nullable(),
  statute: words(120),
  paragraph: words(60),
  link,
  ...review,
  from: calendarDay,
})

/** Changes of a rule, as they are sent. */
export const ruleProposals = [
  z.strictObject({
    kind: z.literal('statute_rule'),
    subject: z.string().regex(/^[a-z0-9_]{2,40}$/),
    after: statuteRule,
  }),
  z.strictObject({ kind: z.literal('privacy_word'), subject: listedWord, after: wordRule }),
  z.strictObject({ kind: z.literal('review_rule'), subject: z.enum(reviewCodes), after: reviewRule }),
  z.strictObject({ kind: z.literal('retention_rule'), subject: z.enum(retentionCategories), after: retentionRule }),
] as const
export type RuleProposal = z.infer<(typeof ruleProposals)[number]>

/** The newest version of each, as an administrator reads it. A rule whose day has not come says so by its `from`. */
export const ruleRegisters = {
  statuteRules: z.array(statuteRule.extend({ code: z.string() })),
  privacyWords: z.array(wordRule.extend({ word: z.string() })),
  reviewRules: z.array(reviewRule.extend({ code: z.enum(reviewCodes) })),
  retentionRules: z.array(
    retentionRule.extend({ category: z.enum(retentionCategories), action: z.enum(['delete', 'anonymise', 'archive']) }),
  ),
}
