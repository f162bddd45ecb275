import { z } from 'zod'
import { note } from './cloth.ts'
import { partyId } from './ids.ts'
import { personCard } from './people.ts'

/**
 * GET /api/families/:familyId/parties/:partyId/seen: what a service can read now of what is mine, as it reads it (docs/decisions/0036). Notes that I see
 * myself, and that are about nobody but me and those I answer for.
 */
export const seenByParty = z.object({
  service: z.object({ partyId, name: z.string(), inSentence: z.string() }),
  /** Called names of those who sit there for it. Nobody: then nobody reads anything by it now. */
  seatedBy: z.array(z.string()),
  onePerson: z.boolean(),
  /** Called names of those I answer for, the youngest last. */
  answersFor: z.array(z.string()),
  notes: z.array(note),
  /** Who wrote what, and whom it is about. */
  people: z.array(personCard),
})
export type SeenByParty = z.infer<typeof seenByParty>
