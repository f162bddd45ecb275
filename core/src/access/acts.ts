import { activeSeats } from '../access.ts'
import type { FamilyId, PersonId } from '../ids.ts'
import { hasAnyConsent } from './consents.ts'
import { counts, hasHappened, type AccessFacts, type ActFact, type ReportFact } from './facts.ts'
import { ageOf, responsibilitiesFor, shareMunicipality } from './people.ts'

/** From this age somebody at home is told what was done about the family by law. */
const toldFromAge = 16

/**
 * Whether a person sees that there is an act (decision 0026): who received it and who did it; and, when it has been told, the family's own people
 * from sixteen who take part, guardians of its members, and its leader. Nobody else; and before it is told nobody but the two.
 */
export function maySeeAct(facts: AccessFacts, person: PersonId, act: ActFact, now: Date): boolean {
  if (!shareMunicipality(facts, person, act.family)) return false
  if (act.person === person || act.recordedBy === person) return true
  if (!hasHappened(act.toldAt, now)) return false
  return isToldAtHome(facts, person, act.family, now) || leads(facts, person, act.family, now)
}

/** Whether a person sees a report: who wrote it, and who is named to receive for the service it went to and works there. Nobody else, ever. */
export function maySeeReport(facts: AccessFacts, person: PersonId, report: ReportFact, now: Date): boolean {
  if (!shareMunicipality(facts, person, report.family)) return false
  return report.writtenBy === person || isNamedReceiver(facts, person, report, now)
}

/** Whether a person sees what one of the family was told of a report: that one alone, and who sees the report. */
export function maySeeTold(
  facts: AccessFacts,
  person: PersonId,
  report: ReportFact,
  told: PersonId,
  now: Date,
): boolean {
  if (!shareMunicipality(facts, person, report.family)) return false
  return told === person || maySeeReport(facts, person, report, now)
}

function isNamedReceiver(facts: AccessFacts, person: PersonId, { toParty }: ReportFact, now: Date): boolean {
  const isNamed = facts.receivers.some((each) => each.person === person && each.party === toParty && counts(each, now))
  return isNamed && facts.roles.some((held) => held.person === person && held.party === toParty && counts(held, now))
}

function isToldAtHome(facts: AccessFacts, person: PersonId, family: FamilyId, now: Date): boolean {
  const present = facts.members.filter((member) => member.family === family && counts(member, now))
  const takesPart = present.some((member) => member.person === person && member.takesPart)
  if (takesPart && (ageOf(facts, person, now) ?? 0) >= toldFromAge) return true
  return present
    .flatMap((member) => responsibilitiesFor(facts, member.person, now))
    .some((each) => each.kind === 'guardian' && each.holder === person)
}

function leads(facts: AccessFacts, person: PersonId, family: FamilyId, now: Date): boolean {
  return activeSeats(facts, person, family, now).some(
    (seat) => seat.role === 'leader' && hasAnyConsent(facts, family, seat.party, now),
  )
}
