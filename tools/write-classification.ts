import { writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { pages, withTables } from './classification/pages.ts'

/** npx tsx tools/write-classification.ts: writes the tables of docs/operate/ropa.md and dpia.md anew, from tools/classification. */
for (const page of pages) {
  writeFileSync(page, await format(withTables(page), { ...(await resolveConfig(page)), filepath: page }))
  console.log(page)
}
