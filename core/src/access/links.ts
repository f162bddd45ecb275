import { maySee } from '../access.ts'
import type { PersonId } from '../ids.ts'
import { isAhead, type AccessFacts, type LinkFact } from './facts.ts'
import { isPresentMember, shareMunicipality } from './people.ts'
import { isGuardianIn, leads } from './structure.ts'

/**
 * Whether a person sees that somebody has a link to a promise, and what that link says (decision 0037). The family, its guardians and its leader: where they
 * see the promise. Who has it: from when confidentiality is declared, until it ends or is stopped. Nobody else, and who has it sees nothing else.
 */
export function maySeeLink(facts: AccessFacts, person: PersonId, link: LinkFact, now: Date): boolean {
  const { family } = link.promise
  if (!shareMunicipality(facts, person, family)) return false
  if (link.helper === person && link.declaredAt !== null && link.endedAt === null && isAhead(link.endsAt, now))
    return true
  const isOfIt = isPresentMember(facts, person, family, now) || isGuardianIn(facts, person, family, now)
  return (leads(facts, person, family, now) || isOfIt) && maySee(facts, person, link.promise, now)
}
