import type { Note } from '@velferdslab/core/cloth'
import type { NoteAnswer } from '@velferdslab/core/commands/cloth'
import type { LeaveDraft, PutDraft } from '@velferdslab/core/commands/draft'
import type { FamilyId, NoteId, PersonId } from '@velferdslab/core/ids'
import { newId, send } from '../api.ts'
import { api } from '../paths.ts'
import type { Content, Place, Queued } from './command-queue.ts'
import { paceDrafts } from './draft-pacing.ts'
import { deviceShelf, shelfPrefix } from './kept.ts'
import type { RoomStore } from './room-state.ts'
import type { Sender } from './send-queue.ts'
import {
  afterAnswer,
  afterGiving,
  isUnfinished,
  readWriting,
  reconcile,
  startChange,
  startNote,
  wishesOf,
  type Writing,
} from './writing.ts'

/** Rest after the last key before the draft becomes a word. */
const restMs = 3000

/** Texts of mine on this device that have not been given to the queue. */
export function findUnfinished(me: PersonId, familyId: FamilyId): Writing[] {
  return deviceShelf()
    .list(`${shelfPrefix(me, familyId)}draft.`)
    .flatMap(({ value }) => readWriting(value))
}

/** What is written: a draft grows where others see it, becomes a word, and is on this device all the while. */
export function takeNotesInHand(familyId: FamilyId, me: PersonId, store: RoomStore, sender: Sender) {
  const shelf = deviceShelf()
  const keyOf = (noteId: NoteId): string => `${shelfPrefix(me, familyId)}draft.${noteId}`
  const pacer = paceDrafts<PutDraft, LeaveDraft>(
    (draft) => send(api.drafts(familyId), draft),
    (left) => send(api.leaveDraft(familyId), left),
  )
  let shownToOthers: NoteId | null = null
  let safe = true
  let rest: ReturnType<typeof setTimeout> | undefined

  /** On the device before anything else, so that no cut and no crash takes it. */
  function keep(writing: Writing): void {
    const text = writing.content.words.text.trim()
    safe = true
    if (isUnfinished(writing) && text) safe = shelf.put(keyOf(writing.noteId), JSON.stringify(writing))
    else shelf.remove(keyOf(writing.noteId))
    const isSafe = safe && sender.isSafe()
    if (isSafe !== store.get().isSafe) store.set({ isSafe })
  }

  function grow({ noteId, place, placed, content }: Writing): void {
    const { contact, link } = store.get()
    if (place.privacy === 'own') hide()
    else if (placed && contact === 'yes' && link === 'open') {
      shownToOthers = noteId
      pacer.grow({ noteId, ...place, text: content.words.text })
    }
  }

  function hide(): void {
    if (shownToOthers) pacer.leave({ noteId: shownToOthers })
    shownToOthers = null
  }

  function becomeWord(): void {
    clearTimeout(rest)
    const { writing } = store.get()
    if (!writing) return
    const wishes = wishesOf(writing)
    // The queue has it on the shelf before the draft lets go.
    if (wishes.length > 0) sender.give(wishes)
    const next = wishes.length > 0 ? afterGiving(writing) : writing
    if (next !== writing) store.set({ writing: next })
    keep(next)
  }

  function leave(): void {
    if (!store.get().writing) return
    becomeWord()
    hide()
    // A text that has no place yet waits for one.
    store.set({ writing: null, unfinished: findUnfinished(me, familyId) })
  }

  function takeUp(writing: Writing): void {
    leave()
    const unfinished = store.get().unfinished.filter((other) => other.noteId !== writing.noteId)
    store.set({ writing, unfinished })
  }

  const now = (): string => new Date().toISOString()

  return {
    isSafe: () => safe,
    becomeWord,
    leave,
    start(place: Place, placed: boolean, content?: Partial<Content>): void {
      takeUp(startNote(newId<NoteId>(), place, placed, now(), content))
    },
    change(note: Note): void {
      const waits = (item: Queued): boolean => item.noteId === note.id && !item.refused && item.deed.is !== 'erase'
      takeUp(startChange(note, store.get().queue.some(waits), note.author === me, now()))
    },
    goOn(noteId: NoteId): void {
      const { unfinished, queue, live } = store.get()
      const kept = unfinished.find((one) => one.noteId === noteId)
      if (kept) takeUp(reconcile(kept, queue, live?.cloth.notes ?? []))
    },
    type({ content, place }: { content?: Partial<Content>; place?: Place }): void {
      const { writing } = store.get()
      if (!writing) return
      const placed = place ? { place, placed: true } : {}
      const next: Writing = { ...writing, ...placed, content: { ...writing.content, ...content } }
      store.set({ writing: next })
      keep(next)
      grow(next)
      clearTimeout(rest)
      rest = setTimeout(becomeWord, restMs)
    },
    answered(item: Queued, answer: NoteAnswer): void {
      const { writing } = store.get()
      if (!writing) return
      const next = afterAnswer(writing, item, answer)
      if (next.noteId !== writing.noteId) shelf.remove(keyOf(writing.noteId))
      store.set({ writing: next })
      keep(next)
      // The word ended the draft, and with it the lock; the note is still in hand, so it holds on.
      if (shownToOthers) grow(next)
    },
    /** The words themselves are to be gone: nothing of them stays on the device. */
    drop(noteId: NoteId): void {
      shelf.remove(keyOf(noteId))
      const { writing, unfinished } = store.get()
      store.set({
        writing: writing?.noteId === noteId ? null : writing,
        unfinished: unfinished.filter((one) => one.noteId !== noteId),
      })
    },
    /** Nobody is there to see a draft any more. What is in hand is kept, and nothing is sent. */
    putDown(): void {
      clearTimeout(rest)
      pacer.stop()
      const { writing } = store.get()
      if (writing) keep(writing)
      store.set({ writing: null, unfinished: findUnfinished(me, familyId) })
    },
  }
}
