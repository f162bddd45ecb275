import { expect, it } from 'vitest'
import { oreOf, writtenKroner } from './kroner.ts'

it('what is no amount is none', () => {
  for (const text of ['', 'tolv', '12-', '1.000.000', '12,345', '-5', '1e3']) expect(oreOf(text), text).toBeUndefined()
})
it('kroner as people write them become whole øre, and back', () => {
  expect(['12 000', '12\u00a0000', '600,5', '0', '38000'].map(oreOf)).toEqual([
    1_200_000, 1_200_000, 60_050, 0, 3_800_000,
  ])
  expect([1_200_000, 60_050, 5].map(writtenKroner)).toEqual(['12000', '600,50', '0,05'])
})
