// `npm run types`: tsc in every room that has something to check, as many at a time as there are processors.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
// The longest first.
const rooms = ['web', 'server', 'db', 'tools', 'e2e', 'bench', 'core'].filter(hasSources)

/** @param {string} room */
function hasSources(room) {
  const folder = join(root, room)
  if (!existsSync(join(folder, 'tsconfig.json'))) return false
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some(
    (file) => /\.(ts|tsx|mjs)$/.test(file) && !file.includes('node_modules'),
  )
}

/** @param {string} room @returns {Promise<boolean>} */
function check(room) {
  return new Promise((resolve) => {
    const started = Date.now()
    const tsc = spawn(join(root, 'node_modules', '.bin', 'tsc'), ['-p', room, '--pretty'], { cwd: root })
    let said = ''
    tsc.stdout.on('data', (data) => (said += data))
    tsc.stderr.on('data', (data) => (said += data))
    tsc.once('close', (code) => {
      console.log(
        `${said}${code === 0 ? 'ok    ' : 'WRONG '} ${room} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
      )
      resolve(code === 0)
    })
  })
}

let good = true
async function work() {
  for (let room = rooms.shift(); room; room = rooms.shift()) good = (await check(room)) && good
}
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, work))
process.exitCode = good ? 0 : 1
