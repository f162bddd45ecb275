import type { AreaCode } from '@velferdslab/core/areas'
import type { CellCode, Cloth, Draft, Note } from '@velferdslab/core/cloth'
import type { AboutWhom } from '@velferdslab/core/commands/cloth'
import type { NoteId, PersonId } from '@velferdslab/core/ids'
import type { Queue, Queued } from '../../live/command-queue.ts'
import { draftsInCalm, lastWriter, shownInCalm, type CalmSince } from '../../live/held-back.ts'
import { isUnfinished, reconcile, type Writing } from '../../live/writing.ts'
import { writableIn } from './about-whom.ts'
import { areaOrder, spotOf, type Spot } from './cells.ts'

/** One note as it is drawn: what the server has told, with what waits in my queue laid upon it. */
export type NoteView = {
  is: 'note'
  key: NoteId
  note: Note
  /** My own last command on it, under way. */
  waiting: Queued | null
  /** It should have gone by now. A word on its way in the usual half second is no news. */
  isLate: boolean
  /** A command of mine that the server has refused: its text stays in sight. */
  refused: Queued | null
  /** Somebody else is writing in it. */
  lockedBy: Draft | null
  isNew: boolean
  isMine: boolean
  /** It stands only on this device: the server has not taken it yet. */
  isOnlyHere: boolean
  /** In my hands just now. */
  inHands: boolean
  /** Notes that stand beside this one, where two edits met. */
  beside: NoteView[]
}
export type Item =
  | NoteView
  /** A note of somebody else's that is not a word yet. */
  | { is: 'growing'; key: NoteId; draft: Draft }
  /** A new note in my hands. */
  | { is: 'mine'; key: NoteId; place: Hands['place'] }
  /** A text from before a crash or a cut. */
  | { is: 'unfinished'; key: NoteId; writing: Writing }

export type CellView = {
  cell: CellCode
  area: AreaCode
  items: Item[]
  mayWrite: boolean
  notes: number
  isNew: boolean
}

export type ClothView = {
  cellOf: (cell: CellCode, area: AreaCode) => CellView
  /** Areas with something in them, or opened. */
  areas: AreaCode[]
  /** Chosen by the family, but empty. */
  folded: AreaCode[]
  /** Not on the cloth yet, and mine to write in. */
  offered: AreaCode[]
  notes: number
  newNotes: number
  /** Texts of mine that have no cell to stand in. */
  homeless: { refused: Queued[]; unfinished: Writing[] }
}

/** The note in my hands, as far as it decides where things stand: not its words, which change with every key. */
export type Hands = Pick<Writing, 'noteId' | 'place' | 'placed'>

export type ViewInput = {
  cloth: Cloth
  me: PersonId
  queue: Queue
  hands: Hands | null
  /** The server answers. */
  inContact: boolean
  unfinished: readonly Writing[]
  /** Areas opened by hand. */
  opened: readonly AreaCode[]
  calm: CalmSince | null
  /** What others wrote after this is new. */
  seenUntil: string
}

export function viewOf(input: ViewInput): ClothView {
  const { cloth, me, queue, hands } = input
  const told = input.calm ? shownInCalm(cloth.notes, input.calm, me) : cloth.notes
  const drafts = (input.calm ? draftsInCalm(cloth.drafts, told) : cloth.drafts).filter((draft) => draft.writer !== me)
  const notes = withQueue(told, queue, cloth, me)
  const views = new Map(notes.map((note) => [note.id, noteView(note, told, drafts, input)]))
  const unfinished = input.unfinished
    .filter((one) => one.noteId !== hands?.noteId)
    .map((one) => reconcile(one, queue, cloth.notes))
    .filter(isUnfinished)

  const cells = new Map<Spot, Item[]>()
  const put = (at: { cell: CellCode; area: AreaCode }, item: Item): void => {
    const spot = spotOf(at)
    cells.set(spot, [...(cells.get(spot) ?? []), item])
  }
  for (const view of views.values()) {
    const other = view.note.beside && view.note.beside !== view.key ? views.get(view.note.beside) : undefined
    if (other && spotOf(other.note) === spotOf(view.note)) other.beside.push(view)
    else put(view.note, view)
  }
  for (const draft of drafts) if (!views.has(draft.noteId)) put(draft, { is: 'growing', key: draft.noteId, draft })
  const reachable = (place: { area: AreaCode }): boolean => writableIn(cloth, place.area) !== undefined
  for (const one of unfinished)
    if (one.placed && reachable(one.place)) put(one.place, { is: 'unfinished', key: one.noteId, writing: one })
  if (hands?.placed && !views.has(hands.noteId)) put(hands.place, { is: 'mine', key: hands.noteId, place: hands.place })

  const inUse = new Set([...cells.values()].flatMap((items) => items.map((item) => areaOfItem(item))))
  const areas = areaOrder.filter((area) => inUse.has(area) || input.opened.includes(area))
  return {
    cellOf(cell, area) {
      const items = cells.get(spotOf({ cell, area })) ?? []
      const all = items.flatMap((item) => (item.is === 'note' ? [item, ...item.beside] : []))
      const mayWrite = writableIn(cloth, area) !== undefined
      return { cell, area, items, mayWrite, notes: all.length, isNew: all.some((view) => view.isNew) }
    },
    areas,
    folded: areaOrder.filter((area) => cloth.areas.includes(area) && !areas.includes(area)),
    offered: areaOrder.filter(
      (area) => writableIn(cloth, area) && !cloth.areas.includes(area) && !areas.includes(area),
    ),
    notes: views.size,
    newNotes: [...views.values()].filter((view) => view.isNew).length,
    homeless: {
      refused: queue.filter((item) => item.refused && !views.has(item.noteId)),
      unfinished: unfinished.filter((one) => !one.placed || !reachable(one.place)),
    },
  }
}

/** Notes the server has told of, with my waiting commands upon them; and those that so far stand only here. */
function withQueue(told: readonly Note[], queue: Queue, cloth: Cloth, me: PersonId): Note[] {
  const notes = new Map(told.map((note) => [note.id, note]))
  const known = new Set(cloth.notes.map((note) => note.id))
  for (const item of queue) {
    const { deed, noteId } = item
    const standing = notes.get(noteId)
    if (deed.is === 'write' && !standing && !known.has(noteId) && mayStand(item, cloth)) {
      const { about, ...place } = deed.place
      const own = { id: noteId, author: me, changedBy: null, beside: deed.beside, version: 0, changedAt: item.at }
      const nothing = { voided: null, corrections: [] }
      notes.set(noteId, {
        ...place,
        ...deed.content,
        ...own,
        ...nothing,
        about: aboutOf(about, cloth, '' as Note['about']['id']),
      })
    }
    // A refused change leaves the note as it stands; its text is shown beneath.
    if (item.refused || !standing) continue
    if (deed.is === 'change') {
      notes.set(noteId, { ...standing, ...deed.content, changedBy: standing.author === me ? null : me })
    }
    if (deed.is === 'move') {
      const { about, ...place } = deed.place
      notes.set(noteId, { ...standing, ...place, about: aboutOf(about, cloth, standing.about.id) })
    }
  }
  return [...notes.values()]
}

/** A refused new note stands in its cell while I may still write there; else it waits among the homeless. */
function mayStand(item: Queued, cloth: Cloth): boolean {
  return !item.refused || (item.deed.is === 'write' && writableIn(cloth, item.deed.place.area) !== undefined)
}

function aboutOf(about: AboutWhom, cloth: Cloth, id: Note['about']['id']): Note['about'] {
  if ('whole' in about) return { id, whole: true, persons: cloth.members.map((member) => member.id) }
  return { id, whole: false, persons: about.persons }
}

function noteView(
  note: Note,
  told: readonly Note[],
  drafts: readonly Draft[],
  { me, queue, hands, seenUntil, inContact }: ViewInput,
): NoteView {
  const mine = queue.filter((item) => item.noteId === note.id)
  const waiting = mine.filter((item) => !item.refused).at(-1) ?? null
  return {
    is: 'note',
    key: note.id,
    note,
    waiting,
    isLate: waiting !== null && (!inContact || waiting.tries > 1),
    refused: mine.find((item) => item.refused) ?? null,
    lockedBy: drafts.find((draft) => draft.noteId === note.id) ?? null,
    isNew: lastWriter(note) !== me && note.changedAt > seenUntil,
    isMine: note.author === me,
    isOnlyHere: !told.some((other) => other.id === note.id),
    inHands: hands?.noteId === note.id,
    beside: [],
  }
}

function areaOfItem(item: Item): AreaCode {
  if (item.is === 'note') return item.note.area
  if (item.is === 'mine') return item.place.area
  return item.is === 'growing' ? item.draft.area : item.writing.place.area
}

/** Whether a note would be drawn just the same. */
export function looksTheSame(a: NoteView, b: NoteView): boolean {
  return (
    a.note === b.note &&
    a.lockedBy === b.lockedBy &&
    a.isLate === b.isLate &&
    a.isNew === b.isNew &&
    a.isMine === b.isMine &&
    a.isOnlyHere === b.isOnlyHere &&
    a.waiting?.commandId === b.waiting?.commandId &&
    a.waiting?.deed.is === b.waiting?.deed.is &&
    a.refused?.commandId === b.refused?.commandId &&
    !a.refused &&
    !b.refused
  )
}
