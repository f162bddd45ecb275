import { trace } from '@velferdslab/core/trace'
import { looked } from '@velferdslab/core/looked'
import { sharedByLaw } from '@velferdslab/core/act'
import { addDays, addMonths, dayInOslo } from '@velferdslab/core/dates'
import { tellDueActs, reviewTrace } from '@velferdslab/db/jobs'
import { tokenHash } from '@velferdslab/db/token-hash'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { denialsOf } from '../../testing/openings-for-tests.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

/** Where subjects that were built apart meet: who works somewhere no longer, who is of the family and works where it is dealt with. */
vi.setConfig({ testTimeout: 30_000 })

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => server.close())

const today = dayInOslo(new Date())
const home = (path = '') => `/api/families/${server.family('hansen-ali')}${path}`
const post = async (persona: string, path: string, body: object = {}) =>
  (await server.call(persona, 'POST', path, { commandId: randomUUID(), ...body })).json() as object
const get = (persona: string, path: string) => server.call(persona, 'GET', path)
const done = { done: true }
const town = () => server.town.municipality
const owner = (text: string, values: unknown[] = []) => server.owner.query<Record<string, unknown>>(text, values)

const report = (persona: string, more: object = {}) =>
  post(persona, home('/reports'), {
    reportId: randomUUID(),
    rule: 'bvl_13_2',
    partyId: server.party('nav'),
    toPartyId: server.party('child-welfare'),
    children: [server.person('noor')],
    seen: 'Noor var alene hjemme da jeg kom klokka ni.',
    family: { is: 'not-told', why: 'Det kan bli utrygt for Noor hvis det blir kjent.' },
    ...more,
  })
const anAct = (more: object = {}) => ({
  actId: randomUUID(),
  rule: 'fvl_13b_7',
  partyId: server.party('lab'),
  receiver: { personId: server.person('mona'), partyId: server.party('health-clinic') },
  areas: ['housing'],
  until: addDays(today, 5),
  necessity: 'Mona må vite om boligen før hjemmebesøket i dag.',
  tell: { when: 'now' },
  ...more,
})
const later = { tell: { when: 'later', on: addDays(today, 3), because: 'Det kan bli utrygt for barna i dag.' } }
/** Somebody works for a service too; gives back how it ends. */
const worksAt = async (
  persona: string,
  party: 'child-welfare' | 'health-clinic' | 'nav' | null,
  role = 'caseworker',
) => {
  const id = randomUUID()
  await owner(
    `insert into lab.role_held (municipality_id, id, person_id, role, party_id, valid_from) values ($1, $2, $3, $4, $5, now() - interval '1 day')`,
    [town(), id, server.person(persona), role, party && server.party(party)],
  )
  return () => owner('delete from lab.role_held where id = $1', [id])
}
/** As when somebody no longer works here, and is here as a citizen still. */
const leavesWork = async (persona: string) => {
  await owner(`update lab.role_held set valid_to = now() where person_id = $1`, [server.person(persona)])
  return () => owner(`update lab.role_held set valid_to = null where person_id = $1`, [server.person(persona)])
}

describe('a report', () => {
  it('is not received by somebody of the family, though they are named and work there', async () => {
    const ends = await worksAt('jonas', 'child-welfare')
    await owner(
      `insert into lab.report_receiver (municipality_id, id, party_id, person_id, valid_from) values ($1, $2, $3, $4, now() - interval '1 day')`,
      [town(), randomUUID(), server.party('child-welfare'), server.person('jonas')],
    )
    expect((await get('tor', home('/report'))).text).toContain('Siri Haug')
    expect((await get('tor', home('/report'))).text).not.toContain('Jonas')
    const reportId = randomUUID()
    expect(await report('tor', { reportId })).toEqual(done)
    expect((await get('siri', '/api/reports')).text).toContain('alene hjemme')
    expect((await get('jonas', '/api/reports')).text).not.toContain('alene hjemme')
    expect(await post('jonas', `/api/reports/${reportId}/receive`)).toEqual({ refused: 'not-found' })
    const seen = await server.as('jonas', (tx) => sql`select id from lab.report`.execute(tx))
    expect(seen.rows).toEqual([])
    await ends()
    await owner('delete from lab.report_receiver where person_id = $1', [server.person('jonas')])
  })

  it('is no longer its author’s when they have left the service', async () => {
    expect((await get('tor', '/api/reports')).text).toContain('alene hjemme')
    const back = await leavesWork('tor')
    expect((await get('tor', '/api/reports')).text).not.toContain('alene hjemme')
    await back()
  })
})

describe('an act', () => {
  const actId = randomUUID()
  it('lets its receiver read while they work where they received it, and not afterwards', async () => {
    expect(await post('solveig', home('/acts'), anAct({ actId, ...later }))).toEqual(done)
    expect((await get('mona', home('/cloth'))).status).toBe(200)
    const back = await leavesWork('mona')
    expect((await get('mona', home('/cloth'))).status).toBe(404)
    expect((await get('mona', '/api/acts')).text).not.toContain(actId)
    await back()
  })

  it('that is not told is nothing to the privacy officer either, nor to what the rules find', async () => {
    await reviewTrace(server.system)
    const before = (await get('ingvild', '/api/trace')).text
    expect((await get('mona', home('/cloth'))).status).toBe(200)
    expect((await get('ingvild', '/api/trace')).text).toBe(before)
    await owner(
      `update lab.opening set from_at = ((lab.today() - 1) + time '23:00') at time zone 'Europe/Oslo' where act_id = $1`,
      [actId],
    )
    await reviewTrace(server.system)
    expect((await get('ingvild', '/api/trace')).text).toBe(before)
  })

  it('is looked after when it has been told, however long ago it was read by', async () => {
    await owner(`update lab.opening set from_at = from_at - interval '12 days' where act_id = $1`, [actId])
    await owner(`update lab.act set tell_on = lab.today() where id = $1`, [actId])
    await tellDueActs(server.system)
    await reviewTrace(server.system)
    const { reviews } = trace.parse((await get('ingvild', '/api/trace')).json())
    expect(reviews.map(({ readerId, rule }) => [readerId, rule])).toContainEqual([server.person('mona'), 'night'])
    await owner(`update lab.act set ended_at = now() where id = $1`, [actId])
  })

  it('is told to a guardian when it lies within the mandate, and else not', async () => {
    const id = randomUUID()
    const guards = (areas: string[]) =>
      owner(
        `insert into lab.responsibility (municipality_id, id, person_id, holder_id, kind, areas, source, valid_from)
         values ($1, $2, $3, $4, 'guardian', $5, 'court', now() - interval '1 day') on conflict (municipality_id, id) do update set areas = excluded.areas`,
        [town(), id, server.person('noor'), server.person('magda'), areas],
      )
    const told = async () => sharedByLaw.parse((await get('magda', home('/shared'))).json()).acts.map((act) => act.id)
    await guards(['economy'])
    expect(await told()).not.toContain(actId)
    await guards(['housing'])
    expect(await told()).toContain(actId)
    await owner('delete from lab.responsibility where id = $1', [id])
  })

  it('is for nobody who is of the family: not who has moved out, nor who answers for a child there', async () => {
    const ends = await worksAt('magda', 'health-clinic')
    const receiver = { personId: server.person('magda'), partyId: server.party('health-clinic') }
    await owner(
      `insert into lab.member (municipality_id, family_id, person_id, relation, mark, position, valid_from, valid_to)
       values ($1, $2, $3, 'partner', 1, 9, now() - interval '9 days', now() - interval '1 day')`,
      [town(), server.family('hansen-ali'), server.person('magda')],
    )
    expect(await post('solveig', home('/acts'), anAct({ receiver }))).toEqual({ refused: 'act-receiver-unknown' })
    await owner('delete from lab.member where family_id = $1 and person_id = $2', [
      server.family('hansen-ali'),
      server.person('magda'),
    ])
    await ends()
  })
})

describe('the privacy officer', () => {
  it('looks after no reading of a family they are of', async () => {
    const ends = await worksAt('jonas', null, 'privacy_officer')
    await get('nina', home('/cloth'))
    await denialsOf(server, 1)
    await reviewTrace(server.system)
    const inVain = async (persona: string) => {
      const { denials, people, reviews } = trace.parse((await get(persona, '/api/trace')).json())
      return {
        denials: denials.length,
        nina: people.some(({ id }) => id === server.person('nina')),
        reviews: reviews.length,
      }
    }
    expect(await inVain('ingvild')).toMatchObject({ denials: 1, nina: true })
    expect(await inVain('jonas')).toEqual({ denials: 0, nina: false, reviews: 0 })
    const seen = await server.as('jonas', (tx) =>
      sql`select id from lab.opening o where id not in (select lab.my_openings())
        and family_id in (select f.family_id from lab.my_families() f where f.way = 'member')`.execute(tx),
    )
    expect(seen.rows).toEqual([])
    await ends()
  })
})

describe('whether readers are named', () => {
  it('is what the administrators have chosen, and they alone', async () => {
    await get('tor', home('/cloth'))
    const names = async () => looked.parse((await get('jonas', home('/looked'))).json()).visits.map(({ name }) => name)
    expect(await names()).toContain('Tor')
    const changeId = randomUUID()
    const proposal = { kind: 'setting', subject: 'trace.names', after: { value: false, from: today } }
    await post('frode', '/api/administration/changes', { changeId, proposal, why: 'Kommunestyret, sak 14/26' })
    expect(await post('ingunn', `/api/administration/changes/${changeId}/settle`, { outcome: 'effective' })).toEqual(
      done,
    )
    expect(await names()).not.toContain('Tor')
    await owner(`delete from lab.municipality_setting where key = 'trace.names'`)
  })
})

describe('one administrator alone', () => {
  const propose = (proposal: object) =>
    server.as('frode', (tx) =>
      sql`select lab.propose_change(${randomUUID()}, ${(proposal as { kind: string }).kind}, ${(proposal as { subject: string }).subject},
        ${JSON.stringify((proposal as { after: object }).after)}::jsonb, 'Kommunestyret, sak 14/26') as waits`
        .execute(tx)
        .then(({ rows }) => (rows[0] as { waits: boolean }).waits),
    )
  it('does not end what another holds by calling it by another spelling of its id', async () => {
    const { rows } = await owner(`select id from lab.role_held where person_id = $1 and role = 'administrator'`, [
      server.person('ingunn'),
    ])
    const subject = String(rows[0]?.id).toUpperCase()
    const after = {
      personId: server.person('tor'),
      role: 'caseworker',
      partyId: server.party('nav'),
      from: today,
      to: today,
    }
    await expect(propose({ kind: 'role', subject, after })).rejects.toThrow()
  })

  it('gets no mandate by way of a role they hold themself, neither by their own hand nor by their own yes', async () => {
    const ends = await worksAt('frode', 'nav')
    const after = {
      partyId: server.party('nav'),
      personId: null,
      role: 'caseworker',
      kinds: ['agreement'],
      amountOre: 9_000_000,
      totalOre: null,
      source: 'Kommunedirektøren',
      from: today,
      to: addDays(today, 100),
    }
    const proposal = { kind: 'mandate', subject: randomUUID(), after }
    const why = 'Kommunestyret, sak 14/26'
    expect(await post('frode', '/api/administration/changes', { changeId: randomUUID(), proposal, why })).toEqual({
      done: true,
      waits: true,
    })
    await ends()
  })

  it('learns no name of somebody who does not work here', async () => {
    const asked = await server.as('frode', (tx) =>
      sql`select lab.register_now('person', ${server.person('amina')}) as now`.execute(tx),
    )
    expect(asked.rows).toEqual([{ now: null }])
  })
})

describe('a yes said aloud that nobody has vouched for', () => {
  it('is nothing to the service that would receive it', async () => {
    const said = {
      giverId: server.person('amina'),
      partyId: server.party('school'),
      purpose: 'make_and_follow_plan',
      saidOn: today,
      language: 'nb',
      textVersion: '2026-11',
      areas: ['leisure'],
      persons: [server.person('amina')],
      until: addMonths(today, 6),
      witnessId: server.person('tor'),
    }
    const asKari = async () =>
      (await server.as('kari', (tx) => sql`select id from lab.consent where channel = 'oral'`.execute(tx))).rows.length
    const answer = (await post('solveig', home('/consents/record'), said)) as { consentIds?: string[] }
    const id = answer.consentIds?.[0]
    expect(id, JSON.stringify(answer)).toBeDefined()
    expect(await asKari()).toBe(0)
    expect(await post('tor', home(`/consents/${id}/hear`))).toMatchObject(done)
    expect(await asKari()).toBe(1)
  })
})

describe('a code of somebody who is here already', () => {
  it('does not give their place at home to who was born the same day', async () => {
    const code = tokenHash('en-kode-til')
    const { rows } = await owner(`select to_char(born, 'DDMMYY') as born from lab.birth where person_id = $1`, [
      server.person('amina'),
    ])
    await owner(
      `insert into lab.invitation (municipality_id, id, person_id, code_hash, ends_at) values ($1, $2, $3, $4, now() + interval '1 day')`,
      [town(), randomUUID(), server.person('amina'), code],
    )
    const claim = async (known: string) =>
      (
        await server.system.query<{ person: string | null }>('select lab.claim_invitation($1, $2, $3, $4) as person', [
          town(),
          code,
          known,
          rows[0]?.born,
        ])
      ).rows[0]
    const twin = server.person('nina')
    expect((await claim(twin))?.person).toBeNull()
    const still = await owner('select 1 from lab.member where family_id = $1 and person_id = $2', [
      server.family('hansen-ali'),
      server.person('amina'),
    ])
    expect(still.rows).toHaveLength(1)
    expect((await claim(server.person('amina')))?.person).toBe(server.person('amina'))
  })
})
