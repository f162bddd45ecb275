import { readdirSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'

/** What the kernel counts for processes, from /proc (proc(5)); Linux only, like the figures themselves. */

/** Kernel ticks a second: USER_HZ, 100 on every Linux that Node runs on. */
const ticksPerSecond = 100

interface Stat {
  readonly parent: number
  /** Seconds of processor time of the process itself, and of its ended children. */
  readonly own: number
  readonly ended: number
}

function readStat(pid: number): Stat | undefined {
  try {
    // The program's name, in parentheses, may hold spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number)
    const seconds = (from: number) => ((fields[from] ?? 0) + (fields[from + 1] ?? 0)) / ticksPerSecond
    return { parent: fields[1] ?? 0, own: seconds(11), ended: seconds(13) }
  } catch {
    return undefined
  }
}

/** A process and its children. */
export function withChildren(pid: number): number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  return [pid, ...all.filter((each) => readStat(each)?.parent === pid)].filter((each) => readStat(each))
}

/** Seconds of processor time that processes, and those of their children that have ended, have used since they began. */
export function processorSeconds(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const stat = readStat(pid)
    return sum + (stat ? stat.own + stat.ended : 0)
  }, 0)
}

/** Proportional memory in MB: a page that several processes share is counted once between them, where RSS counts it in each. */
export function proportionalMegabytes(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + pssOf(pid), 0) / 1024
}

function pssOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    // It has ended since.
    return 0
  }
}

/** The load of the machine over the last minute. */
export function loadNow(): number {
  return Math.round((loadavg()[0] ?? 0) * 100) / 100
}

/** Waits until the machine is calm, as long as `seconds`; what it is then, counts. */
export async function waitForCalm(seconds: number): Promise<number> {
  for (const end = Date.now() + seconds * 1000; loadNow() > 1 && Date.now() < end;) await pause(1000)
  return loadNow()
}
