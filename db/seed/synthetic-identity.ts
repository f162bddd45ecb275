import { ageOn, type CalendarDay } from '@velferdslab/core/dates'

/**
 * A synthetic identity number for an invented person: the month plus 80, so that it can never be anybody's (REQ-82), with right check digits.
 *
 * @param nth 0, 1, 2 ... for several people born on one day
 */
export function syntheticIdentity(born: CalendarDay, nth: number): string {
  const [year, month, day] = born.split('-') as [string, string, string]
  const date = `${day}${String(Number(month) + 80)}${year.slice(2)}`
  const first = Number(year) >= 2000 ? 500 : 0
  for (let number = first + nth * 10; number < first + 500; number++) {
    const digits = `${date}${String(number).padStart(3, '0')}`
    const k1 = checkDigit(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2])
    if (k1 === 10) continue
    const k2 = checkDigit(`${digits}${k1}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])
    if (k2 === 10) continue
    return `${digits}${k1}${k2}`
  }
  throw new Error('no number is free on that day')
}

/** 0 to 10, where 10 means that the number cannot be used. */
function checkDigit(digits: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return (11 - (sum % 11)) % 11
}

/** A birth day that makes somebody this old today, whatever today is: the demo never ages. */
export function bornYearsAgo(today: CalendarDay, years: number, daysSinceBirthday: number): CalendarDay {
  const date = new Date(`${today}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() - daysSinceBirthday)
  date.setUTCFullYear(date.getUTCFullYear() - years)
  const born = date.toISOString().slice(0, 10) as CalendarDay
  if (ageOn(born, today) !== years) throw new Error(`${born} is not ${years} years before ${today}`)
  return born
}
