import { dayInOslo } from '@velferdslab/core/dates'
import { openPool } from '@velferdslab/db/connect'
import { parties as seedParties } from '@velferdslab/db/seed/fjordvik-people'
import { fork, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DrawOrder, DrawPart } from './open-family-draw.ts'
import { benchTables, type BenchParty, type BenchTable, type BenchTown } from './open-family-world.ts'

const familiesEach = 20
const staffEach = 50
export const familiesWithKeys = 1_000
/** Few enough that what is drawn is gone before it is old, and enough for COPY to get going. */
const inOneCopy = 250
const hands = 2

interface Client {
  query<Row extends object>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>
}

/** How long each step of laying took, in seconds. */
export type LaidIn = Record<'copy' | 'indexes' | 'statistics', number>

/**
 * As PostgreSQL's superuser: triggers and references are not asked (the draw is known to be whole), indexes are built once at the end, and nothing
 * waits for the disk until all is there: whoever is interrupted lays anew. What is laid is then looked at as everybody else sees it, through row
 * security. Two threads draw, and PostgreSQL reads what one has drawn while it draws on.
 */
export async function lay(
  place: { superuserUrl: string; postgresFolder: string; keyFolder: string },
  families: number,
  say: (line: string) => void,
): Promise<LaidIn> {
  const pool = openPool(place.superuserUrl, { size: hands, name: 'bench:lay', pipeline: false })
  const clients = await Promise.all(Array.from({ length: hands }, () => pool.connect()))
  const client = clients[0] as Client
  const copyFolder = join(place.postgresFolder, 'copy')
  mkdirSync(copyFolder, { recursive: true, mode: 0o755 })
  chmodSync(copyFolder, 0o755)
  const tables = Object.keys(benchTables) as BenchTable[]
  const names = tables.map((table) => `'lab.${table}'::regclass`).join(', ')
  const clock = stopwatch()
  try {
    for (const each of clients)
      await each.query(
        `set statement_timeout = 0; set session_replication_role = replica; set synchronous_commit = off; set client_min_messages = error; set maintenance_work_mem = '512MB'`,
      )
    await hurry(client, true)
    const town = await layTown(client, families)
    await client.query(`update pg_index set indisready = false, indisvalid = false where indrelid in (${names})`)
    await drawAndCopy(clients, { town, keyFolder: place.keyFolder, copyFolder }, families, say)
    const copy = clock()
    say(`copied in ${copy} seconds; indexes are built`)
    await eachOf(clients, tables, async (one, table) => one.query(`reindex table lab.${table}`))
    const indexes = clock()
    say(`indexed in ${indexes} seconds; statistics are gathered`)
    await eachOf(clients, tables, async (one, table) => one.query(`vacuum (analyze) lab.${table}`))
    await hurry(client, false)
    await client.query('checkpoint')
    return { copy, indexes, statistics: clock() }
  } finally {
    rmSync(copyFolder, { recursive: true, force: true })
    for (const each of clients) each.release()
    await pool.end()
  }
}

/** While it is laid, what is written need not survive a crash: an unfinished municipality is thrown away. Afterwards all is as it was. */
async function hurry(client: Client, on: boolean): Promise<void> {
  for (const [name, value] of Object.entries({ fsync: 'off', full_page_writes: 'off', max_wal_size: '16GB' }))
    await client.query(on ? `alter system set ${name} = '${value}'` : `alter system reset ${name}`)
  await client.query('select pg_reload_conf()')
}

/** Each process draws a part while PostgreSQL reads its last one; nobody is further ahead, so that little lies on the disk. */
async function drawAndCopy(
  clients: readonly Client[],
  order: DrawOrder,
  families: number,
  say: (line: string) => void,
): Promise<void> {
  const parts: DrawPart[] = Array.from({ length: Math.ceil(families / inOneCopy) }, (_, nth) => ({
    first: nth * inOneCopy,
    until: Math.min((nth + 1) * inOneCopy, families),
    name: String(nth),
  }))
  const tenth = Math.ceil(parts.length / 10)
  let next = 0
  const work = async (client: Client) => {
    const hand = fork(join(import.meta.dirname, 'open-family-draw.ts'), {
      execArgv: ['--import', 'tsx', '--max-semi-space-size=64'],
      serialization: 'advanced',
    })
    try {
      hand.send(order)
      let copied: Promise<unknown> = Promise.resolve()
      for (let part = parts[next++]; part; part = parts[next++]) {
        await draw(hand, part)
        await copied
        copied = copyIn(client, order.copyFolder, part.name)
        copied.catch(() => undefined)
        if (part.until % (tenth * inOneCopy) === 0) say(`${part.until} families are drawn`)
      }
      await copied
    } finally {
      hand.kill()
    }
  }
  await Promise.all(clients.map(work))
}

/** @throws when whoever draws ends instead */
async function draw(hand: ChildProcess, part: DrawPart): Promise<void> {
  const left = new AbortController()
  try {
    const drawn = once(hand, 'message', { signal: left.signal })
    const ended = once(hand, 'exit', { signal: left.signal }).then(() => {
      throw new Error('who draws families ended before they were drawn')
    })
    hand.send(part)
    await Promise.race([drawn, ended])
  } finally {
    left.abort()
  }
}

async function copyIn(client: Client, copyFolder: string, name: string): Promise<void> {
  const files = (Object.keys(benchTables) as BenchTable[]).map((table) => ({
    table,
    file: join(copyFolder, `${table}-${name}`),
  }))
  await client.query(
    files.map(({ table, file }) => `copy lab.${table} (${benchTables[table]}) from '${file}';`).join('\n'),
  )
  for (const { file } of files) rmSync(file)
}

/** As many at once as there are connections, the largest first. */
async function eachOf(
  clients: readonly Client[],
  tables: readonly BenchTable[],
  work: (client: Client, table: BenchTable) => Promise<unknown>,
): Promise<void> {
  const left = [...tables].reverse()
  await Promise.all(
    clients.map(async (client) => {
      for (let table = left.shift(); table; table = left.shift()) await work(client, table)
    }),
  )
}

/** Seconds since it was last asked. */
function stopwatch(): () => number {
  let last = performance.now()
  return () => {
    const now = performance.now()
    const seconds = Math.round((now - last) / 1000)
    last = now
    return seconds
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
