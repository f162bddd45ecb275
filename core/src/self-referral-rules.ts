import { signsFromAge } from './agreement.ts'
import { ageOn, dayInOslo, type CalendarDay } from './dates.ts'
import { isLikelyAge } from './referral-rules.ts'
import type { Decided } from './refusal.ts'

/** Whether a sheet about oneself may be sent: by who can say yes for themself. Anybody younger is told who to talk to, and nothing is kept. */
export function sendSelfReferral(born: CalendarDay, now: Date): Decided<true> {
  const age = ageOn(born, dayInOslo(now))
  if (!isLikelyAge(age)) return { refused: 'self-referral-born-unlikely' }
  return age < signsFromAge
    ? { refused: 'self-referral-too-young', values: { age: String(signsFromAge) } }
    : { done: true }
}
