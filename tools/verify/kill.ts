import type { Cloth } from '@velferdslab/core/cloth'
import { dayInOslo } from '@velferdslab/core/dates'
import { findHeads, verifyChains, type Head } from '@velferdslab/db/chain'
import type { Pool } from '@velferdslab/db/connect'
import { setTimeout as pause } from 'node:timers/promises'
import { drawTable } from '../../bench/cloth-world.ts'
import { layTables } from '../../bench/lay-tables.ts'
import { openOwnLab, type OwnLab } from '../../bench/own-lab.ts'
import { diceOf, type Dice } from '../access/dice.ts'
import { seatGuest, type Guest, type Sent } from './table-guest.ts'

export const killNumbers = { rounds: 50, meetings: 20, people: 6, every: 2000 }

/** How long the screens may take, after the last word, to show what the server says. */
const screensWithin = 15_000

type Victim = 'server' | 'database'

export interface KillOptions {
  readonly rounds: number
  readonly meetings: number
  readonly people: number
  /** Milliseconds between two writes of one person. */
  readonly every: number
  readonly seed: number
  /** Runs the sources instead of the build. */
  readonly source: boolean
  readonly say?: (line: string) => void
}

export interface KillResult {
  readonly rounds: number
  readonly words: number
  readonly faults: readonly string[]
}

/**
 * kill -9 of the server or of the database, at random moments of meetings where everybody writes. Afterwards every acknowledged word is there,
 * none twice, the chains verify, and every screen shows what the server says.
 */
export async function verifyKill(options: KillOptions): Promise<KillResult> {
  const { rounds, meetings, people, every, seed, say = () => undefined } = options
  const now = new Date()
  const tables = Array.from({ length: meetings }, (_, number) => drawTable(seed, number, people, now))
  const lab = await openOwnLab({ source: options.source, lay: (urls, ring) => layTables(urls, ring, tables, now) })
  const guests: Guest[] = []
  const faults: string[] = []
  const dice = diceOf(seed, 1_000_000)
  let superuser: Pool | undefined
  try {
    await lab.start()
    superuser = lab.openAsSuperuser()
    const waiting = tables.flatMap((table) => table.sitters.map((sitter) => ({ table, sitter })))
    const seatNext = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        guests.push(await seatGuest(lab.url, next.table, next.sitter, diceOf(seed, 2_000_000 + guests.length)))
      }
    }
    await Promise.all(Array.from({ length: 6 }, seatNext))
    let victims: Victim[] = []
    let checked = { commands: 0, heads: [] as readonly Head[] }
    for (let round = 1; round <= rounds && faults.length === 0; round++) {
      const before = guests.reduce((sum, guest) => sum + guest.reconnected, 0)
      // Of two rounds, one for each, in either order.
      if (victims.length === 0) victims = dice.shuffled(['server', 'database'])
      const victim = victims.pop() as Victim
      const { after, outage } = await writeAndKill(lab, guests, victim, dice, every)
      faults.push(...(await findFaults(guests, superuser, checked.heads)))
      const commands = countCommands(guests)
      const came = guests.reduce((sum, guest) => sum + guest.reconnected, 0) - before
      say(
        `round ${round}: ${victim} killed after ${after} ms, back after ${outage} ms; ${commands - checked.commands} words acknowledged, ` +
          `${came} connections made again, ${faults.length} faults`,
      )
      checked = { commands, heads: await findHeads(superuser) }
    }
  } catch (error) {
    faults.push((error as Error).message)
  } finally {
    for (const guest of guests) guest.leave()
    await superuser?.end().catch(() => undefined)
    await lab.end()
  }
  for (const fault of faults.slice(0, 20)) say(fault)
  return { rounds, words: countCommands(guests), faults }
}

function countCommands(guests: readonly Guest[]): number {
  return guests.reduce((sum, guest) => sum + guest.commands.length, 0)
}

/** Everybody writes; in the middle of it something is killed and comes back; then they finish what they have begun. */
async function writeAndKill(lab: OwnLab, guests: readonly Guest[], victim: Victim, dice: Dice, every: number) {
  let stop = false
  const writing = Promise.all(guests.map((guest) => guest.writeUntil(() => stop, every)))
  // A failure is told when it is waited for, below.
  writing.catch(() => undefined)
  const after = 500 + dice.below(2500)
  await pause(after)
  const killedAt = Date.now()
  if (victim === 'server') {
    await lab.killServer()
    await pause(dice.below(500))
    await lab.start()
  } else {
    // The server notices and starts its PostgreSQL again.
    const old = lab.postmasterPid()
    lab.killDatabase()
    const end = Date.now() + 30_000
    for (;;) {
      const running = lab.postmasterPid()
      if (running !== undefined && running !== old) break
      if (Date.now() > end) throw new Error('the database was not started again within thirty seconds')
      await pause(20)
    }
  }
  const outage = Date.now() - killedAt
  await pause(1000 + dice.below(1000))
  stop = true
  await writing
  return { after, outage }
}

async function findFaults(guests: readonly Guest[], superuser: Pool, heads: readonly Head[]): Promise<string[]> {
  const faults = guests.flatMap((guest) => guest.faults)
  for (const guest of guests) faults.push(...(await findGuestFaults(guest)))
  faults.push(
    ...(await findEventFaults(
      guests.flatMap((guest) => guest.commands),
      superuser,
    )),
  )
  const day = dayInOslo(new Date())
  const report = await verifyChains(superuser, new Map(heads.map((head) => [head.chain, [{ ...head, day }]])))
  faults.push(...report.faults.map((fault) => `chain ${fault.chain} at ${fault.seq ?? 'its head'}: ${fault.what}`))
  return faults
}

/** What the writer opens holds every acknowledged word once; what stands on the screen is what the server says. */
async function findGuestFaults(guest: Guest): Promise<string[]> {
  let cloth = await guest.fetchCloth()
  const faults: string[] = []
  const notes = new Map<string, Cloth['notes'][number]>(cloth.notes.map((note) => [note.id, note]))
  if (notes.size !== cloth.notes.length) faults.push(`${guest.persona}: a note stands twice on the cloth`)
  for (const sent of guest.acknowledged.values()) {
    const note = notes.get(sent.noteId)
    if (note?.words.text !== sent.text || note.version !== sent.version) {
      faults.push(
        `${guest.persona}: an acknowledged word is not there (note ${sent.noteId}, version ${sent.version}, found ${note?.version ?? 'none'})`,
      )
    }
  }
  const end = Date.now() + screensWithin
  for (;;) {
    const differences = guest.isConnected() ? differencesOf(guest, cloth) : ['the stream is not open']
    if (differences.length === 0) break
    if (Date.now() > end) {
      faults.push(`${guest.persona}: the screen is not what the server says: ${differences.slice(0, 3).join('; ')}`)
      break
    }
    await pause(100)
    cloth = await guest.fetchCloth()
  }
  return faults
}

function differencesOf(guest: Guest, cloth: Cloth): string[] {
  const ids = new Set<string>(cloth.notes.map((note) => note.id))
  return [
    ...cloth.notes.flatMap((note) => {
      const shown = guest.screen.get(note.id)
      if (!shown) return [`note ${note.id} is missing`]
      return shown.version === note.version && shown.words.text === note.words.text
        ? []
        : [`note ${note.id} is not the newest`]
    }),
    ...[...guest.screen.keys()].filter((id) => !ids.has(id)).map((id) => `note ${id} should be gone`),
  ]
}

/** Each command made exactly one event, and each note is one row. */
async function findEventFaults(commands: readonly Sent[], superuser: Pool): Promise<string[]> {
  const { rows } = await superuser.query<{ id: string; events: number }>(
    `select c.id, count(e.seq)::int as events from unnest($1::uuid[]) as c (id) left join lab.event e on e.command_id = c.id
     group by c.id having count(e.seq) <> 1`,
    [commands.map((sent) => sent.commandId)],
  )
  return rows.map((row) => `command ${row.id} made ${row.events} events`)
}
