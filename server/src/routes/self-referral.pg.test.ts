import { addDays, dayInOslo, type CalendarDay } from '@velferdslab/core/dates'
import { door } from '@velferdslab/core/referral'
import { selfDoorTold, selfReferralState, selfReferrals } from '@velferdslab/core/self-referral'
import { openSession } from '@velferdslab/db/sessions'
import { syntheticIdentity } from '@velferdslab/db/seed/synthetic-identity'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { asOwner, sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

vi.setConfig({ testTimeout: 30_000 })

let server: TestServer
/** Tries are counted in a process: whoever tries wrong codes has a server of their own. */
let beside: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
  beside = await openTestServer(inject('superuserUrl'), { beside: server })
}, 60_000)
afterAll(async () => {
  await beside.close()
  await server.close()
})

const today = dayInOslo(new Date())
const born = '1993-06-07' as CalendarDay
let count = 0
const aSheet = (more: Record<string, unknown> = {}) => ({
  commandId: randomUUID(),
  name: `Ragna Ask${'abcdefghijklmnopqrstuvwxyz'[count++ % 26]}`,
  born,
  contact: '400 00 321, etter klokka 16',
  language: 'nb',
  hopes: 'At noen ser hele bildet.',
  ...more,
})
const send = (sheet: object, on = server) => on.call(null, 'POST', '/api/self-referral', sheet)
const codeOf = async (sheet: object) => ((await send(sheet)).json() as { code: string }).code
const look = (code: string, on = server) => on.call(null, 'POST', '/api/self-referral/look', { code })
const stateOf = async (code: string) => selfReferralState.parse((await look(code)).json())
const takeBack = (code: string) => server.call(null, 'POST', '/api/self-referral/take-back', { code })
const waiting = async (persona = 'berit') =>
  selfReferrals.parse((await server.call(persona, 'GET', '/api/self-referrals')).json()).waiting
const idOf = async (name: string) => {
  const found = (await waiting()).find((each) => each.name === name)
  if (!found) throw new Error(`${name} does not wait`)
  return found.id
}
const takeIn = (persona: string, id: string, relation = 'mother', commandId: string = randomUUID()) =>
  server.call(persona, 'POST', `/api/self-referrals/${id}/take-in`, { commandId, relation })
const close = (persona: string, id: string, how = 'talked') =>
  server.call(persona, 'POST', `/api/self-referrals/${id}/close`, { commandId: randomUUID(), how })
const atDoor = async (name: string) =>
  door.parse((await server.call('berit', 'GET', '/api/door')).json()).referrals.find((each) => each.name === name)
const townId = async () =>
  (await asOwner(server, (tx) => sql<{ id: string }>`select id from lab.municipality`.execute(tx))).rows[0]
    ?.id as string
const signIn = async (subject: string, invitation?: string) =>
  openSession(server.system, server.ring, {
    municipality: await townId(),
    issuer: 'citizen',
    subject,
    acr: 'idporten-loa-high',
    minutes: 10,
    ...(invitation ? { invitation: invitation.replaceAll('-', '') } : {}),
  })
const nothing = { refused: 'self-code-opens-nothing' }
const nobodyHere = ['amina', 'solveig', 'tor', 'kari', 'frode', 'geir', 'ingvild', 'hanne']

describe('what somebody sends of herself', () => {
  it('can be said on the telephone instead: whom to call is told to everybody', async () => {
    const told = selfDoorTold.parse((await server.call(null, 'GET', '/api/self-referral')).json())
    expect(told).toEqual({ municipality: 'Fjordvik kommune', phone: '55 00 00 00' })
  })

  it('is read by nobody but the core team: not a row, not a door, to anybody else who works or lives here', async () => {
    const sheet = aSheet()
    await codeOf(sheet)
    const id = await idOf(sheet.name)
    for (const persona of nobodyHere) {
      const never = await takeIn(persona, randomUUID())
      expect((await server.call(persona, 'GET', '/api/self-referrals')).status, persona).toBe(404)
      expect((await takeIn(persona, id)).text, persona).toBe(never.text)
      expect((await close(persona, id)).text, persona).toBe(never.text)
      const seen = await server.as(persona, (tx) => sql<{ id: string }>`select id from lab.self_referral`.execute(tx))
      expect(seen.rows, persona).toEqual([])
    }
    expect((await waiting()).find((each) => each.id === id)).toMatchObject({ name: sheet.name, hopes: sheet.hopes })
  })

  it('has five fields and no sixth: an identity number is refused, a missing one too', async () => {
    expect((await send(aSheet({ identityNumber: syntheticIdentity(born, 3) }))).json()).toMatchObject({
      refused: 'not-valid',
    })
    for (const field of ['name', 'born', 'contact', 'language', 'hopes'])
      expect((await send(aSheet({ [field]: undefined }))).json(), field).toMatchObject({ refused: 'not-valid' })
  })

  it('is not taken from who is too young to say yes alone, nor with a year typed wrong; nothing of it is kept', async () => {
    const before = (await waiting()).length
    expect((await send(aSheet({ born: addDays(today, -366 * 12) }))).json()).toEqual({
      refused: 'self-referral-too-young',
      values: { age: '16' },
    })
    for (const wrong of [addDays(today, 3), '1893-06-07'])
      expect((await send(aSheet({ born: wrong }))).json()).toEqual({ refused: 'self-referral-born-unlikely' })
    expect(await waiting()).toHaveLength(before)
  })

  it('makes no person and no family, and lies sealed: not a word of it is found in the table', async () => {
    const counted = () =>
      asOwner(server, (tx) =>
        sql<{ n: number }>`select (select count(*) from lab.family) + (select count(*) from lab.person) as n`.execute(
          tx,
        ),
      )
    const before = (await counted()).rows
    await codeOf(aSheet({ hopes: 'Et sted å bo.', contact: '400 00 654' }))
    expect((await counted()).rows).toEqual(before)
    const { rows } = await asOwner(server, (tx) =>
      sql<{ line: string }>`
        select r::text as line from lab.self_referral r union all select e::text from lab.event e`.execute(tx),
    )
    for (const { line } of rows) expect(line).not.toMatch(/Ragna|sted å bo|400 00 654/)
  })

  it('is answered alike whether she is known here or not, and whoever else is called the same', async () => {
    const known = await send(aSheet({ name: 'Amina Ali' }))
    const unknown = await send(aSheet())
    expect(known.status).toBe(unknown.status)
    const shape = (text: string) => text.replace(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/, 'CODE')
    expect(shape(known.text)).toBe(shape(unknown.text))
    expect([...known.headers.keys()].sort()).toEqual([...unknown.headers.keys()].sort())
  })

  it('is one sheet with one code, however often the same command is sent; the code lies nowhere but as a hash', async () => {
    const sheet = aSheet()
    const codes = await Promise.all([1, 2, 3].map(() => codeOf(sheet)))
    expect(new Set(codes).size).toBe(1)
    expect(codes[0]).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
    expect((await waiting()).filter(({ name }) => name === sheet.name)).toHaveLength(1)
    const { rows } = await asOwner(server, (tx) =>
      sql<{ line: string }>`select s::text as line from lab.self_referral s`.execute(tx),
    )
    for (const { line } of rows) expect(line).not.toContain(codes[0]?.replaceAll('-', ''))
    expect((await server.call('berit', 'GET', '/api/self-referrals')).text).not.toContain(codes[0])
  })
})

describe('her code', () => {
  it('opens nothing when it is wrong, and only ten wrong ones are tried from one address in an hour', async () => {
    const code = await codeOf(aSheet())
    const wrong = code.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    for (let at = 0; at < 10; at++)
      expect((await look(at % 2 ? wrong : 'ikke en kode', beside)).json()).toEqual(nothing)
    expect((await look(code, beside)).status).toBe(429)
    expect((await stateOf(code)).answered).toBe(false)
  })

  it('tells that it came, typed small and without lines, and later that it is answered: nothing of what was written, nothing of who', async () => {
    const sheet = aSheet()
    const code = await codeOf(sheet)
    const said = await look(code.toLowerCase().replaceAll('-', ' '))
    expect(said.json()).toEqual({ today, receivedOn: today, answered: false, mayTakeBack: true })
    await close('berit', await idOf(sheet.name), 'not_reached')
    expect((await look(code)).json()).toEqual({ today, receivedOn: today, answered: true, mayTakeBack: true })
    expect((await waiting()).map(({ name }) => name)).not.toContain(sheet.name)
  })

  it('takes it back: the words and their key are gone, the core team sees nothing, and the code opens nothing more', async () => {
    const sheet = aSheet()
    const code = await codeOf(sheet)
    const id = await idOf(sheet.name)
    expect((await takeBack(code)).json()).toEqual({ done: true })
    expect((await takeBack(code)).json()).toEqual({ done: true })
    expect((await look(code)).json()).toEqual(nothing)
    expect((await waiting()).map((each) => each.id)).not.toContain(id)
    expect((await takeIn('berit', id)).status).toBe(404)
    const { rows } = await asOwner(server, (tx) =>
      sql<{ sealed: Buffer | null }>`select sealed from lab.self_referral where id = ${id}`.execute(tx),
    )
    expect(rows).toEqual([{ sealed: null }])
    expect(() => server.ring.openKey('x', id, Buffer.alloc(61))).toThrow()
  })
})

describe('taken in at the door', () => {
  it('it is a family like any other there, in her own words, and told to have come by itself; twice is once', async () => {
    const sheet = aSheet()
    await codeOf(sheet)
    const id = await idOf(sheet.name)
    const command = randomUUID()
    expect((await takeIn('berit', id, 'grandmother', command)).json()).toEqual({ done: true })
    expect((await takeIn('berit', id, 'grandmother', command)).json()).toEqual({ done: true })
    expect((await takeIn('berit', id)).status).toBe(404)
    expect(await atDoor(sheet.name)).toMatchObject({
      bySelf: true,
      relation: 'grandmother',
      hopes: sheet.hopes,
      contact: sheet.contact,
      yesHow: 'written',
      answered: false,
      hasSignedIn: false,
    })
    expect((await waiting()).map((each) => each.id)).not.toContain(id)
  })

  it('of two of the core team at the same moment, one does it', async () => {
    const sheet = aSheet()
    await codeOf(sheet)
    const id = await idOf(sheet.name)
    const both = await Promise.all([takeIn('berit', id), takeIn('berit', id), close('berit', id)])
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('is still hers to take back as long as nothing has begun; then it stands in no list', async () => {
    const sheet = aSheet()
    const code = await codeOf(sheet)
    await takeIn('berit', await idOf(sheet.name))
    expect((await stateOf(code)).mayTakeBack).toBe(true)
    const home = (await atDoor(sheet.name))?.familyId as string
    expect((await takeBack(code)).json()).toEqual({ done: true })
    expect(await atDoor(sheet.name)).toBeUndefined()
    expect((await server.call('berit', 'GET', '/api/core-team')).text).not.toContain(home)
    expect(await signIn(syntheticIdentity(born, 11), code)).toBeUndefined()
  })

  it('is not hers to take back by the code once somebody has begun with the check list', async () => {
    const sheet = aSheet()
    const code = await codeOf(sheet)
    await takeIn('berit', await idOf(sheet.name))
    const home = (await atDoor(sheet.name))?.familyId as string
    await asOwner(server, (tx) =>
      sql`update lab.referral set answered_at = now() where family_id = ${home}`.execute(tx),
    )
    expect(await stateOf(code)).toMatchObject({ answered: true, mayTakeBack: false })
    expect((await takeBack(code)).json()).toEqual({ refused: 'self-referral-begun' })
    expect(await atDoor(sheet.name)).toBeDefined()
  })

  it('whoever may be here already is told the core team, as with any referral (scenario 32)', async () => {
    await server.call('anne', 'POST', '/api/referrals', {
      commandId: randomUUID(),
      referralId: randomUUID(),
      partyId: server.party('kindergarten'),
      name: 'Torunn Aase',
      born: '1989-02-03',
      relation: 'mother',
      language: 'nb',
      reach: 'call',
      contact: '400 00 777',
      hopes: 'Ro.',
      yes: { how: 'spoken', on: today },
    })
    await codeOf(aSheet({ name: 'Torunn Åse', born: '1989-02-03' }))
    const pairs = async () => (await server.call('berit', 'GET', '/api/duplicates')).text
    expect(await pairs()).not.toContain('Torunn Åse')
    await takeIn('berit', await idOf('Torunn Åse'))
    expect(await pairs()).toContain('Torunn Åse')
  })
})

describe('signing in with the code', () => {
  it('is for who was born that day, and for nobody else who has the code', async () => {
    const sheet = aSheet({ born: '1985-10-11' })
    const code = await codeOf(sheet)
    expect(await signIn(syntheticIdentity('1985-10-12' as CalendarDay, 0), code)).toBeUndefined()
    expect(await idOf(sheet.name)).toBeDefined()
  })

  it('makes her family at the door under her identity; the code is used then, and its answer is on her pages', async () => {
    const sheet = aSheet({ born: '1985-10-13' })
    const code = await codeOf(sheet)
    const own = syntheticIdentity('1985-10-13' as CalendarDay, 1)
    expect(await signIn(own)).toBeUndefined()
    expect(await signIn(own, code)).toBeDefined()
    expect(await signIn(own)).toBeDefined()
    expect((await look(code)).json()).toEqual(nothing)
    expect((await takeBack(code)).json()).toEqual(nothing)
    expect(await signIn(syntheticIdentity('1985-10-13' as CalendarDay, 2), code)).toBeUndefined()
    expect(await atDoor(sheet.name)).toMatchObject({ bySelf: true, hasSignedIn: true })
  })

  it('works as well after the core team has taken it in', async () => {
    const sheet = aSheet({ born: '1985-10-14' })
    const code = await codeOf(sheet)
    await takeIn('berit', await idOf(sheet.name))
    expect(await signIn(syntheticIdentity('1985-10-14' as CalendarDay, 1), code)).toBeDefined()
    expect(await atDoor(sheet.name)).toMatchObject({ hasSignedIn: true })
  })

  it('of somebody who is of a family here leads to that family, and makes no second one', async () => {
    const { rows } = await asOwner(server, (tx) =>
      sql<{ born: CalendarDay }>`select born from lab.birth where person_id = ${server.person('marius')}`.execute(tx),
    )
    const sheet = aSheet({ born: rows[0]?.born })
    const code = await codeOf(sheet)
    const own = syntheticIdentity(rows[0]?.born as CalendarDay, 9)
    // Marius is known under this identity from now on.
    await asOwner(server, (tx) =>
      sql`update lab.person_identity set blind_index = ${server.ring.blindIndex(server.town.municipality, 'citizen', own)}
        where person_id = ${server.person('marius')} and issuer = 'citizen'`.execute(tx),
    )
    const families = () =>
      asOwner(server, (tx) => sql<{ n: number }>`select count(*) as n from lab.family`.execute(tx)).then(
        ({ rows }) => rows,
      )
    const before = await families()
    expect(await signIn(own, code)).toBeDefined()
    expect(await families()).toEqual(before)
    const linked = await asOwner(server, (tx) =>
      sql<{ person_id: string; members: string }>`
        select r.person_id, (select count(*) from lab.member m where m.person_id = r.person_id) as members
        from lab.self_referral s join lab.referral r on r.id = s.id where r.person_id = ${server.person('marius')}`.execute(
        tx,
      ),
    )
    expect(linked.rows).toMatchObject([{ person_id: server.person('marius') }])
    // Nothing of the family they have is taken away by a code.
    expect((await takeBack(code)).json()).toEqual(nothing)
    expect((await server.call('marius', 'GET', '/api/families')).status).toBe(200)
  })
})
