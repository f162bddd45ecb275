import { signsFromAge } from './agreement.ts'
import type { SendReferral } from './commands/referral.ts'
import { ageOn, dayInOslo } from './dates.ts'
import type { Decided } from './refusal.ts'

/** Nobody has lived longer: a year typed wrong. */
const oldest = 122

/** Whether a referral may be sent: the yes is a day that has come, and the one who said it can have been born that day. */
export function sendReferral({ born, yes }: Pick<SendReferral, 'born' | 'yes'>, now: Date): Decided<true> {
  const today = dayInOslo(now)
  if (yes.on > today) return { refused: 'referral-yes-not-yet' }
  const age = ageOn(born, today)
  if (age < signsFromAge || !isLikelyAge(age)) return { refused: 'referral-born-unlikely' }
  return { done: true }
}

/** Whether somebody alive can be so old. */
export const isLikelyAge = (age: number): boolean => age >= 0 && age <= oldest
