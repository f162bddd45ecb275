import { actingHeaders } from '../acting.ts'
import type { NoteAnswer } from '@velferdslab/core/commands/cloth'
import type { CommandId, FamilyId, PersonId } from '@velferdslab/core/ids'
import type { Refusal } from '@velferdslab/core/refusal'
import { newId, Refused, send as sendOverHttp } from '../api.ts'
import { waitBefore } from './backoff.ts'
import {
  addCommand,
  nextToSend,
  refuse,
  requestOf,
  settle,
  startSending,
  takeAway,
  tryAgain,
  type Queue,
  type Queued,
  type Wish,
} from './command-queue.ts'
import { realTimers, type Timers } from './draft-pacing.ts'
import { deviceShelf, isKept, shelfPrefix, type Shelf } from './kept.ts'

/** What the network is like, as far as the commands know. */
export type Reach = 'reached' | 'unreached' | 'signed-out'

export type SenderOptions = {
  person: PersonId
  family: FamilyId
  shelf?: Shelf
  timers?: Timers
  send?: (path: string, body: object) => Promise<NoteAnswer>
  now?: () => string
  random?: () => number
}

export type Sender = {
  queue: () => Queue
  /** False when the queue only lives in memory: then the page warns before it is closed. */
  isSafe: () => boolean
  reach: () => Reach
  /** Called with what was answered, when there is an answer; and whenever queue or reach have changed. */
  listen: (listener: (done?: { item: Queued; answer: NoteAnswer }) => void) => () => void
  give: (wishes: readonly Wish[]) => CommandId[]
  tryAgain: (commandId: CommandId) => void
  takeAway: (commandId: CommandId) => void
  /** Something says that the network is back. */
  hurry: () => void
  /** The page is being closed: let the browser deliver what can go, without waiting. It is sent again next time, harmlessly. */
  deliverOnTheWayOut: () => void
}

/** After so many faults of the server the command steps aside for the others, with its text in sight. */
const mostFaults = 5

/** Sends the queue of one person in one family, in order, one command at a time, for as long as it takes. */
export function makeSender(options: SenderOptions): Sender {
  const { family } = options
  const shelf = options.shelf ?? deviceShelf()
  const timers = options.timers ?? realTimers
  const send = options.send ?? ((path, body) => sendOverHttp<NoteAnswer>(path, body))
  const now = options.now ?? (() => new Date().toISOString())
  const prefix = `${shelfPrefix(options.person, family)}command.`
  const listeners = new Set<(done?: { item: Queued; answer: NoteAnswer }) => void>()
  let queue: Queue = load()
  let reach: Reach = 'reached'
  let safe = true
  let busy = false
  let failures = 0
  let retry: unknown = null

  function load(): Queue {
    return shelf
      .list(prefix)
      .flatMap(({ value }) => readQueued(value))
      .sort((a, b) => a.seq - b.seq)
  }

  /** Every step is on the shelf before it is taken; and the shelf may hold what another window of ours has added. */
  function change(step: (queue: Queue) => Queue): void {
    const before = load()
    queue = [...step(before)].sort((a, b) => a.seq - b.seq)
    const old = new Map(before.map((item) => [item.commandId, item]))
    for (const item of queue)
      if (old.get(item.commandId) !== item) safe = shelf.put(prefix + item.commandId, JSON.stringify(item)) && safe
    const left = new Set(queue.map((item) => item.commandId))
    for (const id of old.keys()) if (!left.has(id)) shelf.remove(prefix + id)
    if (queue.length === 0) safe = true
  }

  function tell(done?: { item: Queued; answer: NoteAnswer }): void {
    for (const listener of listeners) listener(done)
  }

  /** One window of ours sends at a time. */
  async function alone(work: () => Promise<boolean>): Promise<boolean> {
    // Only on TLS and localhost; elsewhere two windows may send the same command, and the server does it once.
    return 'locks' in navigator ? navigator.locks.request(`velferdslab.${prefix}`, work) : work()
  }

  async function pump(): Promise<void> {
    timers.cancel(retry)
    retry = null
    if (busy) return
    busy = true
    try {
      while (await alone(sendOne));
    } finally {
      busy = false
    }
  }

  /** True when there may be more to send. */
  async function sendOne(): Promise<boolean> {
    queue = load()
    const next = nextToSend(queue)
    if (!next) return false
    change((all) => startSending(all, next.commandId))
    const { path, body } = requestOf(next, family)
    try {
      const answer = await send(path, body)
      failures = 0
      reach = 'reached'
      change((all) => settle(all, next.commandId, answer))
      tell({ item: next, answer })
      return true
    } catch (error) {
      return failed(next, error)
    }
  }

  function failed(item: Queued, error: unknown): boolean {
    const refusal: Refusal | null = error instanceof Refused ? error.refusal : null
    if (refusal?.refused === 'not-signed-in') {
      reach = 'signed-out'
      tell()
      return false
    }
    if (refusal && isFinal(refusal, item)) {
      failures = 0
      reach = 'reached'
      change((all) => refuse(all, item.commandId, refusal))
      tell()
      return true
    }
    failures++
    reach = refusal?.refused === 'too-many-requests' ? 'reached' : 'unreached'
    retry = timers.after(waitBefore(failures, options.random), () => void pump())
    tell()
    return false
  }

  addEventListener('storage', (event) => {
    if (!isKept(event.key, prefix)) return
    queue = load()
    tell()
  })

  return {
    queue: () => queue,
    isSafe: () => safe,
    reach: () => reach,
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    give(wishes) {
      const ids: CommandId[] = []
      for (const wish of wishes) {
        const id = newId()
        ids.push(id)
        change((all) => addCommand(all, wish, id, now()))
      }
      tell()
      void pump()
      return ids
    },
    tryAgain(commandId) {
      change((all) => tryAgain(all, commandId, newId()))
      tell()
      void pump()
    },
    takeAway(commandId) {
      change((all) => takeAway(all, commandId))
      tell()
    },
    hurry: () => void pump(),
    deliverOnTheWayOut() {
      const seen = new Set<string>()
      for (const item of queue) {
        const first = !seen.has(item.noteId) && !item.refused && !item.after
        seen.add(item.noteId)
        if (!first || ('base' in item.deed && item.deed.base === null)) continue
        change((all) => startSending(all, item.commandId))
        const { path, body } = requestOf(item, family)
        const headers = { 'content-type': 'application/json', accept: 'application/json', ...actingHeaders() }
        void fetch(path, {
          method: 'POST',
          keepalive: true,
          credentials: 'same-origin',
          headers,
          body: JSON.stringify(body),
        }).catch(() => undefined)
      }
    },
  }
}

/** A no that asking again will not change; or a fault that has come so often that the others should not wait any longer. */
function isFinal({ refused }: Refusal, item: Queued): boolean {
  if (refused === 'server-fault') return item.tries + 1 >= mostFaults
  return refused !== 'unavailable' && refused !== 'too-many-requests'
}

const senders = new Map<string, Sender>()

/**
 * The sender of one person and family lives as long as the tab, so that what was written goes on its way also after the cloth
 * has been left for another page.
 */
export function senderOf(person: PersonId, family: FamilyId): Sender {
  const key = shelfPrefix(person, family)
  const found = senders.get(key) ?? makeSender({ person, family })
  senders.set(key, found)
  return found
}

/** What an older page has kept in a form we no longer know is left where it is; it is not ours to throw away. */
function readQueued(value: string): Queued[] {
  try {
    const item = JSON.parse(value) as Partial<Queued>
    return item.commandId && item.noteId && item.deed && typeof item.seq === 'number' ? [item as Queued] : []
  } catch {
    return []
  }
}
