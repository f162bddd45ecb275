// `npm run dev`: the server starts again when its source changes, Vite shows the web's changes at once.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled } from './ensure-installed.mjs'

const root = join(import.meta.dirname, '..')
const webPort = '5173'
ensureInstalled()

// Cookies and sign-in belong to one address: in development the one Vite serves, which passes the rest on to the server.
const environment = { PUBLIC_URL: `http://localhost:${webPort}`, ...process.env }
const programs = [
  start('tsx', ['watch', '--clear-screen=false', 'server/src/main.ts']),
  start('vite', ['web', '--port', webPort, '--strictPort']),
]

/** @param {string} program @param {string[]} words */
function start(program, words) {
  const command = join(root, 'node_modules', '.bin', program)
  if (!existsSync(command)) throw new Error(`${program} is not installed.`)
  return spawn(command, words, { cwd: root, stdio: 'inherit', env: environment })
}

// One ends, all end. Ctrl+C reaches them by the terminal; other signals are passed on.
for (const program of programs) {
  program.once('exit', (code) => {
    for (const other of programs) other.kill('SIGTERM')
    process.exitCode ||= code ?? 0
  })
}
process.on('SIGINT', () => undefined)
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => programs.forEach((program) => program.kill(signal)))
}
