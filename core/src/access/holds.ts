import type { PersonId } from '../ids.ts'
import { counts, type AccessFacts, type HoldFact } from './facts.ts'
import { isOfFamily, isPresentMember, shareMunicipality } from './people.ts'
import { isGuardianIn } from './structure.ts'

/**
 * Who knows that nothing of a family is deleted for now (decision 0034): the privacy officer, but not where it is a family they are of; and where it
 * is told, its present members and their guardians. Not its leader, nor anybody at its table.
 */
export function maySeeHold(facts: AccessFacts, person: PersonId, { family, told }: HoldFact, now: Date): boolean {
  if (!shareMunicipality(facts, person, family)) return false
  const oversees = facts.roles.some(
    (held) => held.person === person && held.role === 'privacy_officer' && counts(held, now),
  )
  if (oversees && !isOfFamily(facts, person, family, now)) return true
  return told && (isPresentMember(facts, person, family, now) || isGuardianIn(facts, person, family, now))
}
