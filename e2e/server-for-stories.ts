import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { keepLab, keptIn } from './kept.ts'

const root = join(import.meta.dirname, '..')
const main = join(root, 'server', 'dist', 'main.js')
const webPage = join(root, 'web', 'dist', 'index.html')

const startWithinMs = 90_000
const endWithinMs = 30_000

/** The built product with the seed, as `npm start` runs it: a process of its own on a free port, with its data in a temporary folder. */
export interface Lab {
  readonly url: string
  /** Where its data lie. */
  readonly folder: string
  /** The orderly end of the server and its database; the data are removed, unless they are kept for others. */
  end(how?: { keep: true }): Promise<void>
}

/**
 * @param laid the folder of a lab that has ended: starts on a copy of it, as `npm start` does the second time
 * @throws one sentence that says what is missing, or what the server said when it did not start
 */
export async function startLab(laid?: string): Promise<Lab> {
  if (!existsSync(main) || !existsSync(webPage)) {
    throw new Error(
      'The stories run against the built product, and there is none. Run npm run build, or npm test, which builds first.',
    )
  }
  const folder = mkdtempSync(join(tmpdir(), 'velferdslab-stories-'))
  // PostgreSQL runs as another user when we are root, and must be able to enter.
  chmodSync(folder, 0o755)
  if (laid !== undefined) copyOf(laid, folder)
  const port = await freePort()
  const said: string[] = []
  // Only what is named here: a setting of the machine (a database, an issuer) must not leak into the stories.
  const server = spawn(process.execPath, [main], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      TMPDIR: process.env['TMPDIR'],
      LAB_MODE: 'demo',
      DATA_FOLDER: folder,
      PORT: String(port),
      // Kept to be looked through, it says all it ever says.
      LOG_LEVEL: keptIn() === undefined ? 'error' : 'trace',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (part: Buffer) => said.push(part.toString()))
  const endWithUs = () => {
    if (isRunning(server)) server.kill('SIGTERM')
  }
  process.once('exit', endWithUs)

  async function end(how?: { keep: true }): Promise<void> {
    process.off('exit', endWithUs)
    if (isRunning(server)) {
      const gone = once(server, 'exit')
      server.kill('SIGTERM')
      const patience = setTimeout(() => server.kill('SIGKILL'), endWithinMs)
      await gone
      clearTimeout(patience)
    }
    if (!how?.keep) keepLab(folder, said)
    if (!how?.keep) rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }

  try {
    await untilItAnswers(server, port, said)
  } catch (error) {
    await end()
    throw error
  }
  return { url: `http://localhost:${port}`, folder, end }
}

/** Owners stay as they are: PostgreSQL is not the user we are. Each draws a port of its own. */
function copyOf(laid: string, folder: string): void {
  const { status, stderr } = spawnSync('cp', ['-a', '--reflink=auto', `${laid}/.`, folder], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`What was laid before the stories could not be copied: ${stderr}`)
  rmSync(join(folder, 'postgres', 'port'))
}

async function untilItAnswers(server: ChildProcess, port: number, said: readonly string[]): Promise<void> {
  const latest = Date.now() + startWithinMs
  while (Date.now() < latest) {
    if (!isRunning(server))
      throw new Error(`The server for the stories ended instead of starting. It said:\n${said.join('')}`)
    if (await answers(port)) return
    await pause(50)
  }
  throw new Error(
    `The server for the stories did not answer within ${startWithinMs / 1000} seconds. It said:\n${said.join('')}`,
  )
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/alive`)).ok
  } catch {
    return false
  }
}

function isRunning(server: ChildProcess): boolean {
  return server.exitCode === null && server.signalCode === null
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
