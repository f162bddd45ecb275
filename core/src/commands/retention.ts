import { z } from 'zod'
import { calendarDay } from '../dates.ts'
import { commandId, holdId } from '../ids.ts'
import { holdOver, holdReason, mayBeKeptQuiet } from '../retention.ts'

/** POST /api/holds: from now on nothing of them is deleted. */
export const placeHold = z
  .strictObject({
    commandId,
    holdId,
    over: holdOver,
    because: holdReason,
    told: z.boolean(),
    until: calendarDay.nullable(),
  })
  .refine(({ because, told }) => told || mayBeKeptQuiet(because), { path: ['told'] })
export type PlaceHold = z.infer<typeof placeHold>

/** POST /api/holds/:holdId/lift: the rules count again, from the next night. */
export const liftHold = z.strictObject({ commandId })
export type LiftHold = z.infer<typeof liftHold>

export const holdAnswered = z.object({ done: z.literal(true) })
