import { describe, expect, test } from 'vitest'
import { birthDigitsOf, mayServe, readIdentityNumber } from './identity-number.ts'

test('what is no identity number has no birth day', () => {
  for (const wrong of ['', '1234', '0013909999', '00819012345', '32819012345', '01999012345', 'ola@example.no'])
    expect(birthDigitsOf(wrong)).toBeUndefined()
})

test.each([
  ['an ordinary shape', '010190', '01' + '01' + '90'],
  ['synthetic, month and 80', '018190', '010190'],
  ['synthetic, month and 40', '014190', '010190'],
  ['synthetic, month and 65', '016690', '010190'],
  ['a D-number', '410190', '010190'],
  ['a synthetic D-number', '529290', '121290'],
])('%s tells the day', (_which, first, born) => {
  expect(birthDigitsOf(`${first}00000`)).toBe(born)
})

/** Worked out once, apart from the code: synthetic numbers whose first check digit leaves 0 (as until 2032), 1, 2 and 3. */
const golden = [
  ['a person', 'person', ['01819010001', '01819010281', '01819010028', '01819010036']],
  ['one born on the last of a month', 'person', ['31819910092', '31819910181', '31819910009', '31819910017']],
  ['one born on 29 February', 'person', ['29820010092', '29820010181', '29820010009', '29820010017']],
  ['a D-number', 'd', ['41819010186', '41819010003', '41819010011', '41819010100']],
] as const

describe('an identity number', () => {
  test.each([
    ['too short', '0181901000'],
    ['with a letter', '0181901000x'],
    ['with a space', '018190 10001'],
    ['of 29 February in a year without it', '29820110003'],
    ['of 30 February', '30820010031'],
    ['of the month before the first', '01809010011'],
    ['of the month after the last', '01939010110'],
    ['of the 32nd', '32660010083'],
  ])('is none %s', (_which, number) => {
    expect(readIdentityNumber(number)).toBeUndefined()
  })

  test.each(golden)('is read of %s, by all four remainders of 2032', (_which, kind, numbers) => {
    numbers.forEach((number, remainder) => {
      expect(readIdentityNumber(number), number).toEqual({ kind, isSynthetic: true, remainder })
    })
  })

  test('with any one digit changed, or two neighbours swapped, is hardly ever another: never for the second check digit', () => {
    for (const number of golden.flatMap(([, , numbers]) => numbers))
      for (let last = 0; last <= 9; last++) {
        const changed = number.slice(0, 10) + String(last)
        if (changed !== number) expect(readIdentityNumber(changed), changed).toBeUndefined()
      }
  })

  test('that could be a living person’s is refused by a demo, and a synthetic one by production', () => {
    for (const number of golden.flatMap(([, , numbers]) => numbers)) {
      expect(mayServe(number, 'demo')).toBe(true)
      expect(mayServe(number, 'production')).toBe(false)
      const living = number.slice(0, 2) + String(Number(number.slice(2, 4)) - 80).padStart(2, '0') + number.slice(4)
      expect(mayServe(living, 'demo')).toBe(false)
      expect(mayServe(living, 'production')).toBe(true)
    }
  })
})
