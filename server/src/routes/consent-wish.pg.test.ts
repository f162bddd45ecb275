import { consentPicture } from '@velferdslab/core/consent'
import { familyHome } from '@velferdslab/core/family'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { aFamilyAtDoor, type FamilyAtDoor } from '../../testing/family-at-door.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
let family: FamilyAtDoor
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
  family = await aFamilyAtDoor(server, 'Tiril Berg')
  await family.accept()
  await family.lead('solveig')
  await family.letLeaderRead()
})
afterAll(() => server.close())

const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const reason = 'Barnevernet kan gi råd om avlastning.'
const wish = (by: string, more: object = {}) =>
  family.post(by, '/wishes', {
    wishId: randomUUID(),
    partyId: server.party('child-welfare'),
    areas: ['upbringing'],
    persons: [server.person('tiril')],
    until: daysFromNow(90),
    reason,
    ...more,
  })

describe('a wish', () => {
  it('is the leader’s to say: not another’s, not the family’s, and not by plain SQL', async () => {
    for (const persona of ['tiril', 'berit', 'siri', 'pal', 'amina'])
      expect(await wish(persona), persona).toEqual({ refused: 'not-found' })
    const byHand = (person: string, party: string) => sql`
      insert into lab.consent_wish (municipality_id, id, family_id, party_id, wished_by, areas, persons, until, sealed_reason)
      values (lab.current_municipality(), ${randomUUID()}, ${family.id}, ${party}, lab.current_person(), array['upbringing'], array[${person}::uuid],
        lab.today(), '\\x00'::bytea)`
    const school = server.party('school')
    for (const [persona, person, party] of [
      ['tor', server.person('tiril'), school],
      ['tiril', server.person('tiril'), school],
      ['solveig', server.person('amina'), school],
      ['solveig', server.person('tiril'), server.party('torbjorn')],
    ] as const)
      await expect(server.as(persona, (tx) => byHand(person, party).execute(tx))).rejects.toThrow('row-level security')
  })

  it('is about people of the family, to a service, and for a year at most', async () => {
    expect(await wish('solveig', { persons: [server.person('amina')] })).toEqual({ refused: 'consent-wish-nobody' })
    expect(await wish('solveig', { partyId: server.party('lab') })).toEqual({ refused: 'consent-wish-service-unknown' })
    expect(await wish('solveig', { until: daysFromNow(400) })).toEqual({ refused: 'consent-too-long' })
    expect(await wish('solveig', { until: daysFromNow(-2) })).toEqual({ refused: 'consent-end-passed' })
  })

  it('is read with its reason by who answers, and gives nobody anything', async () => {
    const services = async () => consentPicture.parse(await family.get('tiril', '/consents')).services
    expect((await services()).map(({ name }) => name)).not.toContain('Barnevernet')
    expect(await wish('solveig')).toEqual({ done: true })
    const asked = (await services()).find(({ name }) => name === 'Barnevernet')
    expect(asked).toMatchObject({ wish: { by: 'Solveig', areas: ['upbringing'], reason }, mine: [], seatedBy: [] })
    expect(asked?.squares.filter(({ state }) => state !== 'no')).toEqual([])
    expect(familyHome.parse(await family.get('tiril', '')).unanswered.map(({ name }) => name)).toContain('Barnevernet')
    expect(await family.get('siri', '')).toEqual({ refused: 'not-found' })
  })
})
