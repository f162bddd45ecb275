import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kroner, ore } from './money.ts'

describe('an amount', () => {
  it('is a whole number of øre, from nothing to a thousand million kroner', () => {
    expect([-1, 0.5, 100_000_000_001, Number.NaN].map((amount) => ore.safeParse(amount).success)).not.toContain(true)
    expect([0, 1, 100_000_000_000].map((amount) => ore.safeParse(amount).success)).not.toContain(false)
  })
  it('is told in kroner, with øre only where there are any, and always two digits of them', () => {
    expect([0, 5, 50, 99, 100, 105].map(kroner)).toEqual(['0', '0,05', '0,50', '0,99', '1', '1,05'])
  })
  it('is told with a space that does not break before every third digit of the kroner', () => {
    expect([99_900, 100_000, 12_345_50, 100_000_000_000].map(kroner)).toEqual([
      '999',
      '1\u00a0000',
      '12\u00a0345,50',
      '1\u00a0000\u00a0000\u00a0000',
    ])
  })
  it('that is taken away is told with a minus sign, and nothing is never less than nothing', () => {
    expect([-1, -100, -12_345_50, -0].map(kroner)).toEqual(['−0,01', '−1', '−12\u00a0345,50', '0'])
  })
  it('can be read back to the øre', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000_000, max: 100_000_000_000 }), (amount) => {
        const [whole = '', rest = '00'] = kroner(amount).replace('−', '').replaceAll('\u00a0', '').split(',')
        expect(Number(whole) * 100 + Number(rest)).toBe(Math.abs(amount))
        expect(rest).toMatch(/^\d\d$/)
      }),
    )
  })
})
