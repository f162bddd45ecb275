import type { CalendarDay } from './dates.ts'
import type { RefusalReason } from './refusal.ts'
import { perishable } from './retention-kinds.ts'
import type { RuleProposal } from './rule-registers.ts'

export const ruleKinds = ['statute_rule', 'privacy_word', 'review_rule', 'retention_rule'] as const
export type RuleKind = (typeof ruleKinds)[number]

export interface RuleFacts {
  readonly today: CalendarDay
  /** The newest version; null when there is none yet. */
  readonly before: Readonly<Record<string, unknown>> | null
}

/**
 * Whether a version of a rule may be proposed: undefined, or why not. What was law yesterday stays what it was (REQ-08): a version begins today or later and
 * after the one before it, has a source, and holds what its kind of rule needs. lab.guard_change refuses the same.
 */
export function unfitRule({ before, today }: RuleFacts, proposal: RuleProposal): RefusalReason | undefined {
  const { kind, after } = proposal
  if (after.from < today) return 'change-begins-in-past'
  const newest = typeof before?.['from'] === 'string' ? before['from'] : null
  // A word has no acts that rest on it: what was put on the list by mistake is taken off the same day.
  if (newest !== null && (kind === 'privacy_word' ? newest > after.from : newest >= after.from))
    return 'change-overlaps'
  if ('link' in after && !/^https:\/\/[^ ]+\.[^ ]+$/.test(after.link)) return 'change-source-missing'
  if ('origin' in after && after.origin.trim() === '') return 'change-origin-missing'
  if (
    'reviewedBy' in after &&
    ((after.reviewedBy === null) !== (after.reviewedOn === null) ||
      (after.reviewedOn !== null && after.reviewedOn > today))
  )
    return 'change-review-half'
  return unfitFor(before, proposal)
}

function unfitFor(before: RuleFacts['before'], { kind, subject, after }: RuleProposal): RefusalReason | undefined {
  switch (kind) {
    case 'statute_rule':
      if (after.to !== null && after.to < after.from) return 'change-ends-before-it-begins'
      return (after.effect === 'exception') === (after.longestDays !== null) ? undefined : 'change-days-of-exception'
    case 'privacy_word':
      return undefined
    // Which of these there are is what the nightly jobs know how to follow.
    case 'review_rule':
      if (!before) return 'change-unknown'
      if (
        (subject === 'night') !== (after.fromHour !== null && after.toHour !== null) ||
        (after.fromHour === null) !== (after.toHour === null)
      )
        return 'change-numbers-of-rule'
      return (subject === 'volume' || subject === 'no_assignment') === (after.above !== null)
        ? undefined
        : 'change-numbers-of-rule'
    case 'retention_rule':
      if (!before) return 'change-unknown'
      return (after.amount === null) !== (after.unit === null) ||
        (after.amount === null && (perishable as readonly string[]).includes(subject))
        ? 'change-period-missing'
        : undefined
  }
}
