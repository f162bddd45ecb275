import { randomUUID } from 'node:crypto'
import { myHolds, retention, type Retention } from '@velferdslab/core/retention'
import { letGo } from '@velferdslab/db/retention-night'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => server.close())

const numberOf = (family: string) => {
  const id = server.family(family).toUpperCase()
  return `${id.slice(0, 4)}-${id.slice(4, 8)}`
}
const page = async (persona = 'ingvild') => server.call(persona, 'GET', '/api/retention')
const seen = async (): Promise<Retention> => retention.parse((await page()).json())
const told = async (persona: string) => myHolds.parse((await server.call(persona, 'GET', '/api/my/holds')).json()).holds
const place = (persona: string, hold: object = {}) =>
  server.call(persona, 'POST', '/api/holds', {
    commandId: randomUUID(),
    holdId: randomUUID(),
    over: { is: 'family', family: numberOf('hansen-ali') },
    because: 'complaint',
    told: true,
    until: null,
    ...hold,
  })
const lift = (persona: string, hold: string) =>
  server.call(persona, 'POST', `/api/holds/${hold}/lift`, { commandId: randomUUID() })
const nobodyHere = ['amina', 'solveig', 'tor', 'berit', 'frode', 'geir', 'hanne'] as const

describe('the page of the privacy officer', () => {
  it.each(nobodyHere)('is to %s as if there were none', async (who) => {
    const answer = await page(who)
    const never = await server.call(who, 'POST', `/api/holds/${randomUUID()}/lift`, { commandId: randomUUID() })
    expect(answer.status).toBe(404)
    expect(answer.text).toBe(never.text)
  })

  it('has every rule with its period, its law and what stands, and no night yet', async () => {
    const { rules, runs, health } = await seen()
    expect(rules).toHaveLength(19)
    expect(rules.find(({ category }) => category === 'opening')).toMatchObject({
      amount: 5,
      unit: 'year',
      action: 'delete',
      paragraph: 'artikkel 5 nr. 1 bokstav e',
    })
    expect(runs).toEqual([])
    expect(health).toBe('not-yet')
    expect((await server.call(null, 'GET', '/api/health')).json()).toEqual({ alive: true, retention: 'not-yet' })
  })

  it('tells of each night in numbers, and holds no id', async () => {
    await letGo(server.system, () => undefined)
    const { runs, health } = await seen()
    expect(runs).toMatchObject([{ failed: false, overdue: 0 }])
    expect(health).toBe('well')
    expect((await server.call(null, 'GET', '/api/health')).json()).toEqual({ alive: true, retention: 'well' })
    const { rows } = await server.owner.query<{ data: unknown; family_id: null }>(
      `select data, family_id from lab.event where kind = 'retention.ran'`,
    )
    expect(rows).toEqual([{ data: { how: 'done' }, family_id: null }])
  })

  it('says when a night has failed, with no word of what the database said', async () => {
    await server.owner.query('revoke delete on lab.denial from lab_rule')
    await expect(letGo(server.system, () => undefined)).rejects.toThrow()
    await server.owner.query('grant delete on lab.denial to lab_rule')
    expect((await seen()).health).toBe('failed')
    expect((await server.call(null, 'GET', '/api/health')).json()).toMatchObject({ retention: 'failed' })
    const { rows } = await server.owner.query<{ failed: string }>(
      `select failed from lab.retention_run order by ended_at desc limit 1`,
    )
    expect(rows).toEqual([{ failed: '42501' }])
    await letGo(server.system, () => undefined)
    expect((await seen()).health).toBe('well')
  })

  it('says when something stands longer than it may', async () => {
    await server.owner.query(
      `insert into lab.command (municipality_id, person_id, id, name, answer, at) values ($1, $2, $3, 'x', '{}', now() - interval '33 days')`,
      [server.town.municipality, server.person('tor'), randomUUID()],
    )
    const { health, rules } = await seen()
    expect(health).toBe('late')
    expect(rules.find(({ category }) => category === 'command')).toMatchObject({ overdue: 1 })
    expect((await server.call(null, 'GET', '/api/health')).json()).toMatchObject({ retention: 'late' })
    await letGo(server.system, () => undefined)
    expect((await seen()).rules.find(({ category }) => category === 'command')).toMatchObject({ overdue: 0, gone: 1 })
  })
})

describe('a hold', () => {
  it.each(nobodyHere)('is placed by no %s', async (who) => {
    expect((await place(who)).json()).toEqual({ refused: 'not-found' })
  })

  it('is over a family there is, over somebody known by the trace, and over oneself by another', async () => {
    const over = (one: object) => place('ingvild', { over: one })
    expect((await over({ is: 'family', family: '0000-0000' })).json()).toEqual({ refused: 'not-found' })
    expect((await over({ is: 'person', personId: server.person('amina') })).json()).toEqual({ refused: 'not-found' })
    expect((await over({ is: 'person', personId: server.person('ingvild') })).json()).toEqual({ refused: 'hold-own' })
    expect((await place('ingvild', { until: '2020-01-01' })).json()).toEqual({ refused: 'hold-ends-before-today' })
    expect((await place('ingvild', { because: 'complaint', told: false })).status).toBe(422)
    expect((await seen()).holds).toEqual([])
  })

  it('is told to the family, and to nobody else of it or at its table', async () => {
    const holdId = randomUUID()
    expect((await place('ingvild', { holdId })).json()).toEqual({ done: true })
    expect((await seen()).holds).toMatchObject([
      { family: numberOf('hansen-ali'), because: 'complaint', liftedOn: null },
    ])
    for (const who of ['amina', 'jonas']) expect(await told(who)).toMatchObject([{ because: 'complaint' }])
    for (const who of ['tor', 'solveig', 'berit', 'magda', 'ingvild']) expect(await told(who)).toEqual([])
    expect((await lift('amina', holdId)).json()).toEqual({ refused: 'not-found' })
    expect((await lift('ingvild', holdId)).json()).toEqual({ done: true })
    expect((await lift('ingvild', holdId)).json()).toEqual({ refused: 'hold-already-lifted' })
    expect(await told('amina')).toEqual([])
  })

  it('for an investigation may be kept quiet: those it is about get what they got before, to the byte', async () => {
    const answers = async () =>
      Promise.all(
        ['/api/my/holds', `/api/families/${server.family('hansen-ali')}/looked`, '/api/me'].map(async (path) => {
          const { status, text } = await server.call('amina', 'GET', path)
          return `${status} ${text}`
        }),
      )
    const before = await answers()
    const holdId = randomUUID()
    expect((await place('ingvild', { holdId, because: 'investigation', told: false })).json()).toEqual({ done: true })
    expect(await answers()).toEqual(before)
    const { rows } = await server.owner.query(
      `select 1 from lab.event where subject_id = $1 and family_id is not null`,
      [holdId],
    )
    expect(rows).toEqual([])
    await lift('ingvild', holdId)
  })

  it('is not the officer’s to place over a family they are of', async () => {
    await server.owner.query(
      `insert into lab.role_held (municipality_id, id, person_id, role, valid_from) values ($1, gen_random_uuid(), $2, 'privacy_officer', now() - interval '1 day')`,
      [server.town.municipality, server.person('jonas')],
    )
    expect((await place('jonas')).json()).toEqual({ refused: 'not-found' })
    expect((await place('jonas', { over: { is: 'family', family: numberOf('kowalska') } })).json()).toEqual({
      done: true,
    })
  })
})
