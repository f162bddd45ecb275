import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startBench } from './access/database.ts'
import { accessPage } from './access-table/page.ts'
import { readCatalogue } from './check-house/catalogue.ts'

/** npx tsx tools/make-access-table.ts: writes docs/access.md anew, from a database made for the purpose. */
const bench = await startBench()
const ways = bench.open()
try {
  writeFileSync(join(import.meta.dirname, '..', 'docs', 'access.md'), accessPage(await readCatalogue(ways.superuser)))
} finally {
  await ways.close()
  await bench.stop()
}
