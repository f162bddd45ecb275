import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestLab, type TestLab } from '../testing/fjordvik-for-tests.ts'
import { asPerson } from './as-person.ts'
import { inTransaction, openPool } from './connect.ts'
import { tokenHash } from './token-hash.ts'

let lab: TestLab
beforeAll(async () => {
  lab = await openTestLab(inject('superuserUrl'))
})
afterAll(() => lab.close())

const names = (rows: { name: string }[]) => rows.map((row) => row.name).sort()
const familiesSeen = async (persona: string) =>
  names(await lab.as(persona, (tx) => tx.selectFrom('lab.family').select('name').execute()))
const notesSeen = (persona: string) =>
  lab.as(persona, (tx) => tx.selectFrom('lab.note').select('id').execute()).then((rows) => rows.length)

describe('the session is checked by the database', () => {
  const nobodySees = async (token: string) => {
    const rows = await asPerson(lab.people, { token }, null, (tx) => tx.selectFrom('lab.person').selectAll().execute())
    expect(rows).toEqual([])
  }

  it('nobody sees anything without a token', () => nobodySees(''))
  it('a person id is no token', () => nobodySees(lab.person('amina')))
  it('the hash of a live token is no token', async () => {
    const { token } = await lab.session('amina')
    await nobodySees(tokenHash(token).toString('hex'))
  })
  it('an expired or ended session is nobody', async () => {
    for (const ending of [`expires_at = now() - interval '1 second'`, `ended_at = now()`]) {
      const token = randomUUID()
      await lab.owner.query(
        `insert into lab.session (token_hash, municipality_id, person_id, issuer, acr, expires_at) values ($1, $2, $3, 'citizen', 'x', now() + interval '1 hour')`,
        [tokenHash(token), lab.town.municipality, lab.person('amina')],
      )
      expect(
        await asPerson(lab.people, { token }, null, (tx) => tx.selectFrom('lab.family').select('name').execute()),
      ).toHaveLength(1)
      await lab.owner.query(`update lab.session set ${ending} where token_hash = $1`, [tokenHash(token)])
      await nobodySees(token)
    }
  })
  it('two people on one connection never mix, also after an error and a time-out in between (REQ-49)', async () => {
    const one = openPool(lab.urls.app, { size: 1, name: 'pool-of-one' })
    const familyNames = async (persona: string) =>
      names(
        await asPerson(one, await lab.session(persona), null, (tx) =>
          tx.selectFrom('lab.family').select('name').execute(),
        ),
      )
    try {
      expect(await familyNames('amina')).toEqual(['Hansen-Ali'])
      await expect(
        asPerson(one, await lab.session('amina'), null, (tx) => sql`select 1/0`.execute(tx)),
      ).rejects.toThrow('division')
      expect(await familyNames('marius')).toEqual(['Marius Lie'])
      await expect(
        asPerson(one, await lab.session('amina'), null, async (tx) => {
          await sql`set local statement_timeout = 20`.execute(tx)
          await sql`select pg_sleep(1)`.execute(tx)
        }),
      ).rejects.toThrow('timeout')
      const between = await inTransaction(
        one,
        () => [],
        (tx) => tx.selectFrom('lab.family').select('name').execute(),
      )
      expect(between).toEqual([])
      expect(await familyNames('magda')).toEqual(['Kowalska'])
    } finally {
      await one.end()
    }
  })
})

describe('the application role is weak', () => {
  const refused = async (statement: string) => {
    const client = new pg.Client({ connectionString: lab.urls.app })
    await client.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('app.token', $1, true)`, [(await lab.session('amina')).token])
      await expect(client.query(statement), statement).rejects.toThrow(
        /permission denied|must be|not exist|denied to|violates row-level|cannot|could not|no schema/,
      )
    } finally {
      await client.end()
    }
  }

  it.each([
    'set role lab_owner',
    'set role lab_rule',
    'set session authorization lab_system',
    `copy (select 1) to program 'true'`,
    `copy lab.note to '/tmp/never'`,
    'create extension dblink',
    'select * from lab.session',
    `insert into lab.session (token_hash, municipality_id, person_id, issuer, acr, expires_at) values ('\\x00', gen_random_uuid(), gen_random_uuid(), 'citizen', 'x', now())`,
    'select * from lab.person_identity',
    'select hash from lab.chain_head',
    "insert into lab.event (municipality_id, chain_id, seq, kind, at, data, prev, hash) values (gen_random_uuid(), gen_random_uuid(), 1, 'a.b', now(), '{}', '', '')",
    "update lab.event set kind = 'note.changed'",
    'delete from lab.event',
    'truncate lab.event',
    'delete from lab.consent',
    "update lab.consent set areas = array['economy']",
    'delete from lab.note',
    'update lab.note set author_id = gen_random_uuid()',
    'alter table lab.note disable row level security',
    'drop policy see on lab.note',
    'create table lab.mine (id int)',
    'create schema mine',
    'select lab.sight_of(array[gen_random_uuid()], null, null, null)',
    'select lab.effective_consents(array[gen_random_uuid()], array[gen_random_uuid()], null)',
    'select lab.lock_chain(gen_random_uuid())',
    "select pg_read_file('/etc/passwd')",
  ])('cannot %s', refused)
})

describe('who sees what in Fjordvik', () => {
  it('child welfare, to whom nobody said yes, sees no family and no note', async () => {
    expect(await familiesSeen('siri')).toEqual([])
    expect(await notesSeen('siri')).toBe(0)
  })
  it('management sees no row of a family', async () => {
    expect(await familiesSeen('geir')).toEqual([])
    expect(await notesSeen('geir')).toBe(0)
  })
  it('the core team knows families and seats, never the cloth nor the members', async () => {
    expect(await familiesSeen('berit')).toEqual([
      'Al-Masri',
      'Dahl-Nguyen',
      'Emma Nilsen',
      'Eriksen',
      'Hansen-Ali',
      'Haugen',
      'Kowalska',
      'Marius Lie',
      'Olsen',
      'Pettersen',
      'Sæther',
      'Yusuf Warsame',
    ])
    expect(await notesSeen('berit')).toBe(0)
    expect(await lab.as('berit', (tx) => tx.selectFrom('lab.member').selectAll().execute())).toEqual([])
    expect(await lab.as('berit', (tx) => tx.selectFrom('lab.consent').selectAll().execute())).toEqual([])
  })
  it('a father in another household does not read the table of this one', async () => {
    expect(await familiesSeen('marek')).toEqual([])
    expect(await notesSeen('marek')).toBe(0)
  })
  it('Jonas does not see what Amina keeps to herself; Amina does', async () => {
    const own = (persona: string) =>
      lab.as(persona, (tx) => tx.selectFrom('lab.note').select('id').where('privacy', '=', 'own').execute())
    expect(await own('jonas')).toHaveLength(0)
    expect(await own('solveig')).toHaveLength(0)
    expect(await own('amina')).toHaveLength(1)
  })
  it('NAV sees work for the whole family only when every one of them has a yes', async () => {
    const whole = () =>
      lab.as('tor', (tx) =>
        tx
          .selectFrom('lab.note as n')
          .innerJoin('lab.about as a', 'a.id', 'n.about_id')
          .select('n.id')
          .where('a.whole', '=', true)
          .where('n.area', '=', 'economy')
          .where('n.family_id', '=', lab.family('hansen-ali'))
          .execute(),
      )
    expect(await whole()).toHaveLength(0)
  })
  it('nobody sees another municipality, whoever they are', async () => {
    const { seedFjordvik } = await import('../seed/fjordvik.ts')
    const other = await seedFjordvik({
      ownerUrl: lab.urls.owner,
      appUrl: lab.urls.app,
      ring: lab.ring,
      slug: 'nabovik',
    })
    for (const persona of ['amina', 'solveig', 'berit', 'tor']) {
      const seen = await lab.as(persona, async (tx) => [
        ...(await tx.selectFrom('lab.family').select('municipality_id').execute()),
        ...(await tx.selectFrom('lab.note').select('municipality_id').execute()),
        ...(await tx.selectFrom('lab.person').select('municipality_id').execute()),
        ...(await tx.selectFrom('lab.area').select('municipality_id').execute()),
      ])
      expect(new Set(seen.map((row) => row.municipality_id)), persona).toEqual(new Set([lab.town.municipality]))
      expect(other.municipality).not.toBe(lab.town.municipality)
    }
  })
})

describe('writing', () => {
  const note = (values: Record<string, unknown>) => ({
    id: randomUUID(),
    municipality_id: lab.town.municipality,
    family_id: lab.family('hansen-ali'),
    cell: 'dream_of',
    area: 'common',
    privacy: 'table',
    sealed: Buffer.from('sealed'),
    ...values,
  })
  const aboutOf = async (whole: boolean, persons: string[] = []) => {
    const { rows } = await lab.owner.query<{ id: string }>(
      `select id from lab.about where family_id = $1 and whole = $2 and persons = $3`,
      [lab.family('hansen-ali'), whole, persons.map((persona) => lab.person(persona))],
    )
    return rows[0]?.id
  }
  const insert = (persona: string, values: Record<string, unknown>) =>
    lab.as(persona, async (tx) => {
      await sql`savepoint here`.execute(tx)
      return tx
        .insertInto('lab.note')
        .values(note(values) as never)
        .execute()
        .then(() => 'done')
        .catch((error: unknown) => (error as Error).message)
    })

  it("nobody writes in another person's name", async () => {
    const values = { about_id: await aboutOf(true), author_id: lab.person('jonas'), written_by: lab.person('jonas') }
    expect(await insert('amina', values)).toMatch('row-level security')
    expect(await insert('jonas', values)).toBe('done')
  })
  it('NAV cannot write where nobody opened for NAV', async () => {
    const values = {
      about_id: await aboutOf(true),
      author_id: lab.person('tor'),
      written_by: lab.person('tor'),
      cell: 'now',
      area: 'school',
    }
    expect(await insert('tor', values)).toMatch('row-level security')
  })
  it("a mother does not write in her daughter's own words", async () => {
    const values = {
      about_id: await aboutOf(false, ['sara']),
      author_id: lab.person('amina'),
      written_by: lab.person('amina'),
      privacy: 'own',
    }
    expect(await insert('amina', values)).toMatch('row-level security')
  })
  it('only its author moves a note to other readers', async () => {
    const change = (persona: string) =>
      lab.as(persona, async (tx) => {
        const mine = await tx
          .selectFrom('lab.note')
          .select(['id', 'version'])
          .where('author_id', '=', lab.person('amina'))
          .where('area', '=', 'economy')
          .executeTakeFirstOrThrow()
        await sql`savepoint here`.execute(tx)
        return tx
          .updateTable('lab.note')
          .set({ area: 'housing', written_by: lab.person(persona) })
          .where('id', '=', mine.id)
          .execute()
          .then((done) => Number(done[0]?.numUpdatedRows))
          .catch((error: unknown) => (error as Error).message)
      })
    expect(await change('solveig')).toMatch('only its author')
    expect(await change('amina')).toBe(1)
  })
  it('nobody says yes for another grown person, and a yes can only end', async () => {
    const yes = (giver: string, persons: string[]) => ({
      municipality_id: lab.town.municipality,
      id: randomUUID(),
      family_id: lab.family('hansen-ali'),
      giver_id: lab.person(giver),
      party_id: lab.party('nav'),
      answer: 'yes',
      purpose: 'make_and_follow_plan',
      areas: ['economy'],
      persons: persons.map((persona) => lab.person(persona)),
      giving_parties: [],
      valid_from: new Date(Date.now() - 1000),
      valid_to: new Date(Date.now() + 86_400_000),
      text_version: 'x',
      language: 'nb',
      channel: 'digital',
      recorded_by: lab.person(giver),
    })
    const give = (persona: string, values: Record<string, unknown>) =>
      lab.as(persona, async (tx) => {
        await sql`savepoint here`.execute(tx)
        return tx
          .insertInto('lab.consent')
          .values(values as never)
          .execute()
          .then(() => 'done')
          .catch((error: unknown) => (error as Error).message)
      })
    expect(await give('amina', yes('amina', ['jonas']))).toMatch('row-level security')
    expect(await give('tor', yes('tor', ['amina']))).toMatch('row-level security')
    expect(await give('solveig', yes('amina', ['amina']))).toMatch('row-level security')
    expect(await give('amina', { ...yes('amina', ['amina']), text_version: null })).toMatch('null value')
    expect(await give('amina', { ...yes('amina', ['amina']), areas: [] })).toMatch('check constraint')
    expect(await give('amina', yes('amina', ['amina', 'noor']))).toBe('done')
  })
})
