import { familyLaw } from '@velferdslab/core/act'
import { consentTextVersion } from '@velferdslab/core/consent'
import { addDays, dayInOslo } from '@velferdslab/core/dates'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => server.close())

const today = dayInOslo(new Date())
const propose = (kind: string, subject: string, after: object) =>
  server
    .call('frode', 'POST', '/api/administration/changes', {
      commandId: randomUUID(),
      changeId: randomUUID(),
      proposal: { kind, subject, after },
      why: 'Kommunestyret, sak 15/26',
    })
    .then((answer) => answer.json())
const lawOf = (persona: string) => server.call(persona, 'GET', `/api/families/${server.family('hansen-ali')}/law`)
const sectorOf = async (party: string) =>
  (
    await server.owner.query<{ sector: string }>('select sector from lab.service_sector where party_id = $1', [party])
  ).rows.map(({ sector }) => sector)

/** A service that an administrator adds on the page, where Mona begins to work, and which Amina lets know about work. */
async function added(serviceType: string): Promise<string> {
  const party = randomUUID()
  const { rows } = await server.owner.query<{ id: string }>(
    `select id from lab.organisation where name = 'Fjordvik kommune'`,
  )
  const service = {
    organisationId: rows[0]?.id,
    name: `Ny tjeneste ${serviceType}`,
    inSentence: `den nye tjenesten ${serviceType}`,
    inSentenceNn: `den nye tenesta ${serviceType}`,
    inSentenceEn: `the new service ${serviceType}`,
    serviceType,
    declarationRequired: false,
    opensOn: today,
    closesOn: null,
  }
  const role = { personId: server.person('mona'), role: 'caseworker', partyId: party, from: today, to: null }
  expect(await propose('service', party, service)).toEqual({ done: true, waits: false })
  expect(await propose('role', randomUUID(), role)).toEqual({ done: true, waits: false })
  await server.owner.query(
    `insert into lab.seat (municipality_id, id, family_id, person_id, party_id, role, mark, asked_at, asked_by, approved_at, approved_by, valid_from)
     values ($1, $2, $3, $4, $5, 'member', 3, now(), $6, now(), $7, now())`,
    [
      server.town.municipality,
      randomUUID(),
      server.family('hansen-ali'),
      server.person('mona'),
      party,
      server.person('solveig'),
      server.person('amina'),
    ],
  )
  const yes = await server.call('amina', 'POST', `/api/families/${server.family('hansen-ali')}/consents`, {
    commandId: randomUUID(),
    partyId: party,
    purpose: 'make_and_follow_plan',
    areas: ['work'],
    persons: [server.person('amina')],
    until: addDays(today, 30),
    language: 'nb',
    textVersion: consentTextVersion,
  })
  expect(yes.json()).toMatchObject({ done: true })
  return party
}

describe('a service that is added on the administration page', () => {
  it('has no rule of law when it is no public body: voluntary and business tell nothing by these', async () => {
    const party = await added('voluntary')
    expect(await sectorOf(party)).toEqual([])
    expect((await lawOf('mona')).status).toBe(404)
  })

  it('can choose the rules of its sector the same day', async () => {
    const party = await added('mental_health')
    expect(await sectorOf(party)).toEqual(['health'])
    const law = familyLaw.parse((await lawOf('mona')).json())
    expect(law.mine.map(({ partyId }) => partyId)).toContain(party)
    const rules = law.exceptions.map(({ code }) => code)
    expect(rules).toContain('hpl_23')
    expect(rules).not.toContain('sotjl_44')
  })

  it('has the rules of another sector from the day the rows say so, and not a day before', async () => {
    const of = async () => sectorOf(server.party('kindergarten'))
    const from = (day: string) =>
      server.owner.query(
        `insert into lab.sector_of_type (municipality_id, service_type, valid_from, sector, source) values ($1, 'kindergarten', $2, 'other', 'prøve')`,
        [server.town.municipality, day],
      )
    await from(addDays(today, 1))
    expect(await of()).toEqual(['kindergarten'])
    await from(today)
    expect(await of()).toEqual(['other'])
  })
})
