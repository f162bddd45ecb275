import { z } from 'zod'
import { calendarDay } from './dates.ts'
import { householdMember } from './household.ts'
import { familyId } from './ids.ts'

/**
 * GET /api/families/:familyId/door/responsibilities: who is of a family at the door, by the name they are called, and who answers for them. For the core team, as
 * long as nobody leads the family (decision 0042).
 */
export const answeredAtDoor = z.object({
  familyId,
  today: calendarDay,
  members: z.array(householdMember.pick({ id: true, calledName: true, age: true, isChild: true, answersFor: true })),
})
export type AnsweredAtDoor = z.infer<typeof answeredAtDoor>
