import type { DatabaseUrls } from '@velferdslab/db/provision'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase } from './database.ts'
import type { Settings } from './settings.ts'

/**
 * The embedded database draws new passwords at every start. While the server runs, the way in for lab_system lies in a file only the same
 * user of the machine can read, so that the tools of operation (verify the chains, erase a family, make the first administrator) find it.
 */
function fileOf(settings: Settings): string {
  return join(settings.dataFolder, 'system-way-in.json')
}

export function leaveWayIn(settings: Settings, urls: DatabaseUrls): void {
  if (!settings.database) writeFileSync(fileOf(settings), JSON.stringify({ system: urls.system }), { mode: 0o600 })
}

export function clearWayIn(settings: Settings): void {
  rmSync(fileOf(settings), { force: true })
}

/** Hands the system's way in to some work: the one in the settings, the running server's, or a database started for the purpose. */
export async function withSystemUrl<Result>(
  settings: Settings,
  dbFolder: string,
  work: (systemUrl: string) => Promise<Result>,
): Promise<Result> {
  if (settings.database) return work(settings.database.system)
  const file = fileOf(settings)
  if (existsSync(file)) {
    const { system } = JSON.parse(readFileSync(file, 'utf8')) as { system: string }
    if (await answers(system)) return work(system)
  }
  const database = await openDatabase(settings, dbFolder)
  try {
    return await work(database.urls.system)
  } finally {
    await database.stop()
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}
