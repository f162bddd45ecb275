import { openPool } from '@velferdslab/db/connect'
import { startEmbedded } from '@velferdslab/db/embedded/start'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTestLab } from '../db/testing/fjordvik-for-tests.ts'
import { forgetTemplates } from '../db/testing/fjordvik-template.ts'
import { askEverybody } from './access-table/asked.ts'
import { accessPage } from './access-table/page.ts'
import { readCatalogue } from './check-house/catalogue.ts'

/** npx tsx tools/make-access-table.ts: writes docs/access.md anew, from a Fjordvik laid for the purpose. */
const folder = mkdtempSync(join(tmpdir(), 'velferdslab-access-'))
chmodSync(folder, 0o755)
const embedded = await startEmbedded({ folder })
const { superuserUrl } = embedded
try {
  const lab = await openTestLab(superuserUrl)
  const url = new URL(superuserUrl)
  url.pathname = new URL(lab.urls.owner).pathname
  const superuser = openPool(url.toString(), { size: 1, name: 'access-table' })
  const page = accessPage(await readCatalogue(superuser), await askEverybody(lab))
  writeFileSync(join(import.meta.dirname, '..', 'docs', 'access.md'), page)
  await superuser.end()
  await lab.close()
  await forgetTemplates(superuserUrl)
} finally {
  await embedded.stop()
  rmSync(folder, { recursive: true, force: true })
}
