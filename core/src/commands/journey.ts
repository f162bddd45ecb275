import { z } from 'zod'
import { calendarDay } from '../dates.ts'
import { commandId, placementId } from '../ids.ts'
import { journeySubject, mark, situation, vulnerability } from '../journey.ts'
import { ownWords } from '../wellbeing.ts'

/**
 * POST /api/families/:familyId/placements: "this sentence fits". Whose view it is follows from who says it: a grown member speaks for
 * the family, a seat for the team. `base` is the newest placement of the same kind that the person had before them.
 */
export const place = z.strictObject({
  commandId,
  placementId,
  subject: journeySubject,
  mark,
  situation,
  vulnerability: vulnerability.nullable().default(null),
  words: ownWords.nullable(),
  byDay: calendarDay.nullable().default(null),
  base: placementId.nullable(),
})
export type Place = z.infer<typeof place>

export const placementAnswer = z.object({ done: z.literal(true), placementId })
