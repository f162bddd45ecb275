import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { everybodyCanEnter, findHome, isRoot } from './native-files.ts'

/** Where one embedded database lives, and the user that runs it (undefined: the one we are). */
export type Place = {
  /** Ours: password, port, lock, log. */
  readonly folder: string
  /** PostgreSQL's own: the data. */
  readonly cluster: string
  readonly user: { uid: number; gid: number } | undefined
}

const pointer = 'data-is-at.txt'

/**
 * Decides where the data lie. Usually in the folder asked for. When root starts a checkout that lies where nobody else can enter
 * (/root, mode 700), PostgreSQL, which refuses to be root, could not reach it: then the data lie in /var/lib/velferdslab, and a
 * pointer in the folder says where.
 */
export function findPlace(asked: string): Place {
  mkdirSync(asked, { recursive: true, mode: 0o755 })
  const folder = realpathSync(realPlace(realpathSync(asked)))
  const cluster = join(folder, 'cluster')
  return { folder, cluster, user: isRoot() ? userFor(cluster) : undefined }
}

function realPlace(asked: string): string {
  const pointerFile = join(asked, pointer)
  if (!existsSync(pointerFile)) {
    if (!isRoot() || existsSync(join(asked, 'cluster')) || everybodyCanEnter(asked)) return asked
    point(pointerFile, mkdtempSync(join(findHome(), 'data-')))
  }
  const elsewhere = readFileSync(pointerFile, 'utf8').trim()
  if (existsSync(elsewhere)) return elsewhere
  throw new Error(
    `The data of ${asked} should be at ${elsewhere}, and are not there. Remove ${pointerFile} to begin with an empty database.`,
  )
}

function point(pointerFile: string, elsewhere: string): void {
  chmodSync(elsewhere, 0o755)
  try {
    writeFileSync(pointerFile, `${elsewhere}\n`, { flag: 'wx' })
    console.info(`The user that runs PostgreSQL cannot enter this checkout, so the data lie in ${elsewhere}.`)
  } catch (error) {
    rmdirSync(elsewhere)
    // Another start was quicker: its place counts.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** Root runs PostgreSQL as the owner of the data; new data belong to `nobody`. */
function userFor(cluster: string): { uid: number; gid: number } {
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster)
    return { uid, gid }
  }
  const line = existsSync('/etc/passwd')
    ? /^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))
    : null
  return { uid: Number(line?.[1] ?? 65534), gid: Number(line?.[2] ?? 65534) }
}
