import type { PersonId } from '../ids.ts'
import type { AccessFacts, SoleConsentFact } from './facts.ts'
import { responsibilitiesFor, shareMunicipality } from './people.ts'
import { leads } from './structure.ts'

/**
 * Whether a person sees a recorded reason why one of two who answer for somebody is enough (docs/decisions/0036): whoever answers for them,
 * the one who is left out as well, and the leader once the family is theirs to know. Also when it is over: it is never hidden afterwards.
 */
export function maySeeSoleReason(facts: AccessFacts, person: PersonId, reason: SoleConsentFact, now: Date): boolean {
  if (!shareMunicipality(facts, person, reason.family)) return false
  if (responsibilitiesFor(facts, reason.person, now).some((each) => each.holder === person)) return true
  return leads(facts, person, reason.family, now)
}
