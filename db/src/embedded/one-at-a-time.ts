import { linkSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { processBirth } from './process-identity.ts'

/**
 * Two Node processes on one data folder must not happen: each would start, stop and migrate the same PostgreSQL.
 *
 * Node has no kernel lock on files, so the lock is a file with a growing number, `lock.7`. The highest number counts. A new one is
 * made only by who found the highest one dead, with link(2), which succeeds for one process only; the highest is never removed. So
 * two processes that find the same dead lock cannot both win.
 */
type Holder = { pid: number; birth: string | undefined }

/** Takes the folder for this process, or throws with the sentence that says who has it. @returns the way to give it back */
export function takeFolder(folder: string): () => void {
  const mine = join(folder, `lock-of-${process.pid}`)
  writeFileSync(mine, JSON.stringify({ pid: process.pid, birth: processBirth(process.pid) } satisfies Holder), {
    mode: 0o644,
  })
  try {
    for (;;) {
      const highest = highestLock(folder)
      const holder = readHolder(folder, highest)
      if (holder) {
        throw new Error(
          `Databasen i ${folder} er allerede i bruk av prosess ${holder.pid}. Stopp den først. ` +
            `(The database in ${folder} is already in use by process ${holder.pid}. Stop it first.)`,
        )
      }
      if (!tryLink(mine, lockFile(folder, highest + 1))) continue
      // Somebody slower may have made a number that was passed long ago.
      if (highestLock(folder) > highest + 1) {
        rmSync(lockFile(folder, highest + 1), { force: true })
        continue
      }
      for (const number of lockNumbers(folder)) if (number <= highest) rmSync(lockFile(folder, number), { force: true })
      return () => giveBack(folder, highest + 1)
    }
  } finally {
    rmSync(mine, { force: true })
  }
}

function giveBack(folder: string, number: number): void {
  const free = join(folder, `lock-of-${process.pid}`)
  try {
    writeFileSync(free, '')
    renameSync(free, lockFile(folder, number))
  } catch (error) {
    // Somebody may have removed the folder meanwhile: then there is nothing to give back.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** Who holds a lock now; undefined when it was given back or its process is gone. */
function readHolder(folder: string, number: number): Holder | undefined {
  try {
    const text = readFileSync(lockFile(folder, number), 'utf8')
    if (text === '') return undefined
    const holder = JSON.parse(text) as Holder
    return processBirth(holder.pid) === holder.birth ? holder : undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function lockFile(folder: string, number: number): string {
  return join(folder, `lock.${number}`)
}

function lockNumbers(folder: string): number[] {
  return readdirSync(folder).flatMap((name) => (/^lock\.\d+$/.test(name) ? [Number(name.slice(5))] : []))
}

function highestLock(folder: string): number {
  return Math.max(0, ...lockNumbers(folder))
}
