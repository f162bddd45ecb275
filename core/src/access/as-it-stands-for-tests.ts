import type { AreaCode } from '../areas.ts'
import { dayInOslo } from '../dates.ts'
import type { FamilyId, PartyId, PersonId } from '../ids.ts'
import type { AccessFacts, ConsentFact, Place, PromiseFact, ResponsibilityFact } from './facts.ts'

/**
 * Decision 0003 said once more, for tests alone, from its prose and in another manner than the rule: first everything that does not count
 * at this moment is put away, and ages become numbers; after that there is no clock, and who sees is read off what is left.
 */
export function asItStands(facts: AccessFacts, now: Date) {
  const begun = (...moments: readonly (Date | null)[]) => moments.every((each) => each !== null && each <= now)
  const over = (...ends: readonly (Date | null)[]) => ends.some((each) => each !== null && each <= now)
  const lasts = ({ from, to }: { readonly from: Date; readonly to: Date | null }) => begun(from) && !over(to)
  const today = dayInOslo(now)

  // 0003, 1 and 2. Who is not known to be of any age is of none: every comparison with it is no.
  const age = (person: PersonId) => {
    const born = facts.persons.find((each) => each.id === person)?.born
    if (!born) return Number.NaN
    const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4))
    const isBirthdayToCome = today.slice(5) < born.slice(5)
    return isBirthdayToCome ? years - 1 : years
  }
  const townOf = (list: readonly { readonly id: string; readonly municipality: string }[], id: string) =>
    list.find((each) => each.id === id)?.municipality
  const isOfTown = (person: PersonId, family: FamilyId) => {
    const town = townOf(facts.families, family)
    return town !== undefined && townOf(facts.persons, person) === town
  }
  const newest = <Version extends { readonly validFrom: string; readonly municipality: string }>(
    versions: readonly Version[],
    family: FamilyId,
  ) => {
    const valid = versions.filter((each) => each.municipality === townOf(facts.families, family))
    const days = valid.map((each): string => each.validFrom).filter((day) => day <= today)
    return valid.find((each) => each.validFrom === days.sort().at(-1))
  }

  // 0003, 3 and 6: who is at home, who makes up the household, and who answers for whom.
  const present = facts.members.filter(lasts)
  const makesHousehold = (person: PersonId, family: FamilyId) =>
    age(person) >= 18 && present.some((each) => each.family === family && each.person === person && each.takesPart)
  const answering = facts.responsibilities
    .filter(lasts)
    .filter((each) => each.kind === 'guardian' || age(each.person) < 18)
  const reaches = (each: ResponsibilityFact, area: AreaCode) =>
    each.kind === 'parental' || (each.mandate ?? []).includes(area)
  const whole = (family: FamilyId) =>
    present
      .filter((each) => each.family === family)
      .map(({ person }) => person)
      .filter(
        (person) =>
          makesHousehold(person, family) ||
          (age(person) < 18 && answering.some((each) => each.person === person && makesHousehold(each.holder, family))),
      )
  const about = (place: Place) => (place.about.whole ? whole(place.about.family) : place.about.persons)
  /** 0003, 4. */
  const isOneNamed = (place: Place) => !place.about.whole && place.about.persons.length === 1

  // 0003, 7 and 8: seats that give something, and what has been said yes to.
  const declares = (party: PartyId) => !facts.parties.some((each) => each.id === party && !each.declarationRequired)
  const seats = facts.seats
    .filter(lasts)
    .filter((each) => begun(each.approvedAt) && !over(each.endedAt))
    .filter((each) => begun(each.declaredAt) || !declares(each.party))
  const seatsOf = (person: PersonId, family: FamilyId) =>
    seats.filter((each) => each.person === person && each.family === family)
  const isHeard = (yes: ConsentFact) =>
    yes.channel !== 'oral' ||
    yes.witnesses.some((each) => begun(each.at) && ![yes.giver, yes.recorder].includes(each.person))
  const yeses = facts.consents
    .filter(lasts)
    .filter((each) => each.answer === 'yes' && !over(each.endedAt) && isHeard(each) && each.purpose === facts.readFor)
  const mayKnow = (party: PartyId, person: PersonId, area: AreaCode, family: FamilyId) => {
    const givers = yeses
      .filter((each) => each.family === family && each.party === party)
      .filter((each) => each.persons.includes(person) && each.areas.includes(area))
      .map(({ giver }) => giver)
    const from = newest(
      facts.consentAges.filter((each) => each.area === area),
      family,
    )?.fromAge
    const holders = answering.filter((each) => each.person === person && reaches(each, area))
    if (from === undefined) return false
    if (age(person) < from) return holders.length > 0 && holders.every(({ holder }) => givers.includes(holder))
    const alone = [person, ...holders.filter(({ kind }) => kind === 'guardian').map(({ holder }) => holder)]
    return age(person) >= from && alone.some((each) => givers.includes(each))
  }
  const everyArea = [...new Set(yeses.flatMap((each) => each.areas))]
  const mayKnowSomething = (party: PartyId, person: PersonId, family: FamilyId) =>
    everyArea.some((area) => mayKnow(party, person, area, family))
  const hasSomeYes = (party: PartyId, family: FamilyId) =>
    facts.persons.some(({ id }) => mayKnowSomething(party, id, family))

  // 0003, 9 and 11: tables in progress, and acts.
  const tablesOf = (person: PersonId, family: FamilyId) =>
    facts.meetings
      .filter((each) => each.family === family && begun(each.startedAt) && !over(each.endedAt))
      .filter(({ id }) =>
        facts.admissions.some(
          (each) =>
            each.meeting === id &&
            each.person === person &&
            begun(each.declaredAt, each.admittedAt) &&
            !over(each.leftAt),
        ),
      )
      .map(({ id }) => id)
  const worksAt = (person: PersonId, party: PartyId) =>
    facts.roles.filter(lasts).some((each) => each.person === person && each.party === party)
  const actsOf = (person: PersonId, family: FamilyId) =>
    facts.acts
      .filter(lasts)
      .filter((each) => each.person === person && each.family === family && !over(each.endedAt))
      .filter(({ party }) => party === null || worksAt(person, party))

  function own(person: PersonId, place: Place): boolean {
    if (place.privacy !== 'table' && !isOneNamed(place)) return false
    const until = newest(
      facts.childRules.filter(
        (each) => each.area === place.area && each.subject === (place.privacy === 'table' ? 'life' : 'words'),
      ),
      place.family,
    )?.parentsUntil
    return about(place).some(
      (each) =>
        each === person ||
        (until !== undefined &&
          (age(each) < 18 ? age(each) < until : age(each) >= 18 && place.privacy === 'table') &&
          answering.some(
            (one) =>
              one.person === each &&
              one.holder === person &&
              reaches(one, place.area) &&
              (one.kind === 'guardian' || makesHousehold(person, place.family)),
          )),
    )
  }

  function seat(person: PersonId, place: Place): boolean {
    if (place.privacy === 'own' || (place.privacy === 'child' && !isOneNamed(place))) return false
    const parties = seatsOf(person, place.family)
      .filter((each) => place.privacy === 'table' || each.role === 'leader')
      .map(({ party }) => party)
    const knows = (party: PartyId, each: PersonId) =>
      place.area === 'common'
        ? mayKnowSomething(party, each, place.family)
        : mayKnow(party, each, place.area, place.family)
    return about(place).length > 0 && parties.some((party) => about(place).every((each) => knows(party, each)))
  }

  function table(person: PersonId, place: Place): boolean {
    const open = facts.openAreas
      .filter((each) => each.area === place.area && begun(each.openedAt) && !over(each.closedAt))
      .map(({ meeting }) => meeting)
    const isOpen = tablesOf(person, place.family).some((meeting) => open.includes(meeting))
    return isOpen && place.privacy === 'table' && about(place).length > 0
  }

  function work(person: PersonId, promise: PromiseFact): boolean {
    if (promise.privacy !== 'table') return false
    if (seatsOf(person, promise.family).some(({ party }) => party === promise.party)) return true
    if (promise.boundUntil === null || promise.boundUntil <= now) return false
    // Once there: at the moment when the last of what it takes had come, the seat was not over.
    return facts.seats.some((each) => {
      if (each.person !== person || each.family !== promise.family || each.party !== promise.party) return false
      const takes = [each.from, each.approvedAt, ...(declares(each.party) ? [each.declaredAt] : [])]
      const complete = Math.max(...takes.map((moment) => moment?.getTime() ?? Infinity))
      const ends = [each.to, each.endedAt].map((end) => end?.getTime() ?? Infinity)
      return complete <= now.getTime() && ends.every((end) => complete < end)
    })
  }

  function act(person: PersonId, place: Place): boolean {
    return about(place).length > 0 && actsOf(person, place.family).some((each) => each.areas.includes(place.area))
  }

  /** 0003, 13: who may open a family at all. */
  function opens(person: PersonId, family: FamilyId): boolean {
    if (!isOfTown(person, family)) return false
    const guards = answering.some(
      (each) =>
        each.kind === 'guardian' &&
        each.holder === person &&
        present.some((member) => member.family === family && member.person === each.person),
    )
    return (
      guards ||
      present.some((each) => each.family === family && each.person === person) ||
      seatsOf(person, family).some(({ party }) => hasSomeYes(party, family)) ||
      tablesOf(person, family).length > 0 ||
      actsOf(person, family).length > 0
    )
  }

  /** 0003, 13 and 0028: who sees what was answered about consent. */
  function hears(person: PersonId, said: ConsentFact): boolean {
    if (!isOfTown(person, said.family)) return false
    if ([said.giver, ...said.persons].includes(person)) return true
    const here = seatsOf(person, said.family)
    if (said.answer === 'yes' && isHeard(said) && here.some(({ party }) => party === said.party)) return true
    const known = here.filter(({ party }) => hasSomeYes(party, said.family))
    const isToSay =
      said.answer === 'yes' &&
      said.channel === 'oral' &&
      said.heardBy === person &&
      ![said.giver, said.recorder, ...said.witnesses.map((each) => each.person)].includes(person) &&
      said.endedAt === null &&
      !over(said.to)
    return known.some(({ role }) => role === 'leader' || isToSay)
  }

  const ownOrSeat = (person: PersonId, place: Place) => own(person, place) || seat(person, place)
  /** 0003, 12: where somebody writes. */
  function writes(person: PersonId, place: Place): boolean {
    if (!isOfTown(person, place.family) || place.about.family !== place.family) return false
    if (facts.screens.includes(person)) return false
    if (place.privacy !== 'table') return isOneNamed(place) && place.about.persons.includes(person)
    return ownOrSeat(person, place) || table(person, place)
  }

  return { isOfTown, own, seat, ownOrSeat, table, work, act, opens, hears, writes, seatsOf, lasts }
}
export type Town = ReturnType<typeof asItStands>
