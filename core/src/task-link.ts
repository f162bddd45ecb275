import { z } from 'zod'
import { calendarDay, instant } from './dates.ts'
import { taskLinkId } from './ids.ts'

/**
 * A link to one promise (lenke til ett løfte): for who promised something and does not sit at the table. It opens what was promised, the day and
 * first names, and nothing else of the family (scenarios 36, 37).
 */
export const taskWords = z.object({ text: z.string().trim().min(1).max(300) })

/** As the family and its leader see it, beside the promise. */
export const promiseLink = z.object({
  id: taskLinkId,
  name: z.string(),
  /** Exactly what they read. */
  text: z.string(),
  givenAt: instant,
  openedAt: instant.nullable(),
  endsAt: instant,
  mayStop: z.boolean(),
})
export type PromiseLink = z.infer<typeof promiseLink>

/** GET /api/task: what who has the link reads. Nothing of it before confidentiality is declared. */
export const task = z.object({
  name: z.string(),
  endsAt: instant,
  today: calendarDay,
  /** Null: confidentiality is not declared yet. */
  open: z
    .object({
      text: z.string(),
      due: calendarDay,
      /** First names; empty: the whole family. */
      to: z.array(z.string()),
      answer: z.enum(['done', 'not_done']).nullable(),
    })
    .nullable(),
})
export type Task = z.infer<typeof task>
