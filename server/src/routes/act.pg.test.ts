import { familyLaw, myActs, sharedByLaw } from '@velferdslab/core/act'
import { addDays, dayInOslo } from '@velferdslab/core/dates'
import { tellDueActs } from '@velferdslab/db/jobs'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'
import { aNote } from '../../testing/command-bodies.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => server.close())

const today = dayInOslo(new Date())
const necessity = 'Mona må vite om boligen før hjemmebesøket i dag.'
const because = 'Det kan bli utrygt for barna hvis det blir kjent nå.'
const home = (path = '') => `/api/families/${server.family('hansen-ali')}${path}`
const done = { done: true }
const post = async (persona: string, path: string, body: object) =>
  (await server.call(persona, 'POST', path, { commandId: randomUUID(), ...body })).json() as object
const anAct = (more: object = {}) => ({
  actId: randomUUID(),
  rule: 'fvl_13b_7',
  partyId: server.party('lab'),
  receiver: { personId: server.person('mona'), partyId: server.party('health-clinic') },
  areas: ['housing'],
  until: addDays(today, 5),
  necessity,
  tell: { when: 'now' },
  ...more,
})
const record = (persona: string, more: object = {}) => post(persona, home('/acts'), anAct(more))
const actsOf = async (persona: string) => myActs.parse((await server.call(persona, 'GET', '/api/acts')).json())
const sharedTo = async (persona: string) =>
  sharedByLaw.parse((await server.call(persona, 'GET', home('/shared'))).json())
const statusOf = async (persona: string, path: string) => (await server.call(persona, 'GET', home(path))).status

describe('to let another read by law', () => {
  it('is for somebody of a service who may open the family: the family itself, a trusted person and a stranger find nothing there', async () => {
    for (const persona of ['amina', 'sara', 'torbjorn', 'berit', 'geir', 'mona', 'siri', 'kari', 'magda']) {
      expect(await statusOf(persona, '/law'), persona).toBe(404)
      expect(await record(persona), persona).toEqual({ refused: 'not-found' })
    }
  })

  it('shows the rules of one’s own service, and the areas one reads oneself', async () => {
    const tor = familyLaw.parse((await server.call('tor', 'GET', home('/law'))).json())
    expect(tor.exceptions.map(({ code }) => code)).toEqual(['fvl_13b_2', 'fvl_13b_7', 'sotjl_44', 'nav_7'])
    expect(tor.areas).toEqual(['work', 'housing', 'economy', 'common'])
    expect(tor.receivers.map(({ name }) => name)).not.toContain('Tor Myhre')
  })

  it('takes a rule of one’s own, a receiver in a service, areas one reads, the rule’s time, and why', async () => {
    for (const rule of ['hpl_23', 'fvl_13b_4', 'bvl_13_2', 'never'])
      expect(await record('solveig', { rule }), rule).toEqual({ refused: 'act-rule-not-yours' })
    expect(await record('tor')).toEqual({ refused: 'act-rule-not-yours' })
    const stranger = { personId: server.person('geir'), partyId: server.party('nav') }
    expect(await record('solveig', { receiver: stranger })).toEqual({ refused: 'act-receiver-unknown' })
    const ofNav = { partyId: server.party('nav'), rule: 'nav_7' }
    expect(await record('tor', { ...ofNav, areas: ['housing', 'mental_health'] })).toEqual({
      refused: 'act-area-not-yours',
    })
    expect(await record('solveig', { until: addDays(today, 15) })).toMatchObject({ refused: 'act-too-long' })
    expect(await record('solveig', { until: addDays(today, -1) })).toMatchObject({ refused: 'act-too-long' })
    expect(await record('solveig', { necessity: 'Kort.' })).toMatchObject({ refused: 'not-valid' })
    const later = (on: string) => ({ tell: { when: 'later', on, because } })
    expect(await record('solveig', later(today))).toMatchObject({ refused: 'act-not-to-delay' })
    expect(await record('solveig', { rule: 'fvl_13b_3', ...later(addDays(today, 2)) })).toMatchObject({
      refused: 'act-not-to-delay',
    })
  })
})

describe('an act that is told', () => {
  const actId = randomUUID()
  it('lets its receiver read what it names, and nothing else, and never write', async () => {
    expect(await statusOf('mona', '/cloth')).toBe(404)
    expect(await record('solveig', { actId })).toEqual(done)
    const { notes } = await server.clothOf('mona', 'hansen-ali')
    expect(new Set(notes.map(({ area }) => area))).toEqual(new Set(['housing']))
    expect(await post('mona', home('/notes'), aNote({ area: 'housing' }))).toEqual({ refused: 'not-found' })
    expect(await statusOf('mona', '/law')).toBe(404)
    const [mine] = (await actsOf('mona')).forMe
    expect(mine).toMatchObject({ necessity, by: { name: 'Solveig Strand' }, rule: { paragraph: '§ 13 b nr. 7' } })
  })

  it('is told at once to the family from sixteen and its leader, without the reason; to nobody else', async () => {
    for (const persona of ['amina', 'jonas', 'solveig']) {
      const { acts } = await sharedTo(persona)
      expect(acts, persona).toMatchObject([{ id: actId, receiver: { name: 'Mona Vik', service: 'Helsestasjonen' } }])
    }
    expect((await server.call('amina', 'GET', home('/shared'))).text).not.toContain(necessity.slice(0, 12))
    expect((await sharedTo('sara')).acts).toEqual([])
    for (const persona of ['tor', 'berit', 'siri']) expect(await statusOf(persona, '/shared'), persona).toBe(404)
  })

  it('ends when who did it, or who received it, ends it; not by another', async () => {
    for (const persona of ['tor', 'amina', 'siri'])
      expect(await post(persona, `/api/acts/${actId}/end`, {}), persona).toEqual({ refused: 'not-found' })
    expect(await post('mona', `/api/acts/${actId}/end`, {})).toEqual(done)
    expect(await statusOf('mona', '/cloth')).toBe(404)
    expect(await post('solveig', `/api/acts/${actId}/end`, {})).toEqual({ refused: 'not-found' })
    expect((await sharedTo('amina')).acts[0]?.endedAt).not.toBeNull()
  })
})

describe('an act that is told later', () => {
  const actId = randomUUID()
  it('lets its receiver read, and nobody else notices that there is one', async () => {
    const chain = async () =>
      (
        await server.owner.query<{ seq: number }>('select seq from lab.chain_head where chain_id = $1', [
          server.family('hansen-ali'),
        ])
      ).rows
    const before = await chain()
    const later = { tell: { when: 'later', on: addDays(today, 3), because } }
    expect(await record('solveig', { actId, ...later })).toEqual(done)
    expect(await statusOf('mona', '/cloth')).toBe(200)
    expect(await chain()).toEqual(before)
    for (const persona of ['amina', 'jonas', 'sara'])
      expect(
        (await sharedTo(persona)).acts.map(({ id }) => id),
        persona,
      ).not.toContain(actId)
    for (const persona of ['amina', 'jonas', 'tor', 'berit', 'geir', 'siri'])
      for (const table of ['act', 'act_reason', 'event'])
        expect(
          (
            await server.as(
              persona,
              (tx) =>
                sql`select 1 from lab.${sql.table(table)} where ${sql.ref(table === 'act' ? 'id' : table === 'event' ? 'subject_id' : 'act_id')} = ${actId}`.execute(
                  tx,
                ),
              'hansen-ali',
            )
          ).rows,
          `${persona} ${table}`,
        ).toEqual([])
    expect((await actsOf('solveig')).byMe[0]).toMatchObject({ necessity, delayReason: because, toldAt: null })
  })

  it('is told when the day has come, once, by the clock', async () => {
    expect(await tellDueActs(server.system)).toBe(0)
    await server.owner.query('update lab.act set tell_on = current_date where id = $1', [actId])
    expect(await tellDueActs(server.system)).toBe(1)
    expect(await tellDueActs(server.system)).toBe(0)
    expect((await sharedTo('amina')).acts.map(({ id }) => id)).toContain(actId)
  })
})

describe('past the rules, by plain SQL', () => {
  const refused = (persona: string, statement: ReturnType<typeof sql>) =>
    expect(
      server.as(persona, (tx) => statement.execute(tx), 'hansen-ali'),
      persona,
    ).rejects.toThrow(/permission denied|no rule|nobody of|not more|longer than|told at once/)
  const byFunction = (
    how: { rule?: string; party?: string; to?: string; areas?: string[]; days?: number; tellOn?: number } = {},
  ) =>
    sql`select lab.record_act(gen_random_uuid(), ${server.family('hansen-ali')}, ${how.rule ?? 'fvl_13b_7'}, ${server.party('lab')},
      ${server.person(how.to ?? 'mona')}, ${server.party('health-clinic')}, ${how.areas ?? ['housing']}::text[], now() + make_interval(days => ${how.days ?? 3}),
      ${how.tellOn === undefined ? null : addDays(today, how.tellOn)}::date, '\\x00', '\\x00', null, '')`

  it('nobody writes an act, tells it or takes it away', async () => {
    for (const persona of ['solveig', 'mona', 'amina', 'berit']) {
      await refused(
        persona,
        sql`insert into lab.act (municipality_id, id, family_id, person_id, kind, areas, ground, valid_from, valid_to)
        select lab.current_municipality(), gen_random_uuid(), ${server.family('hansen-ali')}, lab.current_person(), 'exception', '{housing}', 'x', now(), now() + interval '1 day'`,
      )
      await refused(persona, sql`update lab.act set valid_to = now() + interval '1 year'`)
      await refused(persona, sql`delete from lab.act`)
      await refused(persona, sql`select lab.tell_due_acts('')`)
    }
  })
  it('the function looks at everything again: who, which rule, to whom, which areas, how long, and when it is told', async () => {
    for (const persona of ['amina', 'berit', 'siri', 'torbjorn', 'tor']) await refused(persona, byFunction())
    for (const how of [
      { rule: 'hpl_23' },
      { rule: 'bvl_13_2' },
      { to: 'tor' },
      { areas: [] },
      { areas: ['housing', 'nowhere'] },
      { days: 40 },
      { tellOn: 0 },
      { tellOn: 40 },
      { rule: 'fvl_13b_2', tellOn: 2 },
    ])
      await refused('solveig', byFunction(how))
  })
})
