import { dayInOslo } from '@velferdslab/core/dates'
import { openPool } from '@velferdslab/db/connect'
import { findPlace } from '@velferdslab/db/embedded/place'
import { startEmbedded } from '@velferdslab/db/embedded/start'
import { openKeyRing, type KeyRing } from '@velferdslab/db/key-ring'
import { provision, type DatabaseUrls } from '@velferdslab/db/provision'
import { parties as seedParties } from '@velferdslab/db/seed/fjordvik-people'
import { prepareDatabase } from '@velferdslab/server/database'
import { readSettings } from '@velferdslab/server/settings'
import { createHash, randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  benchTables,
  drawFamily,
  noRows,
  type BenchParty,
  type BenchTable,
  type BenchTown,
} from './open-family-world.ts'

const root = join(import.meta.dirname, '..')
/** Kept from one run to the next, and ignored by git. */
const cache = join(root, '.data', 'bench')
const familiesEach = 20
const staffEach = 50
export const familiesWithKeys = 1_000
const inOneCopy = 2_000

interface Client {
  query<Row extends object>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>
}

/** A municipality that is laid, with PostgreSQL running. */
export interface Laid {
  readonly urls: DatabaseUrls
  readonly superuserUrl: string
  readonly ring: KeyRing
  /** How long laying took; null when it lay there from an earlier run. */
  readonly seconds: number | null
  readonly folder: string
  stop(): Promise<void>
}

/** Opens the municipality with this many families, and lays it first when there is none that fits today's tables. */
export async function openLaid(families: number, say: (line: string) => void): Promise<Laid> {
  const name = `open-family-${families}`
  const folder = join(cache, `${name}-${schemaHash()}`)
  mkdirSync(cache, { recursive: true })
  for (const old of readdirSync(cache))
    if (old.startsWith(`${name}-`) && join(cache, old) !== folder) removeLaid(join(cache, old))
  const done = join(folder, 'laid.json')
  if (!existsSync(done)) {
    removeLaid(folder)
    mkdirSync(folder, { recursive: true })
  }
  chmodSync(folder, 0o755)
  const ring = openKeyRing(join(folder, 'keys'))
  const settings = readSettings({ LAB_MODE: 'demo', DATA_FOLDER: folder })
  const embedded = await startEmbedded({ folder: join(folder, 'postgres') })
  const urls = await provision(embedded.superuserUrl, 'velferdslab', join(root, 'db', 'provision.sql'))
  const superuserUrl = urlIn(embedded.superuserUrl, 'velferdslab')
  const laid = { urls, superuserUrl, ring, folder, stop: () => embedded.stop() }
  if (existsSync(done)) return { ...laid, seconds: null }
  try {
    await prepareDatabase(urls, settings, ring, join(root, 'db'))
    const began = performance.now()
    await lay(superuserUrl, embedded.folder, ring, families, say)
    const seconds = Math.round((performance.now() - began) / 1000)
    writeFileSync(done, JSON.stringify({ families, seconds }))
    return { ...laid, seconds }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

/** Every table as the migrations make it, and how a family is drawn. */
function schemaHash(): string {
  const migrations = join(root, 'db', 'migrations')
  const hash = createHash('sha256')
  for (const file of readdirSync(migrations).sort()) hash.update(readFileSync(join(migrations, file)))
  hash.update(readFileSync(join(import.meta.dirname, 'open-family-world.ts')))
  return hash.digest('hex').slice(0, 12)
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

/**
 * As PostgreSQL's superuser: triggers and references are not asked (the draw is known to be whole), and indexes are built once at the end. What is
 * laid is then looked at as everybody else sees it, through row security.
 */
async function lay(
  superuserUrl: string,
  placeFolder: string,
  ring: KeyRing,
  families: number,
  say: (line: string) => void,
): Promise<void> {
  const pool = openPool(superuserUrl, { size: 1, name: 'bench:lay', pipeline: false })
  const client = await pool.connect()
  const copyFolder = join(placeFolder, 'copy')
  mkdirSync(copyFolder, { recursive: true, mode: 0o755 })
  chmodSync(copyFolder, 0o755)
  const tables = Object.keys(benchTables) as BenchTable[]
  const names = tables.map((table) => `'lab.${table}'::regclass`).join(', ')
  try {
    await client.query(
      `set statement_timeout = 0; set session_replication_role = replica; set synchronous_commit = off; set client_min_messages = error; set maintenance_work_mem = '512MB'`,
    )
    const town = await layTown(client, families)
    await client.query(`update pg_index set indisready = false, indisvalid = false where indrelid in (${names})`)
    let copied: Promise<unknown> = Promise.resolve()
    for (let first = 0, nth = 0; first < families; first += inOneCopy, nth++) {
      const rows = noRows()
      for (let number = first; number < Math.min(first + inOneCopy, families); number++)
        drawFamily(rows, town, ring, number)
      const files = tables.map((table) => {
        const file = join(copyFolder, `${table}-${nth % 2}`)
        writeFileSync(file, `${rows[table].join('\n')}\n`, { mode: 0o644 })
        return `copy lab.${table} (${benchTables[table]}) from '${file}';`
      })
      await copied
      // PostgreSQL reads while the next families are drawn.
      copied = client.query(files.join('\n'))
      copied.catch(() => undefined)
      if (nth % 10 === 9) say(`${first + inOneCopy} families are drawn`)
    }
    await copied
    say('indexes are built')
    for (const table of tables) await client.query(`reindex table lab.${table}`)
    say('statistics are gathered')
    await client.query(`vacuum (analyze) ${tables.map((table) => `lab.${table}`).join(', ')}`)
    await client.query('checkpoint')
  } finally {
    rmSync(copyFolder, { recursive: true, force: true })
    client.release()
    await pool.end()
  }
}

/** The lab and the services of Fjordvik, with as many more of each as the families need, and who works there. */
async function layTown(client: Client, families: number): Promise<BenchTown> {
  const town = await client.query<{ id: string }>('select id from lab.municipality')
  const municipality = town.rows[0]?.id as string
  const kept = await client.query<{ id: string; name: string }>('select id, name from lab.party')
  const staffNeeded = Math.max(1, Math.ceil(families / familiesEach))
  const kinds: BenchParty[][] = []
  for (const { name, kind } of seedParties.filter((party) => party.kind !== 'private')) {
    const first = kept.rows.find((row) => row.name === name)?.id as string
    const isLab = kind === 'lab'
    const count = isLab ? 1 : Math.ceil(staffNeeded / staffEach)
    const ids = [first, ...Array.from({ length: count - 1 }, () => randomUUID())]
    await client.query(
      `insert into lab.party (municipality_id, id, kind, organisation_id, name, in_sentence, declaration_required, position)
       select p.municipality_id, n, p.kind, p.organisation_id, p.name, p.in_sentence, p.declaration_required, p.position
       from lab.party p, unnest($2::uuid[]) n where p.id = $1`,
      [first, ids.slice(1)],
    )
    await client.query(
      `insert into lab.mandate (municipality_id, id, party_id, role, kinds, amount_ore, total_ore, source, valid_from, valid_to)
       select m.municipality_id, gen_random_uuid(), n, m.role, m.kinds, m.amount_ore, m.total_ore, m.source, m.valid_from, m.valid_to
       from lab.mandate m, unnest($2::uuid[]) n where m.party_id = $1 and m.role is not null`,
      [first, ids.slice(1)],
    )
    const each = Math.ceil(staffNeeded / count)
    kinds.push(ids.map((id) => ({ id, isLab, staff: Array.from({ length: each }, () => randomUUID()) })))
  }
  const staff = kinds.flat().flatMap((party) => party.staff.map((person) => ({ person, party })))
  const line = (columns: string) => (place: string) => `insert into lab.${place} (${columns}) select * from`
  for (let at = 0; at < staff.length; at += 5_000) {
    const some = staff.slice(at, at + 5_000)
    await client.query(
      `${line('municipality_id, id, name, called_name, initials')('person')} (select $1::uuid, p, 'Ansatt Prøve', 'Ansatt', 'AP' from unnest($2::uuid[]) p)`,
      [municipality, some.map((one) => one.person)],
    )
    await client.query(
      `${line('municipality_id, id, person_id, role, party_id, valid_from')('role_held')} (select $1::uuid, gen_random_uuid(), p, r, y, now() - interval '1 year'
        from unnest($2::uuid[], $3::text[], $4::uuid[]) as t (p, r, y))`,
      [
        municipality,
        some.map((one) => one.person),
        some.map((one) => (one.party.isLab ? 'investment_leader' : 'caseworker')),
        some.map((one) => one.party.id),
      ],
    )
  }
  const openEvery = Math.max(1, Math.floor(families / familiesWithKeys))
  return { municipality, kinds, openEvery, now: new Date(`${dayInOslo(new Date())}T08:00:00Z`) }
}
