import { sharedByLaw } from '@velferdslab/core/act'
import { myReports, reporting } from '@velferdslab/core/report'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => server.close())

const home = (path: string) => `/api/families/${server.family('hansen-ali')}${path}`
const done = { done: true }
const seen = 'Noor lå alene i senga klokka ni. Ingen voksne var hjemme på tjue minutter.'
const post = async (persona: string, path: string, body: object) =>
  (await server.call(persona, 'POST', path, { commandId: randomUUID(), ...body })).json() as object
const aReport = (more: object = {}) => ({
  reportId: randomUUID(),
  rule: 'bvl_13_2',
  partyId: server.party('nav'),
  toPartyId: server.party('child-welfare'),
  children: [server.person('noor')],
  seen,
  family: { is: 'told' },
  ...more,
})
const send = (persona: string, more: object = {}) => post(persona, home('/reports'), aReport(more))
const reportsOf = async (persona: string) =>
  myReports.parse((await server.call(persona, 'GET', '/api/reports')).json()).reports
const toldTo = async (persona: string) =>
  sharedByLaw.parse((await server.call(persona, 'GET', home('/shared'))).json()).told

describe('to report by law', () => {
  it('is for who works here and may open the family: to everybody else it is as if there were no such way', async () => {
    for (const persona of ['amina', 'jonas', 'sara', 'torbjorn', 'magda', 'berit', 'geir', 'siri', 'mona', 'kari']) {
      const never = await server.call(persona, 'GET', `/api/families/${randomUUID()}/report`)
      const real = await server.call(persona, 'GET', home('/report'))
      expect([real.status, real.text], persona).toEqual([404, never.text])
      expect(await send(persona), persona).toEqual({ refused: 'not-found' })
    }
  })

  it('shows the law for one’s own service, the children, and who receives by name', async () => {
    const tor = reporting.parse((await server.call('tor', 'GET', home('/report'))).json())
    expect(tor.reports.map(({ code }) => code)).toEqual(['bvl_13_2', 'sotjl_45'])
    expect(tor.averts.map(({ paragraph }) => paragraph)).toEqual(['§ 196'])
    expect(tor.receivers).toEqual([
      {
        partyId: server.party('child-welfare'),
        service: 'Barnevernet',
        inSentence: 'barnevernet',
        names: ['Siri Haug'],
      },
    ])
    expect(tor.children.map(({ name }) => name)).toEqual(['Sara', 'Elias', 'Noor'])
  })

  it('takes a rule of one’s own, somebody who receives, a child of the family, and what was seen', async () => {
    for (const rule of ['hpl_33', 'fvl_13b_7', 'never'])
      expect(await send('tor', { rule }), rule).toEqual({ refused: 'act-rule-not-yours' })
    expect(await send('tor', { partyId: server.party('school') })).toEqual({ refused: 'act-rule-not-yours' })
    expect(await send('tor', { toPartyId: server.party('school') })).toEqual({ refused: 'report-nobody-receives' })
    expect(await send('tor', { children: [] })).toEqual({ refused: 'report-which-child' })
    for (const child of ['oskar', 'jonas'])
      expect(await send('tor', { children: [server.person(child)] }), child).toEqual({ refused: 'report-which-child' })
    expect(await send('tor', { seen: 'Kort.' })).toMatchObject({ refused: 'not-valid' })
    expect(await send('tor', { family: { is: 'not-told', why: 'Nei.' } })).toMatchObject({ refused: 'not-valid' })
  })
})

describe('a report', () => {
  const reportId = randomUUID()
  it('is read by its author and the named receiver, and leaves nothing in the family', async () => {
    const family = server.family('hansen-ali')
    const counted = () =>
      server.owner.query(
        `select (select seq from lab.chain_head where chain_id = $1) as seq, (select count(*) from lab.event where family_id = $1) as events,
          (select count(*) from lab.notice where family_id = $1) as notices`,
        [family],
      )
    const before = (await counted()).rows
    expect(await send('tor', { reportId })).toEqual(done)
    expect((await counted()).rows).toEqual(before)
    expect(await reportsOf('tor')).toMatchObject([{ id: reportId, isMine: true, mayReceive: false, words: { seen } }])
    expect(await reportsOf('siri')).toMatchObject([
      { id: reportId, isMine: false, mayReceive: true, children: [{ name: 'Noor Hansen Ali' }], words: { seen } },
    ])
    // Who receives knows what was reported, and nothing else of the family.
    expect((await server.call('siri', 'GET', home('/cloth'))).status).toBe(404)
  })

  const everybodyElse = [
    'amina',
    'jonas',
    'sara',
    'torbjorn',
    'solveig',
    'kari',
    'mona',
    'berit',
    'geir',
    'hanne',
    'magda',
  ]
  it('is nothing to everybody else, not in any table and not in any answer', async () => {
    for (const persona of everybodyElse) {
      expect(await reportsOf(persona), persona).toEqual([])
      for (const path of ['receive', 'tell']) {
        const body =
          path === 'tell' ? { personId: server.person('amina'), words: 'Dette er en prøve på å si det.' } : {}
        expect(await post(persona, `/api/reports/${reportId}/${path}`, body), persona).toEqual({ refused: 'not-found' })
      }
      const rows = await server.as(
        persona,
        async (tx) =>
          (
            await sql<{ n: number }>`select (select count(*) from lab.report) + (select count(*) from lab.report_told) +
              (select count(*) from lab.event where kind like 'report.%') as n`.execute(tx)
          ).rows,
        'hansen-ali',
      )
      expect(rows, persona).toEqual([{ n: 0 }])
    }
  })

  it('opens by no key of the family', async () => {
    const { rows } = await server.owner.query<{ municipality_id: string; wrapped: Buffer }>(
      'select municipality_id, wrapped from lab.report where id = $1',
      [reportId],
    )
    const row = rows[0] as { municipality_id: string; wrapped: Buffer }
    expect(() => server.ring.openKey(row.municipality_id, server.family('hansen-ali'), row.wrapped)).toThrow(
      'sealed bytes',
    )
    expect(server.ring.openKey(row.municipality_id, reportId, row.wrapped)).toHaveLength(32)
  })

  it('is taken on once, by who receives; not by its author', async () => {
    expect(await post('tor', `/api/reports/${reportId}/receive`, {})).toEqual({ refused: 'not-found' })
    expect(await post('siri', `/api/reports/${reportId}/receive`, {})).toEqual(done)
    expect(await post('siri', `/api/reports/${reportId}/receive`, {})).toEqual({ refused: 'not-found' })
    expect((await reportsOf('tor'))[0]).toMatchObject({ receivedBy: 'Siri Haug' })
  })

  it('is told to one person at home: that one reads what they were told, and the others still find nothing', async () => {
    const words = 'NAV har meldt fra om Noor til oss. Vi vil gjerne snakke med deg i morgen.'
    const tell = (persona: string, who: string) =>
      post(persona, `/api/reports/${reportId}/tell`, { personId: server.person(who), words })
    expect(await tell('siri', 'magda')).toEqual({ refused: 'not-found' })
    expect(await tell('siri', 'amina')).toEqual(done)
    expect(await tell('tor', 'amina')).toEqual({ refused: 'report-already-told' })
    expect(await toldTo('amina')).toMatchObject([
      { words, from: 'NAV', to: 'barnevernet', rule: { statute: 'Barnevernsloven', paragraph: '§ 13-2' } },
    ])
    for (const persona of ['jonas', 'sara', 'solveig']) expect(await toldTo(persona), persona).toEqual([])
    expect(await reportsOf('amina')).toEqual([])
    expect((await server.call('amina', 'GET', home('/shared'))).text).not.toContain(seen.slice(0, 20))
    expect((await reportsOf('siri'))[0]?.members.filter(({ isTold }) => isTold).map(({ name }) => name)).toEqual([
      'Amina',
    ])
  })

  it('is no longer read by who no longer receives, or no longer works there', async () => {
    const lose = (what: string) =>
      server.owner.query(`update lab.${what} set valid_to = now() where person_id = $1`, [server.person('siri')])
    const regain = (what: string) =>
      server.owner.query(`update lab.${what} set valid_to = null where person_id = $1`, [server.person('siri')])
    for (const what of ['report_receiver', 'role_held']) {
      await lose(what)
      expect(await reportsOf('siri'), what).toEqual([])
      await regain(what)
      expect(await reportsOf('siri'), what).toHaveLength(1)
    }
  })
})

describe('past the rules, by plain SQL', () => {
  const refused = (persona: string, statement: ReturnType<typeof sql>) =>
    expect(
      server.as(persona, (tx) => statement.execute(tx), 'hansen-ali'),
      persona,
    ).rejects.toThrow(/permission denied|no rule|nobody receives|about a child|not found/)
  const byFunction = (how: { rule?: string; party?: 'nav' | 'school'; to?: 'school'; children?: string[] } = {}) =>
    sql`select lab.send_report(gen_random_uuid(), ${server.family('hansen-ali')}, ${how.rule ?? 'bvl_13_2'}, ${server.party(how.party ?? 'nav')},
      ${server.party(how.to ?? 'child-welfare')}, ${(how.children ?? ['noor']).map((one) => server.person(one))}::uuid[], '\\x00', '\\x00', null, '')`

  it('nobody writes, changes or takes away a report, or names themself to receive', async () => {
    for (const persona of ['tor', 'siri', 'amina', 'berit']) {
      await refused(persona, sql`update lab.report set sent_at = now()`)
      await refused(persona, sql`delete from lab.report_told`)
      await refused(
        persona,
        sql`insert into lab.report_receiver (municipality_id, id, party_id, person_id, valid_from)
        values (lab.current_municipality(), gen_random_uuid(), ${server.party('child-welfare')}, lab.current_person(), now())`,
      )
    }
  })
  it('the function looks at everything again', async () => {
    for (const persona of ['amina', 'torbjorn', 'berit', 'siri', 'mona', 'solveig'])
      await refused(persona, byFunction())
    for (const how of [
      { rule: 'hpl_33' },
      { rule: 'fvl_13b_7' },
      { party: 'school' as const },
      { to: 'school' as const },
      { children: [] },
      { children: ['jonas'] },
      { children: ['oskar'] },
    ])
      await refused('tor', byFunction(how))
  })
})
