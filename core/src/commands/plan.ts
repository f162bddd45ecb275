import { z } from 'zod'
import { areaCode } from '../areas.ts'
import { calendarDay } from '../dates.ts'
import { commandId, goalId, measureId, noteId, partyId } from '../ids.ts'
import { ore } from '../money.ts'
import { doer, goalWords, measureWords, term } from '../plan.ts'
import { aboutWhom } from './cloth.ts'

/** POST /api/families/:familyId/goals: a note becomes a goal. The browser chooses the id, so that a retry never makes two. */
export const makeGoal = z.strictObject({
  commandId,
  goalId,
  noteId,
  term,
  area: areaCode,
  about: aboutWhom,
  words: goalWords,
})
export type MakeGoal = z.infer<typeof makeGoal>

/** POST /api/families/:familyId/measures */
export const addMeasure = z.strictObject({
  commandId,
  measureId,
  goalId,
  area: areaCode,
  about: aboutWhom,
  words: measureWords,
  doer,
  due: calendarDay,
  monthly: z.strictObject({ from: calendarDay, to: calendarDay }).nullable().default(null),
  /** What it costs each payer: in all, or each month. Empty: it costs nobody anything. */
  costs: z.array(z.strictObject({ partyId, ore })).max(12).default([]),
  estimatedOre: ore.nullable().default(null),
})
export type AddMeasure = z.infer<typeof addMeasure>

/** POST /api/families/:familyId/measures/:measureId/stop: it ends on a day; what lies after is cut. */
export const stopMeasure = z.strictObject({ commandId, on: calendarDay })
export type StopMeasure = z.infer<typeof stopMeasure>

export const goalAnswer = z.object({ done: z.literal(true), goalId })
export const measureAnswer = z.object({ done: z.literal(true), measureId })
