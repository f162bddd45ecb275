import { openPool, type Pool } from '@velferdslab/db/connect'
import { openKeyRing, type KeyRing } from '@velferdslab/db/key-ring'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withSystemUrl } from '../server/src/reach-database.ts'
import { readSettings, type Settings } from '../server/src/settings.ts'

export const dbFolder = join(fileURLToPath(new URL('..', import.meta.url)), 'db')

/** Runs one piece of operation against the database the settings name (or the demo's own), and ends with a sentence if it fails. */
export async function operate(
  work: (at: { system: Pool; ring: KeyRing; settings: Settings }) => Promise<void>,
): Promise<void> {
  try {
    const settings = readSettings(process.env)
    await withSystemUrl(settings, dbFolder, async (systemUrl) => {
      const system = openPool(systemUrl, { size: 2, name: 'velferdslab:operate' })
      try {
        await work({
          system,
          ring: openKeyRing(settings.keyFolder, settings.masterKey, settings.masterKeyAlso),
          settings,
        })
      } finally {
        await system.end()
      }
    })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
