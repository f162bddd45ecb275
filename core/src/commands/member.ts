import { z } from 'zod'
import { calendarDay } from '../dates.ts'
import { commandId, personId } from '../ids.ts'

/**
 * POST /api/families/:familyId/members/child: a parent tells of a child. Who else holds parental responsibility is asked, because both must say yes
 * before anybody reads about the child: members of the family by id, somebody elsewhere by name. No identity number is asked for.
 */
export const addChild = z.strictObject({
  commandId,
  personId,
  name: z.string().trim().min(2).max(120),
  born: calendarDay,
  /** Others at home who hold parental responsibility, besides the one who tells. */
  holders: z.array(personId).max(6),
  /** One who does not live here. */
  otherHolder: z.string().trim().min(2).max(120).nullable(),
})
export type AddChild = z.infer<typeof addChild>

export const memberAnswer = z.object({ done: z.literal(true) })
