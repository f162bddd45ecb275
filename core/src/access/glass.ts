import type { PersonId } from '../ids.ts'
import { counts, type AccessFacts, type GlassReviewFact } from './facts.ts'
import { isOfFamily, shareMunicipality } from './people.ts'

/**
 * Whether a person sees that a break-glass is to be looked at, and what came of it (decision 0033): a manager who answers for the service it was read
 * for, or for the whole municipality where no such manager is left; and the privacy officer. Never who read it, and nobody of the family.
 */
export function maySeeGlassReview(facts: AccessFacts, person: PersonId, review: GlassReviewFact, now: Date): boolean {
  if (!mayJudge(facts, person, review, now)) return false
  const isOfficer = facts.roles.some(
    (held) => held.person === person && held.role === 'privacy_officer' && counts(held, now),
  )
  if (isOfficer) return true
  const managers = facts.roles.filter(
    (held) => held.role === 'manager' && counts(held, now) && mayJudge(facts, held.person, review, now),
  )
  const ofService = managers.filter((held) => held.party === review.party)
  const ofAll = managers.filter((held) => held.party === undefined)
  return (ofService.length > 0 ? ofService : ofAll).some((held) => held.person === person)
}

/** Whoever read it, or is of the family, is nobody to say whether it was needed. */
function mayJudge(facts: AccessFacts, person: PersonId, { family, reader }: GlassReviewFact, now: Date): boolean {
  return person !== reader && shareMunicipality(facts, person, family) && !isOfFamily(facts, person, family, now)
}
