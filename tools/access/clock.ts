import { addDays, addMonths, dayInOslo, type CalendarDay } from '@velferdslab/core/dates'
import type { Period } from '@velferdslab/core/access/facts'
import type { Dice } from './dice.ts'

/** Times around a world's now, many of them exactly at it or a millisecond beside it, where a rule is most easily wrong. */
export type Clock = {
  readonly now: Date
  /** Has happened: at now or before. */
  past(): Date
  /** Has not happened: after now. */
  ahead(): Date
  /** Mostly happened. */
  mostlyPast(share?: number): Date
  /** An end: mostly none or ahead, sometimes over. */
  end(openShare?: number): Date | null
  /** Mostly counting now. */
  period(): Period
  /** Mostly counting now, with an end that comes after the start. */
  bounded(): { from: Date; to: Date }
  /** A birth date. Young people are mostly a day beside an age that matters. */
  childBorn(): CalendarDay
  adultBorn(): CalendarDay
  /** When a version of a rule begins: mostly long ago, sometimes yesterday, today or tomorrow. */
  versionDay(): CalendarDay
}

const second = 1000
const day = 86_400 * second

export function clockOf(dice: Dice, now: Date): Clock {
  const today = dayInOslo(now)
  const at = (milliseconds: number) => new Date(now.getTime() + milliseconds)
  const past = () => {
    const near = dice.below(100)
    if (near < 8) return at(0)
    if (near < 12) return at(-1)
    if (near < 16) return at(-dice.below(3 * second))
    return at(-1 - dice.below(400) * day - dice.below(day))
  }
  const ahead = () => {
    const near = dice.below(100)
    if (near < 8) return at(1)
    if (near < 13) return at(1 + dice.below(3 * second))
    return at(1 + dice.below(400) * day + dice.below(day))
  }
  // An end that has come is asked about at the very moment it comes: there half open periods are most easily wrong.
  const over = () => (dice.chance(0.4) ? at(0) : past())
  const mostlyPast = (share = 0.9) => (dice.chance(share) ? past() : ahead())
  const end = (openShare = 0.88) => (dice.chance(openShare) ? (dice.chance(0.4) ? null : ahead()) : over())
  const bounded = () => {
    const to = dice.chance(0.86) ? ahead() : over()
    const from = mostlyPast(0.92)
    return { from: from < to ? from : new Date(to.getTime() - 1 - dice.below(30 * day)), to }
  }
  const birthday = (age: number) => addMonths(addDays(today, dice.pick([-1, 0, 1])), -12 * age)
  const randomDay = (from: number, years: number) =>
    addDays(today, -Math.floor(365.25 * from) - dice.below(365 * years))
  return {
    now,
    past,
    ahead,
    mostlyPast,
    end,
    period: () => ({ from: mostlyPast(0.93), to: end() }),
    bounded,
    childBorn() {
      const way = dice.below(100)
      if (way < 45) return birthday(dice.pick([12, 15, 16, 18, 18]))
      if (way < 52) return `${dice.pick([2008, 2012, 2016])}-02-29` as CalendarDay
      return randomDay(2, 18)
    },
    adultBorn() {
      const way = dice.below(100)
      if (way < 12) return birthday(18)
      if (way < 15) return '1988-02-29' as CalendarDay
      return randomDay(19, 50)
    },
    versionDay: () =>
      dice.chance(0.75) ? addDays(today, -100 - dice.below(900)) : addDays(today, dice.pick([-1, 0, 1])),
  }
}
