import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { verifyKill } from './kill.ts'

test(
  'a server and a database killed in the middle of meetings lose nothing and write nothing twice',
  { timeout: 240_000 },
  async () => {
    const seed = randomInt(1_000_000_000)
    const { words, faults } = await verifyKill({ rounds: 2, meetings: 2, people: 4, every: 500, seed, source: true })
    expect(faults, `seed ${seed}`).toEqual([])
    expect(words, `seed ${seed}`).toBeGreaterThan(10)
  },
)
