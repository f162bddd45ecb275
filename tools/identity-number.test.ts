import { readIdentityNumber } from '@velferdslab/core/identity-number'
import { idnr } from '@navikt/fnrvalidator'
import fc from 'fast-check'
import { expect, test } from 'vitest'

/** Numbers are drawn and forgotten: one that could be a living person's is never written down. */
const drawn = fc
  .tuple(
    fc.integer({ min: 0, max: 99 }),
    fc.constantFrom(0, 40, 80),
    fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 99 }),
    fc.integer({ min: 0, max: 99_999 }),
  )
  .map(
    ([day, added, month, year, rest]) =>
      [day, added + month, year].map((part) => String(part).padStart(2, '0')).join('') + String(rest).padStart(5, '0'),
  )

/** The same first nine digits with check digits that fit, so that half of what is drawn is a number at all. */
const fitted = fc.tuple(drawn, fc.integer({ min: 0, max: 3 })).map(([number, remainder]) => {
  const digits = [...number.slice(0, 9)].map(Number)
  const sum = (weights: readonly number[], of: readonly number[]) =>
    weights.reduce((total, weight, at) => total + weight * (of[at] ?? 0), 0)
  const first = (((remainder - sum([3, 7, 6, 1, 8, 9, 4, 5, 2], digits)) % 11) + 11) % 11
  const second = ((-sum([5, 4, 3, 2, 7, 6, 5, 4, 3, 2], [...digits, first]) % 11) + 11) % 11
  return first > 9 || second > 9 ? number : `${number.slice(0, 9)}${first}${second}`
})

test('core reads identity numbers as the library of NAV does: ordinary, D, H, synthetic, before and after 2032', () => {
  let valid = 0
  fc.assert(
    fc.property(fc.oneof(drawn, fitted), (number) => {
      const theirs = idnr(number)
      const ours = readIdentityNumber(number)
      // Theirs knows no month of NAV's own test numbers (+ 65), and takes 1900 for no leap year.
      if (/^..(?:6[6-9]|7[0-7])/.test(number) || /^(?:29|69)(?:02|42|82)/.test(number)) return
      expect(ours !== undefined).toBe(theirs.status === 'valid')
      if (!ours || theirs.status !== 'valid') return
      valid++
      expect(ours.isSynthetic).toBe(theirs.type.includes('tnr'))
      expect(ours.kind).toBe(theirs.type.startsWith('dnr') ? 'd' : theirs.type === 'hnr' ? 'h' : 'person')
    }),
    { numRuns: 20_000, seed: 2032 },
  )
  expect(valid).toBeGreaterThan(2000)
})
