import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { openKeyRing } from '../src/key-ring.ts'
import { migrate } from '../src/migrate.ts'
import { provision, type DatabaseUrls } from '../src/provision.ts'
import { seedFjordvik, type Fjordvik } from '../seed/fjordvik.ts'

const dbFolder = fileURLToPath(new URL('..', import.meta.url))

/** Which Fjordvik: as it is, or with everybody and their cloth before anything is planned. */
export interface Laid {
  readonly withoutPlans?: true
}

/**
 * A Fjordvik of one's own in a new database. The town takes seconds to lay, so that is done once on each PostgreSQL, by whoever asks first;
 * everybody gets a copy of the database, and of the keys that open it.
 */
export async function copyOfFjordvik(
  superuserUrl: string,
  database: string,
  laid: Laid,
): Promise<{ urls: DatabaseUrls; town: Fjordvik; keys: string }> {
  const superuser = new pg.Client({ connectionString: superuserUrl })
  await superuser.connect()
  try {
    // Files of tests run side by side: one lays, the others wait; and the roles, which a server has once, are made once.
    await superuser.query('select pg_advisory_lock(8123)')
    const template = await templateOf(superuserUrl, laid)
    await superuser.query(
      `create database ${database} template ${template.database} owner lab_owner strategy file_copy`,
    )
    const urls = await provisioned(superuserUrl, database)
    const keys = mkdtempSync(join(tmpdir(), 'velferdslab-keys-'))
    cpSync(template.keys, keys, { recursive: true })
    return { urls, keys, town: JSON.parse(readFileSync(template.town, 'utf8')) as Fjordvik }
  } finally {
    await superuser.end()
  }
}

/** Nothing of what was laid on this PostgreSQL is left: the next who asks lays it anew, as the code and the day are then. */
export async function forgetTemplates(superuserUrl: string): Promise<void> {
  rmSync(folderOf(superuserUrl), { recursive: true, force: true })
  const superuser = new pg.Client({ connectionString: superuserUrl })
  await superuser.connect()
  for (const name of Object.values(templates)) await superuser.query(`drop database if exists ${name} with (force)`)
  await superuser.end()
}

const templates = { whole: 'fjordvik', withoutPlans: 'fjordvik_without_plans' }

async function templateOf(superuserUrl: string, laid: Laid): Promise<{ database: string; keys: string; town: string }> {
  const database = laid.withoutPlans ? templates.withoutPlans : templates.whole
  const folder = join(folderOf(superuserUrl), database)
  const [keys, town] = [join(folder, 'keys'), join(folder, 'town.json')]
  if (!existsSync(town)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const urls = await provisioned(superuserUrl, database)
    await migrate(urls.owner, join(dbFolder, 'migrations'))
    const laidNow = await seedFjordvik({ ownerUrl: urls.owner, appUrl: urls.app, ring: openKeyRing(keys), ...laid })
    // Last: where this file is, all of the town is.
    writeFileSync(town, JSON.stringify(laidNow))
  }
  return { database, keys, town }
}

/** Beside the PostgreSQL, not in it: keys never lie with what they open. */
function folderOf(superuserUrl: string): string {
  return join(tmpdir(), `velferdslab-templates-${createHash('sha256').update(superuserUrl).digest('hex').slice(0, 16)}`)
}

/** All databases of the tests are one server's, whose roles are shared: the password is the same for every process. */
function provisioned(superuserUrl: string, database: string): Promise<DatabaseUrls> {
  return provision(superuserUrl, database, join(dbFolder, 'provision.sql'), 'for-tests-only')
}
