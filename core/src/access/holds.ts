import type { PersonId } from '../ids.ts'
import { counts, type AccessFacts, type HoldFact } from './facts.ts'
import { isOfFamily, isPresentMember, shareMunicipality } from './people.ts'
import { isGuardianIn } from './structure.ts'

/**
 * Who knows that nothing is deleted for now (decision 0034): the privacy officer; and where it is told, those it is about. Over a family: its present members and
 * their guardians, and not an officer who is of it. Over a person: that person, and not an officer whose kin they are. Not its leader, nor anybody at its table.
 */
export function maySeeHold(facts: AccessFacts, person: PersonId, hold: HoldFact, now: Date): boolean {
  const { family, person: over, told } = hold
  if (!shareMunicipality(facts, person, family)) return false
  const oversees = facts.roles.some(
    (held) => held.person === person && held.role === 'privacy_officer' && counts(held, now),
  )
  if (over !== null) return (oversees && !isKin(facts, person, over, now)) || (told && over === person)
  if (oversees && !isOfFamily(facts, person, family, now)) return true
  return told && (isPresentMember(facts, person, family, now) || isGuardianIn(facts, person, family, now))
}

/** Oneself, and whoever is or was of a family that one is of, or was, or answers for somebody in. A hold over one of them covers that family (0034). */
function isKin(facts: AccessFacts, person: PersonId, other: PersonId, now: Date): boolean {
  const families = facts.members.filter((member) => member.person === other).map((member) => member.family)
  return person === other || families.some((family) => isOfFamily(facts, person, family, now))
}
