import { randomInt } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import type {} from '../../db/testing/embedded-for-tests.ts'
import { verifyDecisions } from './decisions.ts'

test('simultaneous decisions never exceed a mandate or a frame, to the øre', { timeout: 120_000 }, async () => {
  const seed = randomInt(1_000_000_000)
  const { decided, refused, faults } = await verifyDecisions({ cases: 15, seed, superuserUrl: inject('superuserUrl') })
  expect(faults, `seed ${seed}`).toEqual([])
  expect(decided, `seed ${seed}`).toBeGreaterThan(0)
  expect(refused, `seed ${seed}`).toBeGreaterThan(0)
})
