import type { LiveCloth } from './apply-frame.ts'
import type { Queue } from './command-queue.ts'
import type { LinkState } from './live-socket.ts'
import type { Writing } from './writing.ts'

/** What one window knows of one cloth. */
export type RoomState = {
  phase: 'fetching' | 'open' | 'not-found' | 'failed'
  failure: Error | null
  live: LiveCloth | null
  link: LinkState
  contact: 'yes' | 'offline' | 'no-answer'
  queue: Queue
  /** False when this device cannot keep texts: then the page must stay open until all is sent. */
  isSafe: boolean
  /** What may be seen has changed, and is being fetched: a large screen shows nothing meanwhile. */
  isSeeingAnew: boolean
  /** How often something was told that can concern the meeting: whoever shows it asks anew. */
  meetingNews: number
  /** The note in my hands. */
  writing: Writing | null
  /** Texts from before a crash or a cut, not yet given. */
  unfinished: readonly Writing[]
}

export type RoomStore = {
  get: () => RoomState
  set: (patch: Partial<RoomState>) => void
  subscribe: (listener: () => void) => () => void
}

export function makeRoomStore(first: RoomState): RoomStore {
  const listeners = new Set<() => void>()
  let state = first
  return {
    get: () => state,
    set(patch) {
      state = { ...state, ...patch }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** No contact: the browser knows that there is no network, or there is one and the server does not answer. */
export function noContact(): RoomState['contact'] {
  return navigator.onLine ? 'no-answer' : 'offline'
}
