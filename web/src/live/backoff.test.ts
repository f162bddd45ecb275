import { expect, test } from 'vitest'
import { waitBefore } from './backoff.ts'

test('the wait doubles, is never longer than the longest, and never nothing', () => {
  expect(waitBefore(1, () => 1)).toBe(500)
  expect(waitBefore(2, () => 1)).toBe(1000)
  expect(waitBefore(40, () => 1)).toBe(8_000)
  expect(waitBefore(1, () => 0)).toBe(250)
})
