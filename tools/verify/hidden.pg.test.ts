import { randomInt } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import type {} from '../../db/testing/embedded-for-tests.ts'
import { plantSeat, verifyHidden } from './hidden.ts'
import { hiddenStories } from './hidden-stories.ts'

test(
  'what is reported, and an act that is not told, leave no trace to anybody else',
  { timeout: 120_000 },
  async () => {
    const seed = randomInt(1_000_000_000)
    const { answers, frames, papers, exports, faults } = await verifyHidden({
      seed,
      superuserUrl: inject('superuserUrl'),
      small: true,
    })
    expect(faults, `seed ${seed}`).toEqual([])
    expect(answers).toBeGreaterThan(150)
    expect(frames).toBeGreaterThan(10)
    expect(papers).toBeGreaterThan(10)
    expect(exports).toBeGreaterThan(3)
  },
)

test('a leak is found, in an answer and in what somebody takes out', { timeout: 120_000 }, async () => {
  const { faults } = await verifyHidden({
    seed: randomInt(1_000_000_000),
    superuserUrl: inject('superuserUrl'),
    small: true,
    stories: hiddenStories.slice(0, 1),
    leak: plantSeat,
  })
  for (const kind of ['GET', 'export']) expect(faults.some((fault) => fault.includes(`amina: ${kind} `))).toBe(true)
})
