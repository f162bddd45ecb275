import type { Cloth, Frame, Note } from '@velferdslab/core/cloth'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Table, WritingPlace } from '../../bench/cloth-world.ts'
import { signInVisitor, type Visitor } from '../../bench/visitor.ts'
import type { Dice } from '../access/dice.ts'

/** One command, as its sender remembers it until it is acknowledged, and afterwards. */
export interface Sent {
  readonly commandId: string
  readonly noteId: string
  readonly version: number
  readonly text: string
}

/**
 * Somebody at a table who keeps calm when the server or the database goes away: commands are sent again with the same id until they are
 * acknowledged, the stream is opened again with the last cursor. As the web does it, and nothing more.
 */
export interface Guest {
  readonly person: string
  readonly persona: string
  readonly table: Table
  /** What was acknowledged: the last words of each of this person's notes. */
  readonly acknowledged: ReadonlyMap<string, Sent>
  readonly commands: readonly Sent[]
  /** What stands on this person's screen, by note id. */
  readonly screen: ReadonlyMap<string, Note>
  /** What went otherwise than it may. */
  readonly faults: string[]
  readonly reconnected: number
  isConnected(): boolean
  writeUntil(stop: () => boolean, every: number): Promise<void>
  fetchCloth(): Promise<Cloth>
  leave(): void
}

/** How long one command, and one connection, is tried again. Far above any restart. */
const patience = 90_000
const changesOf = 0.6
const sentTwice = 0.1

export async function seatGuest(
  url: string,
  table: Table,
  sitter: Table['sitters'][number],
  dice: Dice,
): Promise<Guest> {
  const visitor = await signInVisitor(url, sitter.persona, sitter.born ? 'citizen' : 'staff')
  const places = table.places.get(sitter.id) ?? []
  const screen = new Map<string, Note>()
  const acknowledged = new Map<string, Sent>()
  const placeOf = new Map<string, WritingPlace>()
  const commands: Sent[] = []
  const faults: string[] = []
  let cursor: string | undefined
  let connected = false
  let gone = false
  let reconnected = 0
  let refetching: Promise<void> | undefined
  let socket: ReturnType<Visitor['openStream']> | undefined

  async function fetchCloth(): Promise<Cloth> {
    const reply = await insist(() => visitor.get<Cloth>(`/api/families/${table.family}/cloth`))
    if (reply.status !== 200) throw new Error(`${sitter.persona} may not open the cloth (${reply.status})`)
    return reply.body
  }

  /** The cloth as a whole again; what came by the stream meanwhile is newer and stays. */
  async function refetch(): Promise<void> {
    const before = new Set(screen.keys())
    const cloth = await fetchCloth()
    const ids = new Set<string>(cloth.notes.map((note) => note.id))
    for (const id of before) if (!ids.has(id)) screen.delete(id)
    for (const note of cloth.notes) put(note)
  }

  function put(note: Note): void {
    if ((screen.get(note.id)?.version ?? 0) <= note.version) screen.set(note.id, note)
  }

  function hear(frame: Frame): void {
    if ('cursor' in frame) cursor = frame.cursor
    if (frame.is === 'note') put(frame.note)
    else if (frame.is === 'gone') screen.delete(frame.noteId)
    else if (frame.is === 'sight') refetching = refetch()
    else if (frame.is === 'ready') connected = true
  }

  function connect(): void {
    socket = visitor.openStream(table.family, cursor, hear, () => {
      connected = false
      if (gone) return
      reconnected += 1
      setTimeout(
        () => {
          if (!gone) connect()
        },
        100 + dice.below(200),
      )
    })
  }

  async function writeOne(): Promise<void> {
    const mine = [...acknowledged.values()]
    const old = mine.length > 0 && dice.chance(changesOf) ? dice.pick(mine) : undefined
    const place = (old && placeOf.get(old.noteId)) ?? dice.pick(places)
    const noteId = old?.noteId ?? randomUUID()
    const text = `Ord ${randomUUID()}`
    const sent = { commandId: randomUUID(), noteId, version: (old?.version ?? 0) + 1, text }
    const content = { commandId: sent.commandId, words: { text }, sector: place.sector, ring: place.ring }
    const { cell, area, about, privacy } = place
    const post = () =>
      old
        ? visitor.post<unknown>(`/api/families/${table.family}/notes/${noteId}/change`, {
            ...content,
            baseVersion: old.version,
          })
        : visitor.post<unknown>(`/api/families/${table.family}/notes`, {
            ...content,
            noteId,
            cell,
            area,
            about,
            privacy,
          })
    const answer = await insist(post)
    if (answer.status !== 200) {
      faults.push(`${sitter.persona}: a command was refused (${answer.status} ${JSON.stringify(answer.body)})`)
      return
    }
    placeOf.set(noteId, place)
    acknowledged.set(noteId, sent)
    commands.push(sent)
    if (!dice.chance(sentTwice)) return
    const again = await insist(post)
    if (JSON.stringify(again.body) !== JSON.stringify(answer.body)) {
      faults.push(
        `${sitter.persona}: the same command was answered ${JSON.stringify(answer.body)} and then ${JSON.stringify(again.body)}`,
      )
    }
  }

  await refetch().then(async () => {
    cursor = (await fetchCloth()).cursor
  })
  connect()
  return {
    person: sitter.id,
    persona: sitter.persona,
    table,
    acknowledged,
    commands,
    screen,
    faults,
    get reconnected() {
      return reconnected
    },
    isConnected: () => connected && socket?.readyState === socket?.OPEN,
    async writeUntil(stop, every) {
      await pause(dice.below(every))
      while (!stop()) {
        const next = Date.now() + every * (0.8 + dice.below(400) / 1000)
        if (places.length > 0) await writeOne()
        while (!stop() && Date.now() < next) await pause(Math.min(50, Math.max(0, next - Date.now())))
      }
      await refetching
    },
    fetchCloth,
    leave() {
      gone = true
      socket?.terminate()
      visitor.leave()
    },
  }
}

/** Asks again while the server is away, or says that the database is. */
async function insist<Reply extends { status: number }>(ask: () => Promise<Reply>): Promise<Reply> {
  for (const end = Date.now() + patience; ;) {
    const reply = await ask().catch(() => undefined)
    if (reply && reply.status < 500) return reply
    if (Date.now() > end)
      throw new Error(`no answer within ${patience / 1000} seconds${reply ? ` (${reply.status})` : ''}`)
    await pause(150)
  }
}
