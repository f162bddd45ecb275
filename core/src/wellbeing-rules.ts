import type { CalendarDay } from './dates.ts'
import type { DecidedEvent, EventKind } from './events.ts'
import type { Phase } from './family.ts'
import type { AboutId, WellbeingId } from './ids.ts'
import type { Decided } from './refusal.ts'
import { momentOf, scoresFromAge, type Answer, type Moment, type WellbeingPrivacy } from './wellbeing.ts'

/** What the rules on answers need to know of the one who answers. */
export interface WellbeingFacts {
  /** The set of people that is me alone; undefined for whoever is no member of the family. */
  readonly aboutMe: AboutId | undefined
  readonly age: number | null
  readonly phase: Phase
  readonly today: CalendarDay
}

/** An answer that stands, as its owner has it. */
export interface StandingAnswer {
  readonly id: WellbeingId
  readonly aboutId: AboutId
  readonly privacy: WellbeingPrivacy
}

export interface NewAnswer {
  readonly id: WellbeingId
  readonly aboutId: AboutId
  readonly privacy: WellbeingPrivacy
  readonly moment: Moment
  readonly onDay: CalendarDay
  readonly answer: Answer
}

export interface Answered<Row> {
  readonly row: Row
  readonly events: readonly DecidedEvent[]
}

/**
 * An answer about oneself. Grown members answer with numbers; a child never (REQ-100). An answer with neither number, nor a wish not to
 * answer, nor words is nothing to keep.
 *
 * @param onDay the day it was given, today at the latest: an answer from an earlier day (on paper) keeps its day
 * @param proof sha256 of the words with their salt, null without words. The number itself is in no event: it must be possible to erase.
 */
export function answerWellbeing(
  facts: WellbeingFacts,
  input: {
    readonly id: WellbeingId
    readonly answer: Answer
    readonly hasWords: boolean
    readonly privacy: WellbeingPrivacy
    readonly onDay: CalendarDay
    readonly proof: string | null
  },
): Decided<Answered<NewAnswer>> {
  if (facts.aboutMe === undefined) return { refused: 'not-found' }
  if (facts.age === null || facts.age < scoresFromAge) return { refused: 'wellbeing-not-for-children' }
  if (input.answer.kind === 'skipped' && !input.hasWords) return { refused: 'wellbeing-nothing-said' }
  if (input.onDay > facts.today) return { refused: 'wellbeing-day-to-come' }
  const moment = momentOf(facts.phase)
  const row = {
    id: input.id,
    aboutId: facts.aboutMe,
    privacy: input.privacy,
    moment,
    onDay: input.onDay,
    answer: input.answer,
  }
  return { done: { row, events: [wellbeingEvent('wellbeing.answered', row, { moment, proof: input.proof })] } }
}

/** Lets the leader read an answer, or no longer. Told to the readers it had or gets; what was kept to oneself is told to nobody else. */
export function shareWellbeing(standing: StandingAnswer, privacy: WellbeingPrivacy): Decided<Answered<StandingAnswer>> {
  const row = { ...standing, privacy }
  if (standing.privacy === privacy) return { done: { row, events: [] } }
  return {
    done: {
      row,
      events: [
        wellbeingEvent(privacy === 'child' ? 'wellbeing.shared' : 'wellbeing.kept', { ...row, privacy: 'child' }, {}),
      ],
    },
  }
}

/** Takes an answer back for good; the chain keeps that there was one. */
export function eraseWellbeing(standing: StandingAnswer): Decided<Answered<StandingAnswer>> {
  return { done: { row: standing, events: [wellbeingEvent('wellbeing.erased', standing, {})] } }
}

function wellbeingEvent(kind: EventKind, row: StandingAnswer, data: DecidedEvent['data']): DecidedEvent {
  return { kind, subject: row.id, cell: { about: row.aboutId, area: 'common', privacy: row.privacy }, data }
}
