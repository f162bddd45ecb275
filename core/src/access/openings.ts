import { seesAsOwn, seesBySeatAndConsent } from '../access.ts'
import type { PersonId } from '../ids.ts'
import { counts, type AccessFacts, type OpeningFact } from './facts.ts'
import { ageOf, isOfFamily, isPresentMember, responsibilitiesFor, shareMunicipality } from './people.ts'

/** From this age a member who takes part speaks for the family about its course and its table. */
const speaksFrom = 16

/**
 * Who sees that somebody has read (decision 0025): whoever is of the family, as a present member or as guardian of one, and could read such a
 * row themself, not only at a table that is open now. That a page was opened which shows nobody's life, who speaks for the family sees. What
 * was read by an act that has not been told, nobody of them sees. Nor does the
 * privacy officer, who sees all the rest but of a family they are of themself, and no row that was read.
 */
export function maySeeOpening(facts: AccessFacts, person: PersonId, opening: OpeningFact, now: Date): boolean {
  const { family, cells, byUntoldAct } = opening
  if (!shareMunicipality(facts, person, family)) return false
  if (byUntoldAct) return false
  const oversees = facts.roles.some(
    (held) => held.person === person && held.role === 'privacy_officer' && counts(held, now),
  )
  if (oversees && !isOfFamily(facts, person, family, now)) return true
  const isMember = isPresentMember(facts, person, family, now)
  if (!isMember && !isGuardianOfMember(facts, person, opening, now)) return false
  if (cells.length === 0) return isMember && speaks(facts, person, opening, now)
  return cells.some((cell) => seesAsOwn(facts, person, cell, now) || seesBySeatAndConsent(facts, person, cell, now))
}

function isGuardianOfMember(facts: AccessFacts, person: PersonId, { family }: OpeningFact, now: Date): boolean {
  return facts.members.some(
    (member) =>
      member.family === family &&
      counts(member, now) &&
      responsibilitiesFor(facts, member.person, now).some((each) => each.kind === 'guardian' && each.holder === person),
  )
}

function speaks(facts: AccessFacts, person: PersonId, { family }: OpeningFact, now: Date): boolean {
  const takesPart = facts.members.some(
    (member) => member.family === family && member.person === person && member.takesPart && counts(member, now),
  )
  return takesPart && (ageOf(facts, person, now) ?? 0) >= speaksFrom
}
