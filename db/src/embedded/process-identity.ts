import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

/**
 * When a process started, as text that only that process has. A number alone is not enough: after a restart of the machine or the
 * container, another process may carry it.
 * @returns undefined when there is no such process
 */
export function processBirth(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      // The program's name, in parentheses, may hold spaces; the start time is the 20th field after it (proc(5), stat).
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      const zombie = fields[0] === 'Z'
      return zombie
        ? undefined
        : `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19] ?? ''}`
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}

/** Is the process a PostgreSQL that serves this data folder, and not a stranger with the same number? */
export function servesFolder(pid: number, cluster: string): boolean {
  try {
    // PostgreSQL's main process works in its data folder.
    if (process.platform === 'linux')
      return processBirth(pid) !== undefined && readlinkSync(`/proc/${pid}/cwd`) === cluster
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(cluster)
  } catch {
    return false
  }
}
