import type { Cloth, Frame, Note } from '@velferdslab/core/cloth'
import type { LeaveDraft, NoteAnswer, PutDraft } from '@velferdslab/core/commands/cloth'
import type { CommandId, FamilyId, NoteId, PersonId } from '@velferdslab/core/ids'
import { getMe, newId, read, Refused, send } from '../api.ts'
import { api } from '../paths.ts'
import { changesIn, type Change } from './announcements.ts'
import { applyFrame, dropDrafts, openCloth, putMine, strangersIn, takeFetched, takeMineAway, type LiveCloth } from './apply-frame.ts'
import { waitBefore } from './backoff.ts'
import type { Content, Place, Queue, Queued, Wish } from './command-queue.ts'
import { paceDrafts, realTimers } from './draft-pacing.ts'
import { deviceShelf, shelfPrefix } from './kept.ts'
import { openLive, type LinkState, type LiveSocket } from './live-socket.ts'
import { senderOf } from './send-queue.ts'
import { afterAnswer, afterGiving, isUnfinished, reconcile, startChange, startNote, wishesOf, type Writing } from './writing.ts'

/** Rest after the last key before the draft becomes a word. */
const restMs = 3000
/** How long the line may be down before we say so: a blink is no news. */
const lostIsNewsMs = 3000
/** A soft lock ends so long after the last stroke, on the server too (REQ-91). */
const lockMs = 30_000
/** What may no longer be seen is blanked when the new cloth has not come by then. */
const sightLimitMs = 2000

export type RoomState = {
  phase: 'fetching' | 'open' | 'not-found' | 'failed'
  failure: Error | null
  live: LiveCloth | null
  link: LinkState
  contact: 'yes' | 'offline' | 'no-answer'
  queue: Queue
  /** The note in my hands. */
  writing: Writing | null
  /** Texts from before a crash or a cut, not yet given. */
  unfinished: readonly Writing[]
}

export type Room = {
  getState: () => RoomState
  subscribe: (listener: () => void) => () => void
  onChanges: (listener: (changes: Change[]) => void) => () => void
  startNote: (place: Place, placed: boolean, content?: Partial<Content>) => void
  startChange: (note: Note) => void
  goOn: (noteId: NoteId) => void
  type: (patch: { content?: Partial<Content>; place?: Place }) => void
  /** Leave the note: what stands in it becomes a word, the lock is gone. Asks nothing, loses nothing. */
  leave: () => void
  give: (wishes: readonly Wish[]) => CommandId[]
  move: (note: Note, place: Place) => void
  erase: (noteId: NoteId) => void
  tryAgain: (commandId: CommandId) => void
  takeAway: (commandId: CommandId) => void
  forgetUnfinished: (noteId: NoteId) => void
  fetchAgain: () => void
  close: () => void
}

/** Everything alive around one cloth in one window: what is seen, what is written, and the line between. */
export function openRoom(familyId: FamilyId, me: PersonId): Room {
  const shelf = deviceShelf()
  const draftPrefix = `${shelfPrefix(me, familyId)}draft.`
  const sender = senderOf(me, familyId)
  const listeners = new Set<() => void>()
  const changeListeners = new Set<(changes: Change[]) => void>()
  let state: RoomState = {
    phase: 'fetching',
    failure: null,
    live: null,
    link: 'connecting',
    contact: navigator.onLine ? 'yes' : 'offline',
    queue: sender.queue(),
    writing: null,
    unfinished: loadUnfinished(),
  }
  let closed = false
  let socket: LiveSocket | null = null
  let fetching: { since: Frame[]; abort: AbortController } | null = null
  let fetchTries = 0
  let lastN: number | null = null
  const askedFor = new Set<PersonId>()
  const draftHeardAt = new Map<string, number>()
  const timer: Record<'rest' | 'lost' | 'sight' | 'fetch', ReturnType<typeof setTimeout> | undefined> = {
    rest: undefined,
    lost: undefined,
    sight: undefined,
    fetch: undefined,
  }

  const set = (patch: Partial<RoomState>): void => {
    if (closed) return
    state = { ...state, ...patch }
    for (const listener of listeners) listener()
  }

  // --- what is seen

  async function fetchCloth(): Promise<void> {
    fetching?.abort.abort()
    clearTimeout(timer.fetch)
    const mine = { since: [] as Frame[], abort: new AbortController() }
    fetching = mine
    try {
      const cloth = await read<Cloth>(api.cloth(familyId), mine.abort.signal)
      if (fetching !== mine || closed) return
      fetching = null
      fetchTries = 0
      clearTimeout(timer.sight)
      const live = state.live ? takeFetched(state.live, cloth, mine.since) : openCloth(cloth)
      set({ phase: 'open', failure: null, live })
      if (!socket) openSocket()
      // The server answers: nothing waits for its next try.
      socket?.hurry()
      sender.hurry()
    } catch (error) {
      if (fetching !== mine || closed || mine.abort.signal.aborted) return
      fetching = null
      if (error instanceof Refused && error.refusal.refused === 'not-found') return end()
      if (error instanceof Refused && error.refusal.refused === 'not-signed-in') return
      if (!state.live) set({ phase: 'failed', failure: error as Error })
      timer.fetch = setTimeout(() => void fetchCloth(), waitBefore(++fetchTries))
    }
  }

  function openSocket(): void {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
    socket = openLive({
      address: () =>
        `${scheme}://${location.host}/api/families/${familyId}/live?cursor=${encodeURIComponent(state.live?.cloth.cursor ?? '')}`,
      onFrame: hear,
      // A refused handshake says nothing to a browser; the ordinary door does.
      onRefused: () => void (fetching ?? fetchCloth()),
      onLink: linkIs,
      onEnd(why) {
        if (why === 'no-access') end()
        // The answer tells the whole page that nobody is signed in any more.
        else void getMe().catch(() => undefined)
      },
    })
  }

  function hear(frame: Frame): void {
    if (!state.live) return
    if ('n' in frame) {
      const expected = lastN === null || frame.is === 'ready' ? frame.n : lastN + 1
      lastN = frame.n
      // A hole in what I got: something went by me.
      if (frame.n !== expected && frame.is !== 'sight') void fetchCloth()
    }
    if (frame.is === 'sight') {
      set({ live: applyFrame(state.live, frame) })
      clearTimeout(timer.sight)
      timer.sight = setTimeout(() => fetching && set({ live: null, phase: 'fetching' }), sightLimitMs)
      return void fetchCloth()
    }
    const changes = changesIn(frame, state.live, me)
    fetching?.since.push(frame)
    if (frame.is === 'draft') draftHeardAt.set(`${frame.draft.noteId} ${frame.draft.writer}`, Date.now())
    set({ live: applyFrame(state.live, frame) })
    const strangers = strangersIn(frame, state.live!.cloth).filter((id) => !askedFor.has(id))
    for (const id of strangers) askedFor.add(id)
    if (strangers.length > 0) void fetchCloth()
    if (changes.length > 0) for (const listener of changeListeners) listener(changes)
  }

  const lockSweep = setInterval(() => {
    if (!state.live || state.live.cloth.drafts.length === 0) return
    const live = dropDrafts(state.live, ({ noteId, writer }) => {
      const key = `${noteId} ${writer}`
      // Drafts that came with the cloth are heard from when they came.
      if (!draftHeardAt.has(key)) draftHeardAt.set(key, Date.now())
      return Date.now() - draftHeardAt.get(key)! > lockMs
    })
    if (live !== state.live) set({ live })
  }, 2000)

  function linkIs(link: LinkState): void {
    set({ link })
    if (link === 'connecting') lastN = null
    if (link === 'open') {
      clearTimeout(timer.lost)
      timer.lost = undefined
      set({ contact: 'yes' })
      sender.hurry()
    } else if (link === 'lost') {
      timer.lost ??= setTimeout(() => set({ contact: navigator.onLine ? 'no-answer' : 'offline' }), lostIsNewsMs)
    }
  }

  /** I no longer have access: nothing of it stays on the screen. My own unsent words are still mine. */
  function end(): void {
    keepWriting()
    pacer.stop()
    clearTimeout(timer.rest)
    clearTimeout(timer.fetch)
    socket?.close()
    socket = null
    set({ phase: 'not-found', live: null, writing: null, unfinished: loadUnfinished() })
  }

  // --- what is written

  const pacer = paceDrafts<PutDraft, LeaveDraft>(
    (draft) => send(api.drafts(familyId), draft),
    (left) => send(api.leaveDraft(familyId), left),
    realTimers,
  )
  let shownToOthers: NoteId | null = null

  function loadUnfinished(): Writing[] {
    return shelf.list(draftPrefix).flatMap(({ value }) => readWriting(value))
  }

  /** On the device before anything else, so that no cut and no crash takes it. */
  function keepWriting(): void {
    const { writing } = state
    if (!writing) return
    const key = draftPrefix + writing.noteId
    if (isUnfinished(writing) && writing.content.words.text.trim()) shelf.put(key, JSON.stringify(writing))
    else shelf.remove(key)
  }

  function growDraft({ noteId, place, placed, content }: Writing): void {
    if (place.privacy === 'own' && shownToOthers) hideFromOthers()
    if (!placed || place.privacy === 'own' || state.contact !== 'yes' || state.link !== 'open') return
    shownToOthers = noteId
    pacer.grow({ noteId, ...place, text: content.words.text.slice(0, 600) })
  }

  function hideFromOthers(): void {
    if (shownToOthers) pacer.leave({ noteId: shownToOthers })
    shownToOthers = null
  }

  function takeUp(writing: Writing): void {
    leave()
    set({ writing, unfinished: state.unfinished.filter((other) => other.noteId !== writing.noteId) })
  }

  function becomeWord(): void {
    clearTimeout(timer.rest)
    const { writing } = state
    if (!writing) return
    const wishes = wishesOf(writing)
    if (wishes.length > 0) {
      // The queue has it on the shelf before the draft lets go.
      sender.give(wishes)
      set({ writing: afterGiving(writing) })
    }
    keepWriting()
  }

  function leave(): void {
    const { writing } = state
    if (!writing) return
    becomeWord()
    hideFromOthers()
    // A text that has no place yet waits for one.
    set({ writing: null, unfinished: loadUnfinished() })
  }

  function answered({ item, answer }: { item: Queued; answer: NoteAnswer }): void {
    const { writing, live } = state
    if (writing) {
      const next = afterAnswer(writing, item, answer)
      if (next.noteId !== writing.noteId) shelf.remove(draftPrefix + writing.noteId)
      set({ writing: next })
      keepWriting()
    }
    if (live) set({ live: withMine(live, item, answer, me) })
  }

  const stopListening = sender.listen((done) => {
    if (done) answered(done)
    set({ queue: sender.queue() })
    if (sender.reach() === 'unreached') set({ contact: navigator.onLine ? 'no-answer' : 'offline' })
    else if (done || state.link === 'open') set({ contact: 'yes' })
  })

  // --- what the browser tells

  const isOnline = (): void => {
    set({ contact: state.link === 'open' ? 'yes' : state.contact === 'offline' ? 'no-answer' : state.contact })
    socket?.hurry()
    sender.hurry()
    if (!state.live) void fetchCloth()
  }
  const isOffline = (): void => set({ contact: 'offline' })
  const isVisible = (): void => {
    if (document.visibilityState === 'visible') socket?.hurry()
    else becomeWord()
  }
  const isLeaving = (): void => {
    becomeWord()
    sender.deliverOnTheWayOut()
  }
  const warn = (event: BeforeUnloadEvent): void => {
    if (!sender.isSafe()) event.preventDefault()
  }
  addEventListener('online', isOnline)
  addEventListener('offline', isOffline)
  addEventListener('pagehide', isLeaving)
  addEventListener('beforeunload', warn)
  document.addEventListener('visibilitychange', isVisible)

  void fetchCloth()
  sender.hurry()

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onChanges(listener) {
      changeListeners.add(listener)
      return () => changeListeners.delete(listener)
    },
    startNote: (place, placed, content) => takeUp(startNote(newId<NoteId>(), place, placed, new Date().toISOString(), content)),
    startChange(note) {
      const waiting = state.queue.some((item) => item.noteId === note.id && !item.refused && item.deed.is !== 'erase')
      takeUp(startChange(note, waiting, note.author === me, new Date().toISOString()))
    },
    goOn(noteId) {
      const kept = state.unfinished.find((one) => one.noteId === noteId)
      if (kept) takeUp(reconcile(kept, state.queue, state.live?.cloth.notes ?? []))
    },
    type({ content, place }) {
      const { writing } = state
      if (!writing) return
      const next: Writing = {
        ...writing,
        content: { ...writing.content, ...content },
        ...(place ? { place, placed: true } : {}),
      }
      set({ writing: next })
      keepWriting()
      growDraft(next)
      clearTimeout(timer.rest)
      timer.rest = setTimeout(becomeWord, restMs)
    },
    leave,
    give: (wishes) => sender.give(wishes),
    move(note, place) {
      sender.give([{ noteId: note.id, deed: { is: 'move', base: note.version, place } }])
    },
    erase(noteId) {
      shelf.remove(draftPrefix + noteId)
      if (state.writing?.noteId === noteId) set({ writing: null })
      sender.give([{ noteId, deed: { is: 'erase' } }])
    },
    tryAgain: (id) => sender.tryAgain(id),
    takeAway: (id) => sender.takeAway(id),
    forgetUnfinished(noteId) {
      shelf.remove(draftPrefix + noteId)
      set({ unfinished: state.unfinished.filter((one) => one.noteId !== noteId) })
    },
    fetchAgain: () => void fetchCloth(),
    close() {
      leave()
      closed = true
      fetching?.abort.abort()
      socket?.close()
      stopListening()
      clearInterval(lockSweep)
      for (const one of Object.values(timer)) clearTimeout(one)
      removeEventListener('online', isOnline)
      removeEventListener('offline', isOffline)
      removeEventListener('pagehide', isLeaving)
      removeEventListener('beforeunload', warn)
      document.removeEventListener('visibilitychange', isVisible)
    },
  }
}

/** The cloth with my answered command in it, until the stream tells of it. */
function withMine(live: LiveCloth, { noteId, deed }: Queued, answer: NoteAnswer, me: PersonId): LiveCloth {
  const standing = live.cloth.notes.find((note) => note.id === noteId)
  const changedAt = new Date().toISOString()
  if (deed.is === 'erase') return takeMineAway(live, noteId)
  if (deed.is === 'write') {
    const { about, ...place } = deed.place
    const whole = 'whole' in about
    const persons = whole ? live.cloth.members.map((member) => member.id) : about.persons
    const written = { id: noteId, author: me, changedBy: null, beside: deed.beside, version: answer.version, changedAt }
    return putMine(live, { ...place, ...deed.content, ...written, about: { id: '' as Note['about']['id'], whole, persons } })
  }
  if (!standing) return live
  if (deed.is === 'move') {
    const { about, ...place } = deed.place
    const persons = 'whole' in about ? live.cloth.members.map((member) => member.id) : about.persons
    return putMine(live, { ...standing, ...place, about: { ...standing.about, whole: 'whole' in about, persons }, version: answer.version, changedAt })
  }
  const { noteId: id, version } = answer
  const words = { ...standing, ...deed.content, id, version, changedAt }
  // Where two edits met, my words stand in a note of my own beside.
  if (id !== noteId) return putMine(live, { ...words, author: me, changedBy: null, beside: noteId })
  return putMine(live, { ...words, changedBy: standing.author === me ? null : me })
}

function readWriting(value: string): Writing[] {
  try {
    const writing = JSON.parse(value) as Partial<Writing>
    return writing.noteId && writing.place && writing.content?.words ? [writing as Writing] : []
  } catch {
    return []
  }
}


