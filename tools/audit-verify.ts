import { findHeads, verifyChains } from '@velferdslab/db/chain'
import { addRoot, readRoots } from '@velferdslab/db/chain-root'
import { operate } from './operate.ts'

/**
 * npm run audit:verify: computes every link of every chain again, holds them against the heads that were signed (ROOT_FOLDER, outside the database), and
 * says what does not fit: which chain, which number, which day. Signs the heads of today only when nothing is wrong.
 */
await operate(async ({ system, ring, settings }) => {
  const signer = ring.signer()
  const signed = readRoots(settings.rootFolder, signer)
  const report = await verifyChains(system, signed.heads)
  const faults = [...signed.faults, ...report.faults]
  for (const { what, chain, seq, day } of faults)
    console.error(`${what}: ${chain}${seq === null ? '' : `, number ${seq}`}${day === null ? '' : `, ${day}`}`)
  if (faults.length === 0)
    console.log(`root ${addRoot(settings.rootFolder, signer, await findHeads(system), new Date())}`)
  else process.exitCode = 1
  console.log(`${report.chains} chains, ${report.events} events, ${signed.lines} signed roots, ${faults.length} faults`)
})
