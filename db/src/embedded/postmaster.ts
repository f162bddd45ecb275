import { execFile, spawn } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { initdbArguments, postgresArguments } from './database-settings.ts'
import type { Place } from './place.ts'
import { servesFolder } from './process-identity.ts'

/** What PostgreSQL writes about itself in postmaster.pid. */
export type Running = { readonly pid: number; readonly port: number; readonly status: string }

// PostgreSQL gets nothing of our environment: a master key has no business in another process.
const environment = { LC_ALL: 'C', PATH: '/usr/bin:/bin' }
const largestLog = 1024 * 1024

/** Makes the data folder. It gets its name only when it is whole, so a start that is killed half-way is simply done again. */
export async function createCluster(native: string, place: Place, password: string): Promise<void> {
  // A name of its own, because the initdb of a killed start may still be at work.
  const unfinished = join(place.folder, `cluster-${process.pid}-${Date.now()}`)
  const passwordFile = join(place.folder, 'password-for-initdb')
  for (const name of readdirSync(place.folder)) {
    if (/^cluster-\d+-\d+$/.test(name))
      rmSync(join(place.folder, name), { recursive: true, force: true, maxRetries: 10 })
  }
  rmSync(passwordFile, { force: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  try {
    if (place.user) {
      // initdb cannot make a folder in ours, so it gets an empty one of its own.
      mkdirSync(unfinished, { mode: 0o700 })
      for (const path of [unfinished, passwordFile]) chownSync(path, place.user.uid >>> 0, place.user.gid >>> 0)
    }
    await promisify(execFile)(
      join(native, 'bin', 'initdb'),
      [...initdbArguments, `--pwfile=${passwordFile}`, '-D', unfinished],
      {
        cwd: '/',
        env: environment,
        ...place.user,
      },
    )
  } catch (error) {
    throw new Error(
      `PostgreSQL could not make its data folder ${place.cluster}. ${(error as { stderr?: string }).stderr?.trim() ?? ''}`,
      { cause: error },
    )
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(unfinished, place.cluster)
}

/** Starts PostgreSQL and waits until it answers. @returns undefined when it ended instead: its log says why */
export async function launch(native: string, place: Place, port: number): Promise<Running | undefined> {
  const log = openLog(place)
  const child = spawn(join(native, 'bin', 'postgres'), postgresArguments(place.cluster, port), {
    cwd: '/',
    env: environment,
    stdio: ['ignore', log, log],
    // A group of its own: Ctrl+C in the terminal reaches Node only, which finishes its work before it stops PostgreSQL.
    detached: true,
    ...place.user,
  })
  closeSync(log)
  let ended: string | undefined
  child.once('exit', (code, signal) => (ended = String(code ?? signal)))
  child.once('error', (error) => (ended = error.message))
  child.unref()
  while (ended === undefined) {
    const running = findRunning(place)
    if (running && running.pid === child.pid && running.status === 'ready') return running
    await pause(5)
  }
  return undefined
}

/** The PostgreSQL that serves this folder now, also one that a killed Node left behind. */
export function findRunning(place: Place): Running | undefined {
  try {
    // Lines: process, data folder, start, port, socket folder, address, shared memory, status (PostgreSQL: miscadmin.h, LOCK_FILE_LINE_*).
    const lines = readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8').split('\n')
    const running = { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? '' }
    return running.pid > 0 && servesFolder(running.pid, place.cluster) ? running : undefined
  } catch {
    return undefined
  }
}

/** Was it started by this version of the launcher, with the same settings? */
export function hasOurSettings(native: string, place: Place, running: Running): boolean {
  const words = [
    join(native, 'bin', 'postgres'),
    ...postgresArguments(place.cluster, running.port).map((word) => `"${word}"`),
  ]
  return readFileSync(join(place.cluster, 'postmaster.opts'), 'utf8').trim() === words.join(' ')
}

/**
 * A pid file whose number now belongs to a stranger (a restarted container gives the same small numbers again) would make
 * PostgreSQL refuse to start; we know better, because no PostgreSQL works in the folder.
 */
export function forgetStranger(place: Place): void {
  if (!findRunning(place)) rmSync(join(place.cluster, 'postmaster.pid'), { force: true })
}

/** Asks PostgreSQL to stop: `fast` ends the sessions and writes everything; `immediate` leaves the rest to the next start. */
export function askToStop(place: Place, running: Running, how: 'fast' | 'immediate'): void {
  if (!servesFolder(running.pid, place.cluster)) return
  try {
    process.kill(running.pid, how === 'fast' ? 'SIGINT' : 'SIGQUIT')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

export async function stopAndWait(place: Place, running: Running): Promise<void> {
  for (const [how, seconds] of [
    ['fast', 30],
    ['immediate', 10],
  ] as const) {
    askToStop(place, running, how)
    for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
      if (!servesFolder(running.pid, place.cluster)) return
      await pause(5)
    }
  }
  throw new Error(`PostgreSQL (process ${running.pid}, ${place.cluster}) does not stop.`)
}

/** The last lines of PostgreSQL's log, for the sentence that says why it did not start. */
export function endOfLog(place: Place): string {
  return readFileSync(logFile(place), 'utf8').trimEnd().split('\n').slice(-5).join('\n')
}

function logFile(place: Place): string {
  return join(place.folder, 'postgres.log')
}

function openLog(place: Place): number {
  const file = logFile(place)
  const full = existsSync(file) && statSync(file).size > largestLog
  return openSync(file, full ? 'w' : 'a', 0o600)
}
