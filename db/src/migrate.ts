import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/**
 * Brings the database forward, one file at a time, as lab_owner. Plain SQL, forward only; a file once run is never edited.
 * @param url of lab_owner; its connection is closed before this returns
 * @param folder db/migrations
 * @returns names of the files that were run now
 * @throws a sentence when the database has been brought further by a newer version (a downgrade is refused)
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'velferdslab:migrate' })
  await client.connect()
  try {
    const version = await client.query<{ number: string }>(`select current_setting('server_version_num') as number`)
    if (Number(version.rows[0]?.number) < 150000) throw new Error('PostgreSQL 15 or newer is needed.')
    // Two servers that start at once take turns.
    await client.query('select pg_advisory_lock(7420261)')
    const known = await client.query<{ there: boolean }>(
      `select to_regclass('lab_migration.done') is not null as there`,
    )
    if (!known.rows[0]?.there) {
      await client.query(`create schema if not exists lab_migration`)
      await client.query(
        `create table lab_migration.done (name text primary key, at timestamptz not null default now())`,
      )
    }
    const done = new Set(
      (await client.query<{ name: string }>('select name from lab_migration.done')).rows.map((row) => row.name),
    )
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .sort()
    const unknown = [...done].filter((name) => !files.includes(name))
    if (unknown.length > 0) {
      throw new Error(
        `The database has been brought forward by a newer version (${unknown.join(', ')}). Start that version; going back is not possible.`,
      )
    }
    const run: string[] = []
    for (const name of files.filter((file) => !done.has(file))) {
      await client.query('begin')
      try {
        await client.query(readFileSync(join(folder, name), 'utf8'))
        await client.query('insert into lab_migration.done (name) values ($1)', [name])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`${name}: ${(error as Error).message}`, { cause: error })
      }
      run.push(name)
    }
    return run
  } finally {
    await client.end()
  }
}
