import { dayInOslo } from '@velferdslab/core/dates'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { findFamilyKey } from '../src/family-key.ts'
import { findPromises } from '../src/promise.ts'
import { openTestLab, type TestLab } from '../testing/fjordvik-for-tests.ts'

let lab: TestLab
beforeAll(async () => {
  lab = await openTestLab(inject('superuserUrl'))
})
afterAll(() => lab.close())

const owed = (persona: string, family: string) =>
  lab.as(
    persona,
    async (tx) => {
      const key = await findFamilyKey(tx, lab.ring, lab.family(family))
      return key ? findPromises(tx, { family: lab.family(family) }, dayInOslo(new Date()), () => key) : []
    },
    family,
  )

it('Fjordvik’s decisions promise and commit as in life: nothing decided is without its days', async () => {
  const { rows } = await lab.owner.query<{ promised: number; posted: number; committed: string; decided: string }>(
    `select v.amount_ore as decided,
       (select count(*)::int from lab.promise p where p.decision_id = x.decision_id and p.awake_at is not null) as promised,
       (select count(*)::int from lab.entry e where e.decision_id = x.decision_id and e.kind = 'committed') as posted,
       (select sum(e.ore)::bigint from lab.entry e where e.decision_id = x.decision_id and e.kind = 'committed') as committed
     from lab.decided x join lab.decision_version v on v.decision_id = x.decision_id and v.version = x.version`,
  )
  // One each month for half a year, two of them; and one that falls due once.
  expect(rows.map(({ promised }) => promised).sort()).toEqual([1, 6, 6])
  for (const { promised, posted, committed, decided } of rows) {
    expect(committed).toBe(decided)
    expect(posted).toBe(promised)
  }
})

it('and nothing whose day has passed is without a word: done, or late with its reason', async () => {
  const [evening] = await owed('amina', 'hansen-ali')
  expect(evening).toMatchObject({
    text: 'Barnepass én kveld i måneden',
    state: 'late',
    answer: { answer: 'not_done', words: 'Barnepasseren ble syk. Vi har spurt en ny.', by: 'Solveig' },
  })
  const training = (await owed('marius', 'lie')).filter(({ text }) => text.startsWith('Arbeidstrening'))
  expect(training.filter(({ state }) => state === 'done').length).toBeGreaterThanOrEqual(2)
  expect(training.filter(({ state }) => state === 'late')).toEqual([])
})

it('is decided before what it promises falls due', async () => {
  const { rows } = await lab.owner.query(
    `select 1 from lab.decided x join lab.promise p on p.decision_id = x.decision_id
       where (x.decided_at at time zone 'Europe/Oslo')::date > p.due
         or exists (select 1 from lab.decision_answer a where a.decision_id = x.decision_id and a.given_at > x.decided_at)`,
  )
  expect(rows).toEqual([])
})
