import { z } from 'zod'
import { calendarDay } from '../dates.ts'
import { commandId, entryId, measureId, partyId } from '../ids.ts'
import { ore } from '../money.ts'

/** POST /api/families/:familyId/entries/meeting: the hours of a meeting for all who were there, in one command. */
export const bookMeeting = z.strictObject({
  commandId,
  onDay: calendarDay,
  minutes: z.int().min(15).max(960).multipleOf(15),
  /** One line for each who was there for a party: two from the same are two lines. */
  present: z
    .array(z.strictObject({ partyId, item: z.string().max(60) }))
    .min(1)
    .max(30),
})
export type BookMeeting = z.infer<typeof bookMeeting>

/** POST /api/families/:familyId/entries/cost: what a measure cost, parted between its payers by what each has said to pay. */
export const bookCost = z.strictObject({ commandId, measureId, onDay: calendarDay, ore })
export type BookCost = z.infer<typeof bookCost>

/** POST /api/families/:familyId/entries/:entryId/reverse: cancels it exactly; both stay. */
export const reverseEntry = z.strictObject({ commandId })
export type ReverseEntry = z.infer<typeof reverseEntry>

export const entriesAnswer = z.object({ done: z.literal(true), entryIds: z.array(entryId) })
