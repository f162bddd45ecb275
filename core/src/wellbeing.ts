import { z } from 'zod'
import { calendarDay } from './dates.ts'
import { familyId, personId, wellbeingId } from './ids.ts'
import { personCard } from './people.ts'
import type { Phase } from './family.ts'

/**
 * How I am doing (egenrapportert livskvalitet): one question 0 to 10, life satisfaction as official statistics ask it
 * (Helsedirektoratet IS-2727), beside one's own words. The answers are the person's own: nobody reads them, unless the person
 * lets the one who leads.
 */

/** Numbers are for grown people: a child has faces and words, and is never shown a score (REQ-100). */
export const scoresFromAge = 18

/** The three ways to meet a question. Not wanting to answer is an answer; leaving it out is none; neither is a number. */
export const answerKinds = ['score', 'rather_not', 'skipped'] as const
export const answerKind = z.enum(answerKinds)
export type AnswerKind = z.infer<typeof answerKind>

export const score = z.int().min(0).max(10)

/** An answer to a question 0 to 10. Only a score has a number: what is not answered can never be taken for zero. */
export const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('score'), score }),
  z.strictObject({ kind: z.literal('rather_not') }),
  z.strictObject({ kind: z.literal('skipped') }),
])
export type Answer = z.infer<typeof answer>

/** When in the work an answer was given: before it began, while it goes on, after it. */
export const moments = ['before', 'during', 'after'] as const
export const moment = z.enum(moments)
export type Moment = z.infer<typeof moment>

export function momentOf(phase: Phase): Moment {
  return phase === 'capture' ? 'before' : phase === 'exit' ? 'after' : 'during'
}

/** `own`: I alone. `child`: I, and the one who leads where I have said yes to the lab. The same two cells as for one's own notes. */
export const wellbeingPrivacies = ['own', 'child'] as const
export const wellbeingPrivacy = z.enum(wellbeingPrivacies)
export type WellbeingPrivacy = z.infer<typeof wellbeingPrivacy>

/** The longest words beside an answer: a sentence or two. */
export const longestOwnWords = 600
export const ownWords = z.string().trim().min(1).max(longestOwnWords)

/** One answer as its owner sees it, and the leader where it is shared. */
export const wellbeingEntry = z.object({
  id: wellbeingId,
  personId,
  onDay: calendarDay,
  moment,
  answer,
  words: ownWords.nullable(),
  privacy: wellbeingPrivacy,
})
export type WellbeingEntry = z.infer<typeof wellbeingEntry>

/** GET /api/families/:familyId/wellbeing: my own answers, and those that others have let me read. */
export const wellbeing = z.object({
  family: z.object({ id: familyId, name: z.string(), onePerson: z.boolean() }),
  today: calendarDay,
  /** Whether the question is for me: a grown member of the family. */
  mayAnswer: z.boolean(),
  /** A child of the family: no numbers are shown. */
  isChild: z.boolean(),
  /** Who could read an answer I let the leader read: called names, by the rule as it stands now. Empty: sharing reaches nobody. */
  leaders: z.array(z.string()),
  /** Oldest first. */
  mine: z.array(wellbeingEntry),
  /** What others have let me read, by person. Who has shared nothing is not mentioned. */
  shared: z.array(z.object({ person: personCard, entries: z.array(wellbeingEntry) })),
})
export type Wellbeing = z.infer<typeof wellbeing>

/** The mean of what was answered with a number; null when nothing was. What was skipped or not wanted takes no part. */
export function meanScore(answers: readonly Answer[]): number | null {
  const scores = answers.flatMap((each) => (each.kind === 'score' ? [each.score] : []))
  return scores.length === 0 ? null : scores.reduce((sum, each) => sum + each, 0) / scores.length
}

/** First and newest answers with a number, to hold beside each other; null until there are two of them. */
export function changeInScore(
  entries: readonly Pick<WellbeingEntry, 'answer'>[],
): { readonly from: number; readonly to: number } | null {
  const scores = entries.flatMap(({ answer: each }) => (each.kind === 'score' ? [each.score] : []))
  const [from, ...later] = scores
  const to = later.at(-1)
  return from === undefined || to === undefined ? null : { from, to }
}
