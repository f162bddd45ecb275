import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { mySchema, schemaFile } from './write-my-data-schema.ts'

it('docs/my-data.schema.json is what the package looks like: npx tsx tools/write-my-data-schema.ts writes it', () => {
  expect(JSON.parse(readFileSync(schemaFile, 'utf8'))).toEqual(mySchema())
})
