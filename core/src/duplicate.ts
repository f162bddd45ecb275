import { z } from 'zod'
import { calendarDay, instant } from './dates.ts'
import { familyId, personId } from './ids.ts'

/** How sure it looks: the name and the day; the name, and a day one slip away; the very same name, and another day. */
export const likeness = z.enum(['same_day', 'near_day', 'other_day'])
export type Likeness = z.infer<typeof likeness>

/** Somebody who was named here, and somebody who is here already: perhaps one person. */
export const possibleDuplicate = z.object({
  person: z.object({ id: personId, name: z.string(), born: calendarDay }),
  family: z.object({ id: familyId, name: z.string() }),
  toldAt: instant,
  /** By a referral; else somebody of the family told of them. */
  byReferral: z.boolean(),
  candidate: z.object({ id: personId, name: z.string(), born: calendarDay }),
  candidateFamily: z.object({ id: familyId, name: z.string() }),
  /** What the one who leads there is called; null where nobody does. */
  leader: z.string().nullable(),
  likeness,
})
export type PossibleDuplicate = z.infer<typeof possibleDuplicate>

/** GET /api/duplicates: for the core team; for a leader, where somebody of a family of theirs must not be known at the door. */
export const duplicates = z.object({ today: calendarDay, pairs: z.array(possibleDuplicate) })
export type Duplicates = z.infer<typeof duplicates>

/** POST /api/people/search: people of families I may open, and at the door for the core team. */
export const found = z.object({
  people: z.array(
    z.object({
      id: personId,
      name: z.string(),
      born: calendarDay.nullable(),
      family: z.object({ id: familyId, name: z.string() }),
      /** Found at the door, where there is no family page to open. */
      atDoor: z.boolean(),
    }),
  ),
})
export type Found = z.infer<typeof found>
