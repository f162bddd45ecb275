// Installs the packages when they are missing or package-lock.json has changed since. Node built-ins only.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '..')
const installedFrom = join(root, 'node_modules', '.installed-from')

export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Node.js ${process.versions.node} is too old: 20.19 or newer is needed.`)
  }
  if (isInstalled()) return
  console.log('Installing the packages (npm ci). This is done once.')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('The packages could not be installed: see the lines above.')
  writeFileSync(installedFrom, lockfileHash())
}

/** Either we installed from this very lockfile, or (after somebody's `npm install`) npm has what the lockfile asks for. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const isOurs = existsSync(installedFrom) && statSync(installedFrom).mtimeMs >= statSync(installed).mtimeMs
  if (isOurs && readFileSync(installedFrom, 'utf8') === lockfileHash()) return true
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const present = packagesIn(installed)
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    // Our own rooms are links; packages for another kind of machine are left out.
    if (!path.startsWith('node_modules/') || link) return true
    return present[path] ? present[path].version === version : optional === true
  })
}

function lockfileHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

/** @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }>} @param {string} lockfile */
function packagesIn(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) ensureInstalled()
