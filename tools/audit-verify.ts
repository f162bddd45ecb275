import { findHeads, verifyChains } from '@velferdslab/db/chain'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { operate } from './operate.ts'

/**
 * npm run audit:verify: computes every link of every chain again. Heads seen earlier are kept in DATA_FOLDER/chain-heads.json, outside the
 * database, so that a tail cut together with its head, or a whole family removed, is found too. The file only grows when nothing is wrong.
 */
await operate(async ({ system, settings }) => {
  const file = join(settings.dataFolder, 'chain-heads.json')
  const known = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, { seq: number; hash: string }>)
    : {}
  const report = await verifyChains(system, new Map(Object.entries(known)))
  for (const fault of report.faults) console.error(`${fault.chain} ${fault.seq ?? ''} ${fault.what}`)
  if (report.faults.length === 0) writeFileSync(file, JSON.stringify(await findHeads(system)), { mode: 0o600 })
  else process.exitCode = 1
  console.log(`root ${report.root}`)
  console.log(`${report.chains} chains, ${report.events} events, ${report.faults.length} faults`)
})
