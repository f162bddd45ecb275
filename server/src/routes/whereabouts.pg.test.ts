import { addDays, dayInOslo } from '@velferdslab/core/dates'
import { household, type Household } from '@velferdslab/core/household'
import { meetingPage } from '@velferdslab/core/meeting'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { asOwner, sql } from '../../../db/testing/fjordvik-for-tests.ts'
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

describe('where somebody can be found', () => {
  const planted = 'Bjørkeveien 47B'
  const meeting = randomUUID()
  it('is written by the family or its leader, and read by no service', async () => {
    for (const persona of ['tor', 'berit', 'siri'])
      expect(
        await post(persona, '/whereabouts', { personId: server.person('sara'), what: 'school', text: planted }),
        persona,
      ).toEqual({ refused: 'not-found' })
    expect(
      await post('amina', '/whereabouts', { personId: server.person('sara'), what: 'address', text: planted }),
    ).toEqual({ done: true })
    expect(
      await post('solveig', '/whereabouts', {
        personId: server.person('sara'),
        what: 'school',
        text: `${planted} skole`,
      }),
    ).toEqual({ done: true })
    expect(
      await post('solveig', '/meetings', {
        meetingId: meeting,
        plannedAt: '2099-01-01T10:00:00.000Z',
        words: { place: `${planted}, andre etasje`, link: '', agenda: 'Bolig' },
      }),
    ).toEqual({ done: true })
    expect(member(await read('amina'), 'sara')?.whereabouts).toEqual([
      { what: 'address', text: planted },
      { what: 'school', text: `${planted} skole` },
    ])
    expect((await server.call('tor', 'GET', at('hansen-ali', '/meeting'))).text).toContain(planted)
  })

  it('is nowhere for everybody else as soon as one of them is protected: no answer, no row, no event, no paper', async () => {
    const record = {
      protectionId: randomUUID(),
      personId: server.person('sara'),
      level: 'confidential',
      source: 'register',
      from: today,
    }
    for (const persona of ['tor', 'amina', 'berit'])
      expect(await post(persona, '/protections', record), persona).toEqual({ refused: 'not-found' })
    expect(await post('solveig', '/protections', { ...record, from: addDays(today, 1) })).toEqual({
      refused: 'protection-not-yet',
    })
    expect(await post('solveig', '/protections', record)).toEqual({ done: true })
    expect(await post('solveig', '/protections', { ...record, protectionId: randomUUID() })).toEqual({
      refused: 'protection-already-there',
    })

    const paths = [
      '',
      '/meeting',
      '/cloth',
      '/plan',
      '/people',
      '/seats',
      '/consents',
      '/journey',
      '/promises',
      '/signing',
      '/account',
    ]
    for (const persona of ['tor', 'kari', 'torbjorn', 'berit', 'siri', 'geir', 'eivind', 'magda']) {
      for (const path of paths)
        expect((await server.call(persona, 'GET', at('hansen-ali', path))).text, persona + path).not.toContain(planted)
      for (const path of ['/api/families', '/api/door', '/api/duplicates', '/api/me'])
        expect((await server.call(persona, 'GET', path)).text, persona + path).not.toContain(planted)
      expect((await server.call(persona, 'GET', at('hansen-ali', '/cloth.pdf'))).text, persona).not.toContain(planted)
      for (const table of ['whereabouts', 'protection', 'address_keeper'])
        expect(
          (
            await server.as(persona, (tx) =>
              // Who sits at other tables too, where nobody is protected, knows where those meet.
              sql`select 1 from ${sql.table(`lab.${table}`)} w
                where coalesce(to_jsonb(w) ->> 'family_id', ${server.family('hansen-ali')}) = ${server.family('hansen-ali')}`.execute(
                tx,
              ),
            )
          ).rows,
          persona + table,
        ).toEqual([])
    }
    const all = await asOwner(server, (tx) =>
      sql<{ line: string }>`
      select e::text as line from lab.event e union all select w::text from lab.whereabouts w union all select m::text from lab.meeting m
      union all select c::text from lab.command c`.execute(tx),
    )
    for (const { line } of all.rows) expect(Buffer.from(line).toString('latin1')).not.toContain('rkeveien')
    for (const persona of ['amina', 'jonas', 'solveig'])
      expect((await server.call(persona, 'GET', at('hansen-ali', '/meeting'))).text, persona).toContain(planted)
  })

  it('leaves no trace: a meeting whose place one may not know is a meeting without one', async () => {
    const page = meetingPage.parse((await server.call('tor', 'GET', at('hansen-ali', '/meeting'))).json())
    expect(page.meeting?.words).toEqual({ place: '', link: '', agenda: 'Bolig' })
  })

  it('is told who is named for it, until that is taken back', async () => {
    expect(await post('tor', '/address-keepers', { personId: server.person('tor'), may: true })).toEqual({
      refused: 'not-found',
    })
    expect(await post('amina', '/address-keepers', { personId: server.person('magda'), may: true })).toEqual({
      refused: 'not-found',
    })
    expect(await post('amina', '/address-keepers', { personId: server.person('tor'), may: true })).toEqual({
      done: true,
    })
    expect((await server.call('tor', 'GET', at('hansen-ali', '/meeting'))).text).toContain(planted)
    expect((await server.call('kari', 'GET', at('hansen-ali', '/meeting'))).text).not.toContain(planted)
    expect((await read('jonas')).keepers.map(({ name }) => name)).toEqual(['Tor Myhre'])
    expect(await post('jonas', '/address-keepers', { personId: server.person('tor'), may: false })).toEqual({
      done: true,
    })
    expect((await server.call('tor', 'GET', at('hansen-ali', '/meeting'))).text).not.toContain(planted)
  })

  it('is no hint and no search when it is strict: the leader is told, and the core team nothing', async () => {
    await asOwner(server, (tx) =>
      sql`update lab.protection set level = 'strictly_confidential' where ended_at is null`.execute(tx),
    )
    const { rows } = await asOwner(server, (tx) =>
      sql<{ born: string }>`select born::text from lab.birth where person_id = ${server.person('sara')}`.execute(tx),
    )
    const before = (await server.call('berit', 'GET', '/api/duplicates')).text
    await server.call('magda', 'POST', at('kowalska', '/members/child'), {
      commandId: randomUUID(),
      personId: randomUUID(),
      name: 'Sara Hansen Ali',
      born: rows[0]?.born,
      holders: [],
      otherHolder: null,
    })
    expect((await server.call('berit', 'GET', '/api/duplicates')).text).toBe(before)
    expect((await server.call('solveig', 'GET', '/api/duplicates')).text).toContain('Sara Hansen Ali')
    for (const persona of ['solveig', 'tor', 'berit'])
      expect(
        (await server.call(persona, 'POST', '/api/people/search', { name: 'Sara Hansen' })).text,
        persona,
      ).not.toContain(server.person('sara'))
  })

  it('is as before when the protection has ended', async () => {
    const id = member(await read('solveig'), 'sara')?.protection?.id
    expect(await post('amina', `/protections/${id}/end`)).toEqual({ refused: 'not-found' })
    expect(await post('solveig', `/protections/${id}/end`)).toEqual({ done: true })
    expect((await server.call('tor', 'GET', at('hansen-ali', '/meeting'))).text).toContain(planted)
  })
})
