import type { Answer } from '@velferdslab/core/wellbeing'

/** Where an answer stands between 0 and 10, for the eye; the words beside say the same. Without a number nothing is drawn: an empty line looks like a zero. */
export function EntryScale({ answer }: { answer: Answer }) {
  if (answer.kind !== 'score') return null
  return (
    <svg className="entry__scale" viewBox="0 0 124 16" aria-hidden="true">
      <path d="M6 8H118" />
      <circle cx={6 + answer.score * 11.2} cy="8" r="6" />
    </svg>
  )
}
