import type { AreaCode } from '../areas.ts'
import { dayInOslo } from '../dates.ts'
import type { FamilyId, MunicipalityId, PartyId, PersonId } from '../ids.ts'
import { counts, hasHappened, isAhead, type AccessFacts, type ConsentFact } from './facts.ts'
import { ageOf, responsibilitiesIn } from './people.ts'

/** A yes that counts now: begun, not over by time, not ended; said aloud, only when somebody else has said that they heard it. */
export function isActiveYes(consent: ConsentFact, now: Date): boolean {
  return consent.answer === 'yes' && counts(consent, now) && isAhead(consent.endedAt, now) && isVouchedFor(consent, now)
}

/** Nobody vouches for their own words, nor for what they wrote down themself. By code it is vouched for from when the code was answered with a yes. */
export function isVouchedFor({ channel, witnesses, giver, recorder, coded }: ConsentFact, now: Date): boolean {
  if (channel === 'code') return coded?.answer === 'yes' && hasHappened(coded.at, now)
  return (
    channel !== 'oral' ||
    witnesses.some(({ person, at }) => person !== giver && person !== recorder && hasHappened(at, now))
  )
}

/**
 * Whether what has been said adds up to a consent of `person` to `party` for `area` in a family (decision 0003, 8; REQ-16).
 * From the area's consent age the person says yes alone, or a guardian within the mandate unless the person has spoken against it; before it, everybody who answers
 * for them must have, but for a parent without whom it is lawful (isEnoughWithout). A yes by anybody else counts for nothing, and where no age is
 * set nobody can consent.
 */
export function effectiveConsent(
  facts: AccessFacts,
  { family, party, person, area }: { family: FamilyId; party: PartyId; person: PersonId; area: AreaCode },
  now: Date,
): boolean {
  const age = ageOf(facts, person, now)
  const fromAge = consentAgeIn(facts, family, area, now)
  if (age === undefined || fromAge === undefined) return false

  const saidYes = new Set(
    activeYeses(facts, family, party, now)
      .filter((consent) => consent.persons.includes(person) && consent.areas.includes(area))
      .map((consent) => consent.giver),
  )
  const answering = responsibilitiesIn(facts, person, area, now)
  if (age >= fromAge) {
    const guardians = answering.filter((each) => each.kind === 'guardian')
    if (saidYes.has(person)) return true
    return (
      guardians.some((guardian) => saidYes.has(guardian.holder)) &&
      !spokeAgainst(facts, { family, party, person, area }, now)
    )
  }
  return (
    answering.some((each) => saidYes.has(each.holder)) &&
    answering.every(
      (each) =>
        saidYes.has(each.holder) ||
        (each.kind === 'parental' && isEnoughWithout(facts, { family, party, person, area, holder: each.holder }, now)),
    )
  )
}

/**
 * Whether who said this yes speaks for the person in the area just now, so that it counts for something there: themself when old enough, a guardian within the
 * mandate whom they have not spoken against, and for who is younger anybody who answers for them.
 */
export function speaksFor(facts: AccessFacts, yes: ConsentFact, person: PersonId, area: AreaCode, now: Date): boolean {
  if (!yes.persons.includes(person) || !yes.areas.includes(area)) return false
  const age = ageOf(facts, person, now)
  const fromAge = consentAgeIn(facts, yes.family, area, now)
  if (age === undefined || fromAge === undefined) return false
  const answers = responsibilitiesIn(facts, person, area, now).filter((each) => each.holder === yes.giver)
  if (age < fromAge) return answers.length > 0
  if (yes.giver === person) return true
  const { family, party } = yes
  return answers.some((each) => each.kind === 'guardian') && !spokeAgainst(facts, { family, party, person, area }, now)
}

/**
 * Whether who has a guardian has spoken against what the guardian says yes to (docs/decisions/0041): their last word to the service about the area, for themself,
 * is a no, or a yes they took back (not one that ended because they moved out). What lifts it is a later yes of their own, from when it counts for anything.
 */
function spokeAgainst(
  facts: AccessFacts,
  { family, party, person, area }: { family: FamilyId; party: PartyId; person: PersonId; area: AreaCode },
  now: Date,
): boolean {
  const own = facts.consents.filter((each) => each.family === family && each.party === party && each.giver === person)
  const names = (each: ConsentFact) =>
    each.answer === 'yes' && each.persons.includes(person) && each.areas.includes(area)
  const movedOutAt = (at: Date) =>
    facts.members.some(
      (each) => each.family === family && each.person === person && each.to?.getTime() === at.getTime(),
    )
  return own.some((against) => {
    const at = against.answer === 'no' ? against.from : against.endedAt
    if (!hasHappened(at, now)) return false
    if (against.answer === 'yes' && (!names(against) || movedOutAt(at))) return false
    const later = own.filter(
      (each) => each !== against && names(each) && hasHappened(each.from, now) && at <= each.from,
    )
    return !later.some((each) => isVouchedFor(each, now))
  })
}

/**
 * Whether a lawful reason is recorded why the yes of others is enough without this parent's (REQ-16, docs/decisions/0036): it counts from and to its days, until it
 * is ended. Who has ever said no to the service in this family has been reached: then there is no reason, and the no stands. So has who took back a yes to it for
 * this person and area; a yes that ended because its giver moved out in that moment was taken back by nobody.
 */
function isEnoughWithout(
  facts: AccessFacts,
  {
    family,
    party,
    person,
    area,
    holder,
  }: { family: FamilyId; party: PartyId; person: PersonId; area: AreaCode; holder: PersonId },
  now: Date,
): boolean {
  const answers = facts.consents.filter(
    (consent) => consent.family === family && consent.party === party && consent.giver === holder,
  )
  const saidNo = answers.some((consent) => consent.answer === 'no' && hasHappened(consent.from, now))
  const movedOutAt = (at: Date) =>
    facts.members.some(
      (member) => member.family === family && member.person === holder && member.to?.getTime() === at.getTime(),
    )
  const tookBack = answers.some(
    ({ answer, endedAt, persons, areas }) =>
      answer === 'yes' &&
      endedAt !== null &&
      hasHappened(endedAt, now) &&
      persons.includes(person) &&
      areas.includes(area) &&
      !movedOutAt(endedAt),
  )
  const isRecorded = facts.soleConsents.some(
    (reason) =>
      reason.family === family &&
      reason.person === person &&
      reason.without === holder &&
      counts(reason, now) &&
      // What is ended is ended: also for who began before, and waited meanwhile.
      reason.endedAt === null,
  )
  return isRecorded && !saidNo && !tookBack
}

/** At least one effective consent to a party in a family: any person, any area. */
export function hasAnyConsent(facts: AccessFacts, family: FamilyId, party: PartyId, now: Date): boolean {
  const named = activeYeses(facts, family, party, now).flatMap((consent) => consent.persons)
  return named.some((person) => hasConsentOf(facts, { family, party, person }, now))
}

/** At least one effective consent of `person` to a party in a family, for any area. */
export function hasConsentOf(
  facts: AccessFacts,
  { family, party, person }: { family: FamilyId; party: PartyId; person: PersonId },
  now: Date,
): boolean {
  const areas = activeYeses(facts, family, party, now).flatMap((consent) => consent.areas)
  return areas.some((area) => effectiveConsent(facts, { family, party, person, area }, now))
}

function activeYeses(facts: AccessFacts, family: FamilyId, party: PartyId, now: Date): ConsentFact[] {
  return facts.consents.filter(
    (consent) =>
      consent.family === family &&
      consent.party === party &&
      consent.purpose === facts.readFor &&
      isActiveYes(consent, now),
  )
}

/** From which age one consents alone in an area, by the newest version valid today. */
function consentAgeIn(facts: AccessFacts, family: FamilyId, area: AreaCode, now: Date): number | undefined {
  const municipality = municipalityOf(facts, family)
  return newestToday(
    facts.consentAges.filter((each) => each.municipality === municipality && each.area === area),
    now,
  )?.fromAge
}

/** Until which age those who answer for a child see its life, or its own words, in an area. */
export function parentsUntil(
  facts: AccessFacts,
  family: FamilyId,
  area: AreaCode,
  subject: 'life' | 'words',
  now: Date,
): number | undefined {
  const municipality = municipalityOf(facts, family)
  return newestToday(
    facts.childRules.filter(
      (each) => each.municipality === municipality && each.area === area && each.subject === subject,
    ),
    now,
  )?.parentsUntil
}

function municipalityOf(facts: AccessFacts, family: FamilyId): MunicipalityId | undefined {
  return facts.families.find((each) => each.id === family)?.municipality
}

/** Law is data in versions: the newest that is valid today counts, a later one not yet. */
function newestToday<Version extends { readonly validFrom: string }>(
  versions: readonly Version[],
  now: Date,
): Version | undefined {
  const today = dayInOslo(now)
  return versions
    .filter((each) => each.validFrom <= today)
    .toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1))[0]
}
