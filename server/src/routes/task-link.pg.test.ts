import { randomUUID } from 'node:crypto'
import { familyPromises, type PromiseCard } from '@velferdslab/core/promise'
import { task } from '@velferdslab/core/task-link'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { asPerson } from '@velferdslab/db/as-person'
import { sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { commandBodies } from '../../testing/command-bodies.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'
import { inDays, planActs } from '../../testing/plan-for-tests.ts'
import { signingActs } from '../../testing/signing-for-tests.ts'
import { apiRoutes } from './all.ts'

vi.setConfig({ testTimeout: 30_000 })

let server: TestServer
const key = 'hansen-ali'
const family = () => server.family(key)
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
  const acts = planActs(server, key)
  const signs = signingActs(server, key)
  await acts.aMeasure()
  const first = (await acts.planOf('jonas')).goals[0]
  if (!first) throw new Error('no goal')
  const coach = await acts.post('jonas', '/measures', {
    measureId: randomUUID(),
    goalId: first.id,
    area: 'economy',
    about: { persons: [server.person('jonas')] },
    words: { text: 'Kjøre Jonas Hansen til gjeldsrådgiver på tirsdager', who: 'Trener Kåre' },
    doer: { is: 'named' },
    due: inDays(10),
    costs: [],
  })
  if (!(coach as { done?: true }).done) throw new Error(JSON.stringify(coach))
  await signs.putUp('solveig')
  for (const persona of ['amina', 'jonas', 'solveig', 'tor']) await signs.sign(persona)
}, 60_000)
afterAll(() => server.close())

const promisesOf = async (persona: string): Promise<PromiseCard[]> =>
  familyPromises.parse((await server.call(persona, 'GET', `/api/families/${family()}/promises`)).json()).promises
const named = async (persona = 'jonas'): Promise<PromiseCard> => {
  const found = (await promisesOf(persona)).find(({ owes }) => owes.is === 'named')
  if (!found) throw new Error('nobody named has promised anything')
  return found
}
const words = { text: 'Kjøre Jonas på tirsdag klokka 12' }
const give = async (persona: string, promise: string, more: Record<string, unknown> = {}) =>
  server.call(persona, 'POST', `/api/families/${family()}/promises/${promise}/link`, {
    commandId: randomUUID(),
    linkId: randomUUID(),
    name: 'Kåre Trener',
    words,
    ...more,
  })
const stop = (persona: string, link: string) =>
  server.call(persona, 'POST', `/api/families/${family()}/links/${link}/stop`, { commandId: randomUUID() })
const open = (code: string) => server.call(null, 'POST', '/api/task/open', { code })
const codeIn = (answer: { json(): unknown }) => (answer.json() as { address: string }).address.split('#')[1] as string

/** Who has the link, on the device that opened it. */
const as = (token: string) =>
  Object.assign(
    (method: 'GET' | 'POST', path: string, body?: unknown) =>
      server.call(null, method, path, body, { cookie: `lab=${token}` }),
    { token },
  )
async function aHelper(): Promise<ReturnType<typeof as>> {
  for (const card of await promisesOf('solveig')) if (card.link) await stop('solveig', card.link.id)
  const opened = await open(codeIn(await give('solveig', (await named()).id)))
  return as(/lab=([^;]+)/.exec(opened.headers.get('set-cookie') ?? '')?.[1] as string)
}
const declare = (helper: ReturnType<typeof as>) =>
  helper('POST', '/api/task/declare', { commandId: randomUUID(), promise: true })

describe('a link to one promise', () => {
  it('is given by nobody else, and to nothing a service or a member has promised', async () => {
    const { id } = await named()
    for (const persona of ['tor', 'kari', 'sara', 'magda', 'berit', 'geir'])
      expect((await give(persona, id)).status, persona).toBe(404)
    const byNav = (await promisesOf('jonas')).find(({ owes }) => owes.is === 'party')
    expect((await give('solveig', byNav?.id ?? '')).json()).toEqual({ refused: 'link-not-for-this' })
    expect((await give('solveig', id, { words: { text: 'Kjøre Jonas Hansen' } })).json()).toEqual({
      refused: 'link-tells-name',
      values: { name: 'Hansen' },
    })
  })

  it('is told again to who sends the same command again, and lies nowhere but as a hash', async () => {
    const { id } = await named()
    const body = { commandId: randomUUID(), linkId: randomUUID() }
    const first = await give('jonas', id, body)
    expect((await give('jonas', id, body)).json()).toEqual(first.json())
    const code = codeIn(first)
    expect(Buffer.from(code, 'base64url').length * 8).toBeGreaterThanOrEqual(60)
    const kept = await server.owner.query<{ text: string }>(
      `select (select string_agg(l::text, '') from lab.task_link l) || (select string_agg(c::text, '') from lab.command c)
        || (select string_agg(e::text, '') from lab.event e) as text`,
    )
    expect(kept.rows[0]?.text).not.toContain(code)
    expect((await give('solveig', id)).json()).toEqual({ refused: 'link-already-there' })
    expect(await named('solveig')).toMatchObject({ link: { name: 'Kåre Trener', text: words.text, openedAt: null } })
    // It is about Jonas alone: Amina does not see the promise, and so not the link.
    expect((await stop('amina', body.linkId)).status).toBe(404)
    expect((await stop('solveig', body.linkId)).json()).toEqual({ done: true })
    expect((await open(code)).json()).toEqual({ refused: 'link-opens-nothing' })
  })
})

describe('who has the link', () => {
  it('reads nothing before confidentiality is declared, and then what was written for them and first names', async () => {
    const helper = await aHelper()
    const answer = { commandId: randomUUID(), answer: 'done' }
    const closed = await helper('GET', '/api/task')
    expect(task.parse(closed.json())).toMatchObject({ name: 'Kåre Trener', open: null })
    for (const word of ['Jonas', 'tirsdag', 'Hansen']) expect(closed.text).not.toContain(word)
    expect((await helper('POST', '/api/task/answer', answer)).status).toBe(404)
    expect((await helper('POST', '/api/task/declare', { commandId: randomUUID(), promise: false })).status).toBe(422)
    expect((await declare(helper)).json()).toEqual({ done: true })
    const opened = await helper('GET', '/api/task')
    expect(task.parse(opened.json()).open).toMatchObject({
      text: words.text,
      due: inDays(10),
      to: ['Jonas'],
      answer: null,
    })
    // Neither the words of the promise itself, nor anybody's name, nor an id to go on with.
    for (const word of ['Hansen', 'gjeld', family(), (await named()).id]) expect(opened.text).not.toContain(word)
  })

  it('comes to no other door: each answers as to one who asks for what never was', async () => {
    const helper = await aHelper()
    await declare(helper)
    const bodies = commandBodies(server)
    const ids: Record<string, string> = { familyId: family(), promiseId: (await named()).id }
    const own = new Set(['/api/task', '/api/task/declare', '/api/task/answer'])
    for (const route of apiRoutes.filter(({ path }) => !own.has(path))) {
      const path = route.path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? randomUUID())
      const body = route.method === 'GET' ? undefined : (bodies[route.path]?.() ?? { commandId: randomUUID() })
      const answer = await helper(route.method, path, body)
      expect(answer.status === 422 ? 404 : answer.status, `${route.method} ${route.path}`).toBe(404)
      if (answer.status === 404) expect(answer.json()).toEqual({ refused: 'not-found' })
    }
    for (const path of [
      'cloth.pdf',
      `signing/${randomUUID()}/plan.pdf`,
      `consents/sheet.pdf?party=${server.party('nav')}&language=nb`,
    ])
      expect((await helper('GET', `/api/families/${family()}/${path}`)).status, path).toBe(404)
  })

  it('sees no row of a family by plain SQL either, and of the link itself what was written for them', async () => {
    const { token } = await aHelper()
    const tables = await server.owner.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'family_id' and not a.attisdropped
       where c.relnamespace = 'lab'::regnamespace and c.relkind = 'r' and has_any_column_privilege('lab_app', c.oid, 'select')`,
    )
    expect(tables.rows.length).toBeGreaterThan(30)
    for (const { name } of tables.rows) {
      const columns = name === 'task_link' ? sql`id` : sql`1`
      const seen = await asPerson(server.people, { token }, null, (tx) =>
        sql`select ${columns} from ${sql.table(`lab.${name}`)}`.execute(tx),
      )
      expect(seen.rows.length, name).toBe(0)
    }
    const own = () =>
      asPerson(server.people, { token }, null, (tx) => sql`select sealed from lab.task_link`.execute(tx))
    await declare(as(token))
    expect((await own()).rows.length).toBe(1)
  })

  it('says why it is not done, then that it is: the family and its leader read it as told by them', async () => {
    const helper = await aHelper()
    await declare(helper)
    const say = (body: Record<string, unknown>) =>
      helper('POST', '/api/task/answer', { commandId: randomUUID(), ...body })
    expect((await say({ answer: 'not_done' })).json()).toEqual({ refused: 'promise-needs-reason' })
    expect((await say({ answer: 'not_done', reason: 'waiting', newDue: inDays(-1) })).json()).toEqual({
      refused: 'promise-day-passed',
    })
    const told = {
      answer: 'not_done',
      reason: 'no_time',
      words: { text: 'Bilen er på verksted' },
      commandId: randomUUID(),
    }
    expect((await say(told)).json()).toEqual({ done: true })
    expect((await say(told)).json()).toEqual({ done: true })
    for (const persona of ['jonas', 'solveig'])
      expect((await named(persona)).answer).toMatchObject({
        words: 'Bilen er på verksted',
        by: 'Kåre Trener',
        byLink: true,
      })
    const said = await server.owner.query<{ count: number }>(
      `select count(*)::int as count from lab.promise_answer where promise_id = $1`,
      [(await named()).id],
    )
    expect(said.rows[0]?.count).toBe(1)
    expect((await say({ answer: 'done' })).json()).toEqual({ done: true })
    expect((await say({ answer: 'done' })).json()).toEqual({ refused: 'promise-already-done' })
    expect(await named()).toMatchObject({ state: 'done', answer: { by: 'Kåre Trener', byLink: true } })
    await server.owner.query(`delete from lab.promise_answer where promise_id = $1`, [(await named()).id])
  })

  it('is out at once when the family stops it, and its session with it; a second link is another one', async () => {
    const helper = await aHelper()
    await declare(helper)
    const { link } = await named()
    expect(link).toMatchObject({ name: 'Kåre Trener', mayStop: true })
    expect((await stop('sara', link?.id ?? '')).status).toBe(404)
    expect((await stop('magda', link?.id ?? '')).status).toBe(404)
    expect((await stop('jonas', link?.id ?? '')).json()).toEqual({ done: true })
    expect((await stop('jonas', link?.id ?? '')).json()).toEqual({ refused: 'link-already-stopped' })
    expect((await helper('GET', '/api/task')).json()).toEqual({ refused: 'not-signed-in' })
    const live = await server.owner.query(`select 1 from lab.session where issuer = 'helper' and ended_at is null`)
    expect(live.rowCount).toBe(0)
    expect(await named()).toMatchObject({ link: null, mayGiveLink: true })
  })

  it('has it for as long as the rule of the municipality says, and no longer', async () => {
    const helper = await aHelper()
    const { link } = await named()
    // Fourteen whole days after the day it is due, in Norway.
    const days = Math.round((Date.parse(link?.endsAt ?? '') - Date.parse(inDays(0))) / 86_400_000)
    expect(days).toBe(10 + 14 + 1)
    await server.owner.query(`update lab.task_link set ends_at = now() - interval '1 second' where id = $1`, [link?.id])
    expect((await helper('GET', '/api/task')).json()).toEqual({ refused: 'not-signed-in' })
  })

  it('has it on the first device alone; used, wrong and past are answered alike, and ten wrong an hour is enough', async () => {
    const code = codeIn(await give('solveig', (await named()).id))
    expect((await open(code)).json()).toEqual({ done: true })
    const again = await open(code)
    const never = await open('never-was')
    expect(again.text).toBe(never.text)
    expect([...again.headers.keys()].sort()).toEqual([...never.headers.keys()].sort())
    let last = never
    for (let tries = 0; tries < 12 && last.status !== 429; tries++) last = await open('never-was')
    expect(last.json()).toEqual({ refused: 'too-many-requests' })
  })
})

describe('when the course of the family is over', () => {
  it('a link ends with it, and the session of who has it at once: nobody is there to stop it any more', async () => {
    // What was said to be done above waits to be done again.
    await server.owner.query('delete from lab.promise_answer where family_id = $1', [family()])
    for (const card of await promisesOf('solveig')) if (card.link) await stop('solveig', card.link.id)
    // Wrong codes were tried above, and are counted in a process.
    const beside = await openTestServer(inject('superuserUrl'), { beside: server })
    const code = codeIn(await give('solveig', (await named()).id))
    const opened = await beside.call(null, 'POST', '/api/task/open', { code })
    await beside.close()
    const helper = as(/lab=([^;]+)/.exec(opened.headers.get('set-cookie') ?? '')?.[1] as string)
    await declare(helper)
    expect((await helper('GET', '/api/task')).status).toBe(200)
    const go = async (to: string) => {
      const phaseMoveId = randomUUID()
      const path = `/api/families/${family()}/phase`
      const ask = { commandId: randomUUID(), phaseMoveId, to, why: 'Det meste er på plass.' }
      expect((await server.call('solveig', 'POST', path, ask)).json()).toEqual({ done: true })
      for (const persona of ['amina', 'jonas']) {
        const yes = { commandId: randomUUID(), answer: 'yes' }
        expect((await server.call(persona, 'POST', `${path}/${phaseMoveId}/answer`, yes)).json()).toEqual({
          done: true,
        })
      }
    }
    await go('maintain')
    expect((await helper('GET', '/api/task')).status).toBe(200)
    await go('exit')
    expect((await helper('GET', '/api/task')).json()).toEqual({ refused: 'not-signed-in' })
    const { rows } = await server.owner.query<{ open: number; stopped: number }>(
      `select (select count(*)::int from lab.task_link where family_id = $1 and ended_at is null and ends_at > now()) as open,
        (select count(*)::int from lab.event where family_id = $1 and kind = 'link.stopped' and at > now() - interval '10 seconds') as stopped`,
      [family()],
    )
    expect(rows[0]?.open).toBe(0)
    expect(rows[0]?.stopped).toBeGreaterThan(0)
  })
})
