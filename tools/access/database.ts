import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPool, type Pool } from '@velferdslab/db/connect'
import { startEmbedded } from '@velferdslab/db/embedded/start'
import { migrate } from '@velferdslab/db/migrate'
import { provision, type DatabaseUrls } from '@velferdslab/db/provision'
import type { Ways } from './play.ts'

const dbFolder = join(import.meta.dirname, '..', '..', 'db')
const original = 'access'

/** A PostgreSQL in a temporary folder with one migrated database, and copies of it. */
export type Bench = {
  /** Opens the connections a check needs to the database, or to a copy of it. */
  open(database?: string): Ways
  /** Makes a fresh copy of the migrated database. */
  copy(database: string): Promise<void>
  drop(database: string): Promise<void>
  stop(): Promise<void>
}

/** @param migrations another folder than db/migrations, to try a change of them */
export async function startBench(migrations = join(dbFolder, 'migrations')): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'velferdslab-access-'))
  chmodSync(folder, 0o755)
  const embedded = await startEmbedded({ folder })
  const urls = await provision(embedded.superuserUrl, original, join(dbFolder, 'provision.sql'))
  await migrate(urls.owner, migrations)
  const admin = openPool(embedded.superuserUrl, { size: 1, name: 'access-check:admin' })
  return {
    open: (database = original) => openWays(urls, embedded.superuserUrl, database),
    async copy(database) {
      await admin.query(`create database ${database} template ${original} owner lab_owner`)
    },
    async drop(database) {
      await admin.query(`drop database ${database} with (force)`)
    },
    async stop() {
      await admin.end()
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function openWays(urls: DatabaseUrls, superuserUrl: string, database: string): Ways {
  const open = (url: string, name: string): Pool => {
    const there = new URL(url)
    there.pathname = `/${database}`
    return openPool(there.toString(), { size: 4, name: `access-check:${name}` })
  }
  const ways = {
    app: open(urls.app, 'app'),
    owner: open(urls.owner, 'owner'),
    superuser: open(superuserUrl, 'superuser'),
  }
  return { ...ways, close: () => Promise.all(Object.values(ways).map((pool) => pool.end())).then(() => undefined) }
}
