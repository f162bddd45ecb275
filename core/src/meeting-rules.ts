import { areaCodes, isSensitiveArea, type AreaCode } from './areas.ts'
import type { AnswerPerson } from './commands/meeting.ts'
import type { DecidedEvent, EventKind } from './events.ts'
import type { MeetingId, PersonId } from './ids.ts'
import type { Stage } from './meeting.ts'
import type { Decided, RefusalReason } from './refusal.ts'

/** What the rules need to know of a meeting, and of who does something at it. */
export interface TableFacts {
  readonly id: MeetingId
  readonly me: PersonId
  readonly begun: boolean
  /** I hold the leader's seat. */
  readonly leads: boolean
  /** I am a grown member who takes part: I open, close, and say yes. */
  readonly grown: boolean
  readonly belongs: boolean
  readonly sits: boolean
  readonly stage: Stage
  /** The pause that is asked for or on; null when there is none. */
  readonly pause: { readonly id: string; readonly on: boolean } | null
  /** Somebody has been let in and waits for the family's yes. */
  readonly newcomers: readonly PersonId[]
  readonly open: readonly AreaCode[]
  readonly reopens: readonly AreaCode[]
  readonly closedByOther: readonly AreaCode[]
  readonly mayOpen: readonly AreaCode[]
}

/** How somebody stands to the table: what an answer to them starts from. */
export interface Comer {
  readonly id: PersonId
  readonly kind: 'member' | 'seat' | 'guest'
  readonly letIn: boolean
  readonly admitted: boolean
  readonly turnedAway: boolean
  readonly left: boolean
  /** Who said that they leave: themself, or the family or leader who asked. */
  readonly leftBy: PersonId | null
}

/** Everything a press at the table can change; db/src/meeting.ts writes it down. */
export interface TableChange {
  readonly begin?: true
  readonly end?: true
  readonly stage?: Stage
  readonly askPause?: true
  readonly beginPause?: true
  readonly endPause?: true
  readonly openAreas?: readonly AreaCode[]
  readonly closeAreas?: readonly AreaCode[]
  /** Covered until the family's next yes. */
  readonly coverAreas?: readonly AreaCode[]
  /** What was covered is closed for good: forgotten, or opened again in a row of its own. */
  readonly forgetCovered?: readonly AreaCode[]
  readonly person?: {
    readonly id: PersonId
    readonly is: 'comes' | 'returns' | 'let_in' | 'admitted' | 'turned_away' | 'leaves'
  }
  readonly events: readonly DecidedEvent[]
}
/** After so long nobody will come to end it: as long as a session can live at all. The lock on lab.meeting has the same number. */
export const forgottenAfterHours = 12

type Pressed = Decided<TableChange>
const refuse = (refused: RefusalReason): { refused: RefusalReason } => ({ refused })

/**
 * Areas a grown member can open to the table: those the family has chosen, those something is written in, and the shared cells. A family whose
 * cloth is new has chosen none, and may open any; but never is what must always be ticked by itself offered before something stands there.
 */
export function areasToOpen(chosen: readonly AreaCode[], written: readonly AreaCode[]): AreaCode[] {
  const offered = chosen.length > 0 ? chosen : areaCodes.filter((area) => !isSensitiveArea(area))
  const all = new Set<AreaCode>([...offered, ...written, 'common'])
  return areaCodes.filter((area) => all.has(area))
}

export function startMeeting(facts: TableFacts): Pressed {
  if (!facts.leads) return refuse('meeting-only-leader')
  if (facts.begun) return refuse('meeting-not-now')
  return done(facts, 'meeting.started', { begin: true })
}

/** Over: everything closes (the database clears the table itself). Before it has begun: it does not take place. */
export function endMeeting(facts: TableFacts): Pressed {
  if (!facts.leads) return refuse('meeting-only-leader')
  return done(facts, facts.begun ? 'meeting.ended' : 'meeting.cancelled', { end: true })
}

/**
 * How long a meeting is taken to have lasted, in whole quarters for its hours: at least one. One that nobody ended lasted until the last sign of
 * life at the table, for nobody sat there twelve hours.
 */
export function lengthOf(meeting: {
  readonly startedAt: Date
  readonly endedAt: Date
  readonly lastSeen: Date | null
}): number {
  const minutesTo = (end: Date) => (end.getTime() - meeting.startedAt.getTime()) / 60_000
  const whole = minutesTo(meeting.endedAt)
  const minutes = whole < forgottenAfterHours * 60 ? whole : minutesTo(meeting.lastSeen ?? meeting.startedAt)
  return Math.max(15, Math.round(minutes / 15) * 15)
}

export function moveStage(facts: TableFacts, stage: Stage): Pressed {
  if (!facts.leads) return refuse('meeting-only-leader')
  if (!facts.begun) return refuse('meeting-not-now')
  return done(facts, 'meeting.stage_moved', { stage }, { stage })
}

/** "Now we talk about ...": only a grown member says it, and not while something is covered. */
export function openArea(facts: TableFacts, area: AreaCode): Pressed {
  if (!facts.grown) return refuse('meeting-only-family')
  if (!facts.begun) return refuse('meeting-not-now')
  if (isCovered(facts)) return refuse('meeting-covered')
  if (facts.closedByOther.includes(area)) return refuse('meeting-closed-by-other')
  if (!facts.mayOpen.includes(area)) return refuse('not-found')
  const openAreas = facts.open.includes(area) ? [] : [area]
  return done(facts, 'meeting.area_opened', { openAreas }, { area })
}

/** One press. It only narrows, so the leader can do it too; null closes everything. */
export function closeArea(facts: TableFacts, area: AreaCode | null): Pressed {
  if (!facts.grown && !facts.leads) return refuse('meeting-only-family')
  const those = (areas: readonly AreaCode[]) => areas.filter((each) => area === null || each === area)
  const change = { closeAreas: those(facts.open), forgetCovered: those(facts.reopens) }
  return done(facts, 'meeting.area_closed', change, { area })
}

/** Anybody at the table asks for a pause; the family's and the leader's own covers what is open at once. */
export function takePause(facts: TableFacts): Pressed {
  if (!facts.begun) return refuse('meeting-not-now')
  if (facts.pause?.on) return refuse('meeting-covered')
  if (!facts.grown && !facts.leads)
    return facts.pause ? refuse('meeting-not-now') : done(facts, 'meeting.pause_asked', { askPause: true })
  return done(facts, 'meeting.paused', { beginPause: true, coverAreas: facts.open })
}

/** The screen is empty until the family goes on: what was open then opens again by its yes, unless a newcomer waits for theirs. */
export function goOn(facts: TableFacts): Pressed {
  if (!facts.pause) return refuse('meeting-not-now')
  if (facts.pause.on && !facts.grown) return refuse('meeting-only-family')
  if (!facts.grown && !facts.leads) return refuse('meeting-only-family')
  const uncovers = facts.pause.on && facts.newcomers.length === 0
  return done(facts, 'meeting.went_on', { endPause: true, ...(uncovers ? uncover(facts) : {}) })
}

/** I come to the table, or come back. Whoever was asked to step out waits to be asked back. */
export function come(facts: TableFacts, comer: Comer | undefined): Pressed {
  if (!facts.begun || (!facts.sits && !facts.belongs)) return refuse('meeting-not-now')
  const is = comer ? ('returns' as const) : ('comes' as const)
  if (comer?.left && comer.leftBy !== facts.me) return refuse('meeting-asked-out')
  const isIn = comer !== undefined && !comer.left
  return done(facts, 'meeting.came', isIn ? {} : { person: { id: facts.me, is } }, { person: facts.me })
}

export function leave(facts: TableFacts, comer: Comer | undefined): Pressed {
  if (!comer || comer.left) return refuse('meeting-not-now')
  return done(facts, 'meeting.left', { person: { id: comer.id, is: 'leaves' } }, { person: comer.id })
}

/**
 * The leader lets a newcomer into the room: what is open is covered, for nobody hears or sees it before the family has said yes to them. The
 * family's own yes lets in at once.
 */
export function answerPerson(facts: TableFacts, comer: Comer | undefined, answer: AnswerPerson['answer']): Pressed {
  if (!comer) return refuse('not-found')
  if (!facts.grown && !facts.leads) return refuse('meeting-only-family')
  const data = { person: comer.id }
  const waits = !comer.admitted && !comer.turnedAway && !comer.left
  const person = <Is extends NonNullable<TableChange['person']>['is']>(is: Is) => ({ person: { id: comer.id, is } })
  // The last one the family answers uncovers what was open.
  const isLast = !facts.pause?.on && facts.newcomers.every((id) => id === comer.id)
  const uncovers = isLast && facts.grown ? uncover(facts) : {}
  switch (answer) {
    case 'let_in':
      if (!waits || comer.letIn) return refuse('meeting-not-now')
      return done(facts, 'meeting.let_in', { ...person('let_in'), coverAreas: facts.open }, data)
    case 'yes':
      if (!facts.grown) return refuse('meeting-only-family')
      if (!waits) return refuse('meeting-not-now')
      return done(facts, 'meeting.admitted', { ...person('admitted'), ...uncovers }, data)
    case 'not_now':
      if (!waits) return refuse('meeting-not-now')
      if (comer.letIn && !facts.grown) return refuse('meeting-only-family')
      return done(facts, 'meeting.turned_away', { ...person('turned_away'), ...uncovers }, data)
    case 'step_out':
      if (!comer.admitted || comer.left) return refuse('meeting-not-now')
      return done(facts, 'meeting.left', person('leaves'), data)
    case 'back':
      if (!facts.grown) return refuse('meeting-only-family')
      if (!comer.admitted || !comer.left) return refuse('meeting-not-now')
      return done(facts, 'meeting.came', person('returns'), data)
  }
}

function isCovered(facts: TableFacts): boolean {
  return facts.pause?.on === true || facts.newcomers.length > 0
}

function uncover(facts: TableFacts): Pick<TableChange, 'openAreas' | 'forgetCovered'> {
  const openAreas = facts.reopens.filter((area) => !facts.open.includes(area) && !facts.closedByOther.includes(area))
  return { openAreas, forgetCovered: facts.reopens }
}

function done(
  facts: TableFacts,
  kind: EventKind,
  change: Omit<TableChange, 'events'>,
  data: DecidedEvent['data'] = {},
): Pressed {
  return { done: { ...change, events: [{ kind, subject: facts.id, cell: null, data }] } }
}
