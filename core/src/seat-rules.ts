import { addDays, type CalendarDay } from './dates.ts'
import type { AnswerSeat, TakeSeat } from './commands/seat.ts'
import type { DecidedEvent } from './events.ts'
import type { Decided } from './refusal.ts'
import type { SeatRole, SeatState } from './seat.ts'

/** With more at one table than this, one asks whether it is right for the family. */
export const manyAtTable = 8

/** Trusted persons who were sent a message and have not come yet, at most. */
export const mostInvited = 3

/** A seat as the rules see it. */
export interface SeatFacts {
  readonly seatId: string
  readonly personId: string
  readonly role: SeatRole
  readonly state: SeatState
  /** What the one who answers has said. */
  readonly mine: 'yes' | 'no' | null
  /** Who speaks for the family and has not answered, the one who answers among them. */
  readonly waitsFor: number
  /** Who is to sit there has taken it, where that is asked for. */
  readonly taken: boolean
}

/** What stands of a seat, from what was said and when it ended. */
export function seatStateOf(seat: {
  readonly approved: boolean
  readonly ended: boolean
  readonly turnedDown: boolean
  readonly familyYes: boolean
}): SeatState {
  if (seat.approved) return seat.ended ? 'ended' : 'active'
  if (seat.turnedDown) return 'turned-down'
  if (seat.ended) return 'out'
  return seat.familyYes ? 'waits-holder' : 'waits-family'
}

type Done = Decided<{ readonly events: readonly DecidedEvent[] }>

const told = (kind: DecidedEvent['kind'], seat: string, data: DecidedEvent['data'] = {}): DecidedEvent => ({
  kind,
  subject: seat,
  cell: null,
  data,
})

/** Asking for a leader. Whom the family has said no to is not asked for again, and nobody to what is theirs already. */
export function askLeader(
  facts: { readonly seats: readonly SeatFacts[]; readonly isAccepted: boolean; readonly knows: boolean },
  input: { readonly personId: string; readonly seatId: string },
): Done {
  if (!facts.isAccepted) return { refused: 'seat-family-not-accepted' }
  if (!facts.knows) return { refused: 'seat-person-unknown' }
  const before = facts.seats.filter((seat) => seat.role === 'leader' && seat.personId === input.personId)
  if (before.some(({ state }) => isStanding(state))) return { refused: 'seat-already-there' }
  if (before.some(({ state }) => state === 'out')) return { refused: 'seat-leader-not-wanted' }
  return { done: { events: [told('seat.proposed', input.seatId, { role: 'leader' })] } }
}

/** The longest somebody stands in for a leader. */
const longestSubstituteDays = 366

/** Asking somebody to lead for a time, while the one who leads is away: the family says yes to it as to any leader. */
export function askSubstitute(
  facts: Parameters<typeof askLeader>[0] & { readonly today: CalendarDay },
  input: { readonly personId: string; readonly seatId: string; readonly until: CalendarDay },
): Done {
  const leads = facts.seats.some(
    (seat) => seat.role === 'leader' && seat.state === 'active' && seat.personId !== input.personId,
  )
  if (!leads) return { refused: 'seat-nobody-to-stand-in-for' }
  if (input.until <= facts.today || input.until > addDays(facts.today, longestSubstituteDays))
    return { refused: 'seat-substitute-days' }
  return askLeader(facts, input)
}

/** Asking somebody of a service to a seat. */
export function askService(
  facts: { readonly seats: readonly SeatFacts[]; readonly knows: boolean },
  input: { readonly personId: string; readonly seatId: string },
): Done {
  if (facts.seats.some((seat) => seat.personId === input.personId && isStanding(seat.state)))
    return { refused: 'seat-already-there' }
  if (!facts.knows) return { refused: 'seat-person-unknown' }
  return { done: { events: [told('seat.proposed', input.seatId, { role: 'member' })] } }
}

/** Bringing somebody one trusts: each is sent a message, so not many at once. */
export function bringTrusted(
  facts: { readonly seats: readonly SeatFacts[] },
  input: { readonly seatId: string },
): Done {
  const invited = facts.seats.filter(({ role, state }) => role === 'trusted' && state.startsWith('waits'))
  if (invited.length >= mostInvited) return { refused: 'seat-too-many-invited' }
  return { done: { events: [told('seat.proposed', input.seatId, { role: 'trusted' })] } }
}

/**
 * One who speaks for the family answers for themself. One no keeps the person out, whatever others have said; it takes everyone's yes to let them in
 * (docs/decisions/0014). A yes may become a no until the seat is there; afterwards it is ended.
 */
export function answerSeat(seat: SeatFacts | undefined, input: Pick<AnswerSeat, 'answer'>): Done {
  if (!seat) return { refused: 'not-found' }
  if (!seat.state.startsWith('waits')) return { refused: 'seat-closed' }
  if (seat.mine === input.answer) return { refused: 'seat-already-answered' }
  const answered = told('seat.answered', seat.seatId, { answer: input.answer })
  const approved = input.answer === 'yes' && seat.waitsFor === 1 && (!mustBeTaken(seat.role) || seat.taken)
  return { done: { events: approved ? [answered, told('seat.approved', seat.seatId)] : [answered] } }
}

/** Who is to sit there answers: a leader after the family's yes; a trusted person declares confidentiality. */
export function takeSeat(seat: SeatFacts | undefined, input: Pick<TakeSeat, 'answer'>): Done {
  if (!seat || !mustBeTaken(seat.role)) return { refused: 'not-found' }
  if (!seat.state.startsWith('waits') || seat.taken) return { refused: 'seat-closed' }
  if (seat.role === 'leader' && seat.state !== 'waits-holder') return { refused: 'not-found' }
  if (input.answer === 'no') return { done: { events: [told('seat.turned_down', seat.seatId)] } }
  const taken = told('seat.taken', seat.seatId)
  const approved = seat.state === 'waits-holder'
  return { done: { events: approved ? [taken, told('seat.approved', seat.seatId)] : [taken] } }
}

/** The family ends a seat whenever it wants, and nobody asks why. */
export function endSeat(seat: SeatFacts | undefined): Done {
  if (!seat) return { refused: 'not-found' }
  if (seat.state !== 'active') return { refused: 'seat-closed' }
  return { done: { events: [told('seat.ended', seat.seatId)] } }
}

/** A service sends who sits for it; a leader takes a family over, and a trusted person promises to keep what they hear. */
const mustBeTaken = (role: SeatRole): boolean => role === 'leader' || role === 'trusted'

const isStanding = (state: SeatState): boolean => state === 'active' || state.startsWith('waits')
