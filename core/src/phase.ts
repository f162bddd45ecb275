import { z } from 'zod'
import { calendarDay } from './dates.ts'
import { phase, type Phase } from './family.ts'
import { familyId, phaseMoveId } from './ids.ts'

/**
 * The phase is what the lab does (docs/domain.md): it is moved by the family's yes, asked for by the one who leads. From maintain one may also go
 * back to invest: additional investment, and not a new beginning.
 */
export const nextPhases: Readonly<Record<Phase, readonly Phase[]>> = {
  capture: ['invest'],
  invest: ['maintain'],
  maintain: ['exit', 'invest'],
  exit: [],
}

export const longestPhaseWords = 600

/** GET /api/families/:familyId/phase, for whoever may open the family; what is asked and what was, for the family from sixteen and its leader. */
export const familyPhase = z.object({
  family: z.object({ id: familyId, name: z.string(), onePerson: z.boolean() }),
  today: calendarDay,
  phase,
  /** Where the reader may ask to go on to: the one who leads. */
  mayAsk: z.array(phase),
  /** The reader speaks for the family: their yes is needed. */
  speaks: z.boolean(),
  asked: z
    .object({
      id: phaseMoveId,
      from: phase,
      to: phase,
      why: z.string(),
      by: z.string(),
      on: calendarDay,
      /** What the reader has said. */
      mine: z.enum(['yes', 'no']).nullable(),
      /** Who has not answered, by called name; null for who does not speak for the family. */
      waitsFor: z.array(z.string()).nullable(),
    })
    .nullable(),
  /** The last question was answered with not now, and nothing has been asked since. */
  notNow: z.object({ to: phase, on: calendarDay }).nullable(),
  /** When the family went on, oldest first. */
  moved: z.array(z.object({ to: phase, on: calendarDay })),
})
export type FamilyPhase = z.infer<typeof familyPhase>
