import type { LeaveWork } from './commands/departure.ts'
import type { Held } from './departure.ts'
import type { RefusalReason } from './refusal.ts'

export interface LeaveFacts {
  readonly me: string
  readonly person: string
  /** Works here, or did. */
  readonly isStaff: boolean
  readonly held: readonly Held[]
  /** Who works where now: leaders at the lab, others at a service. */
  readonly working: readonly { readonly personId: string; readonly partyId: string | null; readonly leads: boolean }[]
}

/** Letting somebody go: never oneself, never what was not shown, and only to who works there. */
export function leaveWork(facts: LeaveFacts, input: Pick<LeaveWork, 'seen' | 'takers'>): RefusalReason | undefined {
  if (!facts.isStaff) return 'not-found'
  if (facts.me === facts.person) return 'departure-own'
  if (asOne(facts.held) !== asOne(input.seen)) return 'departure-changed'
  const fits = input.takers.every(
    (taker) =>
      taker.personId !== facts.person &&
      facts.working.some(
        (each) =>
          each.personId === taker.personId && each.partyId === taker.partyId && (taker.role !== 'leader' || each.leads),
      ),
  )
  return fits ? undefined : 'departure-taker-unknown'
}

/** How many tables a taker is asked to: each needs a seat of its own. */
export function tablesFor(taker: LeaveWork['takers'][number], held: readonly Held[]): number {
  const what = taker.role === 'leader' ? 'leads' : 'seats'
  return held.find((each) => each.what === what && each.partyId === taker.partyId)?.n ?? 0
}

const asOne = (held: readonly Held[]) =>
  held
    .map(({ what, partyId, n }) => `${what} ${partyId} ${n}`)
    .sort()
    .join('\n')
