import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isRoot } from './native-files.ts'
import { processBirth } from './process-identity.ts'
import { startEmbedded, type Embedded } from './start.ts'

let folder: string
const started: Embedded[] = []
const nodes: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'velferdslab-embedded-'))
  chmodSync(folder, 0o755)
})

afterEach(async () => {
  for (const node of nodes.splice(0)) if (node.exitCode === null && node.signalCode === null) await end(node, 'SIGTERM')
  for (const embedded of started.splice(0)) await embedded.stop()
  // A PostgreSQL left behind on purpose is not left behind for good.
  if (existsSync(join(folder, 'cluster', 'postmaster.pid'))) await (await startEmbedded({ folder })).stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('the embedded PostgreSQL', () => {
  test('starts in an empty folder, keeps what was written, and starts again on the same address', async () => {
    const first = await start(folder)
    await ask(first.superuserUrl, 'create table promise (words text)')
    await ask(first.superuserUrl, `insert into promise values ('ring før jul')`)
    await first.stop()
    await expect(ask(first.superuserUrl, 'select 1')).rejects.toThrow()

    const second = await start(folder)
    expect(second.superuserUrl).toBe(first.superuserUrl)
    expect(await ask(second.superuserUrl, 'select words from promise')).toEqual([{ words: 'ring før jul' }])
  })

  test('has checksums, UTF-8, durable commits, no Unix socket, and Norwegian order when asked', async () => {
    const { superuserUrl } = await start(folder)
    const show = async (name: string) => (await ask(superuserUrl, `select current_setting('${name}') as is`))[0]?.['is']
    expect(await show('data_checksums')).toBe('on')
    expect(await show('server_encoding')).toBe('UTF8')
    expect(await show('fsync')).toBe('on')
    expect(await show('listen_addresses')).toBe('127.0.0.1')
    expect(await show('unix_socket_directories')).toBe('')
    expect(
      await ask(superuserUrl, `select w from unnest(array['å','z','ø','æ']) w order by w collate "nb-NO-x-icu"`),
    ).toEqual(['z', 'æ', 'ø', 'å'].map((w) => ({ w })))
  })

  test('lets nobody in without the password', async () => {
    const { superuserUrl } = await start(folder)
    const stranger = new URL(superuserUrl)
    stranger.password = 'guessed'
    await expect(ask(stranger.href, 'select 1')).rejects.toThrow('password authentication failed')
    expect(statSync(join(folder, 'superuser-password')).mode & 0o777).toBe(0o600)
  })

  test('writes neither statements nor their parameters to its log, not even when they fail', async () => {
    const { superuserUrl } = await start(folder)
    await ask(superuserUrl, 'create table word (w text primary key, n int)')
    await ask(superuserUrl, 'insert into word values ($1)', ['hemmelig'])
    await expect(ask(superuserUrl, 'insert into word values ($1)', ['hemmelig'])).rejects.toThrow('duplicate key')
    await expect(ask(superuserUrl, `insert into word values ('x', 'hemmelig'::int)`)).rejects.toThrow(
      'invalid input syntax',
    )
    await expect(ask(superuserUrl, `do $$ begin raise warning 'hemmelig'; end $$; select hemmelig`)).rejects.toThrow()
    expect(readFileSync(join(folder, 'postgres.log'), 'utf8')).not.toContain('hemmelig')
  })
})

describe('one folder, one Node process', () => {
  test('a second start in the same process is refused with a sentence', async () => {
    await start(folder)
    await expect(startEmbedded({ folder })).rejects.toThrow(`allerede i bruk av prosess ${process.pid}`)
  })

  test('a second start from another process is refused, and the first goes on', async () => {
    const { superuserUrl } = await start(folder)
    const other = nodeThatStarts(folder)
    expect(await other.firstLine).toContain(`already in use by process ${process.pid}`)
    expect(await ask(superuserUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('of eight processes that start at once after a kill, exactly one gets the folder', async () => {
    const killed = nodeThatStarts(folder)
    await killed.firstLine
    await end(killed.node, 'SIGKILL')
    const lines = await Promise.all(Array.from({ length: 8 }, () => nodeThatStarts(folder).firstLine))
    expect(lines.filter((line) => line.startsWith('started'))).toHaveLength(1)
    expect(lines.filter((line) => line.includes('already in use'))).toHaveLength(7)
  })

  test('a lock whose process number now belongs to somebody else is taken over', async () => {
    writeFileSync(join(folder, 'lock.3'), JSON.stringify({ pid: process.ppid, birth: 'long ago' }))
    await start(folder)
    expect(readdirSync(folder).filter((name) => name.startsWith('lock'))).toEqual(['lock.4'])
  })
})

describe('after a kill -9', () => {
  test('of Node, the next start takes over the running PostgreSQL', async () => {
    const killed = nodeThatStarts(folder)
    const url = (await killed.firstLine).replace('started ', '')
    const before = postmaster(folder)
    await end(killed.node, 'SIGKILL')
    expect(processBirth(before)).toBeDefined()

    const next = await start(folder)
    expect(next.superuserUrl).toBe(url)
    expect(postmaster(folder)).toBe(before)
    await next.stop()
    expect(processBirth(before)).toBeUndefined()
  })

  test('of Node, a PostgreSQL started with other settings is stopped and started anew', async () => {
    const killed = nodeThatStarts(folder)
    await killed.firstLine
    const before = postmaster(folder)
    await end(killed.node, 'SIGKILL')
    const options = join(folder, 'cluster', 'postmaster.opts')
    writeFileSync(options, readFileSync(options, 'utf8').replace('jit=off', 'jit=on'))

    const next = await start(folder)
    expect(postmaster(folder)).not.toBe(before)
    expect(await ask(next.superuserUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('of PostgreSQL, it is started again on the same address with every committed word', async () => {
    const { superuserUrl } = await start(folder)
    await ask(superuserUrl, 'create table promise (words text)')
    process.kill(postmaster(folder), 'SIGKILL')
    const rows = await eventually(() => ask(superuserUrl, 'select count(*)::int as promises from promise'))
    expect(rows).toEqual([{ promises: 0 }])
  })

  test('of both, with the old number now carried by somebody else, it starts', async () => {
    const first = await start(folder)
    await first.stop()
    writeFileSync(
      join(folder, 'cluster', 'postmaster.pid'),
      `${process.ppid}\n${join(folder, 'cluster')}\n1\n1\n\n\n\nready\n`,
    )
    const next = await start(folder)
    expect(await ask(next.superuserUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('PostgreSQL ends with Node', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('when Node gets %s', async (signal) => {
    const { node, firstLine } = nodeThatStarts(folder)
    await firstLine
    const pid = postmaster(folder)
    node.kill(signal)
    const [, endedBy] = (await once(node, 'exit')) as [number | null, string | null]
    expect(endedBy).toBe(signal)
    expect(processBirth(pid)).toBeUndefined()
  })

  test('when Node comes to its end or fails', async () => {
    const { node, firstLine } = nodeThatStarts(folder, 'setTimeout(() => { throw new Error("on purpose") }, 50)')
    await firstLine
    const pid = postmaster(folder)
    await once(node, 'exit')
    await eventually(() => {
      if (processBirth(pid) !== undefined) throw new Error('still there')
    })
    await start(folder)
  })
})

describe('where it can be started', () => {
  test('under a folder that only its owner can enter', async () => {
    const closed = join(folder, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const { superuserUrl } = await start(join(closed, 'postgres'))
    expect(await ask(superuserUrl, 'select 1 as one')).toEqual([{ one: 1 }])

    // Only root runs PostgreSQL as another user, who cannot go in there.
    const pointer = join(closed, 'postgres', 'data-is-at.txt')
    expect(existsSync(pointer)).toBe(isRoot())
    if (isRoot()) {
      const elsewhere = readFileSync(pointer, 'utf8').trim()
      await started.pop()?.stop()
      expect((await start(join(closed, 'postgres'))).superuserUrl).toBe(superuserUrl)
      await started.pop()?.stop()
      rmSync(elsewhere, { recursive: true })
    }
  })

  test('when another program has taken its port since', async () => {
    const first = await start(folder)
    await first.stop()
    const taken = createServer().listen(Number(new URL(first.superuserUrl).port), '127.0.0.1')
    await once(taken, 'listening')
    const second = await start(folder)
    taken.close()
    expect(new URL(second.superuserUrl).port).not.toBe(new URL(first.superuserUrl).port)
  })

  test('not on a port that was asked for and is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as { port: number }
    await expect(startEmbedded({ folder, port })).rejects.toThrow(`Port ${port} on this machine is already in use`)
    taken.close()
  })

  test('not on the data of another version', async () => {
    await (await start(folder)).stop()
    writeFileSync(join(folder, 'cluster', 'PG_VERSION'), '17\n')
    await expect(startEmbedded({ folder })).rejects.toThrow('were written by PostgreSQL 17')
  })
})

async function start(where: string): Promise<Embedded> {
  const embedded = await startEmbedded({ folder: where })
  started.push(embedded)
  return embedded
}

/** Another Node process that starts the database and lives on; its first line is the address or the refusal. */
function nodeThatStarts(where: string, afterwards = ''): { node: ChildProcess; firstLine: Promise<string> } {
  const script = `
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'start.ts'))}
    setInterval(() => {}, 1000)
    try { console.log('started ' + (await startEmbedded({ folder: ${JSON.stringify(where)} })).superuserUrl); ${afterwards} }
    catch (error) { console.log(error.message); process.exit(1) }`
  const node = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  nodes.push(node)
  const firstLine = once(node.stdout, 'data').then(([data]) => String(data).trim())
  return { node, firstLine }
}

async function end(node: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  node.kill(signal)
  await once(node, 'exit')
}

function postmaster(where: string): number {
  return Number(readFileSync(join(where, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function ask(url: string, statement: string, values?: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement, values)).rows
  } finally {
    await client.end()
  }
}

async function eventually<Found>(look: () => Found | Promise<Found>): Promise<Found> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await look()
    } catch (error) {
      if (attempt === 200) throw error
      await pause(50)
    }
  }
}
