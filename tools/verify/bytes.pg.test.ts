import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { verifyBytes } from './bytes.ts'

test(
  'nothing people write stands in clear in the data folder, and an erased family stays silent in a copy',
  { timeout: 240_000 },
  async () => {
    const seed = randomInt(1_000_000_000)
    const { found, faults } = await verifyBytes({ sentences: 20, seed, source: true })
    expect(faults, `seed ${seed}`).toEqual([])
    expect(found).toBe(0)
  },
)
