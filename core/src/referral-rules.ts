import type { SendReferral } from './commands/referral.ts'
import { ageOn, dayInOslo } from './dates.ts'
import type { Decided } from './refusal.ts'

/** From this age somebody says yes for themself and theirs here: the youngest of the pilot's young people (docs/domain.md, target group B). */
const youngest = 16
/** Nobody has lived longer: a year typed wrong. */
const oldest = 122

/** Whether a referral may be sent: the yes is a day that has come, and the one who said it can have been born that day. */
export function sendReferral({ born, yes }: Pick<SendReferral, 'born' | 'yes'>, now: Date): Decided<true> {
  const today = dayInOslo(now)
  if (yes.on > today) return { refused: 'referral-yes-not-yet' }
  const age = ageOn(born, today)
  if (age < youngest || age > oldest) return { refused: 'referral-born-unlikely' }
  return { done: true }
}
