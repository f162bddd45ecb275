import { openTableSession } from '@velferdslab/db/table-session'
import { tokenHash } from '@velferdslab/db/token-hash'
import { randomUUID } from 'node:crypto'
import type { TestLab } from '../../db/testing/fjordvik-for-tests.ts'
import { things, verbs, type Thing, type Verb } from './things.ts'

interface Connection {
  query(text: string, values?: unknown[]): Promise<{ rowCount: number | null }>
}

/** What one kind of person can do with one thing. */
export type Can = Readonly<Record<Verb, boolean>>
/** By kind of person, then by thing. */
export type Asked = Readonly<Record<string, Readonly<Record<string, Can>>>>

/**
 * Asks the database itself, as each kind of person of Fjordvik, what it lets them do with the things of one family: the Hansen-Alis, whose Elias is made
 * seventeen and Sara twelve here, because those are the ages where something changes. Each question is put as the person, and rolled back.
 */
export async function askEverybody(lab: TestLab): Promise<Asked> {
  const people = await layPeople(lab)
  const client = await lab.people.connect()
  const rows = new Map<Thing, string>()
  const asked: Record<string, Record<string, Can>> = {}
  try {
    const missing: string[] = []
    for (const thing of things) {
      const row = await findRow(lab, thing)
      if (row === undefined) missing.push(thing.name)
      else rows.set(thing, row)
    }
    if (missing.length > 0) throw new Error(`Fjordvik lacks ${missing.join(', ')}: tools/access-table/things.ts`)
    for (const [who, token] of Object.entries(people)) {
      const cans: Record<string, Can> = {}
      for (const thing of things)
        cans[thing.name] = await askOne(client, token, lab.family('hansen-ali'), thing, rows.get(thing) as string)
      asked[who] = cans
    }
  } finally {
    client.release()
  }
  return asked
}

async function askOne(client: Connection, token: string, family: string, thing: Thing, row: string): Promise<Can> {
  const can: Record<Verb, boolean> = { sees: false, writes: false, changes: false, erases: false }
  for (const verb of verbs) {
    const question = thing.ask(row)[verb]
    if (!question) continue
    await client.query('begin')
    try {
      await client.query(`select set_config('app.token', $1, true), set_config('app.family', $2, true)`, [
        token,
        family,
      ])
      const answer = await client.query(question)
      can[verb] = (answer.rowCount ?? 0) > 0
    } catch (error) {
      // 42501 is the lock (no grant, row security, or a guard). Whatever else is wrong with the row, the lock has let it pass.
      const { code = '' } = error as { code?: string }
      if (code !== '42501' && !code.startsWith('23')) throw error
      can[verb] = code !== '42501'
    } finally {
      await client.query('rollback')
    }
  }
  return can
}

async function findRow(lab: TestLab, thing: Thing): Promise<string | undefined> {
  const found = await lab.owner.query<{ id: string }>(
    thing.find({
      family: lab.family('hansen-ali'),
      mother: lab.person('amina'),
      father: lab.person('jonas'),
      child: lab.person('sara'),
      nav: lab.party('nav'),
    }),
  )
  return found.rows[0]?.id
}

/** A token for each kind of person. Whom Fjordvik lacks is made. */
async function layPeople(lab: TestLab): Promise<Record<string, string>> {
  const { owner } = lab
  const town = lab.town.municipality
  const family = lab.family('hansen-ali')
  const query = (text: string, values: readonly unknown[] = []) => owner.query(text, [...values])
  const tokenOf = async (person: string): Promise<string> => {
    const token = randomUUID()
    await query(
      `insert into lab.session (token_hash, municipality_id, person_id, issuer, acr, expires_at) values ($1, $2, $3, 'citizen', 'test', now() + interval '1 hour')`,
      [tokenHash(token), town, person],
    )
    return token
  }
  const make = async (name: string, role?: string): Promise<string> => {
    const id = randomUUID()
    await query(
      `insert into lab.person (municipality_id, id, name, called_name, initials) values ($1, $2, $3, $3, 'P')`,
      [town, id, name],
    )
    if (role)
      await query(
        `insert into lab.role_held (municipality_id, id, person_id, role, valid_from) values ($1, gen_random_uuid(), $2, $3, now() - interval '1 day')`,
        [town, id, role],
      )
    return id
  }
  for (const [persona, years] of [
    ['sara', 12],
    ['elias', 17],
  ] as const)
    await query(
      `update lab.birth set born = (lab.today() - make_interval(years => $2, days => 40))::date where person_id = $1`,
      [lab.person(persona), years],
    )
  const guardian = await make('Verge Prøve')
  await query(
    `insert into lab.responsibility (municipality_id, id, person_id, holder_id, kind, areas, source, valid_from)
     values ($1, gen_random_uuid(), $2, $3, 'guardian', array['economy', 'housing'], 'prøve', now() - interval '1 year')`,
    [town, lab.person('jonas'), guardian],
  )
  // The school has a seat there, and no consent any more.
  await query(
    `update lab.consent set ended_at = now() - interval '1 hour', ended_how = 'withdrawn' where family_id = $1 and party_id = $2 and answer = 'yes' and ended_at is null`,
    [family, lab.party('school')],
  )
  // Words that Fjordvik lacks. What they say does not matter here.
  for (const [persona, privacy, area, cell] of [
    ['jonas', 'own', 'common', 'difficult'],
    ['sara', 'child', 'common', 'difficult'],
    ['jonas', 'table', 'economy', 'today'],
  ] as const)
    await query(
      `insert into lab.note (municipality_id, id, family_id, cell, area, about_id, privacy, author_id, written_by, sealed)
       select a.municipality_id, gen_random_uuid(), a.family_id, $5, $4, a.id, $3, $2, $2, '\\x01' from lab.about a
       where a.family_id = $1 and a.persons = array[$2::uuid]`,
      [family, lab.person(persona), privacy, area, cell],
    )
  const meeting = randomUUID()
  await query(`update lab.meeting set ended_at = now() where family_id = $1 and ended_at is null`, [family])
  await query(
    `insert into lab.meeting (municipality_id, id, family_id, planned_at, started_at) values ($1, $2, $3, now(), now() - interval '1 minute')`,
    [town, meeting, family],
  )
  await query(
    `insert into lab.open_area (municipality_id, id, meeting_id, area, opened_at, opened_by) values ($1, gen_random_uuid(), $2, 'economy', now() - interval '1 minute', $3)`,
    [town, meeting, lab.person('amina')],
  )
  const guest = await openTableSession(lab.system, {
    kind: 'guest',
    meeting: meeting as never,
    name: 'Gjest Prøve',
    role: 'interpreter' as never,
  })
  const screen = await openTableSession(lab.system, {
    kind: 'screen',
    meeting: meeting as never,
    by: lab.person('amina'),
  })
  // The two are let in; the guard of that table asks who lets in, and here it is nobody.
  await query(`alter table lab.admission disable trigger user`)
  await query(
    `update lab.admission set let_in_at = now() - interval '1 second', admitted_at = now() - interval '1 second', admitted_by = $2 where meeting_id = $1`,
    [meeting, lab.person('amina')],
  )
  await query(`alter table lab.admission enable trigger user`)
  return {
    'the mother': await tokenOf(lab.person('amina')),
    'the other parent': await tokenOf(lab.person('jonas')),
    'a child of 12': await tokenOf(lab.person('sara')),
    'a young person of 17': await tokenOf(lab.person('elias')),
    'a guardian of the father (economy, housing)': await tokenOf(guardian),
    'the leader': await tokenOf(lab.person('solveig')),
    'a team member with consent (NAV)': await tokenOf(lab.person('tor')),
    'a team member whose consent has ended (school)': await tokenOf(lab.person('kari')),
    'the core team': await tokenOf(lab.person('berit')),
    'a manager': await tokenOf(lab.person('geir')),
    'a councillor': await tokenOf(await make('Politiker Prøve', 'councillor')),
    'an economist': await tokenOf(lab.person('eivind')),
    support: await tokenOf(await make('Brukerstøtte Prøve', 'support')),
    'an administrator': await tokenOf(await make('Administrator Prøve', 'administrator')),
    'a guest at their table (economy open)': guest as string,
    'the screen at their table (economy open)': screen as string,
    'a stranger': await tokenOf(lab.person('magda')),
  }
}
