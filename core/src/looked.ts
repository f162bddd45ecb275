import { z } from 'zod'
import { areaCode } from './areas.ts'
import { calendarDay, instant } from './dates.ts'
import { ground } from './opening.ts'

/** Somebody read, by one right; what lies close together is one visit. Never when it ended, which would tell of what one may not see. */
export const visit = z.object({
  /** What the reader is called; null where the municipality shows services only. */
  name: z.string().nullable(),
  /** The service they read for, as it stands in a sentence; null for who reads for themself. */
  service: z.string().nullable(),
  ground,
  /** Of what there was something to read; none: a page that shows nobody's life. */
  areas: z.array(areaCode),
  /** Whom it was about besides oneself, by called name; none where it was about the whole family. */
  about: z.array(z.string()),
  aboutMe: z.boolean(),
  /** About somebody grown or young who says yes for themself, and that is me. */
  byMyYes: z.boolean(),
  from: instant,
})
export type Visit = z.infer<typeof visit>

/** What is told of what has happened: kinds a family would tell each other. The rest stands on its own pages. */
export const toldKinds = [
  'note.written',
  'goal.made',
  'measure.added',
  'measure.stopped',
  'decision.proposed',
  'decision.decided',
  'decision.outside',
  'promise.answered',
  'journey.placed',
  'journey.goal_set',
  'wellbeing.answered',
  'consent.given',
  'consent.refused',
  'consent.withdrawn',
  'consent.narrowed',
  'consent.ended',
  'share.made',
] as const
export const toldKind = z.enum(toldKinds)
export type ToldKind = z.infer<typeof toldKind>

/** Something that happened on one day, once or more: by whom, about which area, or to which service. */
export const happening = z.object({
  kind: toldKind,
  /** Null: nobody, the time itself; or somebody one no longer knows. */
  by: z.string().nullable(),
  byMe: z.boolean(),
  area: areaCode.nullable(),
  service: z.string().nullable(),
  on: calendarDay,
})
export type Happening = z.infer<typeof happening>

/** GET /api/families/:familyId/looked: who has read about me, and what has happened, newest first. */
export const looked = z.object({
  family: z.object({ onePerson: z.boolean() }),
  today: calendarDay,
  visits: z.array(visit),
  happened: z.array(happening),
})
export type Looked = z.infer<typeof looked>

/** How far back, in days, and how many at most. */
export const lookedDays = 180
export const mostHappenings = 40
