import { effectiveConsent, hasConsentOf, parentsUntil } from './access/consents.ts'
import {
  counts,
  hasHappened,
  isAhead,
  type AccessFacts,
  type Place,
  type PromiseFact,
  type RowFact,
  type SeatFact,
} from './access/facts.ts'
import {
  isActiveAct,
  ageOf,
  grownAge,
  isGrownAndTakesPart,
  onlyPerson,
  personsAbout,
  responsibilitiesIn,
  shareMunicipality,
} from './access/people.ts'
import type { FamilyId, MeetingId, PartyId, PersonId } from './ids.ts'

/**
 * Who sees a row. The rule is written here by hand from docs/decisions/0003 and is built a second time in
 * the database, which is what really guards the rows. Neither is made from the other: `npm run access:check` compares them.
 */
export type SightCase = 'own' | 'seat' | 'table' | 'work' | 'act'

/** Whether a person sees a row at `now`: the municipality is the same and one of the five cases holds. */
export function maySee(facts: AccessFacts, person: PersonId, row: RowFact, now: Date): boolean {
  return casesOfSight(facts, person, row, now).length > 0
}

/** By which of the five cases a person sees a row; none means that the row does not exist for them. */
export function casesOfSight(facts: AccessFacts, person: PersonId, row: RowFact, now: Date): SightCase[] {
  const holds: Record<SightCase, () => boolean> = {
    own: () => seesAsOwn(facts, person, row, now),
    seat: () => seesBySeatAndConsent(facts, person, row, now),
    table: () => seesAtTheTable(facts, person, row, now),
    work: () => row.is === 'promise' && seesAsOwnWork(facts, person, row, now),
    act: () => seesByAct(facts, person, row, now),
  }
  const cases = Object.keys(holds) as SightCase[]
  return cases.filter((each) => holds[each]())
}

/** Case 1, own: the person is among whom it is about, or answers for one of them. */
export function seesAsOwn(facts: AccessFacts, person: PersonId, place: Place, now: Date): boolean {
  if (!shareMunicipality(facts, person, place.family)) return false
  if (isMisplaced(place)) return false
  const about = personsAbout(facts, place.about, now)
  return about.includes(person) || about.some((other) => answersForIn(facts, person, other, place, now))
}

/**
 * Case 1, answers for (decision 0003, 6): a guardian within the mandate, member or not; a parent only in the household they
 * themselves make up. Then the child rule decides by age. A grown person's own words are nobody else's.
 */
function answersForIn(facts: AccessFacts, person: PersonId, other: PersonId, place: Place, now: Date): boolean {
  const answers = responsibilitiesIn(facts, other, place.area, now)
    .filter((each) => each.holder === person)
    .some((each) => each.kind === 'guardian' || isGrownAndTakesPart(facts, person, place.family, now))
  const age = ageOf(facts, other, now)
  if (!answers || age === undefined) return false
  // Without a rule for the area nobody answers there, for a grown person either: what was never decided stays closed.
  const until = parentsUntil(facts, place.family, place.area, place.privacy === 'table' ? 'life' : 'words', now)
  if (until === undefined) return false
  return age >= grownAge ? place.privacy === 'table' : age < until
}

/**
 * Case 2, seat and consent (decision 0003, 7): an active seat, and an effective consent to its party from every person the row
 * is about. `own` stays with its person; a child's words go to the leader only. Each seat counts with its own party's consents.
 */
export function seesBySeatAndConsent(facts: AccessFacts, person: PersonId, place: Place, now: Date): boolean {
  if (!shareMunicipality(facts, person, place.family)) return false
  if (isMisplaced(place) || place.privacy === 'own') return false
  return activeSeats(facts, person, place.family, now)
    .filter((seat) => place.privacy === 'table' || seat.role === 'leader')
    .some((seat) => partyMayKnow(facts, seat.party, place, now))
}

/** Each person the row is about has consented: for its area, or for any where it is common to all. Nobody left to ask is no consent. */
export function partyMayKnow(facts: AccessFacts, party: PartyId, { family, about, area }: Place, now: Date): boolean {
  const persons = personsAbout(facts, about, now)
  if (persons.length === 0) return false
  return persons.every((person) =>
    area === 'common'
      ? hasConsentOf(facts, { family, party, person }, now)
      : effectiveConsent(facts, { family, party, person, area }, now),
  )
}

/** Case 3, at the table (decision 0003, 9): admitted to a meeting in progress where the family has opened the area. */
export function seesAtTheTable(facts: AccessFacts, person: PersonId, place: Place, now: Date): boolean {
  if (!shareMunicipality(facts, person, place.family)) return false
  if (place.privacy !== 'table' || personsAbout(facts, place.about, now).length === 0) return false
  return meetingsAdmittedTo(facts, person, place.family, now).some((meeting) =>
    facts.openAreas.some(
      (open) =>
        open.meeting === meeting &&
        open.area === place.area &&
        hasHappened(open.openedAt, now) &&
        isAhead(open.closedAt, now),
    ),
  )
}

/**
 * Case 4, own work (decision 0003, 10): the party keeps sight of what it has promised while it holds a seat, and afterwards as
 * far as the law binds it; whatever area and persons.
 */
export function seesAsOwnWork(facts: AccessFacts, person: PersonId, promise: PromiseFact, now: Date): boolean {
  if (!shareMunicipality(facts, person, promise.family)) return false
  if (promise.privacy !== 'table') return false
  if (activeSeats(facts, person, promise.family, now).some((seat) => seat.party === promise.party)) return true
  const isBound = promise.boundUntil !== null && now < promise.boundUntil
  return isBound && onceSatFor(facts, person, promise.family, promise.party, now)
}

/** Case 5, act (decision 0003, 11): a recorded exception or break-glass that names the person, the area and a time. */
export function seesByAct(facts: AccessFacts, person: PersonId, place: Place, now: Date): boolean {
  if (!shareMunicipality(facts, person, place.family)) return false
  if (personsAbout(facts, place.about, now).length === 0) return false
  return facts.acts.some(
    (act) =>
      act.person === person &&
      act.family === place.family &&
      act.areas.includes(place.area) &&
      isActiveAct(facts, act, now),
  )
}

/** `own` and `child` are words of one named person. About several, or the whole family, they are nobody's but an act's. */
function isMisplaced(place: Place): boolean {
  return place.privacy !== 'table' && onlyPerson(place.about) === undefined
}

/** Seats that give something: approved by the family, within their time, declared where the party must (decision 0003, 7). */
export function activeSeats(facts: AccessFacts, person: PersonId, family: FamilyId, now: Date): SeatFact[] {
  return seatsOf(facts, person, family).filter(
    (seat) =>
      hasHappened(seat.approvedAt, now) &&
      counts(seat, now) &&
      isAhead(seat.endedAt, now) &&
      (hasHappened(seat.declaredAt, now) || !mustDeclare(facts, seat.party)),
  )
}

/**
 * A seat that was held: there was a moment, now or before, when it was active. One still to come, ended before it was approved or
 * never declared where it must be has given its party nothing to keep.
 */
function onceSatFor(facts: AccessFacts, person: PersonId, family: FamilyId, party: PartyId, now: Date): boolean {
  return seatsOf(facts, person, family).some((seat) => {
    const began = [seat.approvedAt, seat.from, ...(mustDeclare(facts, party) ? [seat.declaredAt] : [])]
    return (
      seat.party === party &&
      began.every((moment) => hasHappened(moment, now)) &&
      began.every((moment) => isAhead(seat.to, moment) && isAhead(seat.endedAt, moment))
    )
  })
}

function seatsOf(facts: AccessFacts, person: PersonId, family: FamilyId): SeatFact[] {
  return facts.seats.filter((seat) => seat.person === person && seat.family === family)
}

function mustDeclare(facts: AccessFacts, party: PartyId): boolean {
  return facts.parties.find((each) => each.id === party)?.declarationRequired ?? true
}

/** Meetings of a family in progress that a person has declared for, is admitted to and has not left. */
export function meetingsAdmittedTo(facts: AccessFacts, person: PersonId, family: FamilyId, now: Date): MeetingId[] {
  return facts.meetings
    .filter(
      (meeting) => meeting.family === family && hasHappened(meeting.startedAt, now) && isAhead(meeting.endedAt, now),
    )
    .map((meeting) => meeting.id)
    .filter((meeting) =>
      facts.admissions.some(
        (admission) =>
          admission.meeting === meeting &&
          admission.person === person &&
          hasHappened(admission.declaredAt, now) &&
          hasHappened(admission.admittedAt, now) &&
          isAhead(admission.leftAt, now),
      ),
    )
}
