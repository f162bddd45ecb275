import { activeSeats, meetingsAdmittedTo } from '../access.ts'
import type { FamilyId, PersonId } from '../ids.ts'
import { hasAnyConsent, isVouchedFor } from './consents.ts'
import { counts, isAhead, type AccessFacts, type ConsentFact } from './facts.ts'
import { isActiveAct, isPresentMember, responsibilitiesFor, shareMunicipality } from './people.ts'

/** Whether a person knows of a family and the seats at its table (decision 0003, 13). */
export function maySeeFamily(facts: AccessFacts, person: PersonId, family: FamilyId, now: Date): boolean {
  return maySeeMembers(facts, person, family, now) || isCoreTeamFor(facts, person, family, now)
}

/** Whether a person knows who is in a family: the same, without the core team. */
export function maySeeMembers(facts: AccessFacts, person: PersonId, family: FamilyId, now: Date): boolean {
  if (!shareMunicipality(facts, person, family)) return false
  return (
    isPresentMember(facts, person, family, now) ||
    isGuardianIn(facts, person, family, now) ||
    isKnownToSeat(facts, person, family, now) ||
    meetingsAdmittedTo(facts, person, family, now).length > 0 ||
    hasActiveAct(facts, person, family, now)
  )
}

/**
 * Whether a person sees an answer about consent (decision 0003, 13): its giver, whom it names, its own party when it is a yes that was heard,
 * the leader once the family is theirs to know, and who is said to have heard a yes, until they have said so (decision 0028). A no is
 * never shown to who asked, and one parent never sees what the other answered.
 */
export function maySeeConsent(facts: AccessFacts, person: PersonId, consent: ConsentFact, now: Date): boolean {
  if (!shareMunicipality(facts, person, consent.family)) return false
  if (consent.giver === person || consent.persons.includes(person)) return true
  const seats = activeSeats(facts, person, consent.family, now)
  return (
    seats.some((seat) => seat.party === consent.party && consent.answer === 'yes' && isVouchedFor(consent, now)) ||
    leads(facts, person, consent.family, now) ||
    (waitsForWordOf(consent, person, now) && isKnownToSeat(facts, person, consent.family, now))
  )
}

/** A yes said aloud stands before who is said to have heard it until they have answered, and as long as it could still count. */
function waitsForWordOf(consent: ConsentFact, person: PersonId, now: Date): boolean {
  return (
    consent.answer === 'yes' &&
    consent.channel === 'oral' &&
    consent.heardBy === person &&
    consent.giver !== person &&
    consent.recorder !== person &&
    consent.endedAt === null &&
    isAhead(consent.to, now) &&
    !consent.witnesses.some((witness) => witness.person === person)
  )
}

/** A seat alone makes no family known: somebody there must have said an effective yes to its party. */
export function isKnownToSeat(facts: AccessFacts, person: PersonId, family: FamilyId, now: Date): boolean {
  return activeSeats(facts, person, family, now).some((seat) => hasAnyConsent(facts, family, seat.party, now))
}

/** Whether a person leads a family: by a seat that somebody there has said an effective yes to; another seat's yes is not enough. */
export function leads(facts: AccessFacts, person: PersonId, family: FamilyId, now: Date): boolean {
  return activeSeats(facts, person, family, now).some(
    (seat) => seat.role === 'leader' && hasAnyConsent(facts, family, seat.party, now),
  )
}

export function isCoreTeamFor(facts: AccessFacts, person: PersonId, family: FamilyId, now: Date): boolean {
  if (!shareMunicipality(facts, person, family)) return false
  return facts.roles.some((held) => held.person === person && held.role === 'core_team' && counts(held, now))
}

export function isGuardianIn(facts: AccessFacts, person: PersonId, family: FamilyId, now: Date): boolean {
  return facts.members
    .filter((member) => member.family === family && counts(member, now))
    .flatMap((member) => responsibilitiesFor(facts, member.person, now))
    .some((each) => each.kind === 'guardian' && each.holder === person)
}

export function hasActiveAct(facts: AccessFacts, person: PersonId, family: FamilyId, now: Date): boolean {
  return facts.acts.some((act) => act.person === person && act.family === family && isActiveAct(facts, act, now))
}
