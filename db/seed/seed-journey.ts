import type { Phase } from '@velferdslab/core/family'
import type { JourneySubject, Situation } from '@velferdslab/core/journey'

/** An answer to a question 0 to 10 as it is told here: a number, that one would rather not, or nothing. */
export type SeedScore = number | 'rather_not' | 'skipped'

/** How somebody said they were doing. Days from today (negative: ago). */
export interface SeedAnswer {
  readonly by: string
  readonly day: number
  readonly phase: Phase
  readonly score: SeedScore
  readonly words?: string
  /** The leader may read it. */
  readonly shared?: true
}

/** Where somebody placed life, or where the family wants to be (`by_in`: months from that day). */
export interface SeedPlacement {
  readonly by: string
  readonly day: number
  readonly subject: JourneySubject
  readonly situation: Situation
  readonly words?: string
  readonly strength?: SeedScore
  readonly ability?: SeedScore
  readonly goalInMonths?: number
}

export interface SeedJourney {
  readonly answers: readonly SeedAnswer[]
  readonly placements: readonly SeedPlacement[]
}

type Told = readonly [subject: JourneySubject, situation: Situation, words?: string]
/** Several domains placed by one person on one day. */
export const on = (by: string, day: number, ...told: readonly Told[]): SeedPlacement[] =>
  told.map(([subject, situation, words]) => ({ by, day, subject, situation, ...(words ? { words } : {}) }))
/** The whole of life placed, with the two questions. */
export const whole = (
  by: string,
  day: number,
  situation: Situation,
  strength: SeedScore,
  ability: SeedScore,
  words: string,
): SeedPlacement => ({ by, day, subject: 'whole', situation, strength, ability, words })
/** Where somebody wants to be. */
export const goal = (
  by: string,
  day: number,
  subject: JourneySubject,
  situation: Situation,
  words: string,
  goalInMonths: number,
): SeedPlacement => ({ by, day, subject, situation, words, goalInMonths })
