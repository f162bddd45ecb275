import type { CellRight } from './cloth-rules.ts'
import type { AddMeasure } from './commands/plan.ts'
import { addMonths, type CalendarDay } from './dates.ts'
import type { AboutId, NoteId, PersonId } from './ids.ts'
import type { Decided } from './refusal.ts'

/** The note a goal is made from, as its maker sees it. */
export interface SourceNote {
  readonly id: NoteId
  readonly authorId: PersonId
  readonly aboutId: AboutId
  readonly area: string
  readonly privacy: string
  readonly erased: boolean
  /** It no longer counts. */
  readonly voided: boolean
}

/**
 * A note becomes a goal. Whoever may write in the goal's cell may make it. Another's note keeps its people and its area (one without an area
 * may get one), and what somebody keeps to themself becomes a goal by their own hand only: nobody carries another's words to new readers.
 */
export function makeGoal(
  note: SourceNote,
  goal: { readonly aboutId: AboutId; readonly area: string },
  right: CellRight | undefined,
  me: PersonId,
): Decided<{ readonly noteId: NoteId; readonly saidBy: PersonId }> {
  if (note.erased) return { refused: 'note-erased' }
  if (note.voided) return { refused: 'note-voided' }
  if (!right?.mayWrite) return { refused: 'plan-area-not-open' }
  const sameReaders =
    note.privacy === 'table' && note.aboutId === goal.aboutId && [goal.area, 'common'].includes(note.area)
  if (note.authorId !== me && !sameReaders) return { refused: 'goal-note-not-yours' }
  return { done: { noteId: note.id, saidBy: note.authorId } }
}

/** How long ahead something of each month can be planned. */
const longestMonths = 60

/** Something to do for a goal. A member does it, a party known at the table, or somebody named in the words. */
export function addMeasure(
  input: Pick<AddMeasure, 'doer' | 'words' | 'monthly' | 'costs'>,
  known: {
    readonly right: CellRight | undefined
    readonly members: readonly string[]
    readonly parties: readonly string[]
  },
): Decided<true> {
  if (!known.right?.mayWrite) return { refused: 'plan-area-not-open' }
  const { doer, monthly, costs } = input
  const isKnown =
    doer.is === 'party'
      ? known.parties.includes(doer.partyId)
      : doer.is === 'member'
        ? known.members.includes(doer.personId)
        : input.words.who !== undefined
  if (!isKnown || costs.some((cost) => !known.parties.includes(cost.partyId)))
    return { refused: 'measure-doer-unknown' }
  if (monthly && monthly.to < monthly.from) return { refused: 'measure-months-backwards' }
  if (monthly && monthly.to > addMonths(monthly.from, longestMonths)) return { refused: 'measure-too-long' }
  return { done: true }
}

/** A measure ends on a day; what lies after is cut. By whoever may write where it stands by a standing right, once. */
export function stopMeasure(
  measure: { readonly stoppedOn: CalendarDay | null },
  right: CellRight | undefined,
): Decided<true> {
  if (measure.stoppedOn !== null) return { refused: 'measure-already-stopped' }
  return right?.mayWrite && right.standing ? { done: true } : { refused: 'plan-area-not-open' }
}

/** How full a frame is: it warns when four fifths are used. */
export function frameState(frame: { readonly amountOre: number; readonly usedOre: number }): 'room' | 'near' | 'full' {
  if (frame.usedOre >= frame.amountOre) return 'full'
  return frame.usedOre * 5 >= frame.amountOre * 4 ? 'near' : 'room'
}
