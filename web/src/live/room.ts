import type { Note } from '@velferdslab/core/cloth'
import type { CommandId, FamilyId, NoteId, PersonId } from '@velferdslab/core/ids'
import type { Change } from './announcements.ts'
import type { Content, Place, Wish } from './command-queue.ts'
import { openSight } from './room-sight.ts'
import { makeRoomStore, noContact, type RoomState } from './room-state.ts'
import { findUnfinished, takeNotesInHand } from './room-writing.ts'
import { senderOf } from './send-queue.ts'
import { withMine } from './with-mine.ts'

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

/** Everything alive around one cloth in one window: what is seen, what is written, and what the browser tells. */
export function openRoom(familyId: FamilyId, me: PersonId): Room {
  const sender = senderOf(me, familyId)
  const store = makeRoomStore({
    phase: 'fetching',
    failure: null,
    live: null,
    link: 'connecting',
    contact: navigator.onLine ? 'yes' : 'offline',
    queue: sender.queue(),
    isSafe: true,
    meetingNews: 0,
    isSeeingAnew: false,
    writing: null,
    unfinished: findUnfinished(me, familyId),
  })
  const changeListeners = new Set<(changes: Change[]) => void>()
  const hands = takeNotesInHand(familyId, me, store, sender)
  const sight = openSight({
    familyId,
    me,
    store,
    onAnswering: () => sender.hurry(),
    onChanges(changes) {
      for (const listener of changeListeners) listener(changes)
    },
    // Nothing of it stays on the screen. My own unsent words are still mine.
    onNoAccess() {
      sight.close()
      hands.putDown()
      store.set({ phase: 'not-found', live: null })
    },
  })

  const stopListening = sender.listen((done) => {
    const { live, link } = store.get()
    if (done) {
      hands.answered(done.item, done.answer)
      if (live) store.set({ live: withMine(live, done.item, done.answer, me, new Date().toISOString()) })
    }
    store.set({ queue: sender.queue(), isSafe: sender.isSafe() && hands.isSafe() })
    if (sender.reach() === 'unreached') store.set({ contact: noContact() })
    else if (done || link === 'open') store.set({ contact: 'yes' })
  })

  const stopWatching = watchBrowser({
    online() {
      const { link, contact } = store.get()
      store.set({ contact: link === 'open' ? 'yes' : contact === 'offline' ? 'no-answer' : contact })
      sight.hurry()
      sender.hurry()
    },
    offline: () => store.set({ contact: 'offline' }),
    shown: () => sight.hurry(),
    hidden: () => hands.becomeWord(),
    leaving() {
      hands.becomeWord()
      sender.deliverOnTheWayOut()
    },
    mayClose: () => store.get().isSafe,
  })

  return {
    getState: store.get,
    subscribe: store.subscribe,
    onChanges(listener) {
      changeListeners.add(listener)
      return () => changeListeners.delete(listener)
    },
    startNote: (place, placed, content) => hands.start(place, placed, content),
    startChange: (note) => hands.change(note),
    goOn: (noteId) => hands.goOn(noteId),
    type: (patch) => hands.type(patch),
    leave: () => hands.leave(),
    give: (wishes) => sender.give(wishes),
    move(note, place) {
      sender.give([{ noteId: note.id, deed: { is: 'move', base: note.version, place } }])
    },
    erase(noteId) {
      hands.drop(noteId)
      sender.give([{ noteId, deed: { is: 'erase' } }])
    },
    tryAgain: (id) => sender.tryAgain(id),
    takeAway: (id) => sender.takeAway(id),
    forgetUnfinished: (noteId) => hands.drop(noteId),
    fetchAgain: () => sight.fetchCloth(),
    close() {
      hands.leave()
      sight.close()
      stopListening()
      stopWatching()
    },
  }
}

/** Network, page in front or behind, page closed: what the browser tells of it. */
function watchBrowser(on: {
  online: () => void
  offline: () => void
  shown: () => void
  hidden: () => void
  leaving: () => void
  /** False when closing would lose something: then the browser asks. */
  mayClose: () => boolean
}): () => void {
  const visibility = (): void => (document.visibilityState === 'visible' ? on.shown() : on.hidden())
  const warn = (event: BeforeUnloadEvent): void => {
    if (!on.mayClose()) event.preventDefault()
  }
  addEventListener('online', on.online)
  addEventListener('offline', on.offline)
  addEventListener('pagehide', on.leaving)
  addEventListener('beforeunload', warn)
  document.addEventListener('visibilitychange', visibility)
  return () => {
    removeEventListener('online', on.online)
    removeEventListener('offline', on.offline)
    removeEventListener('pagehide', on.leaving)
    removeEventListener('beforeunload', warn)
    document.removeEventListener('visibilitychange', visibility)
  }
}
