// Builds when a source is newer than the last build. Node built-ins only, so that a warm start costs milliseconds.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const stampFile = join(root, 'server', 'dist', 'built-from')
const sources = [
  'package-lock.json',
  'tsconfig.base.json',
  'tools/build.mjs',
  'core/src',
  'db/src',
  'db/seed',
  'server/src',
  'web/index.html',
  'web/vite.config.ts',
  'web/public',
  'web/src',
]

export function ensureBuilt() {
  const stamp = stampOfSources()
  const isBuilt = existsSync(stampFile) && existsSync(join(root, 'web', 'dist', 'index.html'))
  if (isBuilt && readFileSync(stampFile, 'utf8') === stamp) return
  rmSync(stampFile, { force: true })
  console.log('Building.')
  const { status } = spawnSync(process.execPath, [join(root, 'tools', 'build.mjs')], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error('The build failed: see the lines above.')
  // Taken before the build: what was changed while it ran is built the next time.
  writeFileSync(stampFile, stamp)
}

/** Names, sizes and times of change of every source. A removed file changes it too. */
function stampOfSources() {
  const hash = createHash('sha256')
  for (const source of sources) if (existsSync(join(root, source))) add(source)
  return hash.digest('hex')

  /** @param {string} path */
  function add(path) {
    const found = statSync(join(root, path))
    if (found.isDirectory()) for (const name of readdirSync(join(root, path)).sort()) add(`${path}/${name}`)
    else if (!path.includes('.test.')) hash.update(`${path}\0${found.size}\0${found.mtimeMs}\n`)
  }
}
