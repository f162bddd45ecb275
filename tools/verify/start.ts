import { chromium } from '@playwright/test'
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../bench/own-lab.ts'
import { ensureChromium } from '../chromium.mjs'

export const startNumbers = { limit: 4000 }
const root = join(import.meta.dirname, '..', '..')

export interface StartResult {
  /** Milliseconds from `npm start` to the answering server: installing, building, an empty database. */
  readonly first: number
  /** Milliseconds from the second `npm start` to the sign-in page's text on the screen. */
  readonly second: number
  readonly limit: number
}

/** A fresh clone of what is committed, `npm start` twice, as somebody does who has only Node and npm. */
export async function verifyStart({ limit }: { limit: number }): Promise<StartResult> {
  const folder = mkdtempSync(join(tmpdir(), 'velferdslab-clone-'))
  chmodSync(folder, 0o755)
  const clone = join(folder, 'velferdslab')
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    execFileSync('git', ['clone', '--quiet', '--no-local', root, clone])
    const url = `http://localhost:${await freePort()}`
    const page = await browser.newPage()
    const first = await startOnce(clone, url, 10 * 60, async () => (await fetch(`${url}/api/alive`)).ok)
    const second = await startOnce(clone, url, 60, async () => {
      await page.goto(url, { waitUntil: 'commit' })
      await page.locator('h1').first().waitFor({ state: 'visible', timeout: 10_000 })
      return true
    })
    return { first, second, limit }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
}

/** @returns milliseconds from the command to the first time `isThere` says so */
async function startOnce(
  clone: string,
  url: string,
  seconds: number,
  isThere: () => Promise<boolean>,
): Promise<number> {
  const began = performance.now()
  const started = spawn('npm', ['start', '--silent'], {
    cwd: clone,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: new URL(url).port, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'inherit'],
    // A group of its own: npm, its shell and the server end together.
    detached: true,
  })
  try {
    for (;;) {
      if (await isThere().catch(() => false)) return Math.round(performance.now() - began)
      if (performance.now() - began > seconds * 1000) throw new Error(`nothing to see within ${seconds} seconds`)
      if (started.exitCode !== null) throw new Error('npm start ended by itself')
      await pause(10)
    }
  } finally {
    await endGroup(started)
  }
}

async function endGroup(started: ChildProcess): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGTERM', 40],
    ['SIGKILL', 5],
  ] as const) {
    if (!isGroupThere(started, signal)) return
    const end = Date.now() + seconds * 1000
    while (Date.now() < end) {
      if (!isGroupThere(started, 0)) return
      await pause(50)
    }
  }
}

function isGroupThere({ pid }: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-(pid as number), signal)
    return true
  } catch {
    return false
  }
}
