import { openKeyRing, type KeyRing } from '@velferdslab/db/key-ring'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { benchTables, drawFamily, noRows, type BenchTable, type BenchTown } from './open-family-world.ts'

/** What a process that draws families is given first. */
export interface DrawOrder {
  readonly town: BenchTown
  readonly keyFolder: string
  /** Where the lines are put for PostgreSQL to read. */
  readonly copyFolder: string
}
/** Some families, numbered, and what their files are called by. */
export interface DrawPart {
  readonly first: number
  readonly until: number
  readonly name: string
}

/**
 * A process of its own: drawing, sealing and linking is work for one core, and there are several. Part by part, so that what is drawn is short-lived.
 * Started by open-family-lay.ts, which tells it the town, and then asks for one part at a time.
 */
let told: (DrawOrder & { ring: KeyRing }) | undefined
process.on('message', (message: DrawOrder | DrawPart) => {
  if ('town' in message) told = { ...message, ring: openKeyRing(message.keyFolder) }
  else if (told) {
    const { town, ring, copyFolder } = told
    const rows = noRows()
    for (let number = message.first; number < message.until; number++) drawFamily(rows, town, ring, number)
    for (const table of Object.keys(benchTables) as BenchTable[])
      writeFileSync(join(copyFolder, `${table}-${message.name}`), `${rows[table].join('\n')}\n`, { mode: 0o644 })
    process.send?.(message.name)
  }
})
