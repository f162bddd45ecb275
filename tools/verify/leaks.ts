import { dayInOslo } from '@velferdslab/core/dates'
import { openPool, type Pool } from '@velferdslab/db/connect'
import { findPlace } from '@velferdslab/db/embedded/place'
import { startEmbedded } from '@velferdslab/db/embedded/start'
import { identityOf } from '@velferdslab/db/seed/fjordvik'
import { newcomers, people } from '@velferdslab/db/seed/fjordvik-people'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { prepareLeakSearch, type Known, type LookedFor } from './leak-search.ts'
import { searchFolder } from './search-folder.ts'

const root = join(import.meta.dirname, '..', '..')
/** Where people are named, found, signed in, written about and written to. All of the stories with `--all`. */
const someStories = ['sign-in', 'referral', 'administration', 'my-data', 'consent.e2e']

/** What one lab left behind. */
export interface Left {
  readonly name: string
  /** What the server said. */
  readonly logs: readonly string[]
  /** What browsers asked it for. */
  readonly urls: readonly string[]
  /** Its data folder: keys, signed roots, and PostgreSQL with its own logs. */
  readonly folder: string
  /** Its database, to be dumped. */
  readonly superuserUrl: string
}

export interface LeaksResult {
  readonly lines: number
  readonly urls: number
  readonly rows: number
  readonly files: number
  readonly bytes: number
  readonly faults: readonly string[]
}

/** Everybody of the seed, by what must not be found of them. */
export function knownOfSeed(now: Date): Known {
  const today = dayInOslo(now)
  const all = people(today)
  const identities = [
    ...all.flatMap((each) => identityOf(each, today) ?? []),
    ...newcomers.map(({ subject }) => subject),
  ]
  return {
    numbers: identities.filter((each) => /^\d{11}$/.test(each)),
    names: [...all, ...newcomers].flatMap(({ name }) => [name, ...name.split(' ')]).filter((each) => each.length > 2),
    contacts: identities.filter((each) => each.includes('@')),
  }
}

/**
 * Runs stories against real servers that keep what they leave, and looks through all of it: logs, every address a browser asked for, a dump of every
 * table, every file. No identity number stands anywhere, no name and no way to reach somebody in a log or an address (REQ-44, REQ-60, REQ-78).
 */
export async function verifyLeaks(options: { all: boolean; say?: (line: string) => void }): Promise<LeaksResult> {
  const { all, say = () => undefined } = options
  const kept = mkdtempSync(join(tmpdir(), 'velferdslab-left-'))
  // PostgreSQL runs as another user when we are root, and must be able to enter.
  chmodSync(kept, 0o755)
  try {
    const stories = spawn(
      'npx',
      ['playwright', 'test', ...(all ? [] : someStories), '--workers', '1', '--reporter', 'line'],
      {
        cwd: root,
        env: { ...process.env, STORIES_KEPT_IN: kept },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
    const [code] = (await once(stories, 'exit')) as [number | null]
    const results: LeaksResult[] = []
    if (code !== 0)
      results.push({ ...nothing, faults: ['a story failed: what it would have left was not looked through'] })
    for (const name of readdirSync(kept).filter((each) => each.startsWith('lab-'))) {
      results.push(await lookThroughKept(join(kept, name), name))
      rmSync(join(kept, name), { recursive: true, force: true, maxRetries: 10 })
    }
    const result = results.reduce(together, nothing)
    say(`${results.length} labs: ${told(result)}`)
    for (const fault of result.faults.slice(0, 30)) say(fault)
    if (result.urls === 0 || result.rows === 0 || result.lines === 0)
      return { ...result, faults: [...result.faults, 'nothing was kept to look through'] }
    return result
  } finally {
    rmSync(kept, { recursive: true, force: true, maxRetries: 10 })
  }
}

export const told = ({ lines, urls, rows, files, bytes }: LeaksResult) =>
  `${lines} lines of log, ${urls} addresses, ${rows} rows, ${files} files of ${Math.round(bytes / 1e6)} MB`

const nothing: LeaksResult = { lines: 0, urls: 0, rows: 0, files: 0, bytes: 0, faults: [] }
const together = (one: LeaksResult, other: LeaksResult): LeaksResult => ({
  lines: one.lines + other.lines,
  urls: one.urls + other.urls,
  rows: one.rows + other.rows,
  files: one.files + other.files,
  bytes: one.bytes + other.bytes,
  faults: [...one.faults, ...other.faults],
})

async function lookThroughKept(kept: string, name: string): Promise<LeaksResult> {
  const linesOf = (file: string) =>
    existsSync(join(kept, file)) ? readFileSync(join(kept, file), 'utf8').split('\n').filter(Boolean) : []
  const folder = join(kept, 'data')
  rmSync(join(findPlace(join(folder, 'postgres')).folder, 'port'), { force: true })
  const embedded = await startEmbedded({ folder: join(folder, 'postgres') })
  const url = new URL(embedded.superuserUrl)
  url.pathname = '/velferdslab'
  try {
    return await lookThrough(
      { name, logs: linesOf('log'), urls: linesOf('urls'), folder, superuserUrl: url.toString() },
      knownOfSeed(new Date()),
    )
  } finally {
    await embedded.stop()
  }
}

/** Everything one lab left, looked through. */
export async function lookThrough(left: Left, known: Known): Promise<LeaksResult> {
  const look = prepareLeakSearch(known)
  const faults: string[] = []
  const each = (where: string, text: string, lookedFor: LookedFor) => {
    for (const leak of look(text, lookedFor)) faults.push(`${left.name}: ${leak} in ${where}`)
  }
  const welcome = welcomeOf(new Date())
  for (const [at, line] of left.logs.entries()) if (!welcome.has(line)) each(`line ${at + 1} of the log`, line, 'all')
  for (const url of left.urls) each(`an address: ${patternOf(url)}`, url, 'all')
  const rows = await dump(left.superuserUrl, (table, line) => each(`lab.${table}, dumped`, line, 'numbers'))
  const files = lookThroughFiles(left.folder, known, each)
  faults.push(...files.faults.map((fault) => `${left.name}: ${fault}`))
  return {
    lines: left.logs.length,
    urls: left.urls.length,
    rows,
    files: files.files,
    bytes: files.bytes,
    faults: [...new Set(faults)],
  }
}

/** What the demo prints when it is ready, before anybody has come: who can sign in. To the letter; any other line with a name is a leak. */
const welcomeOf = (now: Date) =>
  new Set(people(dayInOslo(now)).map(({ name, about }) => `  ${name.padEnd(18)} ${about}`))

/** An address told without what it holds. */
const patternOf = (url: string) =>
  url
    .replace(/^\w+:\/\/[^/]+/, '')
    .replaceAll(/[^/?&=]{9,}/g, '…')
    .slice(0, 80)

/** Every row of every table as COPY writes it; and what pg_dump writes, where the machine has one that is new enough. @returns how many rows */
async function dump(superuserUrl: string, line: (table: string, text: string) => void): Promise<number> {
  const pool = openPool(superuserUrl, { size: 1, name: 'verify:leaks' })
  let rows = 0
  try {
    const { rows: tables } = await pool.query<{ schema: string; name: string }>(
      `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'm') and n.nspname like 'lab%' order by 1, 2`,
    )
    for (const { schema, name } of tables) rows += await dumpTable(pool, schema, name, line)
  } finally {
    await pool.end()
  }
  const dumped = await promisify(execFile)('pg_dump', ['--data-only', superuserUrl], { maxBuffer: 2 ** 30 }).catch(
    () => undefined,
  )
  for (const text of dumped?.stdout.split('\n') ?? []) line('(pg_dump)', text)
  return rows
}

async function dumpTable(
  pool: Pool,
  schema: string,
  name: string,
  line: (table: string, text: string) => void,
): Promise<number> {
  const found = await pool.query<{ row: string }>(`select t::text as row from "${schema}"."${name}" t`)
  for (const { row } of found.rows) line(name, row)
  return found.rows.length
}

/** Outside PostgreSQL every file is read as text; in it the known numbers are looked for as bytes, and its own logs are read. */
function lookThroughFiles(
  folder: string,
  known: Known,
  each: (where: string, text: string, lookedFor: LookedFor) => void,
): { files: number; bytes: number; faults: string[] } {
  const faults: string[] = []
  const patterns = known.numbers.flatMap((number) =>
    [number, `${number.slice(0, 6)} ${number.slice(6)}`].flatMap((text) => [
      { name: 'an identity number', bytes: Buffer.from(text) },
      { name: 'an identity number', bytes: Buffer.from(text, 'utf16le') },
    ]),
  )
  const { hits, bytes } = searchFolder(folder, patterns)
  for (const [what, file] of hits) faults.push(`${what} in ${file.slice(folder.length)}`)
  let files = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    files++
    const path = join(entry.parentPath, entry.name)
    const inside = path.slice(folder.length)
    // The name of a file is seen by whoever lists the folder.
    each(`the name of a file`, inside, 'all')
    if (!inside.startsWith('/postgres') || inside.endsWith('.log'))
      each(inside, readFileSync(path, 'latin1'), 'numbers')
  }
  return { files, bytes, faults }
}
