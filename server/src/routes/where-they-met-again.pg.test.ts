import { addDays, addMonths, dayInOslo } from '@velferdslab/core/dates'
import { identityOf } from '@velferdslab/db/seed/fjordvik'
import { people } from '@velferdslab/db/seed/fjordvik-people'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

/** Where break-glass, holds, reasons why one is enough, what others see, links and the door meet: each was whole alone. */
vi.setConfig({ testTimeout: 30_000 })

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => server.close())

const today = dayInOslo(new Date())
const town = () => server.town.municipality
const owner = (text: string, values: unknown[] = []) => server.owner.query<Record<string, unknown>>(text, values)
const home = (path = '') => `/api/families/${server.family('hansen-ali')}${path}`
const get = (persona: string, path: string) => server.call(persona, 'GET', path)
const post = async (persona: string, path: string, body: object = {}) =>
  (await server.call(persona, 'POST', path, { commandId: randomUUID(), ...body })).json() as object
const done = { done: true }
/** Somebody of another family. */
const elsewhere = 'magda'
const seeded = (persona: string) => people(today).find((each) => each.persona === persona)

/** Somebody holds a role for a service too; gives back how it ends. */
const holds = async (persona: string, role: string, party: 'nav' | 'health-clinic' | 'school' | null) => {
  const id = randomUUID()
  await owner(
    `insert into lab.role_held (municipality_id, id, person_id, role, party_id, valid_from) values ($1, $2, $3, $4, $5, now() - interval '1 day')`,
    [town(), id, server.person(persona), role, party && server.party(party)],
  )
  return () => owner('update lab.role_held set valid_to = now() where id = $1', [id])
}
/** Somebody is strictly protected from today; gives back how that ends. */
const protect = async (persona: string) => {
  const id = randomUUID()
  await owner(
    `insert into lab.protection (municipality_id, id, person_id, level, source, valid_from, recorded_by)
     values ($1, $2, $3, 'strictly_confidential', 'register', lab.today(), $3)`,
    [town(), id, server.person(persona)],
  )
  return () => owner('delete from lab.protection where id = $1', [id])
}
const glass = (persona: string, more: object = {}) =>
  post(persona, '/api/break-glass', {
    actId: randomUUID(),
    reviewId: randomUUID(),
    who: { by: 'number', number: numberOf('jonas') },
    family: null,
    areas: ['mental_health'],
    minutes: 30,
    necessity: 'Jonas er hentet i ambulanse. Vi må vite hvem han er trygg hos.',
    ...more,
  })
const numberOf = (persona: string) => {
  const found = seeded(persona)
  return (found && identityOf(found, today)) ?? ''
}
const named = (persona: string) => ({ who: { by: 'name', name: seeded(persona)?.name, born: seeded(persona)?.born } })

describe('break-glass', () => {
  it('finds nobody by name in a family where somebody is strictly protected, as little as the core team does', async () => {
    const over = await protect('elias')
    expect(await glass('mona', named('jonas'))).toEqual({ refused: 'glass-nobody-found' })
    await over()
  })

  it('ends with the role for that service, though the reader holds it for another', async () => {
    const actId = randomUUID()
    const ends = await holds('mona', 'break_glass', 'nav')
    const works = await holds('mona', 'caseworker', 'nav')
    expect(await glass('mona', { actId })).toMatchObject({ came: 'open' })
    expect((await get('mona', home('/cloth'))).status).toBe(200)
    const { rows } = await owner('select party_id from lab.act where id = $1', [actId])
    await owner(
      `update lab.role_held set valid_to = now() where person_id = $1 and role = 'break_glass' and party_id = $2`,
      [server.person('mona'), rows[0]?.party_id],
    )
    expect((await get('mona', home('/cloth'))).status).toBe(404)
    await owner('update lab.act set ended_at = now() where id = $1', [actId])
    await Promise.all([ends(), works()])
    await owner(
      `update lab.role_held set valid_to = null where person_id = $1 and role = 'break_glass' and party_id = $2`,
      [server.person('mona'), server.party('health-clinic')],
    )
  })

  it('puts nothing on paper for who sits at the table too: what was opened in an emergency is there as well', async () => {
    const ends = await holds('tor', 'break_glass', 'nav')
    const actId = randomUUID()
    expect((await get('tor', home('/cloth.pdf'))).status).toBe(200)
    expect(await glass('tor', { actId })).toMatchObject({ came: 'open' })
    const paper = await get('tor', home('/cloth.pdf'))
    expect([paper.status, paper.text.slice(0, 60)]).toEqual([409, '{"refused":"glass-reads-only"}'])
    expect(await post('tor', `/api/break-glass/${actId}/close`)).toEqual(done)
    expect((await get('tor', home('/cloth.pdf'))).status).toBe(200)
    await ends()
  })

  it('is one at a time, also for two at the same moment', async () => {
    const came = await Promise.all([
      glass('mona'),
      glass('mona', { who: { by: 'number', number: numberOf(elsewhere) } }),
      glass('mona', named('amina')),
    ])
    expect(came.filter((each) => 'came' in each)).toHaveLength(1)
    const { rows } = await owner(`select 1 from lab.act where kind = 'break_glass' and ended_at is null`)
    expect(rows).toHaveLength(1)
    await owner(`update lab.act set ended_at = now() where kind = 'break_glass' and ended_at is null`)
  })

  it('tells nothing of where somebody protected is, also to who was named for the addresses when they sat there', async () => {
    const over = await protect('amina')
    await owner(
      `insert into lab.whereabouts (municipality_id, id, family_id, what, subject_id, sealed, recorded_by)
       values ($1, gen_random_uuid(), $2, 'address', $3, '\\x00', $3)`,
      [town(), server.family('hansen-ali'), server.person('amina')],
    )
    await owner(
      `insert into lab.address_keeper (municipality_id, id, family_id, person_id, named_by) values ($1, gen_random_uuid(), $2, $3, $4)`,
      [town(), server.family('hansen-ali'), server.person('mona'), server.person('solveig')],
    )
    expect(await glass('mona')).toMatchObject({ came: 'open' })
    const where = (persona: string) =>
      server
        .as(persona, (tx) =>
          sql`select 1 from lab.whereabouts where subject_id = ${server.person('amina')}`.execute(tx),
        )
        .then(({ rows }) => rows.length)
    expect(await where('amina')).toBeGreaterThan(0)
    expect(await where('mona')).toBe(0)
    await owner(`update lab.act set ended_at = now() where kind = 'break_glass' and ended_at is null`)
    await owner(`delete from lab.whereabouts where what = 'address' and subject_id = $1`, [server.person('amina')])
    await owner('delete from lab.address_keeper where person_id = $1', [server.person('mona')])
    await over()
  })

  it('is closed to an open page within two seconds when administrators end the role for it', async () => {
    const seat = async () => {
      expect(await glass('mona')).toMatchObject({ came: 'open' })
      return server.sit('mona', 'hansen-ali')
    }
    const page = await seat()
    await owner(
      `update lab.role_held set valid_to = now() + interval '1 second' where person_id = $1 and role = 'break_glass'`,
      [server.person('mona')],
    )
    const began = Date.now()
    await page.closed
    expect(Date.now() - began).toBeLessThan(3500)
    await owner(`update lab.role_held set valid_to = null where person_id = $1 and role = 'break_glass'`, [
      server.person('mona'),
    ])
    await owner(`update lab.act set ended_at = now() where kind = 'break_glass' and ended_at is null`)
  })
})

describe('when one of two is enough', () => {
  const reason = () =>
    post('solveig', home('/sole-consents'), {
      soleConsentId: randomUUID(),
      personId: server.person('noor'),
      withoutId: server.person('jonas'),
      ground: 'cannot_be_reached',
      documentOn: today,
      until: addDays(today, 60),
      reason: 'Vi har ringt og skrevet fire ganger siden september.',
    })
  const yes = (persona: string, more: object = {}) =>
    post(persona, home('/consents'), {
      partyId: server.party('health-clinic'),
      purpose: 'make_and_follow_plan',
      language: 'nb',
      textVersion: '2026-11',
      areas: ['physical_health'],
      persons: [server.person('noor')],
      until: addMonths(today, 3),
      ...more,
    })
  const counts = async () => {
    const client = await server.owner.connect()
    await client.query('set role lab_rule')
    const { rows } = await client.query<{ person_id: string }>(
      `select e.person_id from lab.effective_consents(array[$1::uuid], array[$2::uuid], 'physical_health') e`,
      [server.family('hansen-ali'), server.party('health-clinic')],
    )
    await client.query('reset role')
    client.release()
    return rows.some(({ person_id }) => person_id === server.person('noor'))
  }

  it('is no way round a parent who said yes and has taken it back: they were reached', async () => {
    expect(await yes('amina')).toMatchObject(done)
    expect(await yes('jonas')).toMatchObject(done)
    expect(await counts()).toBe(true)
    expect(await post('jonas', home(`/parties/${server.party('health-clinic')}/stop`))).toMatchObject(done)
    expect(await counts()).toBe(false)
    expect(await reason()).toEqual(done)
    expect(await counts()).toBe(false)
  })
})

describe('what a service sees of mine', () => {
  it('is the same to the byte when somebody there reads by an act that has not been told', async () => {
    const pages = async () => {
      const texts: string[] = []
      for (const persona of ['amina', 'jonas', 'sara'])
        for (const party of ['nav', 'health-clinic', 'child-welfare'] as const)
          texts.push((await get(persona, home(`/parties/${server.party(party)}/seen`))).text)
      return texts
    }
    const before = await pages()
    const actId = randomUUID()
    const act = {
      actId,
      rule: 'fvl_13b_7',
      partyId: server.party('lab'),
      receiver: { personId: server.person('tor'), partyId: server.party('nav') },
      areas: ['housing'],
      until: addDays(today, 5),
      necessity: 'Tor må vite om boligen før hjemmebesøket i dag.',
      tell: { when: 'later', on: addDays(today, 3), because: 'Det kan bli utrygt for barna i dag.' },
    }
    expect(await post('solveig', home('/acts'), act)).toEqual(done)
    expect(await pages()).toEqual(before)
    expect(before.some((text) => text.includes('"notes":[{'))).toBe(true)
    await owner('update lab.act set ended_at = now() where id = $1', [actId])
  })

  it('is told of no cell that the asker does not see: not to a guardian beyond the mandate', async () => {
    const id = randomUUID()
    await owner(
      `insert into lab.responsibility (municipality_id, id, person_id, holder_id, kind, areas, source, valid_from)
       values ($1, $2, $3, $4, 'guardian', '{leisure}', 'court', now() - interval '1 day')`,
      [town(), id, server.person('jonas'), server.person('berit')],
    )
    const { rows } = await server.as('berit', (tx) =>
      sql`select distinct s.area from lab.seen_by_party(${server.family('hansen-ali')}, ${server.party('nav')}) s
        where (s.about_id, s.area, s.privacy) not in (select c.about_id, c.area, c.privacy from lab.my_cells() c)`.execute(
        tx,
      ),
    )
    expect(rows).toEqual([])
    await owner('delete from lab.responsibility where id = $1', [id])
  })
})

describe('a hold', () => {
  const lay = async (over: { family?: string; person?: string }, told: boolean) => {
    const id = randomUUID()
    await owner(
      `insert into lab.legal_hold (municipality_id, id, family_id, person_id, because, told, placed_by) values ($1, $2, $3, $4, 'investigation', $5, $6)`,
      [
        town(),
        id,
        over.family && server.family(over.family),
        over.person && server.person(over.person),
        told,
        server.person('ingvild'),
      ],
    )
    return id
  }

  it('over one of their own family is nothing to a privacy officer: not seen, not lifted, not placed', async () => {
    const ends = await holds('jonas', 'privacy_officer', null)
    const id = await lay({ person: 'amina' }, false)
    const seen = await server.as('jonas', (tx) => sql`select id from lab.legal_hold`.execute(tx))
    expect(seen.rows).toEqual([])
    expect((await get('jonas', '/api/retention')).text).not.toContain(id)
    expect(await post('jonas', `/api/holds/${id}/lift`)).toEqual({ refused: 'not-found' })
    await expect(
      server.as('jonas', (tx) =>
        sql`insert into lab.legal_hold (municipality_id, id, person_id, because, told, placed_by)
          values (lab.current_municipality(), gen_random_uuid(), ${server.person('amina')}, 'oversight', true, lab.current_person())`.execute(
          tx,
        ),
      ),
    ).rejects.toThrow(/row-level security/)
    expect((await server.as('ingvild', (tx) => sql`select id from lab.legal_hold`.execute(tx))).rows).toEqual([{ id }])
    await owner('delete from lab.legal_hold where id = $1', [id])
    await ends()
  })

  it('that is told to an officer of the family is read by them, and not lifted: they are told no such thing is done', async () => {
    const ends = await holds('jonas', 'privacy_officer', null)
    const id = await lay({ family: 'hansen-ali' }, true)
    expect((await get('jonas', '/api/my/holds')).text).toContain('investigation')
    expect(await post('jonas', `/api/holds/${id}/lift`)).toEqual({ refused: 'not-found' })
    await owner('delete from lab.legal_hold where id = $1', [id])
    await ends()
  })

  it('that is not told is in no number: what it keeps back is counted nowhere', async () => {
    const ends = await holds('jonas', 'privacy_officer', null)
    await owner(
      `insert into lab.draft (municipality_id, note_id, family_id, about_id, area, privacy, cell, writer_id, sealed, changed_at)
       select n.municipality_id, n.id, n.family_id, n.about_id, n.area, n.privacy, n.cell, n.author_id, '\\x00', now() - interval '9 days'
       from lab.note n where n.family_id = $1 limit 1`,
      [server.family('hansen-ali')],
    )
    const numbers = async () =>
      JSON.stringify((await server.as('jonas', (tx) => sql`select held from lab.my_overdue()`.execute(tx))).rows)
    const before = await numbers()
    const id = await lay({ family: 'hansen-ali' }, false)
    expect(await numbers()).toBe(before)
    await owner('update lab.legal_hold set told = true where id = $1', [id])
    expect(await numbers()).not.toBe(before)
    await owner('delete from lab.legal_hold where id = $1', [id])
    await ends()
  })
})
