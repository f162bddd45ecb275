import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { endWithThisProcess } from './end-of-process.ts'
import { nativeFolder } from './native-files.ts'
import { takeFolder } from './one-at-a-time.ts'
import { findPlace, type Place } from './place.ts'
import {
  askToStop,
  createCluster,
  endOfLog,
  findRunning,
  forgetStranger,
  hasOurSettings,
  launch,
  stopAndWait,
  type Running,
} from './postmaster.ts'

export type Embedded = {
  /** For making roles and databases only: nothing that serves people may use it. */
  readonly superuserUrl: string
  /** Where the data really lie (place.ts). */
  readonly folder: string
  /** Stops PostgreSQL and gives the folder back. Asking twice does no harm. */
  stop(): Promise<void>
}

const majorVersion = '18'

/**
 * Starts the PostgreSQL that comes with us, with its data in a folder. It listens on this machine only, on a port and with a
 * superuser password that were drawn at the first start and are kept beside the data. It stops when this process ends; when this process is
 * killed, the next start takes over what was left running. When PostgreSQL itself dies, it is started again on the same port.
 *
 * @param folder made when missing. PostgreSQL refuses to be root: started by root it runs as `nobody`, and place.ts finds where that can be
 * @param port only for who must know it beforehand
 * @throws a sentence for people: folder in use, port in use, data of another version, why PostgreSQL refused
 */
export async function startEmbedded(options: { folder: string; port?: number }): Promise<Embedded> {
  const native = nativeFolder()
  const place = findPlace(options.folder)
  const giveBack = takeFolder(place.folder)
  try {
    const password = await openCluster(native, place)
    const running =
      (await adopt(native, place, password, options.port)) ?? (await launchOnAnyPort(native, place, options.port))
    const stop = keepAlive(native, place, running, giveBack)
    return { superuserUrl: urlOf(running.port, password), folder: place.folder, stop }
  } catch (error) {
    giveBack()
    throw error
  }
}

/** @returns the superuser's password */
async function openCluster(native: string, place: Place): Promise<string> {
  const passwordFile = join(place.folder, 'superuser-password')
  if (!existsSync(place.cluster)) {
    const password = randomBytes(24).toString('hex')
    writeFileSync(passwordFile, password, { mode: 0o600 })
    await createCluster(native, place, password)
    return password
  }
  const version = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim()
  if (version !== majorVersion) {
    throw new Error(
      `The data in ${place.cluster} were written by PostgreSQL ${version}; this is version ${majorVersion}. Move them with pg_dump of version ${version}.`,
    )
  }
  return readFileSync(passwordFile, 'utf8')
}

/** Takes over a PostgreSQL that a killed Node left behind; stops it when it is not as we would have started it. */
async function adopt(
  native: string,
  place: Place,
  password: string,
  port: number | undefined,
): Promise<Running | undefined> {
  const left = findRunning(place)
  if (!left) {
    forgetStranger(place)
    return undefined
  }
  const fits = left.status === 'ready' && (port ?? left.port) === left.port && hasOurSettings(native, place, left)
  if (fits && (await answers(left, password))) return left
  await stopAndWait(place, left)
  return undefined
}

/** Signs in, and ends what the killed process had under way. */
async function answers(left: Running, password: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: urlOf(left.port, password),
    connectionTimeoutMillis: 2000,
    query_timeout: 2000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function launchOnAnyPort(native: string, place: Place, asked: number | undefined): Promise<Running> {
  const portFile = join(place.folder, 'port')
  let port = asked ?? (existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : await freePort())
  for (let attempt = 1; ; attempt++) {
    const running = await launch(native, place, port)
    if (running) {
      if (asked === undefined) writeFileSync(portFile, String(port))
      return running
    }
    // The remembered port may have gone to another program since.
    if (await isFree(port)) throw new Error(`PostgreSQL did not start. Its last words:\n${endOfLog(place)}`)
    if (asked !== undefined) throw new Error(`Port ${asked} on this machine is already in use by another program.`)
    if (attempt === 5) throw new Error('No free port was found for PostgreSQL.')
    port = await freePort()
  }
}

/** Ties PostgreSQL's life to this process. @returns stop */
function keepAlive(native: string, place: Place, first: Running, giveBack: () => void): () => Promise<void> {
  let running = first
  let stopping: Promise<void> | undefined
  let reviving: Promise<void> | undefined

  const watch = setInterval(() => {
    if (stopping || reviving || findRunning(place)?.pid === running.pid) return
    reviving = revive(native, place, running.port).then(
      (again) => {
        running = again
        reviving = undefined
      },
      (error: unknown) => {
        clearInterval(watch)
        console.error(error)
      },
    )
  }, 500).unref()

  const letGo = endWithThisProcess({ stop, askToStop: () => askToStop(place, running, 'fast') })

  async function end(): Promise<void> {
    clearInterval(watch)
    await reviving
    await stopAndWait(place, running)
    letGo()
    giveBack()
  }
  function stop(): Promise<void> {
    return (stopping ??= end())
  }
  return stop
}

/** Starts PostgreSQL again after it died; its last processes need a moment to notice and go. */
async function revive(native: string, place: Place, port: number): Promise<Running> {
  for (const end = Date.now() + 15_000; Date.now() < end;) {
    forgetStranger(place)
    const running = await launch(native, place, port)
    if (running) return running
    await pause(100)
  }
  throw new Error(`PostgreSQL ended and could not be started again. Its last words:\n${endOfLog(place)}`)
}

function urlOf(port: number, password: string): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port)
      })
    })
  })
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
