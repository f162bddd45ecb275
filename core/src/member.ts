import { z } from 'zod'
import { personId } from './ids.ts'
import { personCard } from './people.ts'

/** GET /api/families/:familyId/members: the children of the own family, and who can be said to answer for one more. */
export const members = z.object({
  /** Whether the signed-in person may tell of a child: who speaks for the family. */
  mayAdd: z.boolean(),
  children: z.array(personCard.extend({ age: z.int().nullable() })),
  /** Other grown members, who may hold parental responsibility too. */
  grown: z.array(z.object({ id: personId, calledName: z.string() })),
})
export type Members = z.infer<typeof members>
