import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { asOptions, wholeNumbers } from '../bench/options.ts'
import { verifyAxe } from './verify/axe.ts'
import { bytesNumbers, verifyBytes } from './verify/bytes.ts'
import { decisionNumbers, verifyDecisions } from './verify/decisions.ts'
import { verifyHidden } from './verify/hidden.ts'
import { killNumbers, verifyKill } from './verify/kill.ts'
import { told, verifyLeaks } from './verify/leaks.ts'
import { memoryNumbers, verifyMemory } from './verify/memory.ts'
import { verifyMutation } from './verify/mutation.ts'
import { startNumbers, verifyStart } from './verify/start.ts'

/**
 * The long proofs, each against a whole lab of its own: `npm run verify -- NAME`. The last line has the figure and the seed; the exit code says
 * whether it held.
 *
 *   kill    [--rounds 50] [--seed N]      kill -9 of server and database in the middle of meetings: nothing lost, nothing twice
 *   bytes   [--sentences 200] [--seed N]  nothing people write stands in clear in the data folder; an erased family stays silent in a copy
 *   decisions [--cases 500] [--seed N]    simultaneous decisions on real connections: no mandate and no frame exceeded by an øre
 *   hidden  [--seed N]                    a report, and an act that is not told, leave no byte with anybody else
 *   leaks   [--all]                       after the stories: no identity number in logs, addresses, a dump or files; no name in logs or addresses
 *   memory  [--seconds 60]                server and database with two people signed in
 *   axe                                   every place in every light, width and language: no fault axe finds
 *   mutation [--module access]            the modules that decide, changed a little at a time: does a test notice? (docs/mutation.md)
 *   start                                 a fresh clone, and how soon a second start shows the sign-in page
 *
 * --source runs the sources instead of the build: quicker while one works on the server.
 */
const say = console.log
const standard = { ...killNumbers, ...bytesNumbers, ...decisionNumbers, ...memoryNumbers, seed: 0 }
type Told = { readonly line: string; readonly held: boolean }
type Asked = {
  readonly given: Readonly<Record<string, string | undefined>>
  readonly seed: number
  readonly source: boolean
  readonly module: string
  readonly all: boolean
}

const proofs: Record<string, (asked: Asked) => Promise<Told>> = {
  async kill({ given, seed, source }) {
    const { rounds, words, faults } = await verifyKill({ ...wholeNumbers(given, killNumbers), seed, source, say })
    return {
      line: `${rounds} rounds, ${words} acknowledged words, ${faults.length} faults, seed ${seed}`,
      held: faults.length === 0,
    }
  },
  async bytes({ given, seed, source }) {
    const { sentences, found, faults } = await verifyBytes({ ...wholeNumbers(given, bytesNumbers), seed, source, say })
    return {
      line: `${sentences} sentences, ${found} found in clear, ${faults.length} faults, seed ${seed}`,
      held: faults.length === 0,
    }
  },
  async decisions({ given, seed }) {
    const { cases, decided, refused, faults } = await verifyDecisions({
      ...wholeNumbers(given, decisionNumbers),
      seed,
      say,
    })
    return {
      line: `${cases} cases, ${decided} decided, ${refused} refused, ${faults.length} faults, seed ${seed}`,
      held: faults.length === 0,
    }
  },
  async hidden({ seed }) {
    const { answers, frames, papers, exports, pages, faults } = await verifyHidden({ seed, say })
    return {
      line: `${answers} answers, ${frames} frames, ${papers} papers, ${exports} files taken out, ${pages} pages compared, ${faults.length} differ, seed ${seed}`,
      held: faults.length === 0,
    }
  },
  async leaks({ all }) {
    const result = await verifyLeaks({ all, say })
    return { line: `${told(result)}: ${result.faults.length} leaks`, held: result.faults.length === 0 }
  },
  async memory({ given, source }) {
    const { server, database, total, limit } = await verifyMemory({ ...wholeNumbers(given, memoryNumbers), source })
    return {
      line: `${total} MB of at most ${limit} MB: server ${server} MB, database ${database} MB`,
      held: total <= limit,
    }
  },
  axe() {
    const { places, looks, faults } = verifyAxe()
    for (const fault of faults) say(fault)
    return Promise.resolve({
      line: `${looks} looks at ${places} places, ${faults.length} with faults`,
      held: faults.length === 0,
    })
  },
  mutation({ module }) {
    const { scores, faults } = verifyMutation(module, say)
    const [changes, noticed] = [
      scores.reduce((sum, score) => sum + score.changes, 0),
      scores.reduce((sum, score) => sum + score.noticed, 0),
    ]
    return Promise.resolve({
      line: `${noticed} of ${changes} changes noticed; ${scores.map(({ module: name, score }) => `${name} ${score} %`).join(', ')}`,
      held: faults.length === 0,
    })
  },
  async start({ given }) {
    const { first, second, limit } = await verifyStart(wholeNumbers(given, startNumbers))
    return {
      line: `${second} ms of at most ${limit} ms to the sign-in page; the very first start took ${first} ms`,
      held: second <= limit,
    }
  },
}

async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...asOptions(standard),
      source: { type: 'boolean', default: false },
      module: { type: 'string', default: '' },
      all: { type: 'boolean', default: false },
    },
  })
  const proof = proofs[positionals[0] ?? '']
  if (!proof) throw new Error(`Which one? npm run verify -- NAME, where NAME is ${Object.keys(proofs).join(', ')}`)
  const { source, module, all, ...given } = values
  const seed = wholeNumbers(given, { seed: randomInt(1_000_000_000) }).seed
  const { line, held } = await proof({ given, seed, source, module, all })
  say(line)
  return held
}

main().then(
  (held) => process.exit(held ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
