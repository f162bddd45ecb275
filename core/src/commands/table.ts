import { z } from 'zod'
import { commandId } from '../ids.ts'
import { guestRole } from '../table.ts'

/** POST /api/table/ticket: the code from the screen, for a quarter of an hour to say who one is. Nobody is signed in. */
export const takeTicket = z.strictObject({ code: z.string().max(80) })
/** POST /api/table/arrive: who I am, and my promise. */
export const arriveAtTable = z.strictObject({
  ticket: z.string().max(200),
  name: z.string().trim().min(2).max(80),
  role: guestRole,
  promise: z.literal(true),
})
export type ArriveAtTable = z.infer<typeof arriveAtTable>
/** POST /api/table/come: who is signed in and has a seat takes it by the same code. */
export const comeByTicket = z.strictObject({ commandId, ticket: z.string().max(200) })
/** POST /api/screen: the display link, on the machine of the room. */
export const openScreen = z.strictObject({ link: z.string().max(200) })
