import { addDays, type CalendarDay } from './dates.ts'
import type { PromiseState } from './promise.ts'
import type { Decided } from './refusal.ts'

/** How far ahead what comes each month is shown: month by month, and not five years at once. */
const monthAhead = 31

/** Where a promise stands. A new day, or a good reason, does not make it less late: it is late until it is done. */
export function stateOfPromise(due: CalendarDay, isDone: boolean, today: CalendarDay): PromiseState {
  if (isDone) return 'done'
  if (due < today) return 'late'
  return due <= addDays(today, 6) ? 'this_week' : 'later'
}

/** Whole days since a day. */
export function daysSince(day: CalendarDay, today: CalendarDay): number {
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000))
}

/** Of what comes each month, only the nearest month is shown. */
export function isInSight(
  promise: { readonly due: CalendarDay; readonly isMonthly: boolean },
  today: CalendarDay,
): boolean {
  return !promise.isMonthly || promise.due <= addDays(today, monthAhead)
}

/** Late ones first, the latest of them first of all; then by day; what is done last, the newest first. */
export function byLateness(
  a: { readonly state: PromiseState; readonly due: CalendarDay },
  b: { readonly state: PromiseState; readonly due: CalendarDay },
): number {
  const rank = ({ state }: { readonly state: PromiseState }) => (state === 'late' ? 0 : state === 'done' ? 2 : 1)
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  return a.state === 'done' ? b.due.localeCompare(a.due) : a.due.localeCompare(b.due)
}

/** Done, or not done because. What is not done has a reason, and may have a new day that has not passed. */
export function answerPromise(
  promise: { readonly isDone: boolean },
  input: {
    readonly answer: 'done' | 'not_done'
    readonly reason: string | null
    readonly words: unknown
    readonly newDue: CalendarDay | null
  },
  today: CalendarDay,
): Decided<true> {
  if (promise.isDone) return { refused: 'promise-already-done' }
  if (input.answer === 'done') return { done: true }
  if (input.reason === null || (input.reason === 'other' && input.words === null))
    return { refused: 'promise-needs-reason' }
  return input.newDue !== null && input.newDue < today ? { refused: 'promise-day-passed' } : { done: true }
}
