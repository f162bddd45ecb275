import { askedSeats } from '@velferdslab/core/seat'
import { familyHome, familyList } from '@velferdslab/core/family'
import type { CalendarDay } from '@velferdslab/core/dates'
import { syntheticIdentity } from '@velferdslab/db/seed/synthetic-identity'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { asOwner, sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { aFamilyAtDoor, codeSentFor, comeIn, movesIn, take } from '../../testing/family-at-door.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
})
afterAll(() => server.close())

const yes = { answer: 'yes', reason: null }
const no = { answer: 'no', reason: null }
const askedOf = async (persona: string) =>
  askedSeats.parse((await server.call(persona, 'GET', '/api/seats/asked')).json()).asked
const families = async (persona: string) =>
  familyList.parse((await server.call(persona, 'GET', '/api/families')).json()).families.map(({ name }) => name)

describe('nobody gets a leader', () => {
  it('before the family is accepted, and none but one who leads', async () => {
    const family = await aFamilyAtDoor(server, 'Nadia Berg')
    const body = { seatId: randomUUID(), personId: server.person('solveig') }
    expect(await family.post('berit', '/seats/leader', body)).toEqual({ refused: 'seat-family-not-accepted' })
    await family.accept()
    for (const persona of ['solveig', 'anne', 'geir'])
      expect(await family.post(persona, '/seats/leader', body)).toEqual({ refused: 'not-found' })
    expect(await family.post('nadia', '/seats/leader', body)).toEqual({ refused: 'not-found' })
    expect(await family.post('berit', '/seats/leader', { ...body, personId: server.person('tor') })).toEqual({
      refused: 'seat-person-unknown',
    })
  })

  it('without the family’s yes: who is asked does not learn of it, and cannot take over', async () => {
    const family = await aFamilyAtDoor(server, 'Toril Vik')
    await family.accept()
    const seat = await family.askLeader('solveig')
    expect(await askedOf('solveig')).toEqual([])
    expect(await take(server, 'solveig', seat)).toEqual({ refused: 'not-found' })
    expect(await take(server, 'pal', seat)).toEqual({ refused: 'not-found' })
    expect((await family.seats('berit')).seats).toMatchObject([{ state: 'waits-family' }])
  })

  it('the family did not want: another is asked for, with a reason the core team reads, and never the same again', async () => {
    const family = await aFamilyAtDoor(server, 'Ragna Moe')
    await family.accept()
    const seat = await family.askLeader('solveig')
    expect(await family.post('ragna', `/seats/${seat}/answer`, { answer: 'no', reason: 'Vi er naboer.' })).toEqual({
      done: true,
    })
    expect((await family.seats('berit')).seats).toMatchObject([{ state: 'out', reasons: ['Vi er naboer.'] }])
    const again = { seatId: randomUUID(), personId: server.person('solveig') }
    expect(await family.post('berit', '/seats/leader', again)).toEqual({ refused: 'seat-leader-not-wanted' })
    expect((await family.seats('berit')).leaders.map(({ calledName, leads }) => [calledName, leads])).toEqual([
      ['Pål', 0],
      ['Ragnhild', 6],
      ['Solveig', 6],
    ])
  })
})

describe('a leader', () => {
  it('leads when the family and they themselves have said yes, and opens nothing before the family says what they may read', async () => {
    const family = await aFamilyAtDoor(server, 'Hilde Krog')
    await family.accept()
    await family.lead('pal')
    expect((await family.seats('hilde')).seats).toMatchObject([{ role: 'leader', state: 'active' }])
    expect(await askedOf('pal')).toMatchObject([{ familyName: 'Krog', waitsFor: 'consent' }])
    expect(await families('pal')).toEqual([])
    expect(await family.get('pal', '')).toEqual({ refused: 'not-found' })
    expect(familyHome.parse(await family.get('hilde', '')).unanswered.map(({ name }) => name)).toEqual([
      'Velferdslaben',
    ])
    await family.letLeaderRead()
    expect(await families('pal')).toEqual(['Krog'])
    expect(await askedOf('pal')).toEqual([])
  })

  it('gives the baton on: the new one leads from their own yes, and there is one at a time', async () => {
    const family = await aFamilyAtDoor(server, 'Liv Dahl')
    await family.accept()
    await family.lead('solveig')
    const seat = await family.askLeader('pal')
    await family.post('liv', `/seats/${seat}/answer`, yes)
    const leading = async () =>
      (await family.seats('liv')).seats.filter(({ state }) => state === 'active').map(({ person }) => person.calledName)
    expect(await leading()).toEqual(['Solveig'])
    await take(server, 'pal', seat)
    expect(await leading()).toEqual(['Pål'])
  })
})

describe('nobody gets a seat', () => {
  it('by who does not lead the family, or who does not work where they would sit', async () => {
    const family = server.family('hansen-ali')
    const body = () => ({
      commandId: randomUUID(),
      seatId: randomUUID(),
      personId: server.person('mona'),
      partyId: server.party('health-clinic'),
      why: 'Mona kjenner Noor.',
    })
    const ask = async (persona: string, more: Record<string, unknown> = {}) =>
      (await server.call(persona, 'POST', `/api/families/${family}/seats/service`, { ...body(), ...more })).json()
    for (const persona of ['tor', 'amina', 'berit', 'torbjorn', 'pal'])
      expect(await ask(persona)).toEqual({ refused: 'not-found' })
    expect(await ask('solveig', { partyId: server.party('nav') })).toEqual({ refused: 'seat-person-unknown' })
    expect(await ask('solveig', { personId: server.person('tor'), partyId: server.party('nav') })).toEqual({
      refused: 'seat-already-there',
    })
  })

  it('by one yes of two, or against one no: each who speaks for the family answers for themself', async () => {
    const family = server.family('hansen-ali')
    const [seatId, other] = [randomUUID(), randomUUID()]
    const post = async (persona: string, path: string, body: object) =>
      (
        await server.call(persona, 'POST', `/api/families/${family}/seats${path}`, { commandId: randomUUID(), ...body })
      ).json()
    const stateOf = async (persona: string, id: string) => {
      const answer = await server.call(persona, 'GET', `/api/families/${family}/seats`)
      return (answer.json() as { seats: { seatId: string; state: string; waitsFor: string[] }[] }).seats.find(
        (seat) => seat.seatId === id,
      )
    }
    const clinic = {
      personId: server.person('mona'),
      partyId: server.party('health-clinic'),
      why: 'Mona kjenner Noor.',
    }
    await post('solveig', '/service', { seatId, ...clinic })
    expect(await post('sara', `/${seatId}/answer`, yes)).toEqual({ refused: 'not-found' })
    expect(await post('solveig', `/${seatId}/answer`, yes)).toEqual({ refused: 'not-found' })
    expect(await post('amina', `/${seatId}/answer`, yes)).toEqual({ done: true })
    expect(await stateOf('amina', seatId)).toMatchObject({ state: 'waits-family', waitsFor: ['Jonas'] })
    expect(await post('amina', `/${seatId}/answer`, yes)).toEqual({ refused: 'seat-already-answered' })
    // Others at the table learn nothing of who is asked for.
    const seen = await server.as(
      'tor',
      (tx) => sql`select 1 from lab.seat where id = ${seatId}`.execute(tx),
      'hansen-ali',
    )
    expect(seen.rows).toEqual([])
    expect(await post('jonas', `/${seatId}/answer`, no)).toEqual({ done: true })
    expect((await stateOf('amina', seatId))?.state).toBe('out')
    expect(await post('amina', `/${seatId}/answer`, yes)).toEqual({ refused: 'seat-closed' })

    await post('solveig', '/service', { seatId: other, ...clinic })
    for (const persona of ['amina', 'jonas']) await post(persona, `/${other}/answer`, yes)
    expect((await stateOf('amina', other))?.state).toBe('active')
    expect(await post('solveig', `/${other}/end`, {})).toEqual({ refused: 'not-found' })
    expect(await post('jonas', `/${other}/end`, {})).toEqual({ done: true })
    expect((await stateOf('amina', other))?.state).toBe('ended')
  })

  it('past the rule, by plain SQL: nobody answers for another, approves, or wakes a seat that ended', async () => {
    const seat = sql`select id from lab.seat where family_id = ${server.family('hansen-ali')} limit 1`
    const tries = [
      sql`update lab.seat set approved_at = now() where id in (${seat})`,
      sql`insert into lab.seat (municipality_id, id) values (lab.current_municipality(), ${randomUUID()})`,
      sql`insert into lab.seat_proposal (municipality_id, seat_id) values (lab.current_municipality(), ${randomUUID()})`,
    ]
    for (const attempt of tries)
      await expect(server.as('amina', (tx) => attempt.execute(tx), 'hansen-ali')).rejects.toThrow(/permission denied/)
    const { rows } = await asOwner(server, (tx) =>
      sql<{
        id: string
      }>`select seat_id as id from lab.seat_proposal where family_id = ${server.family('hansen-ali')}`.execute(tx),
    )
    const forJonas = sql`insert into lab.seat_answer (municipality_id, id, seat_id, family_id, person_id, answer)
      values (lab.current_municipality(), ${randomUUID()}, ${rows[0]?.id}, ${server.family('hansen-ali')}, ${server.person('jonas')}, 'yes')`
    await expect(server.as('amina', (tx) => forJonas.execute(tx), 'hansen-ali')).rejects.toThrow(/row-level security/)
    const woken = await server.as(
      'amina',
      (tx) => sql`update lab.seat set ended_at = now() + interval '1 day' where ended_at is not null`.execute(tx),
      'hansen-ali',
    )
    expect(woken.numAffectedRows).toBe(0n)
  })
})

describe('somebody the family trusts', () => {
  const stranger = syntheticIdentity('1980-03-04' as CalendarDay, 0)
  const bring = async (family: Awaited<ReturnType<typeof aFamilyAtDoor>>, firstName: string) => {
    const seatId = randomUUID()
    const answer = await family.post(family.persona, '/seats/trusted', { seatId, firstName, telephone: '400 00 444' })
    expect(answer).toEqual({ done: true })
    return seatId
  }

  it('is brought by the family alone, reached by a number, and at most three wait at a time', async () => {
    const family = await aFamilyAtDoor(server, 'Unni Sol')
    await family.accept()
    await family.lead('solveig')
    await family.letLeaderRead()
    const body = () => ({ seatId: randomUUID(), firstName: 'Arne', telephone: '400 00 444' })
    for (const persona of ['solveig', 'berit', 'tor'])
      expect(await family.post(persona, '/seats/trusted', body())).toEqual({ refused: 'not-found' })
    expect(await family.post('unni', '/seats/trusted', { ...body(), telephone: 'fire' })).toMatchObject({
      refused: 'not-valid',
    })
    for (const name of ['Arne', 'Bjørg', 'Cecilie']) await bring(family, name)
    expect(await family.post('unni', '/seats/trusted', body())).toEqual({ refused: 'seat-too-many-invited' })
  })

  it('comes in by the code of a message, sits there when they have declared confidentiality, and reads nothing by that', async () => {
    const family = await aFamilyAtDoor(server, 'Berta Lie')
    const seat = await bring(family, 'Arne')
    const code = await codeSentFor(server, seat)
    expect((await family.seats('berta')).seats).toMatchObject([{ state: 'waits-holder', hasCome: false, mine: 'yes' }])
    expect(await comeIn(server, 'arne', stranger, code)).toBe(true)
    expect(await comeIn(server, 'other', syntheticIdentity('1970-01-02' as CalendarDay, 0), code)).toBe(false)
    expect(await askedOf('arne')).toMatchObject([{ role: 'trusted', askedBy: 'Berta', waitsFor: 'me' }])
    expect((await server.call('arne', 'GET', '/api/me')).json()).toMatchObject({
      hasSeat: true,
      roles: [],
      families: [],
    })
    expect(await take(server, 'tor', seat)).toEqual({ refused: 'not-found' })
    expect(await take(server, 'arne', seat)).toEqual({ done: true })
    expect((await family.seats('berta')).seats).toMatchObject([{ state: 'active', hasCome: true, service: 'Arne' }])
    expect(await family.get('arne', '')).toEqual({ refused: 'not-found' })
    const { rows } = await asOwner(server, (tx) =>
      sql`select 1 from lab.event where family_id = ${family.id} and kind = 'seat.approved'`.execute(tx),
    )
    expect(rows).toHaveLength(1)
  })

  it('who is here already keeps their name and their party; a member of the family cannot take the seat', async () => {
    const family = await aFamilyAtDoor(server, 'Pia Ek')
    const seat = await bring(family, 'Treneren')
    const claim = (known: string, code: string) =>
      server.system.query<{ person: string | null }>(
        `select lab.claim_invitation($1, sha256(convert_to($2, 'UTF8')), $3, '010180') as person`,
        [server.town.municipality, code, server.person(known)],
      )
    const code = await codeSentFor(server, seat)
    expect((await claim('pia', code)).rows).toEqual([{ person: null }])
    expect((await claim('torbjorn', code)).rows).toEqual([{ person: server.person('torbjorn') }])
    expect((await family.seats('pia')).seats).toMatchObject([
      { person: { name: 'Torbjørn Lie' }, partyId: server.party('torbjorn'), hasCome: true },
    ])
  })

  it('waits for everyone at home, also when they have come and declared', async () => {
    const family = await aFamilyAtDoor(server, 'Gerd Ask')
    await movesIn(server, family, 'ivar', '1990-02-03')
    const seat = await bring(family, 'Dag')
    await comeIn(server, 'dag', syntheticIdentity('1975-05-06' as CalendarDay, 0), await codeSentFor(server, seat))
    expect(await take(server, 'dag', seat)).toEqual({ done: true })
    expect((await family.seats('gerd')).seats).toMatchObject([{ state: 'waits-family', waitsFor: ['ivar'] }])
    expect(await family.post('ivar', `/seats/${seat}/answer`, yes)).toEqual({ done: true })
    expect((await family.seats('gerd')).seats).toMatchObject([{ state: 'active' }])
  })
})
