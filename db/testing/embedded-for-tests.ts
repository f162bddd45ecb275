import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type {} from 'vitest'
import type { TestProject } from 'vitest/node'
import { startEmbedded, type Embedded } from '../src/embedded/start.ts'
import { forgetTemplates } from './fjordvik-template.ts'
import { writeWithoutWaiting } from './without-waiting.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL for this run of tests, empty at the start and thrown away at the end. */
    superuserUrl: string
  }
}

const prefix = 'velferdslab-tests-'

/**
 * One PostgreSQL for the whole run, before the first test that needs one. `TEST_SUPERUSER_URL` runs the same tests on another
 * PostgreSQL (any from version 15), where the tests make databases and roles of their own.
 * @public Vitest calls it (vitest.config.ts).
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_SUPERUSER_URL
  if (given) {
    await forgetTemplates(given)
    project.provide('superuserUrl', given)
    return () => forgetTemplates(given)
  }
  await sweepKilledRuns()
  const folder = mkdtempSync(join(tmpdir(), prefix))
  chmodSync(folder, 0o755)
  const embedded = await startEmbedded({ folder })
  await writeWithoutWaiting(embedded.superuserUrl)
  project.provide('superuserUrl', embedded.superuserUrl)
  return async () => {
    await forgetTemplates(embedded.superuserUrl)
    await stopAndErase(embedded, folder)
  }
}

/** A run that was killed left its PostgreSQL running in a folder nobody will ask for again. */
async function sweepKilledRuns(): Promise<void> {
  const aMinuteAgo = Date.now() - 60_000
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    try {
      if (statSync(folder).ctimeMs > aMinuteAgo) continue
      await stopAndErase(await startEmbedded({ folder }), folder)
    } catch {
      // Another run is at work there.
    }
  }
}

async function stopAndErase(embedded: Embedded, folder: string): Promise<void> {
  await embedded.stop()
  for (const each of [embedded.folder, folder]) rmSync(each, { recursive: true, force: true })
}
