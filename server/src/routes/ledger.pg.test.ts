import { randomInt, randomUUID } from 'node:crypto'
import { account, type Account } from '@velferdslab/core/ledger'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'
import { runPlainSql } from '../../testing/plan-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
})
afterAll(() => server.close())

const family = () => server.family('lie')
const marius = () => ({ persons: [server.person('marius')] })
const post = async (persona: string, path: string, body: Record<string, unknown>) =>
  (await server.call(persona, 'POST', `/api/families/${family()}${path}`, { commandId: randomUUID(), ...body })).json()
const accountOf = async (persona: string): Promise<Account> =>
  account.parse((await server.call(persona, 'GET', `/api/families/${family()}/account`)).json())

async function aMeasure(costs: unknown[], monthly: unknown = null): Promise<string> {
  const [noteId, goalId, measureId] = [randomUUID(), randomUUID(), randomUUID()]
  const place = { area: 'work', about: marius() }
  await post('marius', '/notes', { noteId, cell: 'now', ...place, words: { text: 'Støttekontakt' } })
  await post('marius', '/goals', { goalId, noteId, term: 'short', ...place, words: { text: 'Ut hver uke' } })
  const doer = { is: 'member', personId: server.person('marius') }
  const measure = {
    measureId,
    goalId,
    ...place,
    words: { text: 'Fire timer i uka' },
    doer,
    due: '2027-01-15',
    monthly,
    costs,
  }
  expect(await post('marius', '/measures', measure)).toMatchObject({ done: true })
  return measureId
}

describe('the ledger is only added to', () => {
  it('no role changes or deletes an entry, nor does the owner of the table', async () => {
    await aMeasure([{ partyId: server.party('nav'), ore: 100 }])
    for (const statement of ['update lab.entry set ore = 0', 'delete from lab.entry', 'truncate lab.entry']) {
      await expect(server.owner.query(statement), statement).rejects.toThrow('only added to')
      for (const persona of ['marius', 'solveig', 'tor'])
        await expect(runPlainSql(server, persona, statement), statement).rejects.toThrow('permission denied')
    }
  })
  it('a reversal that does not cancel exactly is refused, by whatever door', async () => {
    const reversal = (ore: string, more = '') =>
      server.owner.query(
        `insert into lab.entry (municipality_id, id, family_id, kind, payer_id, goal_id, measure_id, area, about_id, on_day, ore, reverses_id)
         select municipality_id, gen_random_uuid(), family_id, kind, payer_id, goal_id, measure_id, area, about_id, on_day ${more}, ${ore}, id
         from lab.entry where reverses_id is null and ore = 100 limit 1`,
      )
    await expect(reversal('-99')).rejects.toThrow('cancels one entry exactly')
    await expect(reversal('-ore', '+ 1')).rejects.toThrow('cancels one entry exactly')
    await expect(reversal('-ore')).resolves.toBeDefined()
    await expect(reversal('-ore')).rejects.toThrow('duplicate key')
  })
  it('time is in quarters of an hour, and its øre are its price', async () => {
    const { rows } = await server.owner.query<{ about_id: string }>(
      'select about_id from lab.entry where family_id = $1 limit 1',
      [family()],
    )
    const time = (minutes: number, ore: number) =>
      server.owner.query(
        `insert into lab.entry (municipality_id, id, family_id, kind, payer_id, area, about_id, on_day, ore, minutes, hour_ore)
         values ($1, gen_random_uuid(), $2, 'realised', $3, 'work', $4, '2026-11-20', $5, $6, 52600)`,
        [server.town.municipality, family(), server.party('nav'), rows[0]?.about_id, ore, minutes],
      )
    await expect(time(20, 17533)).rejects.toThrow('check constraint')
    await expect(time(15, 13151)).rejects.toThrow('check constraint')
    await expect(time(15, 13150)).resolves.toBeDefined()
  })
})

describe('from plan to account', () => {
  it('what each month costs is planned, committed to the øre when decided, and cut when it stops early (scenario 51)', async () => {
    const nav = server.party('nav')
    const monthly = { from: '2027-01-31', to: '2027-12-31' }
    const measureId = await aMeasure([{ partyId: nav, ore: 250_000 }], monthly)
    const decisionId = randomUUID()
    const proposal = {
      decisionId,
      measureId,
      partyId: nav,
      area: 'work',
      ...marius(),
      kind: 'agreement',
      amountOre: 3_000_007,
      words: { what: 'x' },
    }
    expect(await post('marius', '/decisions', proposal)).toMatchObject({ done: true })
    const ofMeasure = async (persona: string) =>
      (await accountOf(persona)).entries.filter((entry) => entry.measureId === measureId)
    const sumOf = (entries: readonly { kind: string; ore: number }[], kind: string) =>
      entries.reduce((sum, entry) => sum + (entry.kind === kind ? entry.ore : 0), 0)
    expect(sumOf(await ofMeasure('marius'), 'planned')).toBe(3_000_000)
    expect(sumOf(await ofMeasure('marius'), 'committed')).toBe(0)
    await post('marius', `/decisions/${decisionId}/answer`, { version: 1, answer: 'yes' })
    expect(await post('tor', `/decisions/${decisionId}/decide`, { version: 1 })).toMatchObject({ done: true })
    const decided = await ofMeasure('marius')
    expect(sumOf(decided, 'committed')).toBe(3_000_007)
    expect(decided.filter((entry) => entry.kind === 'committed')).toHaveLength(12)
    await expect(
      server.owner.query(
        `insert into lab.entry (municipality_id, id, family_id, kind, payer_id, goal_id, measure_id, decision_id, area, about_id, on_day, ore)
         select municipality_id, gen_random_uuid(), family_id, kind, payer_id, goal_id, measure_id, decision_id, area, about_id, on_day, 1
         from lab.entry where decision_id = $1 limit 1`,
        [decisionId],
      ),
    ).rejects.toThrow('no more is committed')
    await post('marius', `/measures/${measureId}/stop`, { on: '2027-03-31' })
    const stopped = await ofMeasure('tor')
    expect(sumOf(stopped, 'planned')).toBe(750_000)
    expect(sumOf(stopped, 'committed')).toBe(
      decided
        .filter((entry) => entry.kind === 'committed' && entry.onDay <= '2027-03-31')
        .reduce((sum, entry) => sum + entry.ore, 0),
    )
  })
  it('a cost is parted between its payers, by who follows the money or pays it all', async () => {
    const costs = [
      { partyId: server.party('nav'), ore: 100 },
      { partyId: server.party('lab'), ore: 200 },
    ]
    const measureId = await aMeasure(costs)
    const bill = { measureId, onDay: '2026-11-20', ore: 1000 }
    expect(await post('tor', '/entries/cost', bill)).toEqual({ refused: 'entry-not-yours-to-book' })
    expect(await post('marius', '/entries/cost', bill)).toEqual({ refused: 'entry-not-yours-to-book' })
    expect(await post('solveig', '/entries/cost', bill)).toMatchObject({ done: true })
    const realised = (await accountOf('marius')).entries.filter(
      (entry) => entry.measureId === measureId && entry.kind === 'realised',
    )
    expect(realised.map((entry) => entry.ore).sort()).toEqual([333, 667])
    // NAV sees its own, and nothing of what the lab pays.
    const seen = (await accountOf('tor')).entries
    expect(new Set(seen.map((entry) => entry.payerId))).toEqual(new Set([server.party('nav')]))
  })
  it('the hours of a meeting are booked for all present in one command, and cancelled exactly (scenario 49)', async () => {
    const present = [
      { partyId: server.party('nav'), item: 'hour_default' },
      { partyId: server.party('lab'), item: 'hour_default' },
    ]
    const before = (await accountOf('solveig')).sums.total
    const meeting = { onDay: '2026-11-20', minutes: 90, present }
    expect(await post('solveig', '/entries/meeting', { ...meeting, minutes: 50 })).toMatchObject({
      refused: 'not-valid',
    })
    expect(await post('solveig', '/entries/meeting', { ...meeting, onDay: '2020-01-01' })).toEqual({
      refused: 'entry-price-unknown',
    })
    expect(await post('tor', '/entries/meeting', meeting)).toMatchObject({
      refused: expect.stringMatching(/entry-not-yours|plan-area/) as string,
    })
    const booked = (await post('solveig', '/entries/meeting', meeting)) as { entryIds: string[] }
    expect(booked.entryIds).toHaveLength(2)
    const after = (await accountOf('solveig')).sums.total
    expect([after.minutes - before.minutes, after.realised - before.realised]).toEqual([180, 2 * 78_900])
    for (const id of booked.entryIds) {
      expect(await post('marius', `/entries/${id}/reverse`, {})).toEqual({ refused: 'entry-not-yours-to-book' })
      expect(await post('solveig', `/entries/${id}/reverse`, {})).toMatchObject({ done: true })
      expect(await post('solveig', `/entries/${id}/reverse`, {})).toEqual({ refused: 'entry-already-reversed' })
    }
    expect((await accountOf('solveig')).sums.total).toEqual(before)
  })
  it('management, the core team and other families see nothing of it', async () => {
    for (const persona of ['geir', 'berit', 'amina', 'kari', 'hanne']) {
      expect((await server.call(persona, 'GET', `/api/families/${family()}/account`)).status, persona).toBe(404)
      expect(
        await runPlainSql(server, persona, `select 1 from lab.entry where family_id = '${family()}'`),
        persona,
      ).toBe(0)
    }
  })
})

it('in the database, too, family = payer = month = goal = total, to the øre, with reversals drawn among them', async () => {
  const seed = randomInt(1_000_000_000)
  const { rows } = await server.owner.query<{ about_id: string; goal_id: string }>(
    'select about_id, goal_id from lab.entry where goal_id is not null and family_id = $1 limit 1',
    [family()],
  )
  const cell = rows[0]!
  const posting = fc.record({
    kind: fc.constantFrom('planned', 'realised'),
    payer: fc.constantFrom('nav' as const, 'lab' as const, 'school' as const),
    goal: fc.boolean(),
    month: fc.integer({ min: 1, max: 12 }),
    ore: fc.nat(10_000_000),
    reversed: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(posting, { minLength: 1, maxLength: 8 }), async (drawn) => {
      for (const { kind, payer, goal, month, ore, reversed } of drawn) {
        const id = randomUUID()
        const insert = (entry: string, amount: number, reverses: string | null) =>
          server.owner.query(
            `insert into lab.entry (municipality_id, id, family_id, kind, payer_id, goal_id, area, about_id, on_day, ore, reverses_id)
             values ($1, $2, $3, $4, $5, $6, 'work', $7, $8, $9, $10)`,
            [
              server.town.municipality,
              entry,
              family(),
              kind,
              server.party(payer),
              goal ? cell.goal_id : null,
              cell.about_id,
              `2028-${String(month).padStart(2, '0')}-10`,
              amount,
              reverses,
            ],
          )
        await insert(id, ore, null)
        if (reversed) await insert(randomUUID(), -ore, id)
      }
      const { sums } = await accountOf('marius')
      for (const kind of ['planned', 'committed', 'realised'] as const) {
        const straight = await server.owner.query<{ ore: number }>(
          'select coalesce(sum(ore), 0)::bigint as ore from lab.entry where family_id = $1 and kind = $2',
          [family(), kind],
        )
        expect(sums.total[kind]).toBe(straight.rows[0]?.ore)
        for (const groups of [sums.byPayer, sums.byMonth, sums.byGoal])
          expect(groups.reduce((sum, group) => sum + group[kind], 0)).toBe(sums.total[kind])
      }
    }),
    { numRuns: 15, seed },
  )
})
