import { familyId } from '@velferdslab/core/ids'
import { openPool } from '@velferdslab/db/connect'
import { openKeyRing } from '@velferdslab/db/key-ring'
import { resealFamily } from '@velferdslab/db/reseal'
import { openDatabase } from '../server/src/database.ts'
import { readSettings } from '../server/src/settings.ts'
import { dbFolder } from './operate.ts'

/** npm run keys:reseal -- FAMILY_ID: all words of a family under a new data key. The server is stopped first. */
async function main(): Promise<void> {
  const family = familyId.safeParse(process.argv[2])
  if (!family.success) throw new Error('Bruk: npm run keys:reseal -- FAMILIE-ID. Serveren må være stoppet.')
  const settings = readSettings(process.env)
  const database = await openDatabase(settings, dbFolder)
  const owner = openPool(database.urls.owner, { size: 1, name: 'velferdslab:operate' })
  const system = openPool(database.urls.system, { size: 1, name: 'velferdslab:operate' })
  try {
    const ring = openKeyRing(settings.keyFolder, settings.masterKey, settings.masterKeyAlso)
    console.log(`${await resealFamily(owner, system, ring, family.data)} steder er forseglet under en ny nøkkel.`)
  } finally {
    await Promise.all([owner.end(), system.end()])
    await database.stop()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
