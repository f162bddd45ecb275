import { breakGlass } from '@velferdslab/core/break-glass'
import { glassOpened } from '@velferdslab/core/commands/break-glass'
import { dayInOslo } from '@velferdslab/core/dates'
import { sharedByLaw } from '@velferdslab/core/act'
import { looked } from '@velferdslab/core/looked'
import type { Frame } from '@velferdslab/core/cloth'
import { workingDaysAfter } from '@velferdslab/core/working-days'
import { closeDueGlass } from '@velferdslab/db/jobs'
import { identityOf } from '@velferdslab/db/seed/fjordvik'
import { people } from '@velferdslab/db/seed/fjordvik-people'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { commandBodies } from '../../testing/command-bodies.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'
import { apiRoutes } from './all.ts'

vi.setConfig({ testTimeout: 60_000 })

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
})
afterAll(() => server.close())

const today = dayInOslo(new Date())
const necessity = 'Elias er hentet i ambulanse. Vi må vite hvem han er trygg hos.'
const person = (persona: string) => people(today).find((each) => each.persona === persona)
const numberOf = (persona: string) => {
  const found = person(persona)
  return (found && identityOf(found, today)) ?? ''
}
const home = (path = '') => `/api/families/${server.family('hansen-ali')}${path}`
const post = async (persona: string, path: string, body: object) =>
  (await server.call(persona, 'POST', path, { commandId: randomUUID(), ...body })).json() as object
const aGlass = (more: object = {}) => ({
  actId: randomUUID(),
  reviewId: randomUUID(),
  who: { by: 'number', number: numberOf('jonas') },
  family: null,
  areas: ['housing', 'school'],
  minutes: 30,
  necessity,
  ...more,
})
const open = (persona: string, more: object = {}) => post(persona, '/api/break-glass', aGlass(more))
const seenBy = async (persona: string) =>
  breakGlass.parse((await server.call(persona, 'GET', '/api/break-glass')).json())
const statusOf = async (persona: string, path: string) => (await server.call(persona, 'GET', home(path))).status
const eventsOf = async (kind: string) =>
  (
    await server.owner.query<{ data: unknown; actor: string | null }>(
      `select e.data, p.name as actor from lab.event e left join lab.person p on p.id = e.actor_id where e.kind = $1 order by e.at`,
      [kind],
    )
  ).rows

describe('to break the glass', () => {
  it('is for who holds the role: everybody else finds no such door, and what is shown to them is empty', async () => {
    for (const persona of ['tor', 'solveig', 'berit', 'geir', 'frode', 'amina', 'siri']) {
      expect(await open(persona), persona).toEqual({ refused: 'not-found' })
      expect(await seenBy(persona), persona).toMatchObject({ mayOpen: null, open: null, reviews: [] })
    }
  })

  it('finds nobody who is not here, nobody under another day or half a name, and says it of all alike', async () => {
    const born = person('elias')?.born
    const byName = (name: string, day: unknown) => ({ who: { by: 'name', name, born: day } })
    for (const who of [
      { who: { by: 'number', number: numberOf('jonas').split('').reverse().join('') } },
      { who: { by: 'number', number: '41888012345' } },
      byName('Elias', born),
      byName('Elias Hansen', '2001-01-01'),
      byName('Nobody Here', born),
    ])
      expect(await open('mona', who)).toEqual({ refused: 'glass-nobody-found' })
    expect((await eventsOf('glass.sought')).map(({ data }) => data)).toEqual(Array(5).fill({ families: 0 }))
  })

  it('asks for a reason of twenty letters, an area, and minutes within the rule of the municipality', async () => {
    expect(await open('mona', { necessity: 'Det haster veldig.' })).toMatchObject({ refused: 'not-valid' })
    expect(await open('mona', { areas: [] })).toMatchObject({ refused: 'not-valid' })
    expect(await open('mona', { minutes: 61 })).toMatchObject({ refused: 'not-valid' })
    await server.owner.query(
      `insert into lab.glass_rule (municipality_id, valid_from, longest_minutes, review_days, source) values ($1, '2020-01-01', 40, 3, 'test')`,
      [server.town.municipality],
    )
    expect(await open('mona', { minutes: 41 })).toEqual({ refused: 'glass-too-long' })
    await server.owner.query(`delete from lab.glass_rule where source = 'test'`)
  })

  it('is for nobody of the family, and only where a manager who is another answers for it', async () => {
    await server.owner.query(
      `insert into lab.role_held (municipality_id, id, person_id, role, party_id, valid_from)
       values ($1, gen_random_uuid(), $2, 'break_glass', $3, now() - interval '1 day')`,
      [server.town.municipality, server.person('amina'), server.party('health-clinic')],
    )
    expect(await open('amina')).toEqual({ refused: 'glass-nobody-found' })
    await server.owner.query(`update lab.role_held set valid_to = now() where person_id = $1`, [server.person('amina')])
    await server.owner.query(`update lab.role_held set role = 'economist' where role = 'manager'`)
    expect(await open('mona')).toEqual({ refused: 'glass-nobody-answers' })
    await server.owner.query(`update lab.role_held set role = 'manager' where person_id = $1`, [server.person('geir')])
  })

  it('finds nobody strictly protected by their name', async () => {
    await server.owner.query(
      `insert into lab.protection (municipality_id, id, person_id, level, source, valid_from, recorded_by)
       values ($1, gen_random_uuid(), $2, 'strictly_confidential', 'register', lab.today(), $2)`,
      [server.town.municipality, server.person('jonas')],
    )
    const who = { by: 'name', name: person('jonas')?.name ?? '', born: person('jonas')?.born }
    expect(await open('mona', { who })).toEqual({ refused: 'glass-nobody-found' })
    await server.owner.query(`delete from lab.protection where person_id = $1`, [server.person('jonas')])
  })
})

describe('while it is open', () => {
  const actId = randomUUID()
  it('reads the areas that were chosen and no other, for the minutes that were chosen', async () => {
    expect(await statusOf('mona', '/cloth')).toBe(404)
    const who = {
      by: 'name',
      name: ` ${person('elias')?.name.toLocaleUpperCase('nb') ?? ''} `,
      born: person('elias')?.born,
    }
    expect(glassOpened.parse(await open('mona', { actId, who }))).toEqual({
      came: 'open',
      family: server.family('hansen-ali'),
    })
    const { notes } = await server.clothOf('mona', 'hansen-ali')
    expect(notes.length).toBeGreaterThan(0)
    for (const { area } of notes) expect(['housing', 'school']).toContain(area)
    const { open: now } = await seenBy('mona')
    expect(now).toMatchObject({ actId, areas: ['housing', 'school'], family: { name: 'Hansen-Ali' } })
    const left = Date.parse(now?.until ?? '') - Date.now()
    expect(left).toBeGreaterThan(28 * 60_000)
    expect(left).toBeLessThanOrEqual(30 * 60_000)
    expect(await open('mona')).toEqual({ refused: 'glass-already-open' })
  })

  it('writes nothing, through no door of the family there is', async () => {
    const bodies = commandBodies(server)
    for (const { path } of apiRoutes.filter((door) => door.method === 'POST' && door.path.includes(':familyId'))) {
      const address = path.replace(':familyId', server.family('hansen-ali')).replace(/:\w+/g, () => randomUUID())
      const answer = await server.call('mona', 'POST', address, bodies[path]?.() ?? { commandId: randomUUID() })
      if (path.endsWith('/drafts/leave')) continue
      expect([404, 409, 422], path).toContain(answer.status)
      expect(answer.json(), path).toMatchObject({ refused: expect.any(String) as string })
    }
    expect(await post('mona', home('/notes'), bodies['/api/families/:familyId/notes']?.() as object)).toEqual({
      refused: 'glass-reads-only',
    })
    expect(await post('mona', home('/reports'), bodies['/api/families/:familyId/reports']?.() as object)).toEqual({
      refused: 'glass-reads-only',
    })
  })

  it('prints nothing, finds nothing by search, takes nothing out, and stands in no list', async () => {
    for (const paper of [
      '/cloth.pdf',
      '/cloth.pdf?blank=1',
      `/signing/${randomUUID()}/plan.pdf`,
      `/consents/sheet.pdf?party=${server.party('nav')}`,
    ]) {
      const answer = await server.call('mona', 'GET', home(paper))
      expect([answer.status, answer.json()], paper).toEqual([409, { refused: 'glass-reads-only' }])
    }
    expect((await server.call('mona', 'POST', '/api/people/search', { name: 'Amina' })).json()).toEqual({ people: [] })
    expect((await server.call('mona', 'GET', '/api/families')).text).not.toContain('Hansen-Ali')
    const mine = await server.call('mona', 'POST', '/api/my-data', { commandId: randomUUID() })
    expect(mine.text).not.toContain('Hansen-Ali')
  })

  it('tells nothing of where somebody protected is', async () => {
    await server.owner.query(
      `insert into lab.protection (municipality_id, id, person_id, level, source, valid_from, recorded_by)
       values ($1, gen_random_uuid(), $2, 'strictly_confidential', 'register', lab.today(), $2)`,
      [server.town.municipality, server.person('amina')],
    )
    const { rows } = await server.as('mona', (tx) => sql`select 1 from lab.whereabouts`.execute(tx), 'hansen-ali')
    expect(rows).toEqual([])
    await server.owner.query(`delete from lab.protection where person_id = $1`, [server.person('amina')])
  })

  it('is told at once to the family from sixteen, without the reason, and stands in who has read', async () => {
    for (const persona of ['amina', 'jonas']) {
      const answer = await server.call(persona, 'GET', home('/shared'))
      expect(sharedByLaw.parse(answer.json()).acts, persona).toMatchObject([
        { id: actId, kind: 'break_glass', receiver: { name: 'Mona Vik', service: 'Helsestasjonen' }, isOver: false },
      ])
      expect(answer.text).not.toContain('ambulanse')
    }
    const { visits } = looked.parse((await server.call('amina', 'GET', home('/looked'))).json())
    expect(visits.filter(({ ground }) => ground === 'break_glass')).not.toEqual([])
    expect(await eventsOf('glass.opened')).toMatchObject([
      { actor: 'Mona Vik', data: { areas: ['housing', 'school'], minutes: 30 } },
    ])
  })

  it('is ended by who opened it, and by nobody else; what was open is closed within two seconds', async () => {
    const close = (persona: string) => post(persona, `/api/break-glass/${actId}/close`, {})
    for (const persona of ['amina', 'geir', 'tor'])
      expect(await close(persona), persona).toEqual({ refused: 'not-found' })
    const seat = await server.sit('mona', 'hansen-ali')
    await seat.until((frame: Frame) => frame.is === 'ready')
    const began = Date.now()
    expect(await close('mona')).toEqual({ done: true })
    await seat.closed
    expect(Date.now() - began).toBeLessThan(2000)
    expect(await statusOf('mona', '/cloth')).toBe(404)
    expect(await close('mona')).toEqual({ refused: 'not-found' })
    expect(await eventsOf('glass.closed')).toMatchObject([{ actor: 'Mona Vik', data: { by: 'reader' } }])
  })

  it('ends by its time, and with the role; the end is remembered once', async () => {
    const later = randomUUID()
    expect(await open('mona', { actId: later })).toMatchObject({ came: 'open' })
    await server.owner.query(`update lab.role_held set valid_to = now() where role = 'break_glass'`)
    expect(await statusOf('mona', '/cloth')).toBe(404)
    await server.owner.query(`update lab.role_held set valid_to = null where role = 'break_glass' and person_id = $1`, [
      server.person('mona'),
    ])
    expect(await statusOf('mona', '/cloth')).toBe(200)
    await server.owner.query(
      `update lab.act set valid_from = valid_from - interval '1 hour', valid_to = valid_to - interval '1 hour' where id = $1`,
      [later],
    )
    expect(await statusOf('mona', '/cloth')).toBe(404)
    expect(await closeDueGlass(server.system)).toBe(1)
    expect(await closeDueGlass(server.system)).toBe(0)
    expect((await eventsOf('glass.closed'))[1]).toEqual({ actor: null, data: { by: 'time' } })
  })
})

describe('afterwards', () => {
  const reviews = async (persona: string) => (await seenBy(persona)).reviews
  const words = 'Det hastet, og hun leste bare det hun måtte.'

  it('the manager who answers for it sees who, why and by when, and the family as a number; the reader and others see nothing', async () => {
    const [first, ...others] = await reviews('geir')
    const holidays = await server.owner.query<{ day: never }>('select day from lab.holiday')
    const dueOn = workingDaysAfter(today, 3, new Set(holidays.rows.map(({ day }) => day)))
    expect(first).toMatchObject({
      reader: 'Mona Vik',
      service: 'Helsestasjonen',
      necessity,
      isMine: true,
      isLate: false,
      dueOn,
    })
    expect(others).toHaveLength(1)
    expect(JSON.stringify(first)).not.toMatch(/Hansen|Ali\b/)
    for (const persona of ['mona', 'tor', 'solveig', 'amina', 'frode', 'eivind'])
      expect(await reviews(persona)).toEqual([])
  })

  it('the privacy officer knows of it and not why, and answers nothing', async () => {
    const [first] = await reviews('ingvild')
    expect(first).toMatchObject({ reader: 'Mona Vik', isMine: false, necessity: null, answered: null })
    expect(
      await post('ingvild', `/api/break-glass/reviews/${first?.id ?? ''}/answer`, { outcome: 'needed', words }),
    ).toEqual({ refused: 'not-found' })
  })

  it('what nobody has looked at in time is late', async () => {
    await server.owner.query(`update lab.glass_review set due_on = lab.today() - 1`)
    expect((await reviews('geir')).map(({ isLate }) => isLate)).toEqual([true, true])
    expect((await reviews('ingvild')).map(({ isLate }) => isLate)).toEqual([true, true])
  })

  it('is answered once, with words, and then the privacy officer reads both', async () => {
    const [first] = await reviews('geir')
    const answer = (outcome: string) =>
      post('geir', `/api/break-glass/reviews/${first?.id ?? ''}/answer`, { outcome, words })
    expect(
      await post('geir', `/api/break-glass/reviews/${first?.id ?? ''}/answer`, { outcome: 'needed', words: 'Ja.' }),
    ).toMatchObject({ refused: 'not-valid' })
    expect(await answer('not_needed')).toEqual({ done: true })
    expect(await answer('needed')).toEqual({ refused: 'glass-already-answered' })
    const told = (await reviews('ingvild')).find(({ id }) => id === first?.id)
    expect(told).toMatchObject({ isLate: false, answered: { outcome: 'not_needed', words, by: 'Geir Holm' } })
    expect(await eventsOf('glass.reviewed')).toMatchObject([{ data: { outcome: 'not_needed' } }])
  })
})

describe('past the rules, by plain SQL', () => {
  const refused = (persona: string, statement: ReturnType<typeof sql>) =>
    expect(
      server.as(persona, (tx) => statement.execute(tx)),
      persona,
    ).rejects.toThrow(
      /permission denied|no right|nobody of|one at a time|areas that|longer than|looked at within|not found/,
    )
  const byFunction = (
    how: { party?: string; areas?: string[]; minutes?: number; due?: string; family?: string } = {},
  ) =>
    sql`select lab.open_glass(gen_random_uuid(), gen_random_uuid(), ${server.family(how.family ?? 'hansen-ali')}, ${server.party((how.party ?? 'health-clinic') as never)},
      ${how.areas ?? ['housing']}::text[], ${how.minutes ?? 5}, ${how.due ?? '2099-01-01'}::date, '\\x00', '\\x00', null, '')`

  it('the function looks at everything again: who, for which service, areas, minutes, and by when it is looked at', async () => {
    for (const persona of ['tor', 'amina', 'geir', 'solveig']) await refused(persona, byFunction())
    for (const how of [{ party: 'nav' }, { areas: [] }, { areas: ['nowhere'] }, { minutes: 61 }, { minutes: 0 }, {}])
      await refused('mona', byFunction(how))
    await refused('tor', sql`select * from lab.glass_families(null, 'Amina Ali', '1990-01-01', null)`)
  })

  it('nobody writes a review, a rule or a day off; and no break-glass is longer than an hour, whoever lays it', async () => {
    for (const persona of ['mona', 'geir', 'ingvild', 'frode']) {
      await refused(persona, sql`update lab.glass_review set outcome = 'needed'`)
      await refused(persona, sql`delete from lab.glass_review`)
      await refused(persona, sql`update lab.glass_rule set longest_minutes = 60`)
      await refused(
        persona,
        sql`insert into lab.holiday select municipality_id, lab.today(), 'x' from lab.holiday limit 1`,
      )
      await refused(persona, sql`select lab.close_due_glass('')`)
    }
    await expect(
      server.owner.query(`update lab.act set valid_to = valid_from + interval '61 minutes' where kind = 'break_glass'`),
    ).rejects.toThrow('violates check constraint')
  })

  it('the days are counted alike in the database and in core, over Easter and Christmas too', async () => {
    const asRule = await server.owner.connect()
    await asRule.query('set role lab_rule')
    const { rows } = await asRule.query<{ from_day: never; days: number; due: string }>(
      `select d::date as from_day, n as days, lab.working_days_after($1, d::date, n) as due
       from generate_series(date '2026-01-01', date '2030-12-31', interval '5 days') d cross join generate_series(1, 3) n`,
      [server.town.municipality],
    )
    await asRule.query('reset role')
    asRule.release()
    const { rows: off } = await server.owner.query<{ day: never }>(
      'select day from lab.holiday where municipality_id = $1',
      [server.town.municipality],
    )
    const holidays = new Set(off.map(({ day }) => day))
    for (const { from_day, days, due } of rows) expect(workingDaysAfter(from_day, days, holidays), from_day).toBe(due)
    expect(workingDaysAfter('2027-03-24' as never, 1, holidays)).toBe('2027-03-30')
    expect(workingDaysAfter('2026-12-23' as never, 3, holidays)).toBe('2026-12-29')
  })
})
