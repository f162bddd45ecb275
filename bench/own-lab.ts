import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openPool, type Pool } from '@velferdslab/db/connect'
import { findPlace } from '@velferdslab/db/embedded/place'
import { findRunning } from '@velferdslab/db/embedded/postmaster'
import { openKeyRing, type KeyRing } from '@velferdslab/db/key-ring'
import type { DatabaseUrls } from '@velferdslab/db/provision'
import { openDatabase, prepareDatabase } from '@velferdslab/server/database'
import { readSettings } from '@velferdslab/server/settings'
import { ensureBuilt } from '../tools/ensure-built.mjs'
import { withChildren } from './processes.ts'

const root = join(import.meta.dirname, '..')

/**
 * A whole lab of one's own, as `npm start` runs it: the real server as a process, with its embedded PostgreSQL, in a temporary folder and on a
 * free port. Measurements and long proofs run against it, and may kill it.
 */
export interface OwnLab {
  readonly url: string
  readonly dataFolder: string
  /** The PostgreSQL folder and the key folder in it. */
  readonly postgresFolder: string
  readonly keyFolder: string
  serverPid(): number
  /** The server with what it has started (the typesetter), without PostgreSQL; the server first. */
  serverPids(): number[]
  /** The postmaster; undefined while PostgreSQL is down. */
  postmasterPid(): number | undefined
  /** PostgreSQL's processes, the postmaster first. */
  postgresPids(): number[]
  /** Starts the server and waits until it answers. */
  start(): Promise<void>
  /** kill -9 of the server alone: PostgreSQL lives on. */
  killServer(): Promise<void>
  /** kill -9 of PostgreSQL's main process and all it has started, as a crash of the machine would. The server starts it again. */
  killDatabase(): void
  /** The orderly end of the server and of PostgreSQL; the data stay. */
  stopServer(): Promise<void>
  /** As PostgreSQL's superuser: to look at what no role of the server may read. Close it again. */
  openAsSuperuser(): Pool
  /** Ends everything and removes the folder. */
  end(): Promise<void>
}

export interface LabOptions {
  /** Runs the sources instead of the build: while one works on the server. */
  readonly source: boolean
  /** A file for all that the server says, which it otherwise keeps to itself. */
  readonly log?: string
  /** Lays more than the demo, as the owner, before the server starts for the first time. */
  readonly lay?: (urls: DatabaseUrls, ring: KeyRing) => Promise<void>
}

export async function openOwnLab(options: LabOptions): Promise<OwnLab> {
  if (!options.source) ensureBuilt()
  const dataFolder = mkdtempSync(join(tmpdir(), 'velferdslab-bench-'))
  // PostgreSQL runs as another user when we are root, and must be able to enter.
  chmodSync(dataFolder, 0o755)
  const port = await freePort()
  const environment = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    LAB_MODE: 'demo',
    DATA_FOLDER: dataFolder,
    PORT: String(port),
    LOG_LEVEL: options.log === undefined ? 'warn' : 'trace',
    SESSION_MINUTES: '720',
  }
  const postgresFolder = join(dataFolder, 'postgres')
  const keyFolder = join(dataFolder, 'keys')
  let server: ChildProcess | undefined
  const url = `http://localhost:${port}`

  try {
    await layDemo()
  } catch (error) {
    removeFolder()
    throw error
  }

  async function layDemo(): Promise<void> {
    const settings = readSettings(environment)
    const ring = openKeyRing(keyFolder)
    const dbFolder = join(root, 'db')
    const database = await openDatabase(settings, dbFolder)
    try {
      await prepareDatabase(database.urls, settings, ring, dbFolder)
      await options.lay?.(database.urls, ring)
    } finally {
      await database.stop()
    }
  }

  async function start(): Promise<void> {
    const main = options.source
      ? ['--import', 'tsx', join(root, 'server', 'src', 'main.ts')]
      : [join(root, 'server', 'dist', 'main.js')]
    const log = options.log === undefined ? undefined : openSync(options.log, 'a')
    const started = spawn(process.execPath, main, {
      cwd: root,
      env: environment,
      stdio: log === undefined ? ['ignore', 'ignore', 'inherit'] : ['ignore', log, log],
    })
    server = started
    for (const end = Date.now() + 60_000; Date.now() < end;) {
      if (started.exitCode !== null || started.signalCode !== null)
        throw new Error('the server ended instead of starting')
      if (await answers(port)) return
      await pause(20)
    }
    throw new Error('the server did not answer within a minute')
  }

  async function endServer(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const ending = server
    server = undefined
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    ending.kill(signal)
    const patience = setTimeout(() => ending.kill('SIGKILL'), 40_000)
    await once(ending, 'exit')
    clearTimeout(patience)
  }

  function postmasterPid(): number | undefined {
    return findRunning(findPlace(postgresFolder))?.pid
  }

  function killDatabase(): void {
    const postmaster = postmasterPid()
    if (postmaster === undefined) return
    for (const pid of withChildren(postmaster)) killIfThere(pid)
  }

  function removeFolder(): void {
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 10 })
  }

  function killAll(): void {
    if (server?.pid !== undefined && server.exitCode === null) killIfThere(server.pid)
    if (existsSync(postgresFolder)) killDatabase()
  }
  // Whatever ends this process: what it has started goes with it, by its own numbers.
  process.on('exit', killAll)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))

  return {
    url,
    dataFolder,
    postgresFolder,
    keyFolder,
    serverPid: () => server?.pid ?? 0,
    serverPids() {
      const postmaster = postmasterPid()
      return server?.pid === undefined ? [] : withChildren(server.pid).filter((pid) => pid !== postmaster)
    },
    postmasterPid,
    postgresPids() {
      const postmaster = postmasterPid()
      return postmaster === undefined ? [] : withChildren(postmaster)
    },
    start,
    killServer: () => endServer('SIGKILL'),
    killDatabase,
    stopServer: () => endServer('SIGTERM'),
    openAsSuperuser() {
      const { folder } = findPlace(postgresFolder)
      const password = readFileSync(join(folder, 'superuser-password'), 'utf8')
      const at = readFileSync(join(folder, 'port'), 'utf8').trim()
      return openPool(`postgresql://postgres:${password}@127.0.0.1:${at}/velferdslab`, { size: 1, name: 'bench' })
    },
    async end() {
      await endServer('SIGTERM')
      // What is left when the server was killed or could not stop it.
      killAll()
      process.off('exit', killAll)
      if (existsSync(postgresFolder)) {
        const { folder } = findPlace(postgresFolder)
        if (!folder.startsWith(dataFolder)) rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
      }
      removeFolder()
    },
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/alive`)).ok
  } catch {
    return false
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
