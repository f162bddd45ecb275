import { asPerson } from '@velferdslab/db/as-person'
import { openPool, type Pool } from '@velferdslab/db/connect'
import { findMyFamilies } from '@velferdslab/db/family'
import { tokenHash } from '@velferdslab/db/token-hash'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { measureLists } from './open-family-lists.ts'
import { openLaid, type Laid } from './open-family-load.ts'

/** The municipality of `npm run bench -- open-family`, small: that what is laid by COPY is what people see through row security. */
const families = 40
let cache: string
let laid: Laid
let people: Pool
let owner: Pool

beforeAll(async () => {
  cache = mkdtempSync(join(tmpdir(), 'velferdslab-bench-'))
  // PostgreSQL runs as another user when we are root, and must be able to enter.
  chmodSync(cache, 0o755)
  laid = await openLaid(families, () => undefined, cache)
  people = openPool(laid.urls.app, { size: 1, name: 'test' })
  owner = openPool(laid.superuserUrl, { size: 1, name: 'test' })
}, 120_000)
afterAll(async () => {
  await Promise.all([people.end(), owner.end()])
  await laid.stop()
  rmSync(cache, { recursive: true, force: true, maxRetries: 10 })
})

async function sessionOf(person: string) {
  const token = randomUUID()
  await owner.query(
    `insert into lab.session (token_hash, municipality_id, person_id, issuer, acr, expires_at)
     select $1, p.municipality_id, p.id, 'staff', 'bench', now() + interval '1 hour' from lab.person p where p.id = $2`,
    [tokenHash(token), person],
  )
  return { token }
}

async function oneOf(sql: string): Promise<{ person: string; family: never }> {
  const { rows } = await owner.query<{ person: string; family: never }>(sql)
  return rows[0] as { person: string; family: never }
}

describe('a municipality laid by COPY', () => {
  it('shows somebody who leads the families they lead, and none of the others', async () => {
    const leader = await oneOf(
      `select person_id as person, family_id as family from lab.seat where role = 'leader' and family_id in (select id from lab.family where name like 'Prøve %') limit 1`,
    )
    const leads = await owner.query(`select 1 from lab.seat where person_id = $1`, [leader.person])
    const list = await asPerson(people, await sessionOf(leader.person), null, findMyFamilies)
    expect(list.families.map(({ id }) => id)).toContain(leader.family)
    expect(list.families).toHaveLength(leads.rows.length)
    expect(leads.rows.length).toBeLessThan(families)
  })

  it('has indexes and statistics like any other', async () => {
    const { rows } = await owner.query(
      `select indexrelid::regclass from pg_index where indrelid::regclass::text like 'lab.%' and not (indisready and indisvalid)`,
    )
    expect(rows).toEqual([])
    const settings = await owner.query<{ fsync: string }>(`select current_setting('fsync') as fsync`)
    expect(settings.rows[0]?.fsync).toBe('on')
  })

  it('opens the homes of who leads, of who sits there, of the core team and of who lives there', async () => {
    const leader =
      await oneOf(`select s.person_id as person, s.family_id as family from lab.seat s join lab.family f on f.id = s.family_id
      where s.role = 'leader' and f.name like 'Prøve %' limit 1`)
    const member =
      await oneOf(`select s.person_id as person, s.family_id as family from lab.seat s join lab.family f on f.id = s.family_id
      where s.role = 'member' and f.name like 'Prøve %' limit 1`)
    const mother =
      await oneOf(`select m.person_id as person, m.family_id as family from lab.member m join lab.family f on f.id = m.family_id
      where m.relation = 'mother' and f.name like 'Prøve %' limit 1`)
    const core = await oneOf(
      `select person_id as person, null as family from lab.role_held where role = 'core_team' limit 1`,
    )
    const lists = await measureLists(people, laid.ring, {
      leaders: [{ session: await sessionOf(leader.person) }],
      members: [{ session: await sessionOf(member.person) }],
      coreTeam: { session: await sessionOf(core.person) },
      citizens: [{ session: await sessionOf(mother.person), family: mother.family }],
    })
    expect(Object.keys(lists)).toEqual(['leader_ms', 'core_team_ms', 'member_ms', 'citizen_ms'])
    for (const ms of Object.values(lists)) expect(ms).toBeGreaterThan(0)
  })

  it('is there the next time, and is not laid twice', async () => {
    await Promise.all([people.end(), owner.end()])
    await laid.stop()
    laid = await openLaid(families, () => undefined, cache)
    people = openPool(laid.urls.app, { size: 1, name: 'test' })
    owner = openPool(laid.superuserUrl, { size: 1, name: 'test' })
    expect(laid.isKept).toBe(true)
    const { rows } = await owner.query<{ n: number }>(
      `select count(*)::int as n from lab.family where name like 'Prøve %'`,
    )
    expect(rows[0]?.n).toBe(families)
  })
})
