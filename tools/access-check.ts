import { randomInt } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { differingAges } from './access/ages.ts'
import { compareWorlds } from './access/compare.ts'
import { startBench } from './access/database.ts'
import { diceOf } from './access/dice.ts'
import { printTables, unbalancedSquares } from './access/tables.ts'
import { differingRules } from './access/rule-registers.ts'
import { tellDifference } from './access/tell.ts'
import { findFaults } from './access-faults.ts'

/**
 * Is the rule in the database the rule in core? Random worlds, random people, random questions; both answer, every difference is
 * told (docs/decisions/0003).
 *
 *   npm run access:check -- --cases 20000 [--seed N]   last line: 20000 cases, 0 differences
 *   npm run access:check -- --faults [--seed N]        plants faults and finds them; last line: all found
 *   npm run access:check -- --faults --only NAME,NAME  plants those
 *
 * --migrations FOLDER tries a change of the migrations without making it.
 */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '2000' },
      seed: { type: 'string' },
      faults: { type: 'boolean', default: false },
      only: { type: 'string' },
      migrations: { type: 'string' },
    },
  })
  const settings = {
    seed: values.seed === undefined ? freshSeed() : Number(values.seed),
    ...(values.migrations !== undefined && { migrations: values.migrations }),
    say: console.log,
  }
  if (values.faults) {
    const { found, planted } = await findFaults({ ...settings, only: values.only?.split(',') })
    return found === planted
  }
  const { differences, unbalanced } = await checkAccess({ ...settings, cases: Number(values.cases) })
  return differences === 0 && unbalanced.length === 0
}

export function freshSeed(): number {
  return randomInt(0x7fffffff)
}

/** How many differences are told in words; after so many the same thing is only told again. */
const toldDifferences = 8
/** From so many cases on, each square has been asked often enough to be held to its balance. */
const enoughForBalance = 5000

type Checked = {
  readonly differences: number
  /** Each difference in words, the first ones. */
  readonly told: string[]
  /** Squares with too few of one answer to show anything; only asked for when the cases are many. */
  readonly unbalanced: string[]
}

export async function checkAccess(settings: {
  cases: number
  seed: number
  migrations?: string
  say?: (line: string) => void
}): Promise<Checked> {
  const { cases, seed, say = () => undefined } = settings
  say(`seed ${seed}`)
  const bench = await startBench(settings.migrations)
  const ways = bench.open()
  try {
    const { tally, differences } = await compareWorlds(ways, cases, seed)
    const told = await differingAges(ways, diceOf(seed, -1))
    for (let turn = 2; turn < 6; turn++) told.push(...(await differingRules(ways, diceOf(seed, -turn))).differences)
    const count = differences.length + told.length
    for (const { world, compared } of differences.slice(0, toldDifferences)) {
      const answers = `database ${compared.database ? 'yes' : 'no'}, core ${compared.core ? 'yes' : 'no'}: `
      told.push(answers + (await tellDifference(ways, world, compared)))
    }
    const unbalanced = cases >= enoughForBalance ? unbalancedSquares(tally) : []
    printTables(tally, say)
    for (const text of told) say(`\n${text}`)
    for (const text of unbalanced) say(`not in balance: ${text}`)
    say(`${cases} cases, ${count} differences`)
    return { differences: count, told, unbalanced }
  } finally {
    await ways.close()
    await bench.stop()
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = (await main()) ? 0 : 1
}
