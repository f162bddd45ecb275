import { openPool } from '@velferdslab/db/connect'
import { findPlace } from '@velferdslab/db/embedded/place'
import { startEmbedded } from '@velferdslab/db/embedded/start'
import { openKeyRing, type KeyRing } from '@velferdslab/db/key-ring'
import { provision, type DatabaseUrls } from '@velferdslab/db/provision'
import { prepareDatabase } from '@velferdslab/server/database'
import { readSettings } from '@velferdslab/server/settings'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lay, type LaidIn } from './open-family-lay.ts'

const root = join(import.meta.dirname, '..')
/** Kept from one run to the next, and ignored by git. */
const keptHere = join(root, '.data', 'bench')

/** A municipality that is laid, with PostgreSQL running. */
export interface Laid {
  readonly urls: DatabaseUrls
  readonly superuserUrl: string
  readonly ring: KeyRing
  /** How long laying took, and whether it lay there from an earlier run. */
  readonly seconds: number
  readonly isKept: boolean
  readonly folder: string
  stop(): Promise<void>
}

/** What is remembered of a laying: how a family is drawn, and the tables it was laid into, file by file. */
interface Remembered {
  readonly families: number
  readonly seconds: number
  readonly steps: LaidIn
  readonly world: string
  readonly migrations: Readonly<Record<string, string>>
}

/**
 * Opens the municipality with this many families, and lays it first when there is none. One from before the newest migrations is brought forward by them,
 * as a municipality's own would be; one that was laid by other migrations than those we have, or another draw, is thrown away.
 * @param cache where it is kept
 */
export async function openLaid(families: number, say: (line: string) => void, cache = keptHere): Promise<Laid> {
  const folder = join(cache, `open-family-${families}`)
  const remembered = join(folder, 'laid.json')
  const today = { world: hashOf(join(import.meta.dirname, 'open-family-world.ts')), migrations: migrationsNow() }
  const isKept = existsSync(remembered) && fits(JSON.parse(readFileSync(remembered, 'utf8')) as Remembered, today)
  if (!isKept) removeLaid(folder)
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  const keyFolder = join(folder, 'keys')
  const ring = openKeyRing(keyFolder)
  const settings = readSettings({ LAB_MODE: 'demo', DATA_FOLDER: folder })
  const embedded = await startEmbedded({ folder: join(folder, 'postgres') })
  try {
    const urls = await provision(embedded.superuserUrl, 'velferdslab', join(root, 'db', 'provision.sql'))
    const superuserUrl = urlIn(embedded.superuserUrl, 'velferdslab')
    const laid = { urls, superuserUrl, ring, folder, stop: () => embedded.stop() }
    const began = performance.now()
    await prepareDatabase(urls, settings, ring, join(root, 'db'))
    if (isKept) {
      const before = JSON.parse(readFileSync(remembered, 'utf8')) as Remembered
      if (Object.keys(before.migrations).length < Object.keys(today.migrations).length) await lookAnew(superuserUrl)
      writeFileSync(remembered, JSON.stringify({ ...before, ...today }))
      return { ...laid, seconds: before.seconds, isKept }
    }
    const steps = await lay({ superuserUrl, postgresFolder: embedded.folder, keyFolder }, families, say)
    const seconds = Math.round((performance.now() - began) / 1000)
    writeFileSync(remembered, JSON.stringify({ families, seconds, steps, ...today } satisfies Remembered))
    return { ...laid, seconds, isKept }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

/** Whether what lies there is what we would have laid, as far as it had come then. */
function fits(before: Remembered, today: Pick<Remembered, 'world' | 'migrations'>): boolean {
  return (
    before.world === today.world &&
    Object.entries(before.migrations).every(([name, hash]) => today.migrations[name] === hash)
  )
}

/** New indexes and columns are known to the planner only when somebody has looked. */
async function lookAnew(superuserUrl: string): Promise<void> {
  const pool = openPool(superuserUrl, { size: 1, name: 'bench:look', pipeline: false })
  try {
    await pool.query('set statement_timeout = 0')
    await pool.query('vacuum (analyze)')
  } finally {
    await pool.end()
  }
}

function migrationsNow(): Record<string, string> {
  const folder = join(root, 'db', 'migrations')
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((file) => [file, hashOf(join(folder, file))]),
  )
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12)
}

function removeLaid(folder: string): void {
  const postgres = join(folder, 'postgres')
  if (existsSync(postgres)) rmSync(findPlace(postgres).folder, { recursive: true, force: true, maxRetries: 10 })
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
}

function urlIn(url: string, database: string): string {
  const moved = new URL(url)
  moved.pathname = `/${database}`
  return moved.toString()
}
