import { activeSeats, meetingsAdmittedTo } from '../access.ts'
import { dayInOslo } from '../dates.ts'
import type { FamilyId, PersonId } from '../ids.ts'
import { hasAnyConsent } from './consents.ts'
import type { AccessFacts, ProtectionFact, WhereaboutsFact } from './facts.ts'
import { isPresentMember, shareMunicipality } from './people.ts'
import { hasActiveAct, isCoreTeamFor, isGuardianIn, isKnownToSeat } from './structure.ts'

/**
 * Whether a person may know where somebody of a family can be found (decision 0027). Where a meeting is: whoever may open the family otherwise than by a
 * table in progress. How a referred person is reached: the core team, the family, its guardians and its leader. Home, school, kindergarten, work: the same
 * without the core team. As soon as the address of one present member is protected: the family, its leader, and who is named for it and may know the family
 * otherwise than by an act: that names areas of life, and no address.
 */
export function mayKnowWhere(facts: AccessFacts, person: PersonId, row: WhereaboutsFact, now: Date): boolean {
  const { family, what } = row
  if (!shareMunicipality(facts, person, family)) return false
  // How somebody is reached about their referral is for who is to reach them, and no news at home.
  const isForDoor = what === 'referral_contact'
  const atHome = !isForDoor && isPresentMember(facts, person, family, now)
  const leads = activeSeats(facts, person, family, now).some(
    (seat) => seat.role === 'leader' && hasAnyConsent(facts, family, seat.party, now),
  )
  if (atHome || leads) return true
  const guards = !isForDoor && isGuardianIn(facts, person, family, now)
  const sits = isKnownToSeat(facts, person, family, now)
  const acts = hasActiveAct(facts, person, family, now)
  const receives = isCoreTeamFor(facts, person, family, now)
  if (isGuarded(facts, family, now)) {
    const isAtTable = meetingsAdmittedTo(facts, person, family, now).length > 0
    return isNamed(facts, person, family) && (guards || sits || receives || isAtTable)
  }
  if (what === 'meeting_place') return guards || sits || acts
  if (isForDoor) return receives
  return guards
}

/** The address of somebody who belongs to the family now is protected, however strictly. */
function isGuarded(facts: AccessFacts, family: FamilyId, now: Date): boolean {
  return protectionsIn(facts, family, now).length > 0
}

/** Somebody who belongs to the family now must not be found: to who does not know that home nothing about it is told. */
export function mustNotBeFound(facts: AccessFacts, family: FamilyId, now: Date): boolean {
  return protectionsIn(facts, family, now).some((each) => each.isStrict)
}

function protectionsIn(facts: AccessFacts, family: FamilyId, now: Date): ProtectionFact[] {
  const today = dayInOslo(now)
  return facts.protections.filter(
    (each) => each.from <= today && each.endedAt === null && isPresentMember(facts, each.person, family, now),
  )
}

function isNamed(facts: AccessFacts, person: PersonId, family: FamilyId): boolean {
  return facts.keepers.some((each) => each.person === person && each.family === family && each.endedAt === null)
}
