import type { Frame } from '@velferdslab/core/cloth'
import type { NoteAnswer } from '@velferdslab/core/commands/cloth'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { drawTable, type Table, type WritingPlace } from './cloth-world.ts'
import { quantile } from './quantile.ts'
import { signInVisitor, type Visitor } from './visitor.ts'

/**
 * The load process of `npm run bench -- cloth`: everybody at every table, each with a session, a stream and a pen. It alone keeps the time: from
 * sending a note to its frame at each other person who is to have it. Steered by its parent, message by message.
 */
export interface LoadPlan {
  readonly url: string
  readonly seed: number
  /** When the tables were laid: the same draw gives the same tables. */
  readonly laidAt: number
  readonly meetings: number
  readonly people: number
  /** Milliseconds between two writes of one person. */
  readonly every: number
}
export type ToLoad = { plan: LoadPlan } | { write: { seconds: number; warmUp: number } } | { leave: true }
export type FromLoad =
  { seated: true } | { measuring: true } | { written: true } | { round: RoundCount } | { failed: string }

export interface RoundCount {
  readonly writes: number
  readonly delivered: number
  readonly withheld: number
  readonly lost: number
  readonly leaked: number
  /** Writes that were not answered with done. */
  readonly refused: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly longest: number
  /** From sending the POST to its answer, for the writer. */
  readonly answerP50: number
  readonly answerP95: number
  readonly told: readonly string[]
}

/** After this long a frame is lost. */
const patience = 5_000
const changesOf = 0.3

interface Seat {
  readonly visitor: Visitor
  readonly person: string
  readonly table: Table
  readonly places: readonly WritingPlace[]
  /** Notes of one's own that can be changed. */
  readonly mine: { id: string; version: number; place: WritingPlace }[]
}

interface Written {
  readonly sentAt: number
  readonly writer: string
  readonly measured: boolean
  readonly waitingFor: Set<string>
  readonly readers: ReadonlySet<string>
}

/** By note id and version: what is under way. */
const written = new Map<string, Written>()
const seats: Seat[] = []
let latencies: number[] = []
let answers: number[] = []
let leaked = 0
let refused = 0
let told: string[] = []

function tell(line: string): void {
  if (told.length < 10) told.push(line)
}

function say(message: FromLoad): void {
  process.send?.(message)
}

async function sit(plan: LoadPlan): Promise<void> {
  const tables = Array.from({ length: plan.meetings }, (_, number) =>
    drawTable(plan.seed, number, plan.people, new Date(plan.laidAt)),
  )
  const waiting = tables.flatMap((table) => table.sitters.map((sitter) => ({ table, sitter })))
  const seatNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { table, sitter } = next
      const visitor = await signInVisitor(plan.url, sitter.persona, sitter.born ? 'citizen' : 'staff')
      const opened = await visitor.get<{ cursor?: string }>(`/api/families/${table.family}/cloth`)
      if (opened.status !== 200) throw new Error(`${sitter.persona} may not open the cloth (${opened.status})`)
      await new Promise<void>((resolve, reject) => {
        visitor.openStream(
          table.family,
          opened.body.cursor,
          (frame) => {
            if (frame.is === 'ready') resolve()
            hear(sitter.id, frame)
          },
          (code) => {
            tell(`${sitter.persona}: the stream was closed (${code})`)
            reject(new Error(`the stream of ${sitter.persona} did not open (${code})`))
          },
        )
      })
      seats.push({ visitor, person: sitter.id, table, places: table.places.get(sitter.id) ?? [], mine: [] })
    }
  }
  await Promise.all(Array.from({ length: 6 }, seatNext))
}

function hear(person: string, frame: Frame): void {
  if (frame.is === 'sight' || frame.is === 'gone') tell(`an unexpected frame: ${frame.is}`)
  if (frame.is !== 'note') return
  const heardAt = performance.now()
  const note = written.get(`${frame.note.id} ${frame.note.version}`)
  if (note?.writer === person) return
  if (!note?.readers.has(person)) {
    leaked += 1
    tell(`leaked: ${frame.note.cell} ${frame.note.area} ${frame.note.privacy}`)
    return
  }
  // What comes this late counts as lost, though it came.
  if (heardAt - note.sentAt > patience) tell(`late: ${Math.round(heardAt - note.sentAt)} ms`)
  else if (note.waitingFor.delete(person) && note.measured) latencies.push(heardAt - note.sentAt)
}

async function write({ seconds, warmUp }: { seconds: number; warmUp: number }, every: number): Promise<void> {
  written.clear()
  latencies = []
  answers = []
  leaked = refused = 0
  told = []
  const measureFrom = performance.now() + warmUp * 1000
  const end = measureFrom + seconds * 1000
  const timer = setTimeout(() => {
    say({ measuring: true })
  }, warmUp * 1000)
  await Promise.all(seats.map((seat) => writeOn(seat, every, measureFrom, end)))
  clearTimeout(timer)
  say({ written: true })
  for (
    const late = Date.now() + patience;
    Date.now() < late && [...written.values()].some((note) => note.waitingFor.size > 0);
  )
    await pause(50)
  say({ round: count() })
}

/** One person: a note or a change every so often, a little earlier or later each time, whatever became of the last one. */
async function writeOn(seat: Seat, every: number, measureFrom: number, end: number): Promise<void> {
  const underWay: Promise<void>[] = []
  let next = performance.now() + Math.random() * every
  while (next < end) {
    await pause(Math.max(0, next - performance.now()))
    underWay.push(writeOne(seat, performance.now() >= measureFrom))
    next += every * (0.8 + Math.random() * 0.4)
  }
  await Promise.all(underWay)
}

async function writeOne(seat: Seat, measured: boolean): Promise<void> {
  const old = Math.random() < changesOf ? seat.mine.shift() : undefined
  const place = old?.place ?? seat.places[Math.floor(Math.random() * seat.places.length)]
  if (!place) return
  const id = old?.id ?? randomUUID()
  const version = (old?.version ?? 0) + 1
  const content = {
    commandId: randomUUID(),
    words: { text: `Prøve ${randomUUID()}` },
    sector: place.sector,
    ring: place.ring,
  }
  const { cell, area, about, privacy } = place
  const readers = new Set<string>(place.readers)
  const sentAt = performance.now()
  written.set(`${id} ${version}`, { sentAt, writer: seat.person, measured, readers, waitingFor: new Set(readers) })
  const notes = `/api/families/${seat.table.family}/notes`
  const answer = await (
    old
      ? seat.visitor.post<NoteAnswer>(`${notes}/${id}/change`, { ...content, baseVersion: old.version })
      : seat.visitor.post<NoteAnswer>(notes, { ...content, noteId: id, cell, area, about, privacy })
  ).catch((error: unknown) => ({ status: 0, body: { refused: (error as Error).message } }))
  if (measured) answers.push(performance.now() - sentAt)
  if (answer.status === 200) seat.mine.push({ id, version, place })
  else {
    refused += 1
    written.delete(`${id} ${version}`)
    tell(`refused: ${answer.status} ${JSON.stringify(answer.body)} ${cell} ${area} ${privacy}`)
  }
}

function count(): RoundCount {
  const all = [...written.values()]
  const sum = (of: (note: Written) => number) => all.reduce((total, note) => total + of(note), 0)
  const others = (seats.length / new Set(seats.map((seat) => seat.table)).size || 1) - 1
  latencies.sort((a, b) => a - b)
  answers.sort((a, b) => a - b)
  return {
    writes: all.length,
    delivered: sum((note) => note.readers.size - note.waitingFor.size),
    withheld: sum((note) => others - note.readers.size),
    lost: sum((note) => note.waitingFor.size),
    leaked,
    refused,
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    p99: quantile(latencies, 0.99),
    longest: quantile(latencies, 1),
    answerP50: quantile(answers, 0.5),
    answerP95: quantile(answers, 0.95),
    told,
  }
}

let every = 2000
process.on('message', (message: ToLoad) => {
  void (async () => {
    if ('plan' in message) {
      every = message.plan.every
      await sit(message.plan)
      say({ seated: true })
    } else if ('write' in message) await write(message.write, every)
    else process.exit(0)
  })().catch((error: unknown) => {
    say({ failed: (error as Error).message })
  })
})
// Without a parent there is nobody to measure for.
process.on('disconnect', () => process.exit(1))
