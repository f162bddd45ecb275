import { expect, test } from 'vitest'
import { birthDigitsOf } from './identity-number.ts'

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
