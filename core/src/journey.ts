import { z } from 'zod'
import { journeyDomains, type AreaCode } from './areas.ts'
import { calendarDay, type CalendarDay } from './dates.ts'
import { familyId, personId, placementId } from './ids.ts'
import { personCard } from './people.ts'
import { answer, meanScore, ownWords, type Answer } from './wellbeing.ts'

/** How life is (docs/domain.md), most vulnerable first. Situation is not phase: a family in Maintain may fall back. */
export const situations = ['untenable', 'vulnerable', 'stable', 'sustainable'] as const
export const situation = z.enum(situations)
export type Situation = z.infer<typeof situation>

/** What is placed: the whole, or one domain. Each by itself; the whole is never worked out from the domains. */
export const journeySubjects = ['whole', ...journeyDomains] as const
export const journeySubject = z.enum(journeySubjects)
export type JourneySubject = z.infer<typeof journeySubject>

/** Whose view it is. Both stand; neither is corrected by the other. */
export const views = ['family', 'team'] as const
export const view = z.enum(views)
export type View = z.infer<typeof view>

/** Where life is at a time, or where the family wants to be. */
export const marks = ['now', 'goal'] as const
export const mark = z.enum(marks)
export type Mark = z.infer<typeof mark>

/**
 * The cell a placement lies in: the whole is common, a domain lies in one of its areas. Where a domain has several it is the one that
 * is most closed: health lies with mental health, which is always ticked by itself (docs/decisions/0010).
 */
export const areaOfSubject: Record<JourneySubject, AreaCode> = {
  whole: 'common',
  housing: 'housing',
  work_education: 'work',
  network: 'network',
  economy: 'economy',
  health: 'mental_health',
  upbringing: 'upbringing',
}

/** The two questions of vulnerability, 0 to 10, each answered by itself: strength and help around us; ability to change what we want to change. */
export const vulnerability = z.strictObject({ strength: answer, ability: answer })
export type Vulnerability = z.infer<typeof vulnerability>

/** One placement as it travels to somebody who may see it. */
export const placement = z.object({
  id: placementId,
  subject: journeySubject,
  view,
  mark,
  situation,
  vulnerability: vulnerability.nullable(),
  words: ownWords.nullable(),
  author: personId,
  onDay: calendarDay,
  /** For a goal: when we want to be there. */
  byDay: calendarDay.nullable(),
})
export type Placement = z.infer<typeof placement>

/** GET /api/families/:familyId/journey: every placement the signed-in person may see, oldest first, and where they may place. */
export const journey = z.object({
  family: z.object({ id: familyId, name: z.string(), onePerson: z.boolean() }),
  today: calendarDay,
  /** Whose view this person speaks for here; null: reads only. */
  speaksFor: view.nullable(),
  /** A child of the family: the journey is drawn with numbers, which are not shown to children. */
  isChild: z.boolean(),
  /** Where I may place, and who could read it: called names, me first, by the rule as it stands now. */
  mayPlace: z.array(z.object({ subject: journeySubject, readers: z.array(z.string()) })),
  people: z.array(personCard),
  placements: z.array(placement),
})
export type Journey = z.infer<typeof journey>

/** Degree of vulnerability, 0 (little) to 10 (much): ten less the mean of what was answered. Null when nothing was: nobody is placed by silence. */
export function degreeOf(answers: Vulnerability | null): number | null {
  const mean = answers && meanScore([answers.strength, answers.ability] satisfies Answer[])
  return mean === null ? null : 10 - mean
}

/** The journey of one subject in one view: where it started, the way, where it is, and where the family wants to be. */
export interface JourneyLine<Row> {
  readonly start: Row | null
  /** Between start and now. */
  readonly between: readonly Row[]
  /** The newest; the start itself when there is only one. */
  readonly now: Row | null
  readonly goal: Row | null
}

type Placed = Pick<Placement, 'subject' | 'view' | 'mark' | 'onDay'>

/** The line of a subject in a view. `history` is in the order it was said; what is of the same day keeps that order. */
export function lineOf<Row extends Placed>(
  history: readonly Row[],
  of: { readonly subject: JourneySubject; readonly view: View },
): JourneyLine<Row> {
  const mine = inDayOrder(history.filter((row) => row.subject === of.subject))
  const way = mine.filter((row) => row.mark === 'now' && row.view === of.view)
  return {
    start: way[0] ?? null,
    between: way.slice(1, -1),
    now: way.at(-1) ?? null,
    goal: mine.filter((row) => row.mark === 'goal').at(-1) ?? null,
  }
}

function inDayOrder<Row extends { readonly onDay: CalendarDay }>(rows: readonly Row[]): Row[] {
  // Sorting keeps the order of equals.
  return [...rows].sort((a, b) => (a.onDay < b.onDay ? -1 : a.onDay > b.onDay ? 1 : 0))
}

/** The newest placement of a subject, view and mark: what a new one is based on. */
export function newestOf<Row extends Placed>(
  history: readonly Row[],
  of: { readonly subject: JourneySubject; readonly view: View; readonly mark: Mark },
): Row | null {
  const line = lineOf(history, of)
  return of.mark === 'goal' ? line.goal : line.now
}

/** Subjects where the two views place life differently now. Only where both have said something: silence is no disagreement. */
export function differences<Row extends Placed & Pick<Placement, 'situation'>>(
  history: readonly Row[],
): { readonly subject: JourneySubject; readonly family: Row; readonly team: Row }[] {
  return journeySubjects.flatMap((subject) => {
    const family = lineOf(history, { subject, view: 'family' }).now
    const team = lineOf(history, { subject, view: 'team' }).now
    return family && team && family.situation !== team.situation ? [{ subject, family, team }] : []
  })
}

/** How far a situation is along the way: 0 untenable to 3 sustainable. For drawing and comparing, never for adding up. */
export function stepOf(at: Situation): number {
  return situations.indexOf(at)
}
