import { z } from 'zod'
import { calendarDay } from './dates.ts'
import { familyId } from './ids.ts'

/** For so many days what was stopped stands on the home of who it was stopped for. */
export const stoppedShownDays = 14

/**
 * GET /api/stopped: what families have stopped for the services I sit for. sharing: the service may read less, or nothing; nobody is told who
 * stopped it, nor why. promise: what it came from was stopped, so it is owed no more.
 */
export const stoppedForMe = z.object({
  today: calendarDay,
  stopped: z.array(
    z.discriminatedUnion('is', [
      z.object({
        is: z.literal('sharing'),
        familyId,
        /** Null where I may not open the family any more. */
        family: z.string().nullable(),
        service: z.string(),
        /** Something may still be read. */
        partly: z.boolean(),
        on: calendarDay,
      }),
      z.object({
        is: z.literal('promise'),
        familyId,
        family: z.string().nullable(),
        text: z.string(),
        on: calendarDay,
      }),
    ]),
  ),
})
export type StoppedForMe = z.infer<typeof stoppedForMe>
export type Stopped = StoppedForMe['stopped'][number]
