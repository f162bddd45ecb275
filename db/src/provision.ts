import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'

/** The three ways into one database. */
export interface DatabaseUrls {
  readonly owner: string
  readonly app: string
  readonly system: string
}

/**
 * Makes the four roles of db/provision.sql and an empty database, for the embedded server and for tests.
 * Passwords are drawn anew at every start: nobody needs to know them.
 *
 * @param password the same for all three, where several processes must know it (tests that run side by side)
 * @param superuserUrl of a server that is ours alone
 * @param provisionSql path of db/provision.sql
 */
export async function provision(
  superuserUrl: string,
  database: string,
  provisionSql: string,
  password?: string,
): Promise<DatabaseUrls> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const passwords = {
      owner: password ?? newPassword(),
      app: password ?? newPassword(),
      system: password ?? newPassword(),
    }
    const there = await client.query(`select 1 from pg_roles where rolname = 'lab_owner'`)
    if (there.rowCount === 0) {
      const sql = readFileSync(provisionSql, 'utf8')
        .replace(`:'owner_password'`, `'${passwords.owner}'`)
        .replace(`:'app_password'`, `'${passwords.app}'`)
        .replace(`:'system_password'`, `'${passwords.system}'`)
      await client.query(sql)
    } else {
      for (const [name, password] of Object.entries(passwords))
        await client.query(`alter role lab_${name} password '${password}'`)
    }
    const exists = await client.query('select 1 from pg_database where datname = $1', [database])
    if (exists.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)} owner lab_owner`)
    await client.query(`revoke all on database ${pg.escapeIdentifier(database)} from public`)
    await client.query(`grant connect on database ${pg.escapeIdentifier(database)} to lab_owner, lab_app, lab_system`)
    return urlsOf(superuserUrl, database, passwords)
  } finally {
    await client.end()
  }
}

export function urlsOf(
  superuserUrl: string,
  database: string,
  passwords: { owner: string; app: string; system: string },
): DatabaseUrls {
  const as = (role: string, password: string) => {
    const url = new URL(superuserUrl)
    url.username = `lab_${role}`
    url.password = password
    url.pathname = `/${database}`
    return url.toString()
  }
  return { owner: as('owner', passwords.owner), app: as('app', passwords.app), system: as('system', passwords.system) }
}

/** Hexadecimal: stands in an SQL literal and a URL without quoting. */
function newPassword(): string {
  return randomBytes(24).toString('hex')
}
