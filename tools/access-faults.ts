import { compareWorlds } from './access/compare.ts'
import { startBench, type Bench } from './access/database.ts'
import { diceOf } from './access/dice.ts'
import { changesOf, plant, type Fault } from './access/plant.ts'
import { differingRules } from './access/rule-registers.ts'
import { listedFaults } from './access/listed-faults.ts'
import type { Ways } from './access/play.ts'

/** A fault that takes more cases than this to show is as good as not found. */
const casesForOne = 20_000
/** The unharmed database is asked first: where it differs already, a difference says nothing about a fault. */
const casesUnharmed = 2000
const sideBySide = 2

type Found = { readonly found: number; readonly planted: number; readonly missed: string[] }

/**
 * Does the check see a fault in the database's rule? Each listed fault is planted alone in a fresh copy of the migrated database,
 * and random cases are asked until core and database differ.
 *
 * @param howMany only so many, drawn by the seed; all without it
 * @param only those of these names
 */
export async function findFaults(settings: {
  seed: number
  howMany?: number
  only?: readonly string[] | undefined
  migrations?: string
  say?: (line: string) => void
}): Promise<Found> {
  const { seed, say = () => undefined } = settings
  say(`seed ${seed}`)
  const known = listedFaults.filter(({ name }) => settings.only?.includes(name) ?? true)
  const faults = diceOf(seed, 0)
    .shuffled(known)
    .slice(0, settings.howMany ?? known.length)
  const wanted = listedFaults.filter((fault) => faults.includes(fault))
  const bench = await startBench(settings.migrations)
  try {
    await mustFit(bench)
    await mustBeUnharmed(bench, seed)
    const missed: string[] = []
    let turn = 0
    const work = Array.from({ length: sideBySide }, async () => {
      for (;;) {
        const number = turn++
        const fault = wanted[number]
        if (!fault) return
        const cases = await findOne(bench, fault, `fault_${number}`, seed + number)
        if (cases === undefined) missed.push(fault.name)
        const how = cases === undefined ? 'NOT FOUND' : `found within ${String(cases).padStart(4)} cases`
        say(`${how}  ${fault.name.padEnd(28)} ${fault.says}`)
      }
    })
    await Promise.all(work)
    const found = wanted.length - missed.length
    say(`${found} of ${wanted.length} found`)
    return { found, planted: wanted.length, missed }
  } finally {
    await bench.stop()
  }
}

/** All that are listed, also where only some are planted: a list that has fallen behind the migrations is told whole, and at once. */
async function mustFit(bench: Bench): Promise<void> {
  const ways = bench.open()
  try {
    const behind: string[] = []
    for (const fault of listedFaults) {
      await changesOf(ways, fault).catch((error: unknown) =>
        behind.push(error instanceof Error ? error.message : String(error)),
      )
    }
    if (behind.length > 0) throw new Error(`Faults that cannot be planted any more:\n${behind.join('\n')}`)
  } finally {
    await ways.close()
  }
}

async function mustBeUnharmed(bench: Bench, seed: number): Promise<void> {
  const ways = bench.open()
  try {
    const { differences } = await compareWorlds(ways, casesUnharmed, seed)
    if (differences.length > 0) {
      throw new Error('Core and database differ without any fault: run access:check -- --cases 20000 first.')
    }
  } finally {
    await ways.close()
  }
}

/** @returns after how many cases the fault showed; undefined when it did not */
async function findOne(bench: Bench, fault: Fault, database: string, seed: number): Promise<number | undefined> {
  await bench.copy(database)
  const ways = bench.open(database)
  try {
    await plant(ways, fault)
    if (fault.of === 'rule registers') return await findInRules(ways, seed)
    const { differences, tally } = await compareWorlds(ways, casesForOne, seed, 1)
    const asked = [...tally.values()].reduce((sum, { yes, no }) => sum + yes + no, 0)
    return differences.length > 0 ? asked : undefined
  } finally {
    await ways.close()
    await bench.drop(database)
  }
}

/** So many drawn towns are asked before a fault counts as one that does not show. */
const townsForOne = 40

async function findInRules(ways: Ways, seed: number): Promise<number | undefined> {
  let cases = 0
  for (let turn = 0; turn < townsForOne; turn++) {
    const { differences, asked } = await differingRules(ways, diceOf(seed, turn))
    cases += asked
    if (differences.length > 0) return cases
  }
  return undefined
}
