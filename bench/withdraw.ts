import { maySee } from '@velferdslab/core/access'
import type { NoteFact } from '@velferdslab/core/access/facts'
import { consentTextVersion } from '@velferdslab/core/consent'
import { addMonths, dayInOslo } from '@velferdslab/core/dates'
import type { FamilyHome } from '@velferdslab/core/family'
import type { Cloth, Frame } from '@velferdslab/core/cloth'
import type { PersonId } from '@velferdslab/core/ids'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { diceOf, type Dice } from '../tools/access/dice.ts'
import { drawTable, factsOf, type Sitter, type Table, type WritingPlace, type Yes } from './cloth-world.ts'
import { doorsOf, inOneRow, type Door } from './doors.ts'
import { layTables } from './lay-tables.ts'
import { openOwnLab } from './own-lab.ts'
import { closeCodes } from '@velferdslab/server/live/close-codes'
import { quantile } from './quantile.ts'
import { signInVisitor, type Visitor } from './visitor.ts'

/** What `npm run bench -- withdraw` may be told. Every number is a whole one. */
export const withdrawNumbers = { withdrawals: 200, meetings: 20, people: 6, every: 2000, seed: 1 }
export type WithdrawNumbers = Record<keyof typeof withdrawNumbers, number>

const longestP99 = 1000
/** An open page that has not heard of a stop by then has lost nothing. */
const patience = 10_000
/** Withdrawals under way at a time, each at a table of its own. */
const atOnce = 2

interface Seat {
  readonly sitter: Sitter
  readonly visitor: Visitor
  readonly places: readonly WritingPlace[]
  /** Called with each frame of the open page, and with null when it has been shown out. */
  heard: (frame: Frame | null) => void
  open: boolean
}

interface Written {
  readonly sign: string
  readonly fact: NoteFact
}

interface Sat {
  readonly table: Table
  readonly seats: readonly Seat[]
  readonly partyIds: ReadonlyMap<PersonId, string>
  readonly written: Written[]
  yeses: readonly Yes[]
}

interface Outcome {
  readonly ms: number
  /** Words the page had shown, and may not any more. */
  readonly taken: number
  readonly leaks: readonly string[]
}

/**
 * Consents are stopped while every table writes. From the moment the stop is answered, no door whatever may give the service's own worker one of
 * the words that core's rule now denies; and the page that lies open must have let go of them, told by its stream and fetched anew.
 * @returns whether it held; prints what leaked, and one JSON object as the last line
 */
export async function benchWithdraw(numbers: WithdrawNumbers, options: { source: boolean }): Promise<boolean> {
  const now = new Date()
  const dice = diceOf(numbers.seed, 0)
  const tables = Array.from({ length: numbers.meetings }, (_, at) => drawTable(numbers.seed, at, numbers.people, now))
  const lab = await openOwnLab({ ...options, lay: (urls, ring) => layTables(urls, ring, tables, now) })
  const outcomes: Outcome[] = []
  const writing = { on: true }
  const sat: Sat[] = []
  let doors: readonly Door[] = []
  try {
    await lab.start()
    for (const table of tables) sat.push(await sitDown(lab.url, table))
    doors = await doorsOf(sat[0]?.seats[0]?.visitor as Visitor)
    const writers = sat.flatMap((one) => one.seats.map((seat) => keepWriting(one, seat, numbers.every, writing)))
    // So much lies on each cloth that a stop has something to take.
    await pause(3 * numbers.every)
    const free = dice.shuffled(sat)
    let left = numbers.withdrawals
    const stopNext = async () => {
      while (left > 0) {
        left -= 1
        const one = free.shift() as Sat
        outcomes.push(await stopOne(one, dice, doors, now))
        free.push(one)
      }
    }
    await Promise.all(Array.from({ length: Math.min(atOnce, sat.length) }, stopNext))
    writing.on = false
    await Promise.all(writers)
  } finally {
    writing.on = false
    for (const seat of sat.flatMap(({ seats }) => seats)) seat.open = false
    await lab.end()
  }
  return judge(outcomes, doors, numbers)
}

async function sitDown(url: string, table: Table): Promise<Sat> {
  const seats = await Promise.all(
    table.sitters.map(async (sitter): Promise<Seat> => {
      const visitor = await signInVisitor(url, sitter.persona, sitter.born ? 'citizen' : 'staff')
      const seat: Seat = {
        sitter,
        visitor,
        places: table.places.get(sitter.id) ?? [],
        heard: () => undefined,
        open: true,
      }
      await openPage(seat, table)
      return seat
    }),
  )
  const home = await (seats[0] as Seat).visitor.get<FamilyHome>(`/api/families/${table.family}`)
  const partyIds = new Map(home.body.seats.map((seat) => [seat.id, seat.partyId as string]))
  return { table, seats, partyIds, written: [], yeses: table.consents }
}

/** As the page does: the cloth, what happens from there on, and back with the cursor when the stream breaks. */
async function openPage(seat: Seat, table: Table): Promise<void> {
  const opened = await seat.visitor.get<Cloth>(`/api/families/${table.family}/cloth`)
  await follow(seat, table, opened.body.cursor)
}

function follow(seat: Seat, table: Table, from: string): Promise<void> {
  let cursor = from
  return new Promise<void>((resolve, reject) => {
    seat.visitor.openStream(
      table.family,
      from,
      (frame) => {
        if ('cursor' in frame) ({ cursor } = frame)
        if (frame.is === 'ready') resolve()
        seat.heard(frame)
      },
      (code) => {
        reject(new Error(`the stream of ${seat.sitter.persona} did not open (${code})`))
        if (code === closeCodes.noAccess) seat.heard(null)
        else if (seat.open) void follow(seat, table, cursor).catch(() => undefined)
      },
    )
  })
}

async function keepWriting(one: Sat, seat: Seat, every: number, writing: { on: boolean }): Promise<void> {
  await pause(Math.random() * every)
  while (writing.on) {
    const place = seat.places[Math.floor(Math.random() * seat.places.length)]
    // When the bench has ended by a fault, the server goes away under the pens: that fault is told, not this.
    if (place)
      await write(one, seat, place).catch((error: unknown) => {
        if (writing.on) throw error
      })
    await pause(every * (0.8 + Math.random() * 0.4))
  }
}

/** Kept before it is sent: a word on its way may not come out anywhere either. Refused ones (a consent has just been stopped) are no fault. */
async function write(one: Sat, seat: Seat, place: WritingPlace): Promise<void> {
  const { cell, area, about, privacy, sector, ring } = place
  const id = randomUUID()
  const { family } = one.table
  const persons = 'persons' in about ? about.persons : []
  one.written.push({
    sign: inOneRow(id),
    fact: {
      is: 'note',
      family,
      about: { family, whole: 'whole' in about, persons },
      area,
      privacy,
      cell,
      author: seat.sitter.id,
      writtenBy: seat.sitter.id,
      hasWords: true,
      voided: false,
      corrected: false,
    },
  })
  await seat.visitor.post(`/api/families/${family}/notes`, {
    commandId: randomUUID(),
    noteId: randomUUID(),
    words: { text: `Prøve ${id}` },
    cell,
    area,
    about,
    privacy,
    sector,
    ring,
  })
}

async function stopOne(one: Sat, dice: Dice, doors: readonly Door[], now: Date): Promise<Outcome> {
  const { table, seats } = one
  // The yes to the lab itself ends with the agreement; it is no service to stop.
  const yes = dice.pick(
    one.yeses.filter((each) => each.party !== 'lab' && seats.some(({ sitter }) => sitter.party === each.party)),
  )
  const giver = seats.find(({ sitter }) => sitter.id === yes.giver) as Seat
  const reader = seats.find(({ sitter }) => sitter.party === yes.party) as Seat
  const party = one.partyIds.get(reader.sitter.id) as string
  const path = `/api/families/${table.family}`
  const left = one.yeses.filter((each) => each !== yes)
  const facts = factsOf(table.family, table.sitters, left, now)
  const denied = () => one.written.filter((note) => !maySee(facts, reader.sitter.id, note.fact, new Date()))
  const leaks: string[] = []
  const shownBefore = inOneRow((await reader.visitor.fetch(`${path}/cloth`)).bytes.toString('utf8'))

  const began = performance.now()
  let told = false
  const closed = { yes: false }
  const letGo = new Promise<number>((resolve) => {
    const giveUp = setTimeout(() => {
      resolve(patience)
    }, patience)
    reader.heard = (frame) => {
      if (told && frame?.is === 'note' && denied().some(({ sign }) => inOneRow(JSON.stringify(frame)).includes(sign)))
        leaks.push(`the open stream told a note after it had told that sight changed`)
      // A service that nobody says yes to any more is shown out altogether.
      if (frame === null) closed.yes = true
      if ((frame !== null && frame.is !== 'sight') || told) return
      told = true
      void reader.visitor.fetch(`${path}/cloth`).then(() => {
        clearTimeout(giveUp)
        resolve(performance.now() - began)
      })
    }
  })
  const stopped = await giver.visitor.post(`${path}/parties/${party}/stop`, { commandId: randomUUID() })
  if (stopped.status !== 200)
    throw new Error(
      `a stop of ${yes.party} (${party}) by the ${giver.sitter.as} was answered ${stopped.status} ${JSON.stringify(stopped.body)}`,
    )
  one.yeses = left
  for (const door of doors) {
    const answer = await door.ask(reader.visitor, table.family)
    for (const { sign } of denied()) if (answer.includes(sign)) leaks.push(`${door.path} gave ${yes.party} a word`)
  }
  const ms = await letGo
  const taken = denied().filter(({ sign }) => shownBefore.includes(sign)).length
  reader.heard = () => undefined

  await sayYesAgain(giver, path, party, yes)
  if (closed.yes) await openPage(reader, table)
  one.yeses = [...left, yes]
  return { ms, taken, leaks }
}

async function sayYesAgain(giver: Seat, path: string, partyId: string, yes: Yes): Promise<void> {
  const { status, body } = await giver.visitor.post(`${path}/consents`, {
    commandId: randomUUID(),
    partyId,
    purpose: 'make_and_follow_plan',
    areas: yes.areas,
    persons: yes.persons,
    until: addMonths(dayInOslo(new Date()), 5),
    language: 'nb',
    textVersion: consentTextVersion,
  })
  if (status !== 200) throw new Error(`a yes was answered ${status} ${JSON.stringify(body)}`)
}

function judge(outcomes: readonly Outcome[], doors: readonly Door[], numbers: WithdrawNumbers): boolean {
  const times = outcomes.map(({ ms }) => ms).sort((a, b) => a - b)
  const leaks = outcomes.flatMap((outcome) => outcome.leaks)
  const told = outcomes.filter(({ taken }) => taken > 0).length
  const p99 = quantile(times, 0.99)
  const faults = [
    ...leaks.slice(0, 10),
    ...(outcomes.length < numbers.withdrawals ? [`only ${outcomes.length} withdrawals`] : []),
    ...(p99 > longestP99 ? [`p99 is above ${longestP99} ms`] : []),
    // A stop that takes nothing shows nothing.
    ...(told < outcomes.length / 2 ? [`only ${told} of ${outcomes.length} stops had something to take`] : []),
  ]
  for (const fault of faults) console.log(`NOT GOOD: ${fault}`)
  console.log(
    JSON.stringify({
      name: 'withdraw',
      withdrawals: outcomes.length,
      leaks: leaks.length,
      p50_ms: quantile(times, 0.5),
      p99_ms: p99,
      longest_ms: quantile(times, 1),
      doors: doors.length,
      words_taken: outcomes.reduce((sum, { taken }) => sum + taken, 0),
      with_something_to_take: told,
      seed: numbers.seed,
    }),
  )
  return faults.length === 0
}
