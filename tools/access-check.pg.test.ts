import { expect, test } from 'vitest'
import { checkAccess, freshSeed } from './access-check.ts'
import { findFaults } from './access-faults.ts'

// A small count with a fresh seed; the full count is `npm run access:check -- --cases 20000` and `-- --faults`.
test('who sees a row: the database answers as core does', { timeout: 120_000 }, async () => {
  const seed = freshSeed()
  const { told } = await checkAccess({ cases: 400, seed })
  expect(told, `seed ${seed}`).toEqual([])
})

test('faults planted in the rule are found', { timeout: 240_000 }, async () => {
  const seed = freshSeed()
  const { missed } = await findFaults({ seed, howMany: 2 })
  expect(missed, `seed ${seed}`).toEqual([])
})
