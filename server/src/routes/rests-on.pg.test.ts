import { addDays, dayInOslo } from '@velferdslab/core/dates'
import { plan, type Plan } from '@velferdslab/core/plan'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
})
afterAll(() => server.close())

const today = dayInOslo(new Date())
const planOf = async (persona: string, family = 'hansen-ali'): Promise<Plan> =>
  plan.parse((await server.call(persona, 'GET', `/api/families/${server.family(family)}/plan`)).json())
const evening = (seen: Plan) => seen.decisions.find(({ words }) => words.what === 'Barnepass én kveld i måneden')
const outside = {
  area: 'economy',
  on: today,
  words: { what: 'Avslag på støtte til tannlege', ground: 'sosialtjenesteloven § 18' },
}
const record = (more: object = {}) =>
  server.call('tor', 'POST', `/api/families/${server.family('hansen-ali')}/outside-decisions`, {
    commandId: randomUUID(),
    decisionId: randomUUID(),
    partyId: server.party('nav'),
    persons: [server.person('jonas')],
    ...outside,
    ...more,
  })

describe('the version of the rules a decision rests on', () => {
  it('is written by nobody but the database: what somebody sends along is refused, or replaced by what is so', async () => {
    await expect(
      server.as(
        'solveig',
        (tx) =>
          sql`insert into lab.decided (municipality_id, family_id, decision_id, version, mandate_id, decided_by, rests_on)
            select municipality_id, family_id, decision_id, version, mandate_id, decided_by, '[]' from lab.decided limit 1`.execute(
            tx,
          ),
        'hansen-ali',
      ),
    ).rejects.toThrow('permission denied')
    const forged = await server.as(
      'tor',
      async (tx) => {
        const id = randomUUID()
        await sql`insert into lab.outside_decision (municipality_id, id, family_id, party_id, area, about_id, author_id, decided_on, sealed, rests_on)
          select municipality_id, ${id}, family_id, party_id, area, about_id, lab.current_person(), decided_on, sealed, '[{"rule":"forged"}]'
          from lab.outside_decision where party_id = ${server.party('nav')} limit 1`.execute(tx)
        return (await sql<{ rests_on: object }>`select rests_on from lab.outside_decision where id = ${id}`.execute(tx))
          .rows[0]?.rests_on
      },
      'hansen-ali',
    )
    expect(JSON.stringify(forged)).toContain('"sotjl_44"')
    expect(JSON.stringify(forged)).not.toContain('forged')
  })

  it('is the age by which it was found whose yes it needs, and what its service keeps confidential', async () => {
    const seen = await planOf('amina')
    expect(evening(seen)?.decided?.restsOn).toEqual([
      { rule: 'consent_age', law: 'verjemålsloven § 9', age: 18, from: '2000-01-01' },
      { rule: 'confidentiality_rule', law: 'Forvaltningsloven § 13', age: null, from: '1978-01-01' },
    ])
    expect(seen.decisions.filter(({ decided }) => !decided).length).toBeGreaterThan(0)
    expect((await planOf('jonas')).outside[0]?.restsOn?.map(({ law }) => law)).toEqual([
      'Forvaltningsloven § 13',
      'NAV-loven § 7',
      'Sosialtjenesteloven § 44',
    ])
  })

  it('is that of an outside decision on the day it was decided, and not of the day it is written down', async () => {
    await server.owner.query(
      `insert into lab.confidentiality_rule (municipality_id, sector, code, valid_from, statute, paragraph, title_nb, title_nn, title_en, source)
       values ($1, 'nav', 'fvl_13', $2, 'Forvaltningslova 2025', '§ 30', 'x', 'x', 'x', 'https://lovdata.no/')`,
      [server.town.municipality, today],
    )
    expect((await record({ on: addDays(today, -1) })).json()).toMatchObject({ done: true })
    expect((await record({ words: { ...outside.words, what: 'Avslag på ny seng' } })).json()).toMatchObject({
      done: true,
    })
    const seen = (await planOf('jonas')).outside
    const lawsOf = (what: string) => seen.find(({ words }) => words.what === what)?.restsOn?.map(({ law }) => law) ?? []
    expect(lawsOf(outside.words.what)).toContain('Forvaltningsloven § 13')
    expect(lawsOf('Avslag på ny seng')).toContain('Forvaltningslova 2025 § 30')
  })

  it('stays what it was when the rule gets a new version', async () => {
    await server.owner.query(
      `insert into lab.consent_age (municipality_id, area, valid_from, from_age, source) values ($1, $2, $3, 15, 'ny lov § 1')`,
      [server.town.municipality, evening(await planOf('amina'))?.area, today],
    )
    expect(evening(await planOf('amina'))?.decided?.restsOn?.[0]).toMatchObject({ age: 18, from: '2000-01-01' })
  })

  it('is empty for what was decided before it was kept, and nothing is made up for it', async () => {
    await server.owner.query('update lab.outside_decision set rests_on = null')
    expect((await planOf('jonas')).outside.map(({ restsOn }) => restsOn)).toEqual([null, null, null])
  })
})
