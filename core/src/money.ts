import { z } from 'zod'

/** Money is whole øre: an integer, never a fraction. At most a thousand million kroner, so that sums stay exact. */
export const ore = z.int().min(0).max(100_000_000_000)

const thousands = /\B(?=(\d{3})+(?!\d))/g

/** Øre as kroner for a sentence: 1234500 is "12 345", 1234550 is "12 345,50". The space does not break. */
export function kroner(amount: number): string {
  const whole = String(Math.trunc(Math.abs(amount) / 100)).replace(thousands, '\u00a0')
  const rest = Math.abs(amount) % 100
  return `${amount < 0 ? '−' : ''}${whole}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`}`
}
