import { myDataJsonSchema } from '@velferdslab/core/my-data'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The shape of the package "everything about me", for whoever reads it by machine: docs/my-data.schema.json, made from core/src/my-data.ts. */
export const schemaFile = join(import.meta.dirname, '..', 'docs', 'my-data.schema.json')

export function mySchema(): unknown {
  return JSON.parse(JSON.stringify(myDataJsonSchema()))
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(schemaFile, `${JSON.stringify(mySchema(), null, 2)}\n`)
  console.log(schemaFile)
}
