import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { drawTable } from './cloth-world.ts'
import type { FromLoad, LoadPlan, RoundCount, ToLoad } from './cloth-load.ts'
import { layTables } from './lay-tables.ts'
import { openOwnLab, type OwnLab } from './own-lab.ts'
import { loadNow, processorSeconds, proportionalMegabytes, waitForCalm } from './processes.ts'

/** What `npm run bench -- cloth` may be told. Every number is a whole one. */
export const clothNumbers = { meetings: 20, people: 6, every: 2000, seconds: 20, seed: 1 }
export type ClothNumbers = Record<keyof typeof clothNumbers, number>

/** The first writes of a fresh server compile its code and plan its queries; they are checked like all others, but not timed. */
const warmUpSeconds = 3
const largestP95 = 30
const leastWithheld = 0.3
const calm = 1

interface Round extends RoundCount {
  readonly serverCpu: number
  readonly dbCpu: number
  readonly serverPss: number
  readonly dbPss: number
  readonly loadBefore: number
  readonly loadAfter: number
}

/**
 * Many meetings at once on the real server: does each note reach everybody who may have it, soon, and nobody else?
 * @returns whether it held; prints each round, and one JSON object as the last line
 */
export async function benchCloth(numbers: ClothNumbers, options: { source: boolean }): Promise<boolean> {
  const now = new Date()
  const tables = Array.from({ length: numbers.meetings }, (_, number) =>
    drawTable(numbers.seed, number, numbers.people, now),
  )
  const lab = await openOwnLab({ ...options, lay: (urls, ring) => layTables(urls, ring, tables, now) })
  const rounds: Round[] = []
  try {
    await lab.start()
    const load = startLoad()
    try {
      await load.ask({ plan: { ...numbers, url: lab.url, laidAt: now.getTime() } satisfies LoadPlan }, 'seated', 180)
      // Timings move with what else the machine does: when it was busy before the start, three rounds, and the one in the middle counts.
      do rounds.push(await measure(lab, load, numbers, rounds.length + 1))
      while (rounds.length < 3 && (rounds[0] as Round).loadBefore > calm)
    } finally {
      load.end()
    }
  } finally {
    await lab.end()
  }
  return judge(numbers, rounds)
}

async function measure(lab: OwnLab, load: Load, numbers: ClothNumbers, number: number): Promise<Round> {
  const loadBefore = await waitForCalm(30)
  await load.ask({ write: { seconds: numbers.seconds, warmUp: warmUpSeconds } }, 'measuring', warmUpSeconds + 10)
  const began = {
    at: performance.now(),
    server: processorSeconds(lab.serverPids()),
    db: processorSeconds(lab.postgresPids()),
  }
  await load.ask(undefined, 'written', numbers.seconds + 30)
  const seconds = (performance.now() - began.at) / 1000
  const percent = (used: number) => Math.round((used / seconds) * 1000) / 10
  const use = {
    serverCpu: percent(processorSeconds(lab.serverPids()) - began.server),
    dbCpu: percent(processorSeconds(lab.postgresPids()) - began.db),
    serverPss: Math.round(proportionalMegabytes(lab.serverPids())),
    dbPss: Math.round(proportionalMegabytes(lab.postgresPids())),
  }
  const { round } = await load.ask(undefined, 'round', 30)
  const measured = { ...round, ...use, loadBefore, loadAfter: loadNow() }
  print(number, measured)
  return measured
}

function print(number: number, round: Round): void {
  console.log(
    `round ${number}: ${round.writes} writes, ${round.delivered} delivered, ${round.withheld} withheld, ${round.lost} lost, ${round.leaked} leaked, ` +
      `${round.refused} refused; p50 ${round.p50} p95 ${round.p95} p99 ${round.p99} longest ${round.longest} ms ` +
      `(answer to the writer p50 ${round.answerP50} p95 ${round.answerP95} ms); ` +
      `processor: server ${round.serverCpu} %, database ${round.dbCpu} %; load ${round.loadBefore} before, ${round.loadAfter} after`,
  )
  for (const line of round.told) console.log(`  ${line}`)
}

/** Losses and leaks count wherever they happened; timings are those of the middle round. */
function judge(numbers: ClothNumbers, rounds: readonly Round[]): boolean {
  const middle = [...rounds].sort((a, b) => a.p95 - b.p95)[Math.floor((rounds.length - 1) / 2)] as Round
  const sum = (of: (round: Round) => number) => rounds.reduce((total, round) => total + of(round), 0)
  const wrong = sum((round) => round.lost) + sum((round) => round.leaked) + sum((round) => round.refused)
  const withheld = middle.withheld / (middle.withheld + middle.delivered + middle.lost)
  const faults = [
    ...(wrong > 0 ? ['something was lost, leaked or refused'] : []),
    ...(middle.p95 > largestP95 ? [`p95 is above ${largestP95} ms`] : []),
    ...(withheld < leastWithheld
      ? [`only ${Math.round(withheld * 100)} % of the pairs are withheld: the draw shows too little`]
      : []),
  ]
  for (const fault of faults) console.log(`NOT GOOD: ${fault}`)
  console.log(
    JSON.stringify({
      name: 'cloth',
      meetings: numbers.meetings,
      people: numbers.people,
      writes: middle.writes,
      delivered: middle.delivered,
      withheld: middle.withheld,
      lost: sum((round) => round.lost),
      leaked: sum((round) => round.leaked),
      p50_ms: middle.p50,
      p95_ms: middle.p95,
      p99_ms: middle.p99,
      server_cpu_pct: middle.serverCpu,
      db_cpu_pct: middle.dbCpu,
      server_pss_mb: middle.serverPss,
      db_pss_mb: middle.dbPss,
      load_before: middle.loadBefore,
      load_after: middle.loadAfter,
      rounds: rounds.length,
    }),
  )
  return faults.length === 0
}

interface Load {
  /** Sends a message (or nothing more) and waits for the answer that has `expected`. */
  ask<Key extends 'seated' | 'measuring' | 'written' | 'round'>(
    message: ToLoad | undefined,
    expected: Key,
    seconds: number,
  ): Promise<Extract<FromLoad, Record<Key, unknown>>>
  end(): void
}

/** The load runs in a process of its own, so that it never waits for what measures, nor the other way round. */
function startLoad(): Load {
  const child: ChildProcess = fork(join(import.meta.dirname, 'cloth-load.ts'))
  const heard: FromLoad[] = []
  let wake = (): void => undefined
  child.on('message', (message: FromLoad) => {
    heard.push(message)
    wake()
  })
  child.on('exit', () => {
    heard.push({ failed: 'the load process ended' })
    wake()
  })
  const endLoad = () => void child.kill('SIGKILL')
  process.on('exit', endLoad)
  return {
    async ask(message, expected, seconds) {
      if (message) child.send(message)
      for (const end = Date.now() + seconds * 1000; ;) {
        const next = heard.shift()
        if (next && 'failed' in next) throw new Error(next.failed)
        if (next && expected in next) return next as never
        if (next) continue
        const left = end - Date.now()
        if (left <= 0) throw new Error(`the load did not say '${expected}' within ${seconds} seconds`)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, left)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
    },
    end() {
      process.off('exit', endLoad)
      child.kill('SIGKILL')
    },
  }
}
