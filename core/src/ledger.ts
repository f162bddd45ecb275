import { z } from 'zod'
import { calendarDay } from './dates.ts'
import { decisionId, entryId, familyId, goalId, measureId, partyId } from './ids.ts'
import { ore } from './money.ts'

/** The investment ledger (investeringsregnskap): what was planned, committed and realised, by whom paid. Whole øre, whole minutes. */
export const entryKinds = ['planned', 'committed', 'realised'] as const
export const entryKind = z.enum(entryKinds)

/** One posting. A reversal carries the same with the sign turned, and names what it cancels. */
export const entry = z.object({
  id: entryId,
  kind: entryKind,
  payerId: partyId,
  goalId: goalId.nullable(),
  measureId: measureId.nullable(),
  decisionId: decisionId.nullable(),
  onDay: calendarDay,
  ore: z.int(),
  minutes: z.int().nullable(),
  hourOre: ore.nullable(),
  reverses: entryId.nullable(),
})
export type Entry = z.infer<typeof entry>

const amounts = z.object({ planned: z.int(), committed: z.int(), realised: z.int(), minutes: z.int() })
export type Amounts = z.infer<typeof amounts>

/** Sums of the same entries along each side: each adds up to the total, to the øre. */
export const sums = z.object({
  total: amounts,
  byPayer: z.array(amounts.extend({ partyId })),
  byMonth: z.array(amounts.extend({ month: z.string().regex(/^\d{4}-\d{2}$/) })),
  byGoal: z.array(amounts.extend({ goalId: goalId.nullable() })),
})
export type Sums = z.infer<typeof sums>

/** GET /api/families/:familyId/account: what was decided, by whom paid, planned and realised, as far as this person may see. */
export const account = z.object({
  familyId,
  today: calendarDay,
  /** Null to a service that may no longer open the family: it keeps its own entries, and nothing else (case 4). */
  family: z.object({ name: z.string(), onePerson: z.boolean() }).nullable(),
  /** Whom the signed-in person can book for: everybody as the leader, else the parties they hold a seat for. */
  books: z.object({ all: z.boolean(), parties: z.array(partyId) }),
  parties: z.array(z.object({ id: partyId, name: z.string() })),
  entries: z.array(entry),
  sums,
  /** Value of what volunteers do, estimated. It stands apart: it is in no sum. */
  estimatedOre: ore,
  /** Hours can be booked at these prices today. */
  hourPrices: z.array(z.object({ item: z.string(), ore, source: z.string() })),
})
export type Account = z.infer<typeof account>
