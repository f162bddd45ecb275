import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayInOslo } from '@velferdslab/core/dates'
import { openPool, type Pool } from '@velferdslab/db/connect'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { identityOf } from '../db/seed/fjordvik.ts'
import { people } from '../db/seed/fjordvik-people.ts'
import type {} from '../db/testing/embedded-for-tests.ts'
import { openTestLab, type TestLab } from '../db/testing/fjordvik-for-tests.ts'
import { askEverybody } from './access-table/asked.ts'
import { accessPage } from './access-table/page.ts'
import { readCatalogue, type Catalogue } from './check-house/catalogue.ts'
import { teach } from './check-house/house.ts'
import { locks, lookAtLocks } from './check-house/locks.ts'

let lab: TestLab
/** One connection: what it begins it can roll back. */
let superuser: Pool
let catalogue: Catalogue

beforeAll(async () => {
  lab = await openTestLab(inject('superuserUrl'))
  const url = new URL(inject('superuserUrl'))
  url.pathname = new URL(lab.urls.owner).pathname
  superuser = openPool(url.href, { size: 1, name: 'check-house', pipeline: false })
  catalogue = await readCatalogue(superuser)
})

afterAll(async () => {
  await superuser.end()
  await lab.close()
})

describe('the locks of the database', () => {
  test('the catalogue has something to check', () => {
    expect(catalogue.tables.length).toBeGreaterThan(20)
    expect(catalogue.views.length).toBeGreaterThan(5)
    expect(catalogue.functions.length).toBeGreaterThan(20)
    expect(catalogue.tables.flatMap((table) => table.policies).length).toBeGreaterThan(60)
  })

  test.each(locks.map((lock) => [lock.says, lock] as const))('%s', (_says, lock) => {
    const findings = lock.look(catalogue)
    if (findings.length > 0) expect.fail(teach(lock, findings))
  })
})

describe('a planted mistake is found', () => {
  /** Plants it in a transaction that never ends well, and tells what the locks say of it. */
  async function planted(sql: string): Promise<string[]> {
    await superuser.query('begin')
    try {
      await superuser.query(sql)
      return lookAtLocks(await readCatalogue(superuser)).flatMap(({ findings }) =>
        findings.map(({ where, what }) => `${where} ${what}`),
      )
    } finally {
      await superuser.query('rollback')
    }
  }

  test.each([
    [
      'a table without row security',
      'set local role lab_owner; create table lab.left_open (id uuid); grant select on lab.left_open to lab_app; reset role',
      /^lab\.left_open row security is not enabled and not forced/,
    ],
    [
      'a table whose owner passes row security by',
      'alter table lab.note no force row level security',
      /^lab\.note row security is not forced/,
    ],
    [
      'a granted command without a policy',
      'grant delete on lab.note to lab_app',
      /^lab\.note lab_app may delete, and no policy/,
    ],
    [
      'a column granted without a policy',
      'grant update (name) on lab.family to lab_app',
      /^lab\.family lab_app may update, and no policy/,
    ],
    [
      'a policy for what nobody may do',
      'create policy sweep on lab.note for delete to lab_app using (true)',
      /^lab\.note a policy lets lab_app delete/,
    ],
    ['a grant to everybody', 'grant select on lab.area to public', /^lab\.area select is granted to public/],
    [
      'a policy for everybody',
      'create policy all_see on lab.area for select using (true)',
      /^lab\.area policy all_see is for public/,
    ],
    [
      'a grant that passes row security by',
      'grant truncate on lab.event to lab_app',
      /^lab\.event truncate is granted to lab_app/,
    ],
    [
      'a policy that opens what another closes',
      'create policy see_more on lab.note for select to lab_app using (true)',
      /^lab\.note lab_app may select by see and see_more/,
    ],
    [
      'events that can be changed',
      'grant update on lab.event to lab_system; create policy mend on lab.event for update to lab_system using (true)',
      /^lab\.event lab_system may update/,
    ],
    [
      'sessions the application can read',
      'grant select on lab.session to lab_app; create policy see on lab.session for select to lab_app using (true)',
      /^lab\.session lab_app may select/,
    ],
    [
      'a view that reads as its owner',
      'create view lab.all_notes as select * from lab.note',
      /^lab\.all_notes is no security_invoker/,
    ],
    [
      'a copy of rows',
      'create materialized view lab.note_count as select count(*) from lab.note',
      /^lab\.note_count is a materialized view/,
    ],
    [
      'a definer function nobody listed',
      `create function lab.peek() returns bigint language sql security definer set search_path = pg_catalog, lab, pg_temp as 'select count(*) from lab.note'`,
      /^lab\.peek\(\) is on no list/,
    ],
    [
      'a definer function without a search_path',
      'alter function lab.my_cells() reset search_path',
      /^lab\.my_cells\(\) has no search_path/,
    ],
    [
      'a search_path that does not end in pg_temp',
      'alter function lab.my_cells() set search_path = pg_catalog, lab',
      /^lab\.my_cells\(\) has the search_path pg_catalog, lab/,
    ],
    [
      'a definer function of another owner',
      'alter function lab.my_cells() owner to lab_owner',
      /^lab\.my_cells\(\) belongs to lab_owner/,
    ],
    [
      'a new function everybody may call',
      `create function lab.count_up(n integer) returns integer language sql as 'select n + 1'`,
      /^lab\.count_up\(integer\) may be called by everybody/,
    ],
    [
      'the rule opened to the application',
      'grant execute on function lab.sight_of(uuid[], uuid, uuid, text) to lab_app',
      /^lab\.sight_of\(.*\) may be called by lab_app/,
    ],
    ['a role that passes row security by', 'alter role lab_app bypassrls', /^lab_app passes row security by/],
    ['a role that can become another', 'grant lab_rule to lab_app', /^lab_app is a member of lab_rule/],
    ['a role that owns a table', 'alter table lab.note owner to lab_system', /^lab_system owns table lab\.note/],
    ['a role that can make tables', 'grant create on schema lab to lab_app', /^lab_app can create in schema lab/],
  ])('%s', async (_what, sql, finding) => {
    expect(await planted(sql)).toContainEqual(expect.stringMatching(finding))
  })
})

test('no identity number stands in clear in any row, as letters or as bytes (REQ-78)', async () => {
  const today = dayInOslo(new Date())
  const numbers = people(today).flatMap((person) => {
    const number = person.signsInAs === 'citizen' ? identityOf(person, today) : undefined
    return number === undefined ? [] : [number]
  })
  expect(numbers.length).toBeGreaterThan(5)
  for (const { name } of catalogue.tables) {
    // A row as text writes bytes in hexadecimal: each number is looked for in both spellings.
    const { rows } = await superuser.query<{ row: string }>(`select t::text as row from lab.${name} t`)
    const found = rows.filter(({ row }) =>
      numbers.some((number) => row.includes(number) || row.includes(Buffer.from(number).toString('hex'))),
    )
    expect(found, `lab.${name}`).toHaveLength(0)
  }
})

test('docs/access.md says what the catalogue says; npx tsx tools/make-access-table.ts writes it anew', async ({
  skip,
}) => {
  const { rows } = await superuser.query<{ version: string }>(`select current_setting('server_version_num') as version`)
  // Each version of PostgreSQL spells conditions in its own way; the page is written with the one that comes with us.
  skip(!rows[0]?.version.startsWith('18'), 'written with PostgreSQL 18')
  expect(readFileSync(join(import.meta.dirname, '..', 'docs', 'access.md'), 'utf8')).toBe(
    accessPage(catalogue, await askEverybody(lab)),
  )
})
