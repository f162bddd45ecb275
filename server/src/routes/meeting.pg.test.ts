import { meetingPage } from '@velferdslab/core/meeting'
import type { Frame } from '@velferdslab/core/cloth'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { asPerson } from '@velferdslab/db/as-person'
import { sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
})
afterAll(() => server.close())

const words = { place: 'Brukertorget', link: '', agenda: 'Bolig og økonomi' }
const plannedAt = '2099-01-01T10:00:00.000Z'
let meeting = ''
const family = () => `/api/families/${server.family('hansen-ali')}`
const at = (act: string) => `${family()}/meetings/${meeting}/${act}`
const post = async (persona: string, path: string, body: object = {}) =>
  (await server.call(persona, 'POST', path, { commandId: randomUUID(), ...body })).json() as Record<string, unknown>
const pageOf = async (persona: string) =>
  meetingPage.parse((await server.call(persona, 'GET', `${family()}/meeting`)).json())
const open = (area: string, persona = 'amina') => post(persona, at('open'), { area })
const done = { done: true }
/** Somebody with only a cookie of a table: what they are answered. */
const asGuest = async (token: string, method: 'GET' | 'POST', path: string, body: object = {}) => {
  const answer = await server.call(
    null,
    method,
    path,
    method === 'POST' ? { commandId: randomUUID(), ...body } : undefined,
    {
      cookie: `lab=${token}`,
    },
  )
  return { status: answer.status, body: answer.json() as Record<string, unknown>, text: answer.text }
}
const withoutSession = async (path: string, body: object) => {
  const answer = await server.call(null, 'POST', path, body)
  return {
    status: answer.status,
    body: answer.json() as Record<string, string>,
    token: /lab=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '',
  }
}
const codeNow = async (persona = 'solveig') => {
  const { address } = (await server.call(persona, 'GET', at('code'))).json() as { address: string }
  return address.split('#')[1] ?? ''
}
const ticketNow = async () =>
  (await withoutSession('/api/table/ticket', { code: await codeNow() })).body['ticket'] ?? ''
const arrive = async (name: string, more: object = {}) =>
  withoutSession('/api/table/arrive', { ticket: await ticketNow(), name, role: 'friend', promise: true, ...more })
const personCalled = async (name: string) => {
  const page = await pageOf('solveig')
  return page.meeting?.waiting.find((each) => each.name === name)?.personId ?? ''
}
const answer = (persona: string, person: string, what: string) =>
  post(persona, at(`people/${person}`), { answer: what })
const cellsOf = async (token: string) =>
  asPerson(server.people, { token }, server.family('hansen-ali'), async (tx) => {
    const { rows } = await sql<{ area: string }>`select distinct area from lab.my_cells() order by 1`.execute(tx)
    return rows.map((row) => row.area)
  })
const openScreen = async () => {
  const { address } = (await post('solveig', at('screen'))) as { address: string }
  return (await withoutSession('/api/screen', { link: address.split('#')[1] })).token
}

describe('a meeting', () => {
  it('is planned by the leader and by nobody else; one at a time', async () => {
    meeting = randomUUID()
    const plan = { meetingId: meeting, plannedAt, words }
    for (const persona of ['amina', 'tor'])
      expect(await post(persona, `${family()}/meetings`, plan)).toEqual({ refused: 'meeting-only-leader' })
    expect(await post('siri', `${family()}/meetings`, plan)).toEqual({ refused: 'not-found' })
    expect(await post('solveig', `${family()}/meetings`, plan)).toEqual(done)
    expect(await post('solveig', `${family()}/meetings`, { ...plan, meetingId: randomUUID() })).toEqual({
      refused: 'meeting-not-now',
    })
  })

  it('is seen by the family and its table as the next one, its words sealed, and by no other family', async () => {
    for (const persona of ['amina', 'tor', 'sara'])
      expect((await pageOf(persona)).meeting).toMatchObject({ plannedAt, words, startedAt: null, me: 'none' })
    expect((await server.call('magda', 'GET', `${family()}/meeting`)).status).toBe(404)
    const { rows } = await server.owner.query<{ line: string }>('select m::text as line from lab.meeting m')
    expect(rows.map((row) => row.line).join()).not.toContain('Brukertorget')
  })

  it('opens nothing before it has begun, and begins by its leader alone', async () => {
    expect(await open('economy')).toEqual({ refused: 'meeting-not-now' })
    expect((await server.call('solveig', 'GET', at('code'))).status).toBe(404)
    expect(await post('amina', at('start'))).toEqual({ refused: 'meeting-only-leader' })
    expect(await post('solveig', at('start'))).toEqual(done)
    expect(await post('solveig', at('change'), { plannedAt, words })).toEqual({ refused: 'meeting-not-now' })
    expect(await post('tor', at('stage'), { stage: 'today' })).toEqual({ refused: 'meeting-only-leader' })
    expect(await post('solveig', at('stage'), { stage: 'today' })).toEqual(done)
    expect((await pageOf('amina')).meeting?.stage).toBe('today')
  })
})

describe('the table', () => {
  it('is not taken by who has no seat; a seat no consent reaches comes by the code, and sees what is open', async () => {
    expect(await post('siri', at('come'))).toEqual({ refused: 'not-found' })
    expect(await post('magda', '/api/table/come', { ticket: await ticketNow() })).toEqual({ refused: 'not-found' })
    expect(await post('kari', '/api/table/come', { ticket: await codeNow() })).toEqual({ refused: 'meeting-code-old' })
    expect((await server.call('kari', 'GET', `${family()}/cloth`)).status).toBe(404)
    expect(await post('kari', '/api/table/come', { ticket: await ticketNow() })).toMatchObject(done)
    expect((await server.clothOf('kari', 'hansen-ali')).notes).toEqual([])
    for (const persona of ['amina', 'tor', 'solveig']) expect(await post(persona, at('come'))).toEqual(done)
    expect((await pageOf('tor')).meeting).toMatchObject({ me: 'in', waiting: [] })
  })

  it('is opened by a grown member alone, and shows nobody’s own', async () => {
    for (const persona of ['solveig', 'tor', 'sara', 'kari'])
      expect(await open('economy', persona)).toEqual({ refused: 'meeting-only-family' })
    expect(await open('substance')).toEqual({ refused: 'not-found' })
    expect(await open('economy')).toEqual(done)
    const seen = await server.clothOf('kari', 'hansen-ali')
    expect(seen.areas).toEqual(['economy'])
    expect(seen.notes.length).toBeGreaterThan(0)
    expect(seen.notes.every((note) => note.area === 'economy' && note.privacy === 'table')).toBe(true)
  })

  it('past the rules, by plain SQL: nobody else opens, admits, plans or ends a pause', async () => {
    const refused = (persona: string, statement: ReturnType<typeof sql>) =>
      expect(server.as(persona, (tx) => statement.execute(tx), 'hansen-ali')).rejects.toThrow(
        /row-level security|permission denied|family|no stands/,
      )
    const insertArea = sql`insert into lab.open_area (municipality_id, id, meeting_id, area, opened_by, opened_at)
      values (lab.current_municipality(), gen_random_uuid(), ${meeting}, 'housing', lab.current_person(), now())`
    for (const persona of ['solveig', 'tor', 'kari', 'sara', 'magda']) await refused(persona, insertArea)
    for (const persona of ['siri', 'magda'])
      await refused(
        persona,
        sql`insert into lab.admission (municipality_id, meeting_id, person_id, mark, kind, declared_at, admitted_at, admitted_by)
          values (lab.current_municipality(), ${meeting}, lab.current_person(), 1, 'seat', now(), now(), lab.current_person())`,
      )
    await refused(
      'tor',
      sql`insert into lab.meeting (municipality_id, id, family_id, planned_by)
        values (lab.current_municipality(), gen_random_uuid(), ${server.family('hansen-ali')}, lab.current_person())`,
    )
    await refused('amina', sql`update lab.session set ended_at = null`)
    await refused('amina', sql`select lab.arrive_at_table(${meeting}, gen_random_uuid(), 'x', 'x', 'x', 'friend')`)
    await refused('amina', sql`select lab.open_screen(${meeting}, gen_random_uuid(), lab.current_person())`)
  })
})

describe('a guest', () => {
  let hodan = ''
  let person = ''
  it('does not come without a code that is shown now, a name and the promise', async () => {
    expect((await withoutSession('/api/table/ticket', { code: 'made-up' })).body).toEqual({
      refused: 'meeting-code-old',
    })
    expect((await arrive('Hodan Warsame', { promise: false })).status).toBe(422)
    expect((await arrive('Hodan Warsame', { ticket: await codeNow() })).body).toEqual({ refused: 'meeting-code-old' })
  })

  it('waits and sees nothing: no family, no name, no note', async () => {
    const come = await arrive('Hodan Warsame')
    hodan = come.token
    expect(come.body).toEqual({ done: true })
    expect((await asGuest(hodan, 'GET', '/api/table')).body).toMatchObject({
      state: 'waiting',
      familyId: null,
      meetingId: null,
    })
    for (const path of [`${family()}/cloth`, `${family()}/meeting`])
      expect((await asGuest(hodan, 'GET', path)).status).toBe(404)
    expect(await cellsOf(hodan)).toEqual([])
    expect((await pageOf('tor')).meeting?.waiting).toEqual([])
    expect((await pageOf('amina')).meeting?.waiting).toMatchObject([{ name: 'Hodan Warsame', state: 'waiting' }])
    person = await personCalled('Hodan Warsame')
  })

  it('is let into the room by the leader, who cannot let them see: what is open is covered until the family says yes', async () => {
    expect(await answer('tor', person, 'let_in')).toEqual({ refused: 'meeting-only-family' })
    expect(await answer('solveig', person, 'yes')).toEqual({ refused: 'meeting-only-family' })
    expect(await answer('solveig', person, 'let_in')).toEqual(done)
    expect((await pageOf('amina')).meeting).toMatchObject({ open: [], reopens: ['economy'] })
    expect((await server.clothOf('kari', 'hansen-ali')).notes).toEqual([])
    expect(await open('housing')).toEqual({ refused: 'meeting-covered' })
    expect(await cellsOf(hodan)).toEqual([])
    expect(await answer('amina', person, 'yes')).toEqual(done)
    expect((await pageOf('amina')).meeting).toMatchObject({ open: ['economy'], reopens: [], waiting: [] })
    expect(await cellsOf(hodan)).toEqual(['economy'])
  })

  it('writes where it is open, changes only their own, and finds no other door', async () => {
    const note = {
      noteId: randomUUID(),
      cell: 'now',
      area: 'economy',
      about: { whole: true },
      privacy: 'table',
      words: { text: 'Jeg kan se på brevene med dere.' },
    }
    expect(
      (await asGuest(hodan, 'POST', `${family()}/notes`, { ...note, noteId: randomUUID(), area: 'housing' })).body,
    ).toMatchObject({ refused: 'note-area-not-open' })
    expect((await asGuest(hodan, 'POST', `${family()}/notes`, note)).body).toMatchObject({ done: true })
    const seen = (await asGuest(hodan, 'GET', `${family()}/cloth`)).body as {
      notes: { id: string; author: string; version: number }[]
    }
    const another = seen.notes.find((each) => each.author !== person)
    const change = (id: string) =>
      asGuest(hodan, 'POST', `${family()}/notes/${id}/change`, { baseVersion: 1, words: { text: 'Noe annet' } })
    expect((await change(another?.id ?? '')).body).toHaveProperty('refused')
    expect((await change(note.noteId)).body).toMatchObject({ done: true })
    for (const path of ['', '/consents', '/journey', '/wellbeing', '/plan', '/account', '/decisions', '/agreement'])
      expect((await asGuest(hodan, 'GET', family() + path)).status, path).toBe(404)
    expect((await asGuest(hodan, 'GET', `${family()}/cloth.pdf`)).status).toBe(404)
    for (const path of ['/api/families', '/api/door', '/api/referrals'])
      expect((await asGuest(hodan, 'GET', path)).status, path).toBe(404)
    for (const [act, body] of [
      ['open', { area: 'housing' }],
      ['close', { area: null }],
      ['end', {}],
      ['go-on', {}],
      ['screen', {}],
    ] as const)
      expect((await asGuest(hodan, 'POST', at(act), body)).status, act).toBe(404)
    expect((await asGuest(hodan, 'GET', `/api/families/${server.family('kowalska')}/cloth`)).status).toBe(404)
  })

  it('asks for a pause and takes none; the family takes it, the screen is blank at once, and only the family goes on', async () => {
    const screen = await openScreen()
    expect(await cellsOf(screen)).toEqual(['economy'])
    expect((await asGuest(hodan, 'POST', at('pause'))).body).toEqual(done)
    expect((await pageOf('amina')).meeting?.pause).toEqual({ state: 'asked', name: 'Hodan' })
    expect(await cellsOf(screen)).toEqual(['economy'])
    expect(await post('amina', at('pause'))).toEqual(done)
    expect(await cellsOf(screen)).toEqual([])
    expect(await cellsOf(hodan)).toEqual([])
    for (const persona of ['solveig', 'tor'])
      expect(await post(persona, at('go-on'))).toEqual({ refused: 'meeting-only-family' })
    expect(await open('economy')).toEqual({ refused: 'meeting-covered' })
    expect(await post('jonas', at('go-on'))).toEqual(done)
    expect(await cellsOf(screen)).toEqual(['economy'])
  })

  it('steps out when the family asks, and comes back when the family says so', async () => {
    expect(await answer('amina', server.person('kari'), 'step_out')).toEqual(done)
    expect((await server.call('kari', 'GET', `${family()}/cloth`)).status).toBe(404)
    expect(await post('kari', at('come'))).toEqual({ refused: 'meeting-asked-out' })
    expect(await answer('solveig', server.person('kari'), 'back')).toEqual({ refused: 'meeting-only-family' })
    expect(await answer('amina', server.person('kari'), 'back')).toEqual(done)
    expect((await server.clothOf('kari', 'hansen-ali')).areas).toEqual(['economy'])
  })

  it('who was answered "not now" stays outside, and what was covered opens again', async () => {
    const { token } = await arrive('Ola Nordmann')
    const ola = await personCalled('Ola Nordmann')
    await answer('solveig', ola, 'let_in')
    expect(await answer('solveig', ola, 'not_now')).toEqual({ refused: 'meeting-only-family' })
    expect(await answer('amina', ola, 'not_now')).toEqual(done)
    expect((await asGuest(token, 'GET', '/api/table')).body).toMatchObject({ state: 'turned_away', familyId: null })
    expect(await answer('amina', ola, 'yes')).toEqual({ refused: 'meeting-not-now' })
    expect((await pageOf('amina')).meeting?.open).toEqual(['economy'])
  })

  it('what one grown member has closed, only they open again', async () => {
    expect(await post('jonas', at('close'), { area: 'economy' })).toEqual(done)
    expect(await open('economy')).toEqual({ refused: 'meeting-closed-by-other' })
    expect(await open('economy', 'jonas')).toEqual(done)
  })
})

describe('the large screen', () => {
  it('is put up by who may, with a link that nobody makes up; writes nothing, and is nobody', async () => {
    expect(await post('tor', at('screen'))).toEqual({ refused: 'meeting-only-leader' })
    expect((await withoutSession('/api/screen', { link: await codeNow() })).body).toEqual({
      refused: 'meeting-code-old',
    })
    const screen = await openScreen()
    const note = { noteId: randomUUID(), cell: 'now', area: 'economy', about: { whole: true }, words: { text: 'x' } }
    expect((await asGuest(screen, 'POST', `${family()}/notes`, note)).status).toBe(404)
    await expect(
      asPerson(server.people, { token: screen }, server.family('hansen-ali'), (tx) =>
        sql`insert into lab.note (municipality_id, id, family_id, cell, area, about_id, privacy, author_id, written_by, sealed)
          select lab.current_municipality(), gen_random_uuid(), a.family_id, 'now', 'economy', a.id, 'table', lab.current_person(), lab.current_person(), '\\x00'
          from lab.about a where a.whole`.execute(tx),
      ),
    ).rejects.toThrow(/row-level security/)
    const seen = (await asGuest(screen, 'GET', `${family()}/cloth`)).body as {
      areas: string[]
      mayWrite: unknown[]
      notes: { privacy: string }[]
    }
    expect(seen).toMatchObject({ areas: ['economy'], mayWrite: [], mayWriteOwn: false })
    expect(seen.notes.every((each) => each.privacy === 'table')).toBe(true)
    const page = await asGuest(screen, 'GET', `${family()}/meeting`)
    expect(page.body).toMatchObject({ iLead: false, iOpen: false, last: null, meeting: { words: null, waiting: [] } })
    expect(page.text).not.toContain('Storskjerm')
    expect((await server.clothOf('solveig', 'hansen-ali')).people.map((each) => each.name)).not.toContain('Storskjerm')
  })

  it('and everybody hears at once of what is closed, also of a stage', async () => {
    const kari = await server.sit('kari', 'hansen-ali')
    const isSight = (frame: Frame) => frame.is === 'sight'
    const before = kari.frames.length
    const pressed = performance.now()
    await post('amina', at('close'), { area: null })
    await kari.until(isSight, before)
    expect(performance.now() - pressed).toBeLessThan(1000)
    await kari.until((frame) => frame.is === 'meeting', before)
    const then = kari.frames.length
    await post('solveig', at('stage'), { stage: 'ahead' })
    await kari.until((frame) => frame.is === 'meeting', then)
    kari.leave()
    expect(await open('economy')).toEqual(done)
  })
})

describe('when the meeting is over', () => {
  it('nothing of it is open, nobody is in by it, and a guest’s session has ended', async () => {
    const { token } = await arrive('Per Sen')
    const screen = await openScreen()
    expect(await cellsOf(screen)).toEqual(['economy'])
    expect(await post('amina', at('end'))).toEqual({ refused: 'meeting-only-leader' })
    expect(await post('solveig', at('end'))).toEqual(done)
    for (const ended of [token, screen]) {
      expect((await asGuest(ended, 'GET', '/api/table')).status).toBe(401)
      expect(await cellsOf(ended)).toEqual([])
    }
    expect((await server.call('kari', 'GET', `${family()}/cloth`)).status).toBe(404)
    expect(await open('economy')).toEqual({ refused: 'not-found' })
    const left = await server.owner.query(
      `select 1 from lab.open_area where meeting_id = $1 and (closed_at is null or reopens)
       union all select 1 from lab.admission where meeting_id = $1 and left_at is null`,
      [meeting],
    )
    expect(left.rows).toEqual([])
  })

  it('its hours are the leader’s to book, once, for each who sat there for a service', async () => {
    expect((await pageOf('tor')).last).toBeNull()
    const last = (await pageOf('solveig')).last
    expect(last).toMatchObject({ id: meeting, minutes: 15, booked: false })
    expect(last?.present.map((each) => each.service).sort()).toEqual(['NAV', 'Skolen', 'Velferdslaben'])
    const present = last?.present.map(({ partyId, item }) => ({ partyId, item }))
    const hours = { commandId: meeting, onDay: '2026-11-22', minutes: 90, present }
    expect(await post('solveig', `${family()}/entries/meeting`, hours)).toMatchObject(done)
    expect((await pageOf('solveig')).last?.booked).toBe(true)
  })
})
