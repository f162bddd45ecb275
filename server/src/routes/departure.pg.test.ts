import { coreTeamHome } from '@velferdslab/core/core-team'
import { addDays, dayInOslo } from '@velferdslab/core/dates'
import { inHand, type Held } from '@velferdslab/core/departure'
import { askedSeats, seats } from '@velferdslab/core/seat'
import { openSession } from '@velferdslab/db/sessions'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

vi.setConfig({ testTimeout: 30_000 })

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
})
afterAll(() => server.close())

const key = 'hansen-ali'
const person = (persona: string) => `/api/administration/people/${server.person(persona)}`
const held = async (persona: string) =>
  inHand.parse((await server.call('frode', 'GET', `${person(persona)}/in-hand`)).json()).held
const leave = async (by: string, persona: string, seen: readonly Held[], takers: readonly object[] = []) =>
  (
    await server.call(by, 'POST', `${person(persona)}/leave`, {
      commandId: randomUUID(),
      departureId: randomUUID(),
      seen,
      takers,
    })
  ).json() as object
const seatsOf = async (persona: string) =>
  seats.parse((await server.call(persona, 'GET', `/api/families/${server.family(key)}/seats`)).json()).seats
const post = async (persona: string, path: string, body: object) =>
  (await server.call(persona, 'POST', path, { commandId: randomUUID(), ...body })).json() as object
const behind = async () => coreTeamHome.parse((await server.call('berit', 'GET', '/api/core-team')).json()).leftBehind

describe('a substitute', () => {
  const until = () => addDays(dayInOslo(new Date()), 30)
  const ask = (by: string, who: string, day: string, seatId: string = randomUUID()) =>
    post(by, `/api/families/${server.family(key)}/seats/leader`, { seatId, personId: server.person(who), until: day })

  it('is asked for by the core team, for a time to come, and for somebody else than who leads', async () => {
    for (const by of ['solveig', 'amina', 'tor', 'frode', 'geir'])
      expect(await ask(by, 'pal', until()), by).toEqual({ refused: 'not-found' })
    expect(await ask('berit', 'pal', dayInOslo(new Date()))).toEqual({ refused: 'seat-substitute-days' })
    expect(await ask('berit', 'pal', addDays(dayInOslo(new Date()), 500))).toEqual({ refused: 'seat-substitute-days' })
    expect(await ask('berit', 'solveig', until())).toEqual({ refused: 'seat-nobody-to-stand-in-for' })
  })

  it('is nothing when one of the family says not now: the leader stays', async () => {
    const seat = randomUUID()
    expect(await ask('berit', 'ragnhild', until(), seat)).toEqual({ done: true })
    const said = await post('jonas', `/api/families/${server.family(key)}/seats/${seat}/answer`, {
      answer: 'no',
      reason: null,
    })
    expect(said).toEqual({ done: true })
    expect((await server.call('ragnhild', 'GET', `/api/families/${server.family(key)}`)).status).toBe(404)
    expect(
      (await seatsOf('amina')).find((each) => each.role === 'leader' && each.state === 'active')?.person.name,
    ).toBe('Solveig Strand')
  })

  it('leads when the family has said yes and they have taken it; the old leader returns by the clock', async () => {
    const seat = randomUUID()
    expect(await ask('berit', 'pal', until(), seat)).toEqual({ done: true })
    for (const persona of ['amina', 'jonas']) {
      expect(await post('pal', `/api/seats/${seat}/take`, { answer: 'yes' })).toEqual({ refused: 'not-found' })
      await post(persona, `/api/families/${server.family(key)}/seats/${seat}/answer`, { answer: 'yes', reason: null })
    }
    expect(
      askedSeats.parse((await server.call('pal', 'GET', '/api/seats/asked')).json()).asked.map((each) => each.seatId),
    ).toContain(seat)
    expect(await post('pal', `/api/seats/${seat}/take`, { answer: 'yes' })).toEqual({ done: true })
    expect((await server.call('pal', 'GET', `/api/families/${server.family(key)}`)).status).toBe(200)
    expect((await server.call('solveig', 'GET', `/api/families/${server.family(key)}`)).status).toBe(404)
    const leaders = (await seatsOf('amina')).filter((each) => each.role === 'leader' && each.state === 'active')
    expect(leaders.map((each) => [each.person.calledName, each.from, each.until])).toEqual([
      ['Pål', null, until()],
      ['Solveig', addDays(until(), 1), null],
    ])
    // The period is over: what ends and begins, ends and begins by the clock alone.
    await server.owner.query(`update lab.seat set valid_to = now() where id = $1`, [seat])
    await server.owner.query(`update lab.seat set valid_from = now() where family_id = $1 and valid_from > now()`, [
      server.family(key),
    ])
    expect((await server.call('solveig', 'GET', `/api/families/${server.family(key)}`)).status).toBe(200)
    expect((await server.call('pal', 'GET', `/api/families/${server.family(key)}`)).status).toBe(404)
  })
})

describe('somebody who leaves', () => {
  it('is let go by another administrator alone; what they have in hand is told to nobody else', async () => {
    for (const persona of ['amina', 'solveig', 'berit', 'geir', 'stig', 'turid', 'tor']) {
      expect((await server.call(persona, 'GET', `${person('tor')}/in-hand`)).status, persona).toBe(404)
      expect(await leave(persona, 'tor', []), persona).toEqual({ refused: 'not-found' })
    }
    expect((await server.call('frode', 'GET', `${person('amina')}/in-hand`)).status).toBe(404)
    expect(await leave('frode', 'amina', [])).toEqual({ refused: 'not-found' })
    expect(await leave('frode', 'frode', [])).toEqual({ refused: 'departure-own' })
  })

  it('is not let go before the list is seen, nor to who does not work there', async () => {
    const list = await held('tor')
    expect(list.map(({ what }) => what)).toContain('seats')
    expect(await leave('frode', 'tor', [])).toEqual({ refused: 'departure-changed' })
    const taker = { partyId: server.party('nav'), role: 'member', personId: server.person('kari') }
    expect(await leave('frode', 'tor', list, [taker])).toEqual({ refused: 'departure-taker-unknown' })
    expect((await server.call('tor', 'GET', '/api/me')).status).toBe(200)
  })

  it('loses every session and socket at once, every role and every seat; whoever takes on is asked for at each table', async () => {
    const table = await server.sit('tor', key)
    const before = Date.now()
    const taker = { partyId: server.party('nav'), role: 'member', personId: server.person('nina') }
    const list = await held('tor')
    expect(await leave('frode', 'tor', list, [taker])).toEqual({ done: true })
    await table.closed
    expect(Date.now() - before).toBeLessThan(2000)
    expect((await server.call('tor', 'GET', '/api/me')).status).toBe(401)
    const { rows } = await server.owner.query<{ n: number }>(
      `select count(*)::integer as n from lab.active_seat where person_id = $1`,
      [server.person('tor')],
    )
    expect(rows[0]?.n).toBe(0)
    const asked = (await seatsOf('amina')).find((each) => each.person.name === 'Nina Foss')
    expect(asked).toMatchObject({ role: 'member', state: 'waits-family', mine: null })
    // Asked for is not sitting there: the family has not said yes.
    expect((await server.call('nina', 'GET', `/api/families/${server.family(key)}`)).status).toBe(404)
    const subject = await server.owner.query<{ n: number }>(
      `select count(*)::integer as n from lab.event where kind = 'staff.left' and subject_id = $1`,
      [server.person('tor')],
    )
    expect(subject.rows[0]?.n).toBe(1)
  })

  it('is not let in by the staff’s sign-in again, until a role is given', async () => {
    const id = server.person('tor')
    await server.owner.query(`delete from lab.person_identity where person_id = $1`, [id])
    const { identityRow } = await import('@velferdslab/db/identity')
    const row = identityRow(server.ring, server.town.municipality, id, 'staff', 'tor-staff')
    await server.owner.query(
      `insert into lab.person_identity (municipality_id, person_id, issuer, blind_index, sealed) values ($1, $2, 'staff', $3, $4)`,
      [row.municipality_id, row.person_id, row.blind_index, row.sealed],
    )
    const enter = () =>
      openSession(server.system, server.ring, {
        municipality: server.town.municipality,
        issuer: 'staff',
        subject: 'tor-staff',
        acr: 'test',
        minutes: 10,
      })
    expect(await enter()).toBeUndefined()
    await server.owner.query(
      `insert into lab.role_held (municipality_id, id, person_id, role, valid_from) values ($1, gen_random_uuid(), $2, 'manager', now() - interval '1 minute')`,
      [server.town.municipality, id],
    )
    expect(await enter()).toBeDefined()
  })

  it('what nobody takes on stands in the core team’s queue at once: a family without a leader, a promise nobody has in hand', async () => {
    expect(await behind()).not.toContainEqual(expect.objectContaining({ service: null, familyId: server.family(key) }))
    const list = await held('solveig')
    expect(list.find(({ what }) => what === 'leads')?.n).toBeGreaterThan(0)
    expect(await leave('ingunn', 'solveig', list)).toEqual({ done: true })
    const queue = await behind()
    expect(queue).toContainEqual(expect.objectContaining({ service: null, familyId: server.family(key), asked: null }))
    const owed = await server.owner.query<{ family_id: string; n: number }>(
      `select p.family_id, count(*)::integer as n from lab.promise p
       where p.party_id = $1 and p.awake_at is not null and p.cut_on is null
         and not exists (select 1 from lab.promise_answer a where a.promise_id = p.id and a.answer = 'done')
         and not exists (select 1 from lab.active_seat s where s.family_id = p.family_id and s.party_id = p.party_id)
       group by p.family_id`,
      [server.party('nav')],
    )
    expect(owed.rows.length).toBeGreaterThan(0)
    for (const { family_id, n } of owed.rows)
      expect(queue).toContainEqual(expect.objectContaining({ familyId: family_id, service: 'NAV', count: n }))
  })
})
