import type { FamilyId } from '@velferdslab/core/ids'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import { findCloth, findSight } from '@velferdslab/db/cloth'
import { openPool, type Pool, type Tx } from '@velferdslab/db/connect'
import { findFamilyHome } from '@velferdslab/db/family'
import { findFamilyKey } from '@velferdslab/db/family-key'
import type { KeyRing } from '@velferdslab/db/key-ring'
import { findMeetingPage } from '@velferdslab/db/meeting'
import { findMe } from '@velferdslab/db/people'
import { tokenHash } from '@velferdslab/db/token-hash'
import { randomUUID } from 'node:crypto'
import { diceOf } from '../tools/access/dice.ts'
import { familiesWithKeys } from './open-family-lay.ts'
import { measureLists, type Lists } from './open-family-lists.ts'
import { openLaid } from './open-family-load.ts'
import { loadNow, waitForCalm } from './processes.ts'
import { quantile } from './quantile.ts'

/** What `npm run bench -- open-family` may be told. */
export const openFamilyNumbers = { families: 100_000, openings: 300, seed: 1 }
export type OpenFamilyNumbers = Record<keyof typeof openFamilyNumbers, number>

const fewFamilies = 1_000
const calm = 1
const times = { owner: 2, few: 1.3, ms: 5, list: 1000, lay: 300 }

/** One round: how long it took to open a family's page and its cloth, at the median and at the 95th of a hundred. */
interface Round {
  readonly p50: number
  readonly p95: number
  readonly ownerP50: number
  readonly ownerP95: number
}
interface Size {
  readonly rounds: readonly Round[]
  readonly middle: Round
  readonly lists: Lists
  readonly laidIn: number
  readonly isKept: boolean
  readonly loadBefore: number
}

/**
 * What row security costs where it matters: opening one family among very many, as somebody of its team, against the same reads with row
 * security off (as PostgreSQL's superuser), and against a small municipality. And the two lists.
 * @returns whether it held; the last line is one JSON object
 */
export async function benchOpenFamily(numbers: OpenFamilyNumbers): Promise<boolean> {
  const few = await measureSize(fewFamilies, numbers)
  const many = await measureSize(numbers.families, numbers)
  const allowed = Math.max(times.owner * many.middle.ownerP95, many.middle.ownerP95 + times.ms)
  const faults = [
    ...(many.middle.p95 > allowed
      ? [`p95 ${many.middle.p95} ms is above ${allowed.toFixed(2)} ms by the owner's`]
      : []),
    ...(many.middle.p95 > times.few * few.middle.p95
      ? [`p95 ${many.middle.p95} ms is above ${times.few} times the ${few.middle.p95} ms at ${fewFamilies}`]
      : []),
    ...Object.entries(many.lists).flatMap(([list, ms]) =>
      ms > times.list ? [`${list} is ${ms}, above ${times.list}`] : [],
    ),
    ...(!many.isKept && many.laidIn > times.lay ? [`laying took ${many.laidIn} seconds, above ${times.lay}`] : []),
  ]
  for (const fault of faults) console.log(`NOT GOOD: ${fault}`)
  console.log(
    JSON.stringify({
      name: 'open-family',
      families: numbers.families,
      p95_ms: many.middle.p95,
      p95_owner_ms: many.middle.ownerP95,
      p95_1000_ms: few.middle.p95,
      p50_ms: many.middle.p50,
      p50_owner_ms: many.middle.ownerP50,
      p50_1000_ms: few.middle.p50,
      lists: many.lists,
      laid_s: many.laidIn,
      openings: numbers.openings,
      seed: numbers.seed,
      load_before: many.loadBefore,
      load_after: loadNow(),
      rounds: many.rounds.length,
    }),
  )
  return faults.length === 0
}

async function measureSize(families: number, numbers: OpenFamilyNumbers): Promise<Size> {
  const laid = await openLaid(families, (line) => {
    console.log(`${families}: ${line}`)
  })
  console.log(
    `${families} families ${laid.isKept ? 'lay' : `were laid in ${laid.seconds} seconds and are kept`} in ${laid.folder}`,
  )
  const people = openPool(laid.urls.app, { size: 1, name: 'bench' })
  const owner = openPool(laid.superuserUrl, { size: 1, name: 'bench' })
  try {
    const openings = await drawOpenings(families, owner, numbers)
    // Plans are made and pages read in; not counted.
    for (const opening of openings) for (const pool of [people, owner]) await openFamily(pool, laid.ring, opening)
    const loadBefore = await waitForCalm(30)
    const rounds: Round[] = []
    do {
      rounds.push(await measureRound(people, owner, laid.ring, openings))
      console.log(`${families}, round ${rounds.length}: ${JSON.stringify(rounds.at(-1))}; load ${loadNow()}`)
    } while (rounds.length < 3 && loadBefore > calm)
    const middle = [...rounds].sort((a, b) => a.p95 - b.p95)[Math.floor((rounds.length - 1) / 2)] as Round
    const lists = await measureLists(people, laid.ring, await drawPeople(owner, openings))
    console.log(`${families}: the lists at the 95th: ${JSON.stringify(lists)}`)
    return { rounds, middle, lists, laidIn: laid.seconds, isKept: laid.isKept, loadBefore }
  } finally {
    await Promise.all([people.end(), owner.end()])
    await laid.stop()
  }
}

interface Opening {
  readonly session: Session
  readonly family: FamilyId
  readonly leads: boolean
}

/** Some of the seats, drawn by the seed: who holds one opens that family. Every third is its leader. */
async function drawOpenings(families: number, owner: Pool, numbers: OpenFamilyNumbers): Promise<Opening[]> {
  const dice = diceOf(numbers.seed, 0)
  const kept = await owner.query<{ family: FamilyId }>(
    `select id as family from (select id, substr(name, 7)::integer as number from lab.family where name like 'Prøve %') f
     where number % $1 = 0 order by number`,
    [Math.max(1, Math.floor(families / familiesWithKeys))],
  )
  const openings: Opening[] = []
  for (let nth = 0; nth < numbers.openings; nth++) {
    const { family } = dice.pick(kept.rows)
    const seats = await owner.query<{ person: string; role: string }>(
      `select s.person_id as person, s.role from lab.seat s join lab.party p on p.id = s.party_id where s.family_id = $1 order by s.role <> 'leader', p.position`,
      [family],
    )
    const seat = (nth % 3 === 0 ? seats.rows[0] : dice.pick(seats.rows)) as { person: string; role: string }
    openings.push({ session: await openSession(owner, seat.person), family, leads: seat.role === 'leader' })
  }
  return openings
}

async function openSession(owner: Pool, person: string): Promise<Session> {
  const token = randomUUID()
  await owner.query(
    `insert into lab.session (token_hash, municipality_id, person_id, issuer, acr, expires_at)
     select $1, p.municipality_id, p.id, 'staff', 'bench', now() + interval '1 hour' from lab.person p where p.id = $2`,
    [tokenHash(token), person],
  )
  return { token }
}

/** What the server reads for the page of a family, for its next meeting, and for the cloth: three requests, as the pages send them. */
async function openFamily(pool: Pool, ring: KeyRing, { session, family }: Opening): Promise<void> {
  const read = <Result>(work: (tx: Tx) => Promise<Result>) => asPerson(pool, session, family, work)
  const home = await read(async (tx) => (await Promise.all([findMe(tx), findFamilyHome(tx, family)]))[1])
  await read(async (tx) => findMeetingPage(tx, family, await findFamilyKey(tx, ring, family)))
  const cloth = await read(async (tx) => {
    const [, , key] = await Promise.all([findSight(tx, family), findMe(tx), findFamilyKey(tx, ring, family)])
    return key && findCloth(tx, family, key)
  })
  if (!home || !cloth || cloth.notes.length === 0) throw new Error('a seat opened a family and saw nothing')
}

/** As somebody and as the owner in turn, so that what else the machine does falls on both. */
async function measureRound(people: Pool, owner: Pool, ring: KeyRing, openings: readonly Opening[]): Promise<Round> {
  const [mine, owners]: [number[], number[]] = [[], []]
  for (const [nth, opening] of openings.entries()) {
    const both = [
      { pool: people, into: mine },
      { pool: owner, into: owners },
    ]
    for (const { pool, into } of nth % 2 === 0 ? both : both.reverse()) {
      const began = performance.now()
      await openFamily(pool, ring, opening)
      into.push(performance.now() - began)
    }
  }
  for (const all of [mine, owners]) all.sort((a, b) => a - b)
  return {
    p50: quantile(mine, 0.5),
    p95: quantile(mine, 0.95),
    ownerP50: quantile(owners, 0.5),
    ownerP95: quantile(owners, 0.95),
  }
}

/** Whose homes are opened: those of the openings, the core team, and members of the families that were opened. */
async function drawPeople(owner: Pool, openings: readonly Opening[]): Promise<Parameters<typeof measureLists>[2]> {
  const core = await owner.query<{ person: string }>(
    `select person_id as person from lab.role_held where role = 'core_team' limit 1`,
  )
  const citizens: { session: Session; family: FamilyId }[] = []
  for (const { family } of openings.slice(0, 40)) {
    const grown = await owner.query<{ person: string }>(
      `select person_id as person from lab.member where family_id = $1 and relation <> 'child' order by position limit 1`,
      [family],
    )
    citizens.push({ session: await openSession(owner, grown.rows[0]?.person as string), family })
  }
  return {
    leaders: openings.filter(({ leads }) => leads).slice(0, 40),
    members: openings.filter(({ leads }) => !leads).slice(0, 40),
    coreTeam: { session: await openSession(owner, core.rows[0]?.person as string) },
    citizens,
  }
}
