import { addDays, dayInOslo, type CalendarDay } from '@velferdslab/core/dates'
import { household, joining, type Household } from '@velferdslab/core/household'
import { noteBirthdays } from '@velferdslab/db/jobs'
import { openNotice } from '@velferdslab/db/notice'
import { syntheticIdentity } from '@velferdslab/db/seed/synthetic-identity'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { asOwner, sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { comeIn } from '../../testing/family-at-door.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
})
afterAll(() => server.close())

const today = dayInOslo(new Date())
const at = (family: string, path: string) => `/api/families/${server.family(family)}${path}`
const read = async (persona: string, family = 'hansen-ali'): Promise<Household> =>
  household.parse((await server.call(persona, 'GET', at(family, '/people'))).json())
const post = async (persona: string, path: string, body: object = {}, family = 'hansen-ali') =>
  (await server.call(persona, 'POST', at(family, path), { commandId: randomUUID(), ...body })).json() as {
    done?: true
    refused?: string
  }
const member = (home: Household, persona: string) => home.members.find(({ id }) => id === server.person(persona))

describe('who belongs to a family', () => {
  it('is told to nobody but its own people, who answers for one of them, and its leader', async () => {
    const nothing = (await server.call('siri', 'GET', `/api/families/${randomUUID()}/people`)).text
    for (const persona of ['tor', 'kari', 'torbjorn', 'berit', 'siri', 'geir', 'magda'])
      expect((await server.call(persona, 'GET', at('hansen-ali', '/people'))).text, persona).toBe(nothing)
    const home = await read('amina')
    expect(home.members.map(({ calledName }) => calledName)).toEqual(['Amina', 'Jonas', 'Sara', 'Elias', 'Noor'])
    expect(member(home, 'sara')?.answersFor.map(({ holder }) => holder)).toEqual(['Amina', 'Jonas'])
  })
})

describe('who answers for somebody', () => {
  const guardian = {
    kind: 'guardian',
    areas: ['economy'],
    source: 'state_administrator',
    documentOn: today,
    until: null,
    holderName: null,
  }
  it('is written down by the leader alone, with its source and its document', async () => {
    const told = {
      ...guardian,
      responsibilityId: randomUUID(),
      personId: server.person('jonas'),
      holderId: server.person('amina'),
    }
    for (const persona of ['amina', 'tor', 'berit'])
      expect(await post(persona, '/responsibilities', told), persona).toEqual({ refused: 'not-found' })
    expect(await post('solveig', '/responsibilities', { ...told, documentOn: null })).toMatchObject({
      refused: 'not-valid',
    })
    expect(await post('solveig', '/responsibilities', { ...told, areas: null })).toMatchObject({ refused: 'not-valid' })
    expect(await post('solveig', '/responsibilities', { ...told, documentOn: addDays(today, 1) })).toEqual({
      refused: 'responsibility-over',
    })
    expect(await post('solveig', '/responsibilities', { ...told, kind: 'parental', areas: null })).toEqual({
      refused: 'responsibility-grown',
    })
    expect(await post('solveig', '/responsibilities', { ...told, holderId: server.person('magda') })).toEqual({
      refused: 'responsibility-holder-unknown',
    })
  })

  it('a guardian sees and says yes within the mandate, and not outside it; the family sees who it is and since when', async () => {
    const holderId = randomUUID()
    const told = {
      ...guardian,
      responsibilityId: randomUUID(),
      personId: server.person('marius'),
      holderId,
      holderName: 'Vera Vik',
    }
    expect(await post('solveig', '/responsibilities', told, 'lie')).toEqual({ done: true })
    ;(server.town.persons as Record<string, string>)['vera'] = holderId
    expect(member(await read('marius', 'lie'), 'marius')?.answersFor).toEqual([
      expect.objectContaining({
        holder: 'Vera',
        kind: 'guardian',
        areas: ['economy'],
        source: 'state_administrator',
        documentOn: today,
        since: today,
        recordedBy: 'Solveig',
      }),
    ])
    const areas = await server.as('vera', async (tx) =>
      (await sql<{ area: string }>`select distinct area from lab.my_cells()`.execute(tx)).rows.map(({ area }) => area),
    )
    expect(areas).toEqual(['economy'])
    // What a guardian has said yes to counts within the mandate, whatever else the sentence names.
    await asOwner(server, async (tx) => {
      await sql`insert into lab.consent (municipality_id, id, family_id, giver_id, party_id, answer, purpose, areas, persons, giving_parties, valid_from,
          valid_to, text_version, language, channel, recorded_by)
        values (${server.town.municipality}, ${randomUUID()}, ${server.family('lie')}, ${holderId}, ${server.party('school')}, 'yes', 'make_and_follow_plan',
          array['economy', 'work'], array[${server.person('marius')}::uuid], '{}', now(), now() + interval '9 days', '2026-11', 'nb', 'digital', ${holderId})`.execute(
        tx,
      )
    })
    const effective = await server.as('marius', async (tx) =>
      (
        await sql<{ area: string }>`
          select area from lab.my_effective_consents(${server.family('lie')}) where party_id = ${server.party('school')}`.execute(
          tx,
        )
      ).rows.map(({ area }) => area),
    )
    expect(effective).toEqual(['economy'])
    expect(await post('solveig', `/responsibilities/${told.responsibilityId}/end`, {}, 'lie')).toEqual({ done: true })
    expect((await server.call('vera', 'GET', at('lie', '/people'))).status).toBe(404)
  })
})

describe('somebody is taken in', () => {
  const proposalId = randomUUID()
  const born = '1988-02-02' as CalendarDay
  const stian = { name: 'Stian Foss', born, telephone: '400 00 555' }
  it('is asked for by no service, and never as a child', async () => {
    const ask = { proposalId, personId: randomUUID(), relation: 'partner', who: stian }
    for (const persona of ['tor', 'berit', 'sara'])
      expect(await post(persona, '/members/ask', ask), persona).toEqual({ refused: 'not-found' })
    expect(await post('amina', '/members/ask', { ...ask, who: { ...stian, born: '2015-01-01' } })).toEqual({
      refused: 'member-not-grown',
    })
    expect(await post('amina', '/members/ask', ask)).toEqual({ done: true })
    expect(await post('jonas', '/members/ask', { ...ask, proposalId: randomUUID(), personId: randomUUID() })).toEqual({
      refused: 'member-already-asked',
    })
  })

  it('belongs only when everyone at home and then they themself have said yes', async () => {
    const answer = (persona: string) => post(persona, `/members/asked/${proposalId}/answer`, { answer: 'yes' })
    for (const persona of ['solveig', 'sara', 'tor'])
      expect(await answer(persona), persona).toEqual({ refused: 'not-found' })
    expect((await read('amina')).asked).toMatchObject([{ name: 'Stian Foss', state: 'waits_family', mayAnswer: true }])
    expect(await answer('amina')).toEqual({ done: true })
    expect(await answer('amina')).toEqual({ refused: 'member-already-answered' })
    expect((await read('jonas')).asked[0]).toMatchObject({ state: 'waits_family', mayAnswer: true })
    // Nobody is told whom it waits for: whoever was named there could not say not now without everybody knowing.
    const told = (await server.call('amina', 'GET', at('hansen-ali', '/people'))).json() as { asked: object[] }
    expect(Object.keys(told.asked[0] ?? {}).sort()).toEqual(
      ['askedBy', 'id', 'mayAnswer', 'mine', 'name', 'on', 'relation', 'state'].sort(),
    )
    expect(await answer('jonas')).toEqual({ done: true })
    const { rows } = await asOwner(server, (tx) =>
      sql<{ sealed: Buffer }>`select sealed from lab.notice where id = ${proposalId}`.execute(tx),
    )
    const { to, text } = openNotice(server.ring, server.town.municipality, proposalId, rows[0]?.sealed as Buffer)
    expect(to).toBe('400 00 555')
    for (const word of ['Hansen', 'Amina', 'Stian', 'familie']) expect(text).not.toContain(word)

    const code = /\/m\/([\w-]{22})/.exec(text)?.[1] ?? ''
    expect(await comeIn(server, 'stian', syntheticIdentity(born, 0), code)).toBe(true)
    expect((await server.call('stian', 'GET', at('hansen-ali', '/people'))).status).toBe(404)
    expect((await server.call('stian', 'GET', at('hansen-ali', '/cloth'))).status).toBe(404)
    const asked = joining.parse((await server.call('stian', 'GET', '/api/joining')).json()).asked
    expect(asked).toMatchObject([{ familyName: 'Hansen-Ali', askedBy: 'Amina' }])
    for (const persona of ['tor', 'amina'])
      expect(
        (
          await server.call(persona, 'POST', `/api/joining/${proposalId}/answer`, {
            commandId: randomUUID(),
            answer: 'yes',
          })
        ).json(),
      ).toEqual({ refused: 'not-found' })
    expect(
      (
        await server.call('stian', 'POST', `/api/joining/${proposalId}/answer`, {
          commandId: randomUUID(),
          answer: 'yes',
        })
      ).json(),
    ).toEqual({ done: true })
    expect(member(await read('stian'), 'stian')).toMatchObject({ relation: 'partner', isMe: true, since: today })
  })
})

describe('somebody moves out', () => {
  const words = 'Bare mine ord om flyttinga'
  it('is said by themself or the leader, and by nobody else; one who is alone does not', async () => {
    const out = (persona: string, who: string, family?: string) =>
      post(persona, `/members/${server.person(who)}/move-out`, {}, family)
    for (const persona of ['tor', 'amina', 'sara', 'siri'])
      expect(await out(persona, 'jonas'), persona).toEqual({ refused: 'not-found' })
    expect(await out('marius', 'marius', 'lie')).toEqual({ refused: 'member-last' })
  })

  it('loses sight at once, what they said yes to ends, their words stay theirs, and the plan that was signed stays as it was', async () => {
    await post('jonas', '/notes', {
      noteId: randomUUID(),
      cell: 'difficult',
      area: 'common',
      about: { persons: [server.person('jonas')] },
      privacy: 'own',
      words: { text: words },
    })
    const signed = () =>
      asOwner(server, (tx) =>
        sql`
        select v.id, v.content_sha256, s.person_id from lab.plan_version v left join lab.plan_signature s on s.version_id = v.id
        where v.family_id = ${server.family('hansen-ali')} order by 1, 3`.execute(tx),
      )
    const before = (await signed()).rows
    const seat = await server.sit('jonas', 'hansen-ali')
    await seat.until((frame) => frame.is === 'ready')
    expect(await post('jonas', `/members/${server.person('jonas')}/move-out`)).toEqual({ done: true })
    expect(await seat.closed).toBe(4404)

    expect((await signed()).rows).toEqual(before)
    for (const path of ['', '/cloth', '/people', '/plan', '/meeting'])
      expect((await server.call('jonas', 'GET', at('hansen-ali', path))).status, path).toBe(404)
    const yeses = await asOwner(server, (tx) =>
      sql`
      select 1 from lab.active_consent where family_id = ${server.family('hansen-ali')} and giver_id = ${server.person('jonas')}`.execute(
        tx,
      ),
    )
    expect(yeses.rows).toEqual([])
    const his = await server.as('jonas', (tx) =>
      sql<{ author: boolean; single: boolean }>`
      select n.author_id = lab.current_person() as author, n.privacy = 'own' as single from lab.note n where n.family_id = ${server.family('hansen-ali')}`.execute(
        tx,
      ),
    )
    expect(his.rows.some(({ single }) => single)).toBe(true)
    expect((await read('amina')).earlier).toMatchObject([{ name: 'Jonas Hansen', to: today, mayComeBack: true }])
    const kinds = await asOwner(server, (tx) =>
      sql<{ kind: string }>`
      select kind from lab.event where family_id = ${server.family('hansen-ali')} order by seq desc limit 1`.execute(
        tx,
      ),
    )
    expect(kinds.rows).toEqual([{ kind: 'member.moved_out' }])
  })

  it('comes back when those at home and they themself say yes: a second period, and the first is kept', async () => {
    const proposalId = randomUUID()
    expect(
      await post('amina', '/members/ask', {
        proposalId,
        personId: server.person('jonas'),
        relation: 'father',
        who: null,
      }),
    ).toEqual({ done: true })
    for (const persona of ['amina', 'stian'])
      expect(await post(persona, `/members/asked/${proposalId}/answer`, { answer: 'yes' }), persona).toEqual({
        done: true,
      })
    expect(
      (
        await server.call('jonas', 'POST', `/api/joining/${proposalId}/answer`, {
          commandId: randomUUID(),
          answer: 'yes',
        })
      ).json(),
    ).toEqual({ done: true })
    const home = await read('jonas')
    expect(member(home, 'jonas')).toMatchObject({ since: today })
    expect(home.earlier).toMatchObject([{ name: 'Jonas Hansen', to: today, mayComeBack: false }])
  })
})

describe('a birthday', () => {
  const bornFor = (age: number, days: number) => {
    const day = addDays(today, days)
    return `${Number(day.slice(0, 4)) - age}${day.slice(4)}`
  }
  const turns = (born: string) =>
    asOwner(server, (tx) =>
      sql`update lab.birth set born = ${born}::date where person_id = ${server.person('oskar')}`.execute(tx),
    )
  const asked = async (persona: string) => member(await read(persona, 'kowalska'), 'oskar')?.cameOfAge
  // A day that is no 29 February in a year that has none: the rule's own boundary has tests of its own.
  it('asks nobody the day before', async () => {
    await turns(bornFor(16, 1))
    await noteBirthdays(server.system, '')
    expect(await asked('oskar')).toBeNull()
  })
  it('asks on the day, once, and tells the leader; a parent is not told', async () => {
    await turns(bornFor(16, 0))
    expect(await noteBirthdays(server.system, '')).toBe(1)
    expect(await noteBirthdays(server.system, '')).toBe(0)
    expect(await asked('oskar')).toMatchObject({ age: 16, on: today, answered: false })
    expect((await asked('oskar'))?.areas).toContain('physical_health')
    expect(await asked('solveig')).toMatchObject({ age: 16, answered: false })
    expect(await asked('magda')).toBeNull()
  })
  it('is seen to by the one it is about, once', async () => {
    for (const persona of ['magda', 'solveig', 'tor'])
      expect(await post(persona, '/coming-of-age', { age: 16 }, 'kowalska'), persona).toEqual({ refused: 'not-found' })
    expect(await post('oskar', '/coming-of-age', { age: 18 }, 'kowalska')).toEqual({ refused: 'not-found' })
    expect(await post('oskar', '/coming-of-age', { age: 16 }, 'kowalska')).toEqual({ done: true })
    expect(await post('oskar', '/coming-of-age', { age: 16 }, 'kowalska')).toEqual({ refused: 'not-found' })
    expect(await asked('solveig')).toMatchObject({ answered: true })
  })
  it('of a night that was missed is caught up with, and one long ago is not', async () => {
    await turns(bornFor(18, -3))
    expect(await noteBirthdays(server.system, '')).toBe(1)
    expect(await asked('oskar')).toMatchObject({ age: 18, on: addDays(today, -3) })
    await asOwner(server, (tx) => sql`delete from lab.coming_of_age`.execute(tx))
    await turns(bornFor(18, -40))
    expect(await noteBirthdays(server.system, '')).toBe(0)
  })
})
