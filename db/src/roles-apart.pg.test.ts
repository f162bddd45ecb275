import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { openTestLab, sql, type TestLab } from '../testing/fjordvik-for-tests.ts'

vi.setConfig({ testTimeout: 60_000 })

let lab: TestLab
beforeAll(async () => {
  lab = await openTestLab(inject('superuserUrl'))
})
afterAll(() => lab.close())

/** Who keeps the machines, the registers and the keys in order, and reads no life (REQ-61). */
const keepers = ['frode', 'stig', 'turid']

/** Lists of the municipality: the same for everybody in it. Whatever else a keeper can read is a fault. */
const lists = [
  'municipality',
  'area',
  'organisation',
  'party',
  'consent_age',
  'child_rule',
  'check_question',
  'price',
  'own_word',
  'municipality_setting',
  'confidentiality_rule',
  'consent_term',
  'legal_basis',
  'privacy_word',
  'glass_rule',
  'holiday',
  'link_rule',
  'retention_rule',
  'sector_of_type',
  'sole_consent_ground',
  'statute_rule',
  'text_version',
]
/** Their own, and nobody else's. */
const own = ['person', 'role_held', 'command']
const registers: Readonly<Record<string, readonly string[]>> = { frode: ['approval_rule', 'change', 'review_rule'] }

/** Every table lab_app may select from, out of the catalogue: a new one is asked for by itself. */
async function tables(): Promise<string[]> {
  const { rows } = await lab.owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'lab'::regnamespace and relkind = 'r'
       and (has_table_privilege('lab_app', oid, 'select') or has_any_column_privilege('lab_app', oid, 'select')) order by 1`,
  )
  return rows.map(({ name }) => name)
}

describe.each(keepers)('%s', (keeper) => {
  it('reads no row of any family, in any table there is', async () => {
    const all = await tables()
    expect(all.length).toBeGreaterThan(50)
    const read = await lab.as(keeper, async (tx) => {
      const found: Record<string, number> = {}
      for (const table of all) {
        const { rows } = await sql<{ n: number }>`select count(*)::integer as n from lab.${sql.ref(table)}`.execute(tx)
        if (rows[0]?.n) found[table] = rows[0].n
      }
      return found
    })
    const mine = [...lists, ...own, ...(registers[keeper] ?? [])]
    expect(Object.keys(read).filter((table) => !mine.includes(table))).toEqual([])
    expect(read['person']).toBe(1)
    expect(read['role_held']).toBe(1)
    // What is counted is there to be read: by somebody of a family, it is.
    const amina = await lab.as('amina', async (tx) => (await tx.selectFrom('lab.note').select('id').execute()).length)
    expect(amina).toBeGreaterThan(0)
  })

  it('knows no family by any of the rule’s own answers', async () => {
    const seen = await lab.as(keeper, async (tx) => [
      ...(await sql`select 1 from lab.my_cells()`.execute(tx)).rows,
      ...(await sql`select 1 from lab.my_families()`.execute(tx)).rows,
      ...(await sql`select 1 from lab.my_work()`.execute(tx)).rows,
      ...(await sql`select 1 from lab.my_people() p where p <> lab.current_person()`.execute(tx)).rows,
      ...(await sql`select 1 from lab.referred()`.execute(tx)).rows,
      ...(await sql`select 1 from lab.leaders()`.execute(tx)).rows,
      ...(await sql`select 1 from lab.my_seats(${lab.family('hansen-ali')})`.execute(tx)).rows,
      ...(await sql`select 1 from lab.at_door(${lab.family('hansen-ali')})`.execute(tx)).rows,
    ])
    expect(seen).toEqual([])
  })
})

it('the keys of families lie outside the database, and the roles of the database open none', async () => {
  const { rows } = await lab.owner.query<{ wrapped: Buffer }>(`select wrapped from lab.family_key limit 1`)
  // Wrapped under a key of the ring: the bytes alone are no key (docs/decisions/0006).
  expect(rows[0]?.wrapped.length).toBeGreaterThan(32)
  const { rows: holders } = await lab.owner.query<{ member: string }>(
    `select m.rolname as member from pg_auth_members a join pg_roles r on r.oid = a.roleid join pg_roles m on m.oid = a.member
     where r.rolname in ('lab_owner', 'lab_app', 'lab_system')`,
  )
  expect(holders.map(({ member }) => member).filter((name) => name.startsWith('lab_'))).toEqual([])
})
