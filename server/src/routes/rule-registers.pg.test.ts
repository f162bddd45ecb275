import { administration } from '@velferdslab/core/administration'
import { addDays, dayInOslo } from '@velferdslab/core/dates'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

vi.setConfig({ testTimeout: 60_000 })

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => server.close())

const day = (days: number) => addDays(dayInOslo(new Date()), days)
const read = async (persona = 'frode') =>
  administration.parse((await server.call(persona, 'GET', '/api/administration')).json())
const propose = async (persona: string, kind: string, subject: string, after: object) => {
  const changeId = randomUUID()
  const answer = await server.call(persona, 'POST', '/api/administration/changes', {
    commandId: randomUUID(),
    changeId,
    proposal: { kind, subject, after },
    why: 'Kommuneadvokaten, notat 14/26',
  })
  return { id: changeId, answer: answer.json() as object }
}
const settle = async (persona: string, id: string, outcome: string) =>
  (
    await server.call(persona, 'POST', `/api/administration/changes/${id}/settle`, { commandId: randomUUID(), outcome })
  ).json() as object
const waits = { done: true, waits: true }
const without = <T extends object, K extends keyof T>(thing: T, key: K): Omit<T, K> => {
  const { [key]: _gone, ...rest } = thing
  return rest
}
const rule = async (code: string) => {
  const found = (await read()).statuteRules.find((each) => each.code === code)
  if (!found) throw new Error('no such rule')
  return without(found, 'code')
}
/** What a rule says today, to those who work by it. */
const today = async (code: string) =>
  (
    await server.owner.query<{ title: string; sectors: string[]; from: string }>(
      `select title_nb as title, sectors, valid_from::text as "from" from lab.statute_rule r
       where code = $1 and valid_from <= lab.today() and municipality_id = $2 order by valid_from desc limit 1`,
      [code, server.town.municipality],
    )
  ).rows[0]

describe('rules of law', () => {
  it('are not changed in the past, over a coming version, without a source, half checked or with a time that is not theirs', async () => {
    const stood = await rule('fvl_13b_2')
    const tomorrow = { ...stood, from: day(1) }
    const said = async (after: object, subject = 'fvl_13b_2') =>
      (await propose('frode', 'statute_rule', subject, after)).answer
    expect(await said({ ...stood, titleNb: 'x', from: day(-1) })).toEqual({ refused: 'change-begins-in-past' })
    expect(await said(tomorrow)).toEqual({ refused: 'change-nothing-new' })
    expect(await said({ ...tomorrow, link: 'lovdata.no' })).toEqual({ refused: 'change-source-missing' })
    expect(await said({ ...tomorrow, link: '' })).toEqual({ refused: 'change-source-missing' })
    expect(await said({ ...tomorrow, reviewedBy: 'Advokat Lie' })).toEqual({ refused: 'change-review-half' })
    expect(await said({ ...tomorrow, longestDays: null })).toEqual({ refused: 'change-days-of-exception' })
    expect(await said({ ...tomorrow, to: day(0) })).toEqual({ refused: 'change-ends-before-it-begins' })
    expect(await said({ ...tomorrow, lawSectors: ['police'] })).toMatchObject({ refused: 'not-valid' })
    for (const persona of ['solveig', 'geir', 'amina', 'stig'])
      expect((await propose(persona, 'statute_rule', 'fvl_13b_2', { ...tomorrow, longestDays: 5 })).answer).toEqual({
        refused: 'not-found',
      })
  })

  it('need another administrator, who sees what will differ; then they count from their day, and what stood before stays as it was', async () => {
    const stood = await rule('fvl_13b_3')
    const checked = { reviewedBy: 'Advokat Lie', reviewedOn: day(0) }
    const next = { ...stood, ...checked, titleNb: 'En kollega må vite det', lawSectors: null, from: day(1) }
    const asked = await propose('frode', 'statute_rule', 'fvl_13b_3', next)
    expect(asked.answer).toEqual(waits)
    expect(await settle('frode', asked.id, 'effective')).toEqual({ refused: 'change-own' })
    expect((await propose('ingunn', 'statute_rule', 'fvl_13b_3', { ...next, longestDays: 3 })).answer).toEqual({
      refused: 'change-already-waits',
    })
    const shown = (await read('ingunn')).waiting.find(({ id }) => id === asked.id)
    expect(shown).toMatchObject({ before: stood, after: next, isMine: false })
    expect(await settle('ingunn', asked.id, 'effective')).toEqual({ done: true })
    expect((await today('fvl_13b_3'))?.title).toBe(stood.titleNb)
    expect(await rule('fvl_13b_3')).toEqual(next)
    const { rows } = await server.owner.query<{ title: string; from: string }>(
      `select title_nb as title, valid_from::text as "from" from lab.statute_rule where code = 'fvl_13b_3' order by valid_from`,
    )
    expect(rows).toEqual([
      { title: stood.titleNb, from: stood.from },
      { title: next.titleNb, from: next.from },
    ])
    // A third version begins after the second, or not at all.
    expect((await propose('frode', 'statute_rule', 'fvl_13b_3', { ...next, longestDays: 9 })).answer).toEqual({
      refused: 'change-overlaps',
    })
    const { rows: told } = await server.owner.query<{ data: { kind: string; subject: string; two: boolean } }>(
      `select data from lab.event where subject_id = $1 and kind = 'change.effective'`,
      [asked.id],
    )
    expect(told[0]?.data).toMatchObject({ kind: 'statute_rule', subject: 'fvl_13b_3', two: true })
  })

  it('are taken off those who may use them by a version that names nobody, and not before two have said yes', async () => {
    const usable = async () =>
      JSON.stringify((await server.call('tor', 'GET', `/api/families/${server.family('hansen-ali')}/law`)).json())
    const stood = await rule('nav_7')
    expect(await usable()).toContain('"nav_7"')
    const none = await propose('ingunn', 'statute_rule', 'nav_7', { ...stood, lawSectors: null, from: day(0) })
    expect(await usable()).toContain('"nav_7"')
    expect(await settle('frode', none.id, 'effective')).toEqual({ done: true })
    expect(await usable()).not.toContain('"nav_7"')
  })

  it('that have waited past their day are not made law in the past: the answer says so, and no is still an answer', async () => {
    const stood = await rule('hpl_25')
    const asked = await propose('frode', 'statute_rule', 'hpl_25', { ...stood, longestDays: 7, from: day(0) })
    await server.owner.query(
      `update lab.change set after = jsonb_set(after, '{from}', to_jsonb((lab.today() - 1)::text)) where id = $1`,
      [asked.id],
    )
    expect(await settle('ingunn', asked.id, 'effective')).toEqual({ refused: 'change-waited-too-long' })
    expect(await settle('ingunn', asked.id, 'turned_down')).toEqual({ done: true })
  })
})

describe('what in the trace is worth a look', () => {
  it('is changed by two; what it has found stays the privacy officer’s', async () => {
    const volume = (await read()).reviewRules.find(({ code }) => code === 'volume')
    if (!volume) throw new Error('no such rule')
    const after = without({ ...volume, above: 1, from: day(0) }, 'code')
    expect((await propose('frode', 'review_rule', 'volume', { ...after, fromHour: 3 })).answer).toEqual({
      refused: 'change-numbers-of-rule',
    })
    expect((await propose('frode', 'review_rule', 'volume', { ...after, above: null })).answer).toEqual({
      refused: 'change-numbers-of-rule',
    })
    expect((await propose('frode', 'review_rule', 'volume', { ...after, origin: '' })).answer).toEqual({
      refused: 'change-origin-missing',
    })
    expect((await propose('frode', 'review_rule', 'weekend', after)).answer).toMatchObject({ refused: 'not-valid' })
    const asked = await propose('frode', 'review_rule', 'volume', after)
    expect(asked.answer).toEqual(waits)
    expect(await settle('ingunn', asked.id, 'effective')).toEqual({ done: true })
    expect((await read()).reviewRules.find(({ code }) => code === 'volume')).toMatchObject({ above: 1 })
    const { rows } = await server.owner.query<{ above: number }>(
      `select above from lab.review_rule_now where code = 'volume' and municipality_id = $1`,
      [server.town.municipality],
    )
    expect(rows).toEqual([{ above: 1 }])
    expect((await server.call('frode', 'GET', '/api/trace')).status).toBe(404)
  })
})

describe('how long things are kept', () => {
  it('is refused without a period, a source or a kind that the night knows, and changed by two', async () => {
    const stood = (await read()).retentionRules.find(({ category }) => category === 'denial')
    if (!stood) throw new Error('no such rule')
    const after = { ...without(without(stood, 'category'), 'action'), amount: 3, from: day(1) }
    const said = async (more: object, subject = 'denial') =>
      (await propose('frode', 'retention_rule', subject, { ...after, ...more })).answer
    expect(await said({ amount: null })).toEqual({ refused: 'change-period-missing' })
    expect(await said({ amount: null, unit: null })).toEqual({ refused: 'change-period-missing' })
    expect(await said({ link: 'arkivet' })).toEqual({ refused: 'change-source-missing' })
    expect(await said({ action: 'delete' })).toMatchObject({ refused: 'not-valid' })
    expect(await said({}, 'everything')).toMatchObject({ refused: 'not-valid' })
    const asked = await propose('frode', 'retention_rule', 'denial', after)
    expect(await settle('ingunn', asked.id, 'effective')).toEqual({ done: true })
    expect((await read()).retentionRules.find(({ category }) => category === 'denial')).toMatchObject({
      amount: 3,
      action: 'delete',
      from: day(1),
    })
  })
})
