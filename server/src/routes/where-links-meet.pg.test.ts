import { randomUUID } from 'node:crypto'
import { addMonths, dayInOslo } from '@velferdslab/core/dates'
import { asPerson } from '@velferdslab/db/as-person'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import WebSocket from 'ws'
import { sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'
import { inDays, planActs } from '../../testing/plan-for-tests.ts'
import { signingActs } from '../../testing/signing-for-tests.ts'

/** Where a link to one promise meets what it rests on: who moves out, who is stopped, and doors that are not the API's. */
vi.setConfig({ testTimeout: 30_000 })

let server: TestServer
const key = 'hansen-ali'
const family = () => server.family(key)
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
  const acts = planActs(server, key)
  const signs = signingActs(server, key)
  await acts.aMeasure()
  const goal = (await acts.planOf('jonas')).goals[0]
  expect(
    await acts.post('jonas', '/measures', {
      measureId: randomUUID(),
      goalId: goal?.id,
      area: 'economy',
      about: { persons: [server.person('jonas')] },
      words: { text: 'Kjøre Jonas Hansen til gjeldsrådgiver på tirsdager', who: 'Trener Kåre' },
      doer: { is: 'named' },
      due: inDays(10),
      costs: [],
    }),
  ).toMatchObject({ done: true })
  await signs.putUp('solveig')
  for (const persona of ['amina', 'jonas', 'solveig', 'tor']) await signs.sign(persona)
  promise = (await owner(`select id from lab.promise where doer = 'named'`)).rows[0]?.id
}, 60_000)
afterAll(() => server.close())

const owner = (text: string, values: unknown[] = []) => server.owner.query<Record<string, string>>(text, values)
const post = async (persona: string, path: string, body: object = {}) =>
  (
    await server.call(persona, 'POST', `/api/families/${family()}${path}`, { commandId: randomUUID(), ...body })
  ).json() as Record<string, string>
let promise: string | undefined

/** Somebody opens a link to the promise and declares confidentiality. */
async function aHelper() {
  const given = await post('solveig', `/promises/${promise}/link`, {
    linkId: randomUUID(),
    name: 'Kåre Trener',
    words: { text: 'Kjøre Jonas på tirsdag klokka 12' },
  })
  const opened = await server.call(null, 'POST', '/api/task/open', { code: given.address?.split('#')[1] })
  const token = /lab=([^;]+)/.exec(opened.headers.get('set-cookie') ?? '')?.[1] as string
  const call = (method: 'GET' | 'POST', path: string, body?: object) =>
    server.call(null, method, path, body, { cookie: `lab=${token}` })
  await call('POST', '/api/task/declare', { commandId: randomUUID(), promise: true })
  expect((await call('GET', '/api/task')).text).toContain('tirsdag')
  return { token, call }
}
const ended = async () =>
  (await owner(`select count(*)::int as n from lab.event where kind = 'link.stopped'`)).rows[0]?.n as unknown as number

describe('who has a link', () => {
  it('comes to no live stream, and sees no table of people or work by plain SQL', async () => {
    const { token } = await aHelper()
    const came = await new Promise((resolve) => {
      const socket = new WebSocket(`${server.url.replace('http', 'ws')}/api/families/${family()}/live`, {
        headers: { cookie: `lab=${token}`, origin: 'http://localhost:3999' },
      })
      socket.on('open', () => resolve('open'))
      socket.on('error', (error: Error) => resolve(error.message))
    })
    expect(came).toContain('404')
    const { rows } = await owner(
      `select c.relname as name from pg_class c where c.relnamespace = 'lab'::regnamespace and c.relkind in ('r', 'v')
        and exists (select 1 from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
          and a.attname in ('person_id', 'holder_id', 'reader_id', 'giver_id', 'author_id', 'family_id'))
        and has_table_privilege('lab_app', c.oid, 'select')`,
    )
    expect(rows.length).toBeGreaterThan(60)
    for (const { name } of rows) {
      const seen = await asPerson(server.people, { token }, null, (tx) =>
        sql`select 1 from ${sql.table(`lab.${name}`)}`.execute(tx),
      )
      // The answers to their own commands, so that sending one again is harmless.
      expect(seen.rows.length, name).toBe(name === 'command' ? 1 : 0)
    }
  })

  it('reads nothing more when a private participant it was given to is stopped by who it is about', async () => {
    await owner(`update lab.task_link set ended_at = now(), ended_by = given_by where ended_at is null`)
    const { call } = await aHelper()
    const party = server.party('torbjorn')
    const { rows } = await owner('select doer, party_id from lab.promise where id = $1', [promise])
    await owner(`update lab.promise set doer = 'party', party_id = $2 where id = $1`, [promise, party])
    const before = await ended()
    const sentence = { partyId: party, purpose: 'make_and_follow_plan', language: 'nb', textVersion: '2026-11' }
    const more = { areas: ['economy'], persons: [server.person('jonas')], until: addMonths(dayInOslo(new Date()), 3) }
    expect(await post('jonas', '/consents', { ...sentence, ...more })).toMatchObject({ done: true })
    expect((await call('GET', '/api/task')).status).toBe(200)
    expect(await post('jonas', `/parties/${party}/stop`)).toMatchObject({ done: true })
    expect((await call('GET', '/api/task')).json()).toEqual({ refused: 'not-signed-in' })
    expect(await ended()).toBe(before + 1)
    await owner(`update lab.promise set doer = $2, party_id = $3 where id = $1`, [
      promise,
      rows[0]?.doer,
      rows[0]?.party_id,
    ])
  })

  it('reads nothing more of somebody who has moved out: they could not stop it afterwards', async () => {
    const { call } = await aHelper()
    const before = await ended()
    expect(await post('jonas', `/members/${server.person('jonas')}/move-out`)).toMatchObject({ done: true })
    expect((await call('GET', '/api/task')).json()).toEqual({ refused: 'not-signed-in' })
    expect(await ended()).toBe(before + 1)
  })
})
