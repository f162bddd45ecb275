import { mayProposeRule, maySeeRule, ruleTables, type RuleFact } from '@velferdslab/core/access/rule-registers'
import type { AccessFacts } from '@velferdslab/core/access/facts'
import type { MunicipalityId, PersonId } from '@velferdslab/core/ids'
import type { Role } from '@velferdslab/core/people'
import { hashOf, type Client } from './ask.ts'
import type { Dice } from './dice.ts'
import type { Ways } from './play.ts'

const roles: readonly Role[] = [
  'administrator',
  'privacy_officer',
  'support',
  'key_administrator',
  'core_team',
  'manager',
  'caseworker',
]
const peopleOfTown = 10

interface Town {
  readonly id: MunicipalityId
  readonly people: readonly { readonly id: PersonId; readonly token: string; readonly isLive: boolean }[]
}
type StoredRule = RuleFact & { readonly key: string }

/**
 * Who reads the rules a municipality keeps in versions, who writes them, and who proposes one: two drawn towns, roles that begin and end to the
 * millisecond, and each person asked for everything. They are no rows of a family, so no world has them (decision 0043).
 *
 * @returns each answer in which the database differs from core, and how many were asked for
 */
export async function differingRules(ways: Ways, dice: Dice): Promise<{ differences: string[]; asked: number }> {
  const client = await ways.superuser.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ now: Date }>(`select date_trunc('milliseconds', now()) as now`)
    const now = rows[0]?.now as Date
    await client.query('set local session authorization lab_owner')
    const { towns, facts, rules } = await storeTowns(client, dice, now)
    await client.query('set local session authorization lab_app')
    const differences: string[] = []
    let asked = 0
    const hold = (what: string, core: boolean, database: boolean) => {
      asked++
      if (core !== database)
        differences.push(`${what}: database ${database ? 'yes' : 'no'}, core ${core ? 'yes' : 'no'}`)
    }
    for (const town of towns)
      for (const person of town.people) {
        await client.query(`select set_config('app.token', $1, true), set_config('app.family', '', true)`, [
          person.token,
        ])
        const who = facts.roles.filter((held) => held.person === person.id).map(({ role }) => role)
        const said = `${person.isLive ? '' : 'ended session, '}${who.join('+') || 'nobody'}`
        for (const rule of rules) {
          const isOwn = rule.municipality === town.id ? 'own' : 'other'
          const sees = person.isLive && maySeeRule(facts, person.id, rule, now)
          hold(`${said} sees ${isOwn} ${rule.table}`, sees, await isSeen(client, rule))
          hold(`${said} writes ${isOwn} ${rule.table}`, false, await succeeds(client, writingOf(rule)))
          hold(`${said} changes ${isOwn} ${rule.table}`, false, await succeeds(client, changingOf(rule)))
        }
        const proposes = person.isLive && mayProposeRule(facts, person.id, town.id, now)
        hold(`${said} proposes`, proposes, await succeeds(client, proposing(dice)))
      }
    return { differences, asked }
  } finally {
    await client.query('rollback')
    client.release()
  }
}

type Statement = { readonly sql: string; readonly values: readonly unknown[] }

const keyOf = { statute_rule: 'code', privacy_word: 'word', review_rule: 'code', retention_rule: 'category' } as const
const keys = {
  statute_rule: 'drawn',
  privacy_word: 'drawn',
  review_rule: 'colleague',
  retention_rule: 'drawn',
} as const
const columns = {
  statute_rule: `(municipality_id, code, valid_from, position, statute, paragraph, kind, sectors, title_nb, title_nn, title_en, source)
    values ($1, $2, $3, 0, 'x', 'x', 'report', '{}', 'x', 'x', 'x', 'https://drawn.example')`,
  privacy_word: `(municipality_id, id, word, valid_from, kind, source) values ($1, gen_random_uuid(), $2, $3, 'drugs', 'x')`,
  review_rule: `(municipality_id, code, valid_from, counts, source) values ($1, $2, $3, true, 'x')`,
  retention_rule: `(municipality_id, category, valid_from, action, statute, paragraph, source) values ($1, $2, $3, 'archive', 'x', 'x', 'x')`,
} as const

const insertOf = ({ table, municipality, key }: StoredRule, from: string): Statement => ({
  sql: `insert into lab.${table} ${columns[table]}`,
  values: [municipality, key, from],
})
const writingOf = (rule: StoredRule) => insertOf(rule, '2031-01-01')
const changingOf = ({ table, municipality, key }: StoredRule): Statement => ({
  sql: `update lab.${table} set source = 'https://other.example' where municipality_id = $1 and ${keyOf[table]} = $2`,
  values: [municipality, key],
})
const proposing = (dice: Dice): Statement => ({
  sql: `select lab.propose_change($1, 'privacy_word', $2, '{"language": "nb", "says": "drugs", "listed": true, "origin": "x", "from": "2031-01-01"}', 'drawn')`,
  values: [dice.uuid(), `drawn ${dice.below(1_000_000_000)}`],
})

async function isSeen(client: Client, { table, municipality, key }: StoredRule): Promise<boolean> {
  const found = await client.query(`select 1 from lab.${table} where municipality_id = $1 and ${keyOf[table]} = $2`, [
    municipality,
    key,
  ])
  return (found.rowCount ?? 0) > 0
}

/** Tries, and takes it back. Refused is what row security, a grant or the rule itself refuses, and what finds no row. */
async function succeeds(client: Client, { sql, values }: Statement): Promise<boolean> {
  await client.query('savepoint before')
  try {
    return ((await client.query(sql, [...values])).rowCount ?? 0) > 0
  } catch (error) {
    if (['42501', 'P0002'].includes((error as { code?: string }).code ?? '')) return false
    throw error
  } finally {
    await client.query('rollback to before')
  }
}

async function storeTowns(client: Client, dice: Dice, now: Date) {
  const facts: { persons: AccessFacts['persons'][number][]; roles: AccessFacts['roles'][number][] } = {
    persons: [],
    roles: [],
  }
  const towns: Town[] = []
  const rules: StoredRule[] = []
  for (const name of ['one', 'other']) {
    const id = dice.uuid() as MunicipalityId
    await client.query(`insert into lab.municipality (id, name, slug, phone) values ($1, $2, $3, '00000000')`, [
      id,
      name,
      id,
    ])
    await client.query(`insert into lab.chain_head (municipality_id, chain_id) values ($1, $1)`, [id])
    const people = []
    for (let nth = 0; nth < peopleOfTown; nth++) people.push(await storePerson(client, dice, now, id, facts))
    for (const table of ruleTables) {
      const rule = { table, municipality: id, key: keys[table] }
      const { sql, values } = insertOf(rule, '2000-01-01')
      await client.query(sql, [...values])
      rules.push(rule)
    }
    towns.push({ id, people })
  }
  return { towns, facts, rules }
}

async function storePerson(
  client: Client,
  dice: Dice,
  now: Date,
  town: MunicipalityId,
  facts: { persons: AccessFacts['persons'][number][]; roles: AccessFacts['roles'][number][] },
): Promise<Town['people'][number]> {
  const id = dice.uuid() as PersonId
  await client.query(
    `insert into lab.person (municipality_id, id, name, called_name, initials) values ($1, $2, 'P', 'P', 'P')`,
    [town, id],
  )
  facts.persons.push({ id, municipality: town, born: null })
  for (const role of dice.shuffled(roles).slice(0, dice.below(3))) {
    const [from, to] = dice.pick([
      [-9_000, null],
      [-9_000, 9_000],
      [-9_000, 0],
      [-9_000, -1],
      [0, null],
      [1, null],
    ] as const)
    const at = (milliseconds: number) => new Date(now.getTime() + milliseconds)
    facts.roles.push({ person: id, role, from: at(from), to: to === null ? null : at(to) })
    await client.query(
      `insert into lab.role_held (municipality_id, id, person_id, role, valid_from, valid_to)
       values ($1, $2, $3, $4, now() + $5::integer * interval '1 millisecond', now() + $6::integer * interval '1 millisecond')`,
      [town, dice.uuid(), id, role, from, to],
    )
  }
  const token = dice.uuid()
  const isLive = !dice.chance(0.2)
  await client.query(
    `insert into lab.session (token_hash, municipality_id, person_id, issuer, acr, expires_at, ended_at)
     values ($1, $2, $3, 'staff', 'high', now() + interval '1 hour', case when not $4::boolean then now() end)`,
    [hashOf(token), town, id, isLive],
  )
  return { id, token, isLive }
}
