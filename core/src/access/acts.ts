import type { PersonId } from '../ids.ts'
import { counts, hasHappened, type AccessFacts, type ActFact, type ReportFact } from './facts.ts'
import { ageOf, isOfFamily, responsibilitiesIn, shareMunicipality, worksAt } from './people.ts'
import { leads } from './structure.ts'

/** From this age somebody at home is told what was done about the family by law. */
const toldFromAge = 16

/**
 * Whether a person sees that there is an act (decision 0026): who received it and who did it, while they work there; and, when it has been told, the
 * family's own people from sixteen who take part, guardians within whose mandate it lies, and its leader. Nobody else; and before it is told nobody
 * but the two.
 */
export function maySeeAct(facts: AccessFacts, person: PersonId, act: ActFact, now: Date): boolean {
  if (!shareMunicipality(facts, person, act.family)) return false
  if (act.person === person && act.party && !worksAt(facts, person, act.party, now)) return false
  if (act.recordedBy === person && act.recordedParty && !worksAt(facts, person, act.recordedParty, now)) return false
  if (act.person === person || act.recordedBy === person) return true
  if (!hasHappened(act.toldAt, now)) return false
  return isToldAtHome(facts, person, act, now) || leads(facts, person, act.family, now)
}

/** Whether a person sees a report: who wrote it and works there still, and who is named to receive for the service it went to, works there, and is not of the family. */
export function maySeeReport(facts: AccessFacts, person: PersonId, report: ReportFact, now: Date): boolean {
  if (!shareMunicipality(facts, person, report.family)) return false
  if (report.writtenBy === person && worksAt(facts, person, report.fromParty, now)) return true
  return isNamedReceiver(facts, person, report, now) && !isOfFamily(facts, person, report.family, now)
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
  return isNamed && worksAt(facts, person, toParty, now)
}

function isToldAtHome(facts: AccessFacts, person: PersonId, { family, areas }: ActFact, now: Date): boolean {
  const present = facts.members.filter((member) => member.family === family && counts(member, now))
  const takesPart = present.some((member) => member.person === person && member.takesPart)
  if (takesPart && (ageOf(facts, person, now) ?? 0) >= toldFromAge) return true
  return present
    .flatMap((member) => areas.flatMap((area) => responsibilitiesIn(facts, member.person, area, now)))
    .some((each) => each.kind === 'guardian' && each.holder === person)
}
