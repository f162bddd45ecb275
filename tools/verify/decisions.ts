import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inTransaction, openPool, type Pool } from '@velferdslab/db/connect'
import { startEmbedded } from '@velferdslab/db/embedded/start'
import fc from 'fast-check'
import { aDecision, type ADecision } from '../../db/testing/decisions-for-tests.ts'
import { forgetTemplates } from '../../db/testing/fjordvik-template.ts'
import { openTestLab, type TestLab } from '../../db/testing/fjordvik-for-tests.ts'
import { writeWithoutWaiting } from '../../db/testing/without-waiting.ts'

export const decisionNumbers = { cases: 500 }

export interface DecisionsResult {
  readonly cases: number
  /** How many became effective, and how many the guard refused for mandate, frame or a no that came first. */
  readonly decided: number
  readonly refused: number
  readonly faults: readonly string[]
}

const levels = ['read committed', 'repeatable read', 'serializable'] as const
const people = { tor: 'Tor', hanne: 'Hanne' } as const
const families = { jonas: 'hansen-ali', marius: 'lie' } as const

interface Draw {
  readonly mandates: Readonly<Record<keyof typeof people, { here: number; total: number | null }>>
  readonly frame: number | null
  readonly decisions: readonly {
    readonly about: keyof typeof families
    readonly by: keyof typeof people
    readonly ore: number
    readonly level: (typeof levels)[number]
    readonly no: boolean
  }[]
}

const amount = fc.integer({ min: 0, max: 1000 })
const draw: fc.Arbitrary<Draw> = fc.record({
  mandates: fc.record({
    tor: fc.record({ here: amount, total: fc.option(fc.integer({ min: 0, max: 1500 })) }),
    hanne: fc.record({ here: amount, total: fc.option(fc.integer({ min: 0, max: 1500 })) }),
  }),
  frame: fc.option(fc.integer({ min: 0, max: 1500 })),
  decisions: fc.array(
    fc.record({
      about: fc.constantFrom<keyof typeof families>('jonas', 'jonas', 'marius'),
      by: fc.constantFrom<keyof typeof people>('tor', 'tor', 'hanne'),
      ore: fc.integer({ min: 0, max: 700 }),
      level: fc.constantFrom(...levels),
      no: fc.constantFrom(false, false, false, false, true),
    }),
    { minLength: 2, maxLength: 7 },
  ),
})

/**
 * Simultaneous decisions on real connections, by plain SQL, in any isolation: two people decide for two families under mandates that reach
 * across them and within one frame, while some of those it is about say no. Afterwards no mandate and no frame is exceeded by an øre, no
 * decision stands beside a no that came first, and none was refused that would have fitted.
 */
export async function verifyDecisions(options: {
  cases: number
  seed: number
  superuserUrl?: string
  say?: (line: string) => void
}): Promise<DecisionsResult> {
  const { cases, seed, say = () => undefined } = options
  const folder = mkdtempSync(join(tmpdir(), 'velferdslab-decisions-'))
  chmodSync(folder, 0o755)
  const embedded = options.superuserUrl ? undefined : await startEmbedded({ folder })
  if (embedded) await writeWithoutWaiting(embedded.superuserUrl)
  const superuserUrl = options.superuserUrl ?? (embedded as { superuserUrl: string }).superuserUrl
  let town = await openTown(superuserUrl)
  const counted = { cases: 0, decided: 0, refused: 0 }
  const faults: string[] = []
  try {
    const outcome = await fc.check(
      fc.asyncProperty(draw, async (drawn) => {
        // What was decided before is read with every decision: a town that has seen thousands would be slow for nothing.
        if (counted.cases > 0 && counted.cases % casesInATown === 0) {
          await town.close()
          town = await openTown(superuserUrl)
        }
        const found = await race(town.lab, town.pool, drawn, counted)
        counted.cases++
        if (counted.cases % 100 === 0)
          say(`${counted.cases} cases, ${counted.decided} decided, ${counted.refused} refused`)
        if (found.length > 0) throw new Error(found.join('; '))
      }),
      { numRuns: cases, seed, endOnFailure: true },
    )
    if (outcome.failed) faults.push(`${String(outcome.errorInstance)} in ${JSON.stringify(outcome.counterexample)}`)
  } finally {
    await town.close()
    if (embedded) {
      await forgetTemplates(embedded.superuserUrl)
      await embedded.stop()
      rmSync(embedded.folder, { recursive: true, force: true })
    }
    rmSync(folder, { recursive: true, force: true })
  }
  for (const fault of faults) say(fault)
  return { ...counted, faults }
}

const casesInATown = 200

async function openTown(superuserUrl: string): Promise<{ lab: TestLab; pool: Pool; close(): Promise<void> }> {
  const lab = await openTestLab(superuserUrl)
  const pool = openPool(lab.urls.app, { size: 10, name: 'verify-decisions' })
  return {
    lab,
    pool,
    async close() {
      await pool.end()
      await lab.close()
    },
  }
}

async function race(
  lab: TestLab,
  pool: Pool,
  drawn: Draw,
  counted: { decided: number; refused: number },
): Promise<string[]> {
  const mandates = await layLimits(lab, drawn)
  const laid: { decision: ADecision; told: Draw['decisions'][number] }[] = []
  for (const told of drawn.decisions) {
    const family = families[told.about]
    const decision = await aDecision(lab, {
      about: [told.about],
      family,
      area: 'work',
      author: told.about,
      ore: told.ore,
      yes: [told.about],
    })
    if (told.by === 'hanne') await decision.ask('solveig', 'hanne')
    laid.push({ decision, told })
  }
  const outcomes = await Promise.all(
    laid.flatMap(({ decision, told }) => [
      decideNow(lab, pool, decision, told, mandates[told.by]),
      ...(told.no ? [decision.answered(told.about, 'no').catch(() => undefined)] : []),
    ]),
  )
  const said = outcomes.filter((outcome) => outcome !== undefined)
  counted.decided += said.filter((outcome) => outcome === 'decided').length
  counted.refused += said.filter((outcome) => outcome === 'refused').length
  const strange = said.filter((outcome) => outcome !== 'decided' && outcome !== 'refused')
  return [
    ...strange,
    ...(await faultsIn(
      lab,
      laid.map((each) => each.decision.id),
    )),
  ]
}

/** New mandates and a new frame for each case; what was decided before counts no more under them. */
async function layLimits(lab: TestLab, drawn: Draw): Promise<Record<keyof typeof people, string>> {
  await lab.owner.query(`update lab.mandate set valid_from = '2000-01-01', valid_to = '2000-01-02'`)
  await lab.owner.query(`update lab.frame set valid_from = '2000-01-01', valid_to = '2000-01-02'`)
  const ids = {} as Record<keyof typeof people, string>
  for (const persona of Object.keys(people) as (keyof typeof people)[]) {
    const { rows } = await lab.owner.query<{ id: string }>(
      `insert into lab.mandate (municipality_id, id, party_id, person_id, kinds, amount_ore, total_ore, source, valid_from, valid_to)
       values ($1, gen_random_uuid(), $2, $3, '{agreement}', $4, $5, $6, lab.today(), lab.today()) returning id`,
      [
        lab.town.municipality,
        lab.party('nav'),
        lab.person(persona),
        drawn.mandates[persona].here,
        drawn.mandates[persona].total,
        people[persona],
      ],
    )
    ids[persona] = (rows[0] as { id: string }).id
  }
  if (drawn.frame !== null)
    await lab.owner.query(
      `insert into lab.frame (municipality_id, id, family_id, party_id, amount_ore, source, valid_from, valid_to)
       select $1, gen_random_uuid(), $2, $3, $4 + coalesce((select sum(v.amount_ore) from lab.decided x
           join lab.decision_version v on v.decision_id = x.decision_id and v.version = x.version where x.family_id = $2), 0),
         'verify', lab.today(), lab.today()`,
      [lab.town.municipality, lab.family('hansen-ali'), lab.party('nav'), drawn.frame],
    )
  return ids
}

async function decideNow(
  lab: TestLab,
  pool: Pool,
  decision: ADecision,
  told: Draw['decisions'][number],
  mandate: string,
): Promise<string> {
  const session = await lab.session(told.by)
  // A serialisation failure is no answer: begun anew until there is one.
  for (let left = 50; left > 0; left--) {
    try {
      await inTransaction(
        pool,
        (client) => [
          client.query(`set transaction isolation level ${told.level}`),
          client.query(
            `select set_config('app.token', $1, true), set_config('app.purpose', 'make_and_follow_plan', true)`,
            [session.token],
          ),
        ],
        (tx) => decision.decided(tx, { mandate }),
      )
      return 'decided'
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }
      if (code === '23514') return 'refused'
      if (code !== '40001' && code !== '40P01') return `${code ?? ''} ${message}`
    }
  }
  return 'never answered'
}

/** Worked out from the rows a second time, and not by the functions of the guard. */
async function faultsIn(lab: TestLab, ids: readonly string[]): Promise<string[]> {
  const rows = async (text: string, values: unknown[] = []) =>
    (await lab.owner.query<{ fault: string }>(text, values)).rows
  const all = await Promise.all([
    rows(`select 'mandate exceeded for a family: ' || m.source as fault from lab.mandate m
      join lab.decided x on x.mandate_id = m.id join lab.decision_version v on v.decision_id = x.decision_id and v.version = x.version
      group by m.id, m.source, m.amount_ore, x.family_id having sum(v.amount_ore) > m.amount_ore`),
    rows(`select 'mandate exceeded in all: ' || m.source as fault from lab.mandate m
      join lab.decided x on x.mandate_id = m.id join lab.decision_version v on v.decision_id = x.decision_id and v.version = x.version
      group by m.id, m.source, m.total_ore having sum(v.amount_ore) > m.total_ore`),
    rows(`select 'frame exceeded' as fault from lab.frame f join lab.decided x on x.family_id = f.family_id
      join lab.decision d on d.id = x.decision_id and d.party_id = f.party_id
      join lab.decision_version v on v.decision_id = x.decision_id and v.version = x.version
      where f.valid_to >= lab.today() group by f.id, f.amount_ore having sum(v.amount_ore) > f.amount_ore`),
    rows(
      `select 'decided beside a no' as fault from lab.decided x join lab.decision_answer a on a.decision_id = x.decision_id
      where a.answer = 'no' and x.decision_id = any ($1)`,
      [ids],
    ),
    // Sums only grow: what was refused for money does not fit now either.
    rows(
      `with used as (
        select m.id, m.person_id, d.id as decision_id, v.amount_ore, m.amount_ore as here_ore, m.total_ore,
          coalesce((select sum(w.amount_ore) from lab.decided y join lab.decision_version w on w.decision_id = y.decision_id and w.version = y.version
            where y.mandate_id = m.id and y.family_id = d.family_id), 0) as here,
          coalesce((select sum(w.amount_ore) from lab.decided y join lab.decision_version w on w.decision_id = y.decision_id and w.version = y.version
            where y.mandate_id = m.id), 0) as everywhere,
          (select min(f.amount_ore - coalesce((select sum(w.amount_ore) from lab.decided y
              join lab.decision_version w on w.decision_id = y.decision_id and w.version = y.version where y.family_id = f.family_id), 0))
            from lab.frame f where f.family_id = d.family_id and f.valid_to >= lab.today()) as frame_left
        from lab.decision d join lab.decision_version v on v.decision_id = d.id
        join lab.mandate m on m.party_id = d.party_id and m.valid_to >= lab.today()
        where d.id = any ($1) and not exists (select 1 from lab.decided x where x.decision_id = d.id)
          and not exists (select 1 from lab.decision_answer a where a.decision_id = d.id and a.answer = 'no')
          and m.person_id = coalesce((select k.asked_id from lab.decision_asked k where k.decision_id = d.id), $2))
      select 'refused though it fits' as fault from used
      where here + amount_ore <= here_ore and everywhere + amount_ore <= coalesce(total_ore, everywhere + amount_ore)
        and amount_ore <= coalesce(frame_left, amount_ore)`,
      [ids, lab.person('tor')],
    ),
  ])
  return all.flat().map((row) => row.fault)
}
