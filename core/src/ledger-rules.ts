import { addMonths, type CalendarDay } from './dates.ts'
import type { Amounts, Entry, Sums } from './ledger.ts'
import type { Decided } from './refusal.ts'

/**
 * Parts an amount by shares, so that the parts add up to it exactly: each gets the whole øre of its share, and the øre that are left go to the
 * largest remainders, the earlier one first where they are equal.
 */
export function shareOut(amount: number, shares: readonly number[]): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0)
  if (all === 0) return shares.map((_, index) => (index === 0 ? amount : 0))
  // Exact: amount x share can be larger than a number holds.
  const cut = shares.map((share, index) => {
    const product = BigInt(amount) * BigInt(share)
    return { index, whole: Number(product / BigInt(all)), rest: Number(product % BigInt(all)) }
  })
  const left = amount - cut.reduce((sum, part) => sum + part.whole, 0)
  // Sorting keeps the order of equals. What is left is less than one øre for each.
  const byRest = cut.toSorted((a, b) => b.rest - a.rest)
  const getOne = new Set(byRest.slice(0, left).map((part) => part.index))
  return cut.map(({ index, whole }) => (getOne.has(index) ? whole + 1 : whole))
}

/** The days a measure falls due: once, or the same day of each month from the first to the last. */
export function dueDays(measure: {
  readonly due: CalendarDay
  readonly monthly: { readonly from: CalendarDay; readonly to: CalendarDay } | null
}): CalendarDay[] {
  const { monthly } = measure
  if (!monthly) return [measure.due]
  const days: CalendarDay[] = []
  for (let month = 0; ; month++) {
    const day = addMonths(monthly.from, month)
    if (day > monthly.to) return days
    days.push(day)
  }
}

/** What a decision commits: its amount, parted over the days it falls due, so that the parts add up to it. Nothing on a day is no posting. */
export function commitOver(
  amountOre: number,
  days: readonly CalendarDay[],
): { readonly onDay: CalendarDay; readonly ore: number }[] {
  const parts = shareOut(
    amountOre,
    days.map(() => 1),
  )
  return days.map((onDay, index) => ({ onDay, ore: parts[index] ?? 0 })).filter(({ ore }) => ore !== 0)
}

/** Time at an hourly price, in the nearest whole øre; a half goes to the even one, so that many halves do not add up to a drift. */
export function priceOfTime(minutes: number, hourOre: number): number {
  const sixtieths = BigInt(minutes) * BigInt(hourOre)
  const whole = Number(sixtieths / 60n)
  const rest = Number(sixtieths % 60n)
  return rest > 30 || (rest === 30 && whole % 2 === 1) ? whole + 1 : whole
}

/** Sums by payer, month and goal. What is cancelled falls out on every side alike. */
export function sumUp(entries: readonly Entry[]): Sums {
  const byPayer = grouped(entries, (entry) => entry.payerId)
  const byMonth = grouped(entries, (entry) => entry.onDay.slice(0, 7))
  const byGoal = grouped(entries, (entry) => entry.goalId)
  return {
    total: totalOf(entries),
    byPayer: byPayer.map(([partyId, some]) => ({ partyId, ...totalOf(some) })),
    byMonth: byMonth
      .map(([month, some]) => ({ month, ...totalOf(some) }))
      .sort((a, b) => a.month.localeCompare(b.month)),
    byGoal: byGoal.map(([goalId, some]) => ({ goalId, ...totalOf(some) })),
  }
}

function grouped<Key>(entries: readonly Entry[], keyOf: (entry: Entry) => Key): [Key, Entry[]][] {
  const groups = new Map<Key, Entry[]>()
  for (const entry of entries) {
    const group = groups.get(keyOf(entry))
    if (group) group.push(entry)
    else groups.set(keyOf(entry), [entry])
  }
  return [...groups]
}

function totalOf(entries: readonly Entry[]): Amounts {
  const of = (kind: Entry['kind']) => entries.reduce((sum, entry) => (entry.kind === kind ? sum + entry.ore : sum), 0)
  return {
    planned: of('planned'),
    committed: of('committed'),
    realised: of('realised'),
    minutes: entries.reduce((sum, entry) => (entry.kind === 'realised' ? sum + (entry.minutes ?? 0) : sum), 0),
  }
}

/** The entry that cancels another exactly. Once, and no reversal is itself reversed. */
export function reverseEntry(entry: Entry, isReversed: boolean): Decided<Omit<Entry, 'id'>> {
  if (entry.reverses !== null || isReversed) return { refused: 'entry-already-reversed' }
  const { id, ...rest } = entry
  return {
    done: { ...rest, ore: 0 - entry.ore, minutes: entry.minutes === null ? null : 0 - entry.minutes, reverses: id },
  }
}

/** Hours of a meeting for all who were there: the same quarters of an hour for each, at each one's price. */
export function bookMeeting<Payer>(
  minutes: number,
  present: readonly { readonly payer: Payer; readonly hourOre: number | undefined }[],
): Decided<
  readonly { readonly payer: Payer; readonly minutes: number; readonly hourOre: number; readonly ore: number }[]
> {
  const booked = present.flatMap(({ payer, hourOre }) =>
    hourOre === undefined ? [] : [{ payer, minutes, hourOre, ore: priceOfTime(minutes, hourOre) }],
  )
  return booked.length === present.length ? { done: booked } : { refused: 'entry-price-unknown' }
}
