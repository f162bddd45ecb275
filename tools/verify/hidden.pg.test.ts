import { randomInt, randomUUID } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import type {} from '../../db/testing/embedded-for-tests.ts'
import { verifyHidden } from './hidden.ts'
import { hiddenStories } from './hidden-stories.ts'

test(
  'what is reported, and an act that is not told, leave no trace to anybody else',
  { timeout: 120_000 },
  async () => {
    const seed = randomInt(1_000_000_000)
    const { answers, frames, papers, faults } = await verifyHidden({
      seed,
      superuserUrl: inject('superuserUrl'),
      small: true,
    })
    expect(faults, `seed ${seed}`).toEqual([])
    expect(answers).toBeGreaterThan(150)
    expect(frames).toBeGreaterThan(10)
    expect(papers).toBeGreaterThan(5)
  },
)

test.each([
  [
    'somebody new among those the family knows',
    `insert into lab.seat (municipality_id, id, family_id, person_id, party_id, role, mark, asked_at, asked_by, approved_at, approved_by, valid_from)
      select m.municipality_id, $2, $1, r.person_id, r.party_id, 'member', 3, now(), m.person_id, now(), m.person_id, now()
      from lab.member m join lab.report_receiver r on r.municipality_id = m.municipality_id where m.family_id = $1 limit 1`,
  ],
])('a leak is found: %s', { timeout: 120_000 }, async (_what, statement) => {
  const { faults } = await verifyHidden({
    seed: randomInt(1_000_000_000),
    superuserUrl: inject('superuserUrl'),
    small: true,
    stories: hiddenStories.slice(0, 1),
    leak: (server) => server.owner.query(statement, [server.family('hansen-ali'), randomUUID()]),
  })
  expect(faults.length).toBeGreaterThan(0)
})
