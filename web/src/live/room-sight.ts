import type { Cloth, Frame } from '@velferdslab/core/cloth'
import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import { actingQuery } from '../acting.ts'
import { getMe, read, Refused } from '../api.ts'
import { api } from '../paths.ts'
import { changesIn, type Change } from './announcements.ts'
import { applyFrame, dropDrafts, strangersIn, takeFetched } from './apply-frame.ts'
import { waitBefore } from './backoff.ts'
import { openLive, type LinkState, type LiveSocket } from './live-socket.ts'
import { noContact, type RoomStore } from './room-state.ts'

/** How long the line may be down before we say so: a blink is no news. */
const lostIsNewsMs = 3000
/** A soft lock ends so long after the last stroke, on the server too (REQ-91). */
const lockMs = 30_000
/** What may no longer be seen is blanked when the new cloth has not come by then. */
const sightLimitMs = 2000

type SightOptions = {
  familyId: FamilyId
  me: PersonId
  store: RoomStore
  onChanges: (changes: Change[]) => void
  /** The server answers: whatever waits can go. */
  onAnswering: () => void
  onNoAccess: () => void
}

export type Sight = {
  fetchCloth: () => void
  /** Something says that the network is back. */
  hurry: () => void
  close: () => void
}

/** What is seen: the cloth is fetched once, and kept true by the stream; fetched again when what I may see has changed. */
export function openSight({ familyId, me, store, onChanges, onAnswering, onNoAccess }: SightOptions): Sight {
  let closed = false
  let socket: LiveSocket | null = null
  let fetching: { since: Frame[]; abort: AbortController } | null = null
  let tries = 0
  let lastN: number | null = null
  let mustSeeAnew = false
  const askedFor = new Set<PersonId>()
  const draftHeardAt = new Map<string, number>()
  let lostTimer: ReturnType<typeof setTimeout> | undefined
  let sightTimer: ReturnType<typeof setTimeout> | undefined
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  const lockSweep = setInterval(dropOldLocks, 2000)

  async function fetchCloth(): Promise<void> {
    fetching?.abort.abort()
    clearTimeout(retryTimer)
    const mine = { since: [] as Frame[], abort: new AbortController() }
    fetching = mine
    const isStale = (): boolean => fetching !== mine || closed
    try {
      const cloth = await read<Cloth>(api.cloth(familyId), mine.abort.signal)
      if (isStale()) return
      fetching = null
      tries = 0
      mustSeeAnew = false
      store.set({
        phase: 'open',
        failure: null,
        isSeeingAnew: false,
        live: takeFetched(store.get().live, cloth, mine.since),
      })
      if (socket) socket.hurry()
      else openSocket()
      onAnswering()
    } catch (error) {
      if (isStale()) return
      fetching = null
      if (error instanceof Refused && error.refusal.refused === 'not-found') {
        onNoAccess()
        return
      }
      // The whole page is told by api.ts when nobody is signed in any more.
      if (error instanceof Refused && error.refusal.refused === 'not-signed-in') return
      if (!store.get().live) store.set({ phase: 'failed', failure: error as Error })
      tries++
      retryTimer = setTimeout(() => void fetchCloth(), waitBefore(tries))
    }
  }

  function openSocket(): void {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
    const stream = `${scheme}://${location.host}/api/families/${familyId}/live`
    socket = openLive({
      address: () => `${stream}?cursor=${encodeURIComponent(store.get().live?.cloth.cursor ?? '')}${actingQuery()}`,
      onFrame: hear,
      onLink: linkIs,
      // A refused handshake says nothing to a browser; the ordinary door does.
      onRefused() {
        if (!fetching) void fetchCloth()
      },
      onEnd(why) {
        if (why === 'no-access') onNoAccess()
        // The answer tells the whole page that nobody is signed in any more.
        else void getMe().catch(() => undefined)
      },
    })
  }

  function hear(frame: Frame): void {
    fetching?.since.push(frame)
    const { live } = store.get()
    if (!live) return
    if (hasHole(frame)) void fetchCloth()
    const next = applyFrame(live, frame)
    const changes = changesIn(frame, live, me)
    store.set({ live: next })
    if (frame.is === 'meeting' || frame.is === 'sight' || frame.is === 'ready')
      store.set({ meetingNews: store.get().meetingNews + 1 })
    if (frame.is === 'sight') {
      seeAnew()
      return
    }
    if (frame.is === 'draft') draftHeardAt.set(`${frame.draft.noteId} ${frame.draft.writer}`, Date.now())
    const strangers = strangersIn(frame, next.cloth).filter((id) => !askedFor.has(id))
    for (const id of strangers) askedFor.add(id)
    if (strangers.length > 0) void fetchCloth()
    if (changes.length > 0) onChanges(changes)
  }

  /** What I may see has changed. What I may no longer see must not stay on the screen because the network is slow. */
  function seeAnew(): void {
    mustSeeAnew = true
    store.set({ isSeeingAnew: true })
    clearTimeout(sightTimer)
    sightTimer = setTimeout(() => {
      if (mustSeeAnew) store.set({ live: null, phase: 'fetching' })
    }, sightLimitMs)
    void fetchCloth()
  }

  /** My numbers are dense: a hole means that something went by me. */
  function hasHole(frame: Frame): boolean {
    if (!('n' in frame)) return false
    const expected = lastN === null || frame.is === 'ready' ? frame.n : lastN + 1
    lastN = frame.n
    return frame.n !== expected && frame.is !== 'sight'
  }

  function dropOldLocks(): void {
    const { live } = store.get()
    if (!live || live.cloth.drafts.length === 0) return
    const next = dropDrafts(live, ({ noteId, writer }) => {
      const key = `${noteId} ${writer}`
      // Drafts that came with the cloth are heard from when they came.
      const heardAt = draftHeardAt.get(key) ?? Date.now()
      draftHeardAt.set(key, heardAt)
      return Date.now() - heardAt > lockMs
    })
    if (next !== live) store.set({ live: next })
  }

  function linkIs(link: LinkState): void {
    store.set({ link })
    if (link === 'connecting') lastN = null
    if (link === 'open') {
      clearTimeout(lostTimer)
      lostTimer = undefined
      store.set({ contact: 'yes' })
      onAnswering()
    } else if (link === 'lost') {
      lostTimer ??= setTimeout(() => store.set({ contact: noContact() }), lostIsNewsMs)
    }
  }

  void fetchCloth()
  return {
    fetchCloth: () => void fetchCloth(),
    hurry() {
      socket?.hurry()
      if (!store.get().live && !fetching) void fetchCloth()
    },
    close() {
      closed = true
      fetching?.abort.abort()
      socket?.close()
      socket = null
      clearInterval(lockSweep)
      for (const timer of [lostTimer, sightTimer, retryTimer]) clearTimeout(timer)
    },
  }
}
