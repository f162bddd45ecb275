import type { PersonId } from '../ids.ts'
import type { AccessFacts, SoleConsentFact } from './facts.ts'
import { responsibilitiesFor, shareMunicipality } from './people.ts'
import { leads, maySeeMembers } from './structure.ts'
import { mustNotBeFound } from './whereabouts.ts'

/**
 * Whether a person sees a recorded reason why one of two who answer for somebody is enough (docs/decisions/0036): whoever answers for them,
 * the one who is left out as well, and the leader once the family is theirs to know. Also when it is over: it is never hidden afterwards. But out of a home
 * where somebody must not be found, nothing is told to who does not know that home.
 */
export function maySeeSoleReason(facts: AccessFacts, person: PersonId, reason: SoleConsentFact, now: Date): boolean {
  const { family } = reason
  if (!shareMunicipality(facts, person, family)) return false
  const answers = responsibilitiesFor(facts, reason.person, now).some((each) => each.holder === person)
  if (answers && (maySeeMembers(facts, person, family, now) || !mustNotBeFound(facts, family, now))) return true
  return leads(facts, person, family, now)
}
