import type { AreaCode } from '../areas.ts'
import { ageOn, dayInOslo } from '../dates.ts'
import type { FamilyId, PartyId, PersonId } from '../ids.ts'
import { counts, isAhead, type About, type AccessFacts, type ActFact, type ResponsibilityFact } from './facts.ts'

/** The age at which a person is grown, and parental responsibility ends by itself (barneloven § 30, vergemålsloven § 8). */
export const grownAge = 18

/** Whole years on the Norwegian day of `now`; undefined where no birth date is known. */
export function ageOf(facts: AccessFacts, person: PersonId, now: Date): number | undefined {
  const born = facts.persons.find((each) => each.id === person)?.born
  return born ? ageOn(born, dayInOslo(now)) : undefined
}

export function isGrown(facts: AccessFacts, person: PersonId, now: Date): boolean {
  const age = ageOf(facts, person, now)
  return age !== undefined && age >= grownAge
}

export function isUnderAge(facts: AccessFacts, person: PersonId, now: Date): boolean {
  const age = ageOf(facts, person, now)
  return age !== undefined && age < grownAge
}

/** Decision 0003, 2: a person, and everything they see, belongs to one municipality. */
export function shareMunicipality(facts: AccessFacts, person: PersonId, family: FamilyId): boolean {
  const ofPerson = facts.persons.find((each) => each.id === person)?.municipality
  const ofFamily = facts.families.find((each) => each.id === family)?.municipality
  return ofPerson !== undefined && ofPerson === ofFamily
}

export function isPresentMember(facts: AccessFacts, person: PersonId, family: FamilyId, now: Date): boolean {
  return facts.members.some((member) => member.person === person && member.family === family && counts(member, now))
}

/** Whether somebody is of a family: belongs or belonged to it, or answers for somebody there. Whoever is, is dealt with by others (decision 0026). */
export function isOfFamily(facts: AccessFacts, person: PersonId, family: FamilyId, now: Date): boolean {
  const members = facts.members.filter((member) => member.family === family).map((member) => member.person)
  return (
    members.includes(person) ||
    members.some((member) => responsibilitiesFor(facts, member, now).some((each) => each.holder === person))
  )
}

export function worksAt(facts: AccessFacts, person: PersonId, party: PartyId, now: Date): boolean {
  return facts.roles.some((held) => held.person === person && held.party === party && counts(held, now))
}

/** An act lets one person of a service read: within its time, and while they work there; break-glass, while they hold the role for it. */
export function isActiveAct(facts: AccessFacts, act: ActFact, now: Date): boolean {
  if (!counts(act, now) || !isAhead(act.endedAt, now)) return false
  if (act.kind === 'break_glass' && !mayBreakGlass(facts, act, now)) return false
  return act.party === null || worksAt(facts, act.person, act.party, now)
}

/** The role is held for a service: another's does not keep open what was opened for this one. */
function mayBreakGlass(facts: AccessFacts, { person, party }: ActFact, now: Date): boolean {
  return facts.roles.some(
    (held) =>
      held.person === person && held.role === 'break_glass' && (held.party ?? null) === party && counts(held, now),
  )
}

/** A grown, present member who takes part: those who make up a household (decision 0003, 3 and 6). */
export function isGrownAndTakesPart(facts: AccessFacts, person: PersonId, family: FamilyId, now: Date): boolean {
  const takesPart = facts.members.some(
    (member) => member.person === person && member.family === family && member.takesPart && counts(member, now),
  )
  return takesPart && isGrown(facts, person, now)
}

/** Who answers for a person now. Parental responsibility ends at 18 by itself, guardianship by its own period only. */
export function responsibilitiesFor(facts: AccessFacts, person: PersonId, now: Date): ResponsibilityFact[] {
  return facts.responsibilities.filter(
    (each) =>
      each.person === person && counts(each, now) && (each.kind === 'guardian' || isUnderAge(facts, person, now)),
  )
}

/** Who answers for a person in an area: parental responsibility reaches every area, a guardian's mandate names its own. */
export function responsibilitiesIn(
  facts: AccessFacts,
  person: PersonId,
  area: AreaCode,
  now: Date,
): ResponsibilityFact[] {
  return responsibilitiesFor(facts, person, now).filter((each) => each.kind === 'parental' || reaches(each, area))
}

function reaches(guardianship: ResponsibilityFact, area: AreaCode): boolean {
  return guardianship.mandate !== null && guardianship.mandate.includes(area)
}

/** The whole family: every grown member taking part, and the children such a member answers for (decision 0003, 3). */
export function wholeFamily(facts: AccessFacts, family: FamilyId, now: Date): PersonId[] {
  const present = facts.members.filter((member) => member.family === family && counts(member, now))
  return present
    .map((member) => member.person)
    .filter((person) => {
      if (isGrownAndTakesPart(facts, person, family, now)) return true
      if (!isUnderAge(facts, person, now)) return false
      const holders = responsibilitiesFor(facts, person, now).map((each) => each.holder)
      return holders.some((holder) => isGrownAndTakesPart(facts, holder, family, now))
    })
}

/** The persons a row is about at this moment. Named persons stay named, whatever becomes of their membership. */
export function personsAbout(facts: AccessFacts, about: About, now: Date): readonly PersonId[] {
  return about.whole ? wholeFamily(facts, about.family, now) : about.persons
}

/** Exactly one named person; a family of one that is named as "the whole family" is not that (decision 0003, 4). */
export function onlyPerson(about: About): PersonId | undefined {
  return !about.whole && about.persons.length === 1 ? about.persons[0] : undefined
}
