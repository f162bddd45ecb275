import { answeredAtDoor } from '@velferdslab/core/door-responsibility'
import { dayInOslo } from '@velferdslab/core/dates'
import { household } from '@velferdslab/core/household'
import { door } from '@velferdslab/core/referral'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { asOwner, sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

vi.setConfig({ testTimeout: 30_000 })

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
}, 60_000)
afterAll(() => server.close())

/** A mother who was sent here, with a child she has told of; nobody leads them yet. */
async function atDoor(name: string): Promise<{ family: string; mother: string; child: string }> {
  await server.call('anne', 'POST', '/api/referrals', {
    commandId: randomUUID(),
    referralId: randomUUID(),
    partyId: server.party('kindergarten'),
    name,
    born: '1994-05-17',
    relation: 'mother',
    language: 'nb',
    reach: 'call',
    contact: '400 00 111',
    hopes: 'Ro.',
    yes: { how: 'spoken', on: dayInOslo(new Date()) },
  })
  const { referrals } = door.parse((await server.call('berit', 'GET', '/api/door')).json())
  const family = referrals.find((each) => each.name === name)?.familyId as string
  const child = randomUUID()
  const town = server.town.municipality
  return asOwner(server, async (tx) => {
    await sql`insert into lab.person (municipality_id, id, name, called_name, initials) values (${town}, ${child}, 'Ada Lund', 'Ada', 'AL')`.execute(
      tx,
    )
    await sql`insert into lab.birth (municipality_id, person_id, born) values (${town}, ${child}, '2018-03-04')`.execute(
      tx,
    )
    await sql`insert into lab.member (municipality_id, family_id, person_id, relation, mark, position, valid_from)
      values (${town}, ${family}, ${child}, 'child', 2, 2, now())`.execute(tx)
    const { rows } = await sql<{ person_id: string }>`
      select person_id from lab.member where family_id = ${family} and relation = 'mother'`.execute(tx)
    return { family, mother: rows[0]?.person_id as string, child }
  })
}

const address = (family: string) => `/api/families/${family}/door/responsibilities`
const read = (persona: string, family: string) => server.call(persona, 'GET', address(family))
const record = (persona: string, family: string, more: Record<string, unknown>) =>
  server.call(persona, 'POST', address(family), {
    commandId: randomUUID(),
    responsibilityId: randomUUID(),
    holderName: null,
    kind: 'parental',
    areas: null,
    source: 'register',
    documentOn: null,
    until: null,
    ...more,
  })
const end = (persona: string, family: string, id: string) =>
  server.call(persona, 'POST', `${address(family)}/${id}/end`, { commandId: randomUUID() })
const answersFor = async (family: string, person: string) =>
  answeredAtDoor.parse((await read('berit', family)).json()).members.find(({ id }) => id === person)?.answersFor ?? []

describe('who answers for a child, at the door', () => {
  it('is neither read nor written by anybody but the core team: to them there is no such door', async () => {
    const { family, mother, child } = await atDoor('Gry Lund')
    for (const persona of ['anne', 'solveig', 'tor', 'frode', 'geir', 'ingvild', 'amina']) {
      const never = randomUUID()
      expect((await read(persona, family)).text, persona).toBe((await read(persona, never)).text)
      expect((await record(persona, family, { personId: child, holderId: mother })).text, persona).toBe(
        (await record(persona, never, { personId: child, holderId: mother })).text,
      )
    }
    expect(await answersFor(family, child)).toEqual([])
  })

  it('is not the core team’s in a family that somebody leads: there the leader writes it', async () => {
    const led = server.family('hansen-ali')
    const never = await read('berit', randomUUID())
    expect((await read('berit', led)).text).toBe(never.text)
    expect(
      (await record('berit', led, { personId: server.person('sara'), holderId: server.person('amina') })).status,
    ).toBe(404)
  })

  it('is not written where somebody must not be found, nor in the own family', async () => {
    const { family, mother, child } = await atDoor('Siri Skjult')
    await asOwner(server, (tx) =>
      sql`insert into lab.protection (municipality_id, id, person_id, level, source, valid_from, recorded_by)
        values (${server.town.municipality}, gen_random_uuid(), ${child}, 'strictly_confidential', 'register', lab.today(), ${mother})`.execute(
        tx,
      ),
    )
    expect((await read('berit', family)).status).toBe(404)
    expect((await record('berit', family, { personId: child, holderId: mother })).status).toBe(404)
    const own = await atDoor('Kari Egen')
    expect((await read('berit', own.family)).status).toBe(200)
    await asOwner(server, (tx) =>
      sql`insert into lab.birth (municipality_id, person_id, born) values (${server.town.municipality}, ${server.person('berit')}, '1980-01-01')
        on conflict do nothing`.execute(tx),
    )
    await asOwner(server, (tx) =>
      sql`insert into lab.member (municipality_id, family_id, person_id, relation, mark, position, valid_from)
        values (${server.town.municipality}, ${own.family}, ${server.person('berit')}, 'partner', 3, 3, now())`.execute(
        tx,
      ),
    )
    expect((await read('berit', own.family)).status).toBe(404)
  })

  it('has its source, its day and who wrote it down; the family reads the same, and it lies in the chain', async () => {
    const { family, mother, child } = await atDoor('Eva Lund')
    const id = randomUUID()
    expect(
      (
        await record('berit', family, { personId: child, holderId: mother, responsibilityId: id, source: 'court' })
      ).json(),
    ).toMatchObject({ refused: 'not-valid' })
    const said = { personId: child, holderId: mother, responsibilityId: id, source: 'court', documentOn: '2024-02-01' }
    expect((await record('berit', family, said)).json()).toEqual({ done: true })
    expect((await record('berit', family, said)).json()).toEqual({ refused: 'responsibility-already-there' })
    expect(await answersFor(family, child)).toMatchObject([
      { id, kind: 'parental', source: 'court', documentOn: '2024-02-01', recordedBy: 'Berit', holder: 'Eva' },
    ])
    const { rows } = await asOwner(server, (tx) =>
      sql<{ kind: string; data: object; actor_id: string }>`
        select kind, data, actor_id from lab.event where family_id = ${family} and subject_id = ${id}`.execute(tx),
    )
    expect(rows).toEqual([
      {
        kind: 'responsibility.recorded',
        data: { kind: 'parental', source: 'court' },
        actor_id: server.person('berit'),
      },
    ])
  })

  it('of somebody who is not of the family is written by name, and both who answer are there', async () => {
    const { family, mother, child } = await atDoor('Ida Lund')
    await record('berit', family, { personId: child, holderId: mother, source: 'told_by_parent' })
    await record('berit', family, { personId: child, holderId: randomUUID(), holderName: 'Per Borte' })
    expect((await answersFor(family, child)).map(({ holder }) => holder).sort()).toEqual(['Ida', 'Per'])
  })

  it('ends, and is never removed; what was written for another child is not touched', async () => {
    const { family, mother, child } = await atDoor('Liv Lund')
    const other = await atDoor('Tea Lund')
    const [id, kept] = [randomUUID(), randomUUID()]
    await record('berit', family, { personId: child, holderId: mother, responsibilityId: id })
    await record('berit', other.family, { personId: other.child, holderId: other.mother, responsibilityId: kept })
    expect((await end('berit', family, kept)).status).toBe(404)
    expect((await end('berit', family, id)).json()).toEqual({ done: true })
    expect((await end('berit', family, id)).status).toBe(404)
    expect(await answersFor(family, child)).toEqual([])
    expect(await answersFor(other.family, other.child)).toHaveLength(1)
    const { rows } = await asOwner(server, (tx) =>
      sql<{ ended: boolean; ended_by: string }>`
        select valid_to is not null as ended, ended_by from lab.responsibility where id = ${id}`.execute(tx),
    )
    expect(rows).toEqual([{ ended: true, ended_by: server.person('berit') }])
  })

  it('passes nobody by: the functions answer to no one else, and append nothing for them', async () => {
    const { family, mother, child } = await atDoor('Una Lund')
    for (const persona of ['solveig', 'tor', 'anne', 'amina']) {
      const { rows } = await server.as(persona, (tx) =>
        sql<{ seq: number | null; people: number }>`
          select lab.record_at_door(${family}, gen_random_uuid(), ${child}, ${mother}, null, null, null, 'parental', null, 'register', null, null, null, '') as seq,
            (select count(*) from lab.answered_at_door(${family})) as people`.execute(tx),
      )
      expect(rows, persona).toMatchObject([{ seq: null, people: 0 }])
    }
    expect(await answersFor(family, child)).toEqual([])
  })
})

describe('each of two who answer for a child', () => {
  it('sees what is written of the other, with its source, in their own home', async () => {
    const homes = ['amina', 'jonas'].map(async (persona) =>
      household.parse(
        (await server.call(persona, 'GET', `/api/families/${server.family('hansen-ali')}/people`)).json(),
      ),
    )
    for (const home of await Promise.all(homes)) {
      const told = home.members.find(({ id }) => id === server.person('noor'))?.answersFor ?? []
      expect(told.filter(({ kind }) => kind === 'parental').length).toBeGreaterThanOrEqual(2)
      for (const each of told) expect(each.source).not.toBe('')
    }
  })
})
