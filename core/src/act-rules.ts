import type { AreaCode } from './areas.ts'
import type { RecordAct } from './commands/act.ts'
import { addDays, type CalendarDay } from './dates.ts'
import type { Decided } from './refusal.ts'

/** What the rules need to know of who lets another read by law. */
export interface ActFacts {
  readonly today: CalendarDay
  /** Rules of today that each of one's services here may choose. */
  readonly exceptions: readonly {
    readonly code: string
    readonly partyId: string
    readonly longestDays: number
    readonly mayDelay: boolean
  }[]
  /** Areas one reads oneself by the seat. */
  readonly areas: readonly AreaCode[]
  readonly receivers: readonly { readonly personId: string; readonly partyId: string }[]
}

/**
 * Lets one person of a service read by a rule of law: a rule for one's own service, nobody more than one reads oneself, no longer than the rule allows,
 * and told at once unless the rule and a written reason delay it to a day within the same time (REQ-10).
 */
export function recordAct(
  facts: ActFacts,
  input: Pick<RecordAct, 'rule' | 'partyId' | 'receiver' | 'areas' | 'until' | 'tell'>,
): Decided<{ readonly tellOn: CalendarDay | null }> {
  const rule = facts.exceptions.find(({ code, partyId }) => code === input.rule && partyId === input.partyId)
  if (!rule) return { refused: 'act-rule-not-yours' }
  const { receiver } = input
  if (!facts.receivers.some((one) => one.personId === receiver.personId && one.partyId === receiver.partyId))
    return { refused: 'act-receiver-unknown' }
  if (!input.areas.every((area) => facts.areas.includes(area))) return { refused: 'act-area-not-yours' }
  const latest = addDays(facts.today, rule.longestDays)
  if (input.until < facts.today || input.until > latest) return { refused: 'act-too-long', values: { day: latest } }
  if (input.tell.when === 'now') return { done: { tellOn: null } }
  const { on } = input.tell
  if (!rule.mayDelay || on <= facts.today || on > latest)
    return { refused: 'act-not-to-delay', values: { day: latest } }
  return { done: { tellOn: on } }
}
