import { z } from 'zod'

/**
 * A command answers done, or refused with the reason. The reason is a code with small typed values; the sentence stands in the
 * text files, so that it is said in the person's own language. To whoever may not know that a thing exists the answer is the
 * ordinary not-found, byte for byte the same as for an id that never was.
 */
export const refusalReasons = [
  'not-signed-in',
  'not-found',
  'not-valid',
  'too-many-requests',
  'too-large',
  'foreign-origin',
  'unavailable',
  'server-fault',
  'consent-needs-person-you-answer-for',
  'consent-end-passed',
  'consent-too-long',
  'consent-already-ended',
  'consent-person-decides-alone',
  'note-locked',
  'note-only-author-moves',
  'note-only-author-erases',
  'note-own-about-me',
  'note-area-not-open',
  'note-erased',
  'print-letter-missing',
  'agreement-too-young',
  'agreement-already-signed',
  'agreement-text-changed',
  'referral-yes-not-yet',
  'referral-born-unlikely',
  'question-already-answered',
  'qualification-decided',
  'qualification-question-changed',
  'qualification-nobody-present',
  'qualification-not-signed',
  'qualification-unanswered',
  'qualification-needs-yes',
  'seat-family-not-accepted',
  'seat-person-unknown',
  'seat-already-there',
  'seat-leader-not-wanted',
  'seat-too-many-invited',
  'seat-closed',
  'seat-already-answered',
  'goal-note-not-yours',
  'plan-area-not-open',
  'measure-already-stopped',
  'measure-doer-unknown',
  'measure-months-backwards',
  'measure-too-long',
  'decision-version-changed',
  'decision-already-decided',
  'decision-not-yours-to-answer',
  'decision-day-passed',
  'decision-only-leader-records',
  'decision-ground-missing',
  'decision-no-child-to-hear',
  'decision-nothing-to-confirm',
  'decision-said-no',
  'decision-thinking',
  'decision-waiting',
  'decision-needs-witness',
  'decision-needs-all-holders',
  'decision-child-view-missing',
  'decision-nobody-decides',
  'decision-no-mandate',
  'decision-above-mandate',
  'decision-awaits-mandate',
  'decision-over-frame',
  'decision-not-to-be-asked',
  'entry-already-reversed',
  'entry-price-unknown',
  'entry-not-yours-to-book',
  'entry-without-payer',
  'wellbeing-not-for-children',
  'wellbeing-nothing-said',
  'wellbeing-day-to-come',
  'journey-not-for-children',
  'journey-area-not-open',
  'journey-goal-by-family',
  'journey-needs-reason',
  'journey-day-to-come',
  'journey-moved-on',
] as const
export const refusalReason = z.enum(refusalReasons)
export type RefusalReason = z.infer<typeof refusalReason>

/** The body of every answer that is not done. */
export const refusal = z.object({
  refused: refusalReason,
  /** For not-valid: which field, as a dotted path, and what is wrong with it as a code. */
  fields: z.array(z.object({ path: z.string(), why: z.string() })).optional(),
  /** Small typed values for the sentence: a name, a day. */
  values: z.record(z.string(), z.string()).optional(),
})
export type Refusal = z.infer<typeof refusal>

/** A rule's answer inside core: the new state and its events, or the reason why not. */
export type Decided<Done> =
  { readonly done: Done } | { readonly refused: RefusalReason; readonly values?: Record<string, string> }
