import { activeSeats, partyMayKnow, seesAsOwn, seesBySeatAndConsent } from '../access.ts'
import type { AreaCode } from '../areas.ts'
import type { FamilyId, PartyId, PersonId } from '../ids.ts'
import { effectiveConsent, hasAnyConsent, isActiveYes, speaksFor } from './consents.ts'
import { counts, hasHappened, type AccessFacts, type ShareFact } from './facts.ts'
import { ageOf, isActiveAct, isOfFamily, isPresentMember, shareMunicipality, worksAt } from './people.ts'
import { isGuardianIn, isKnownToSeat } from './structure.ts'

/** From this age somebody at home is told what was done about the family by law. */
const toldFromAge = 16

/**
 * Whether a person sees a thing that was handed over (decision 0040). Who gave it, while they work there. Who received it, as long as exactly that ground
 * holds: who sits there for the service, or whom the act names. And of the family, always, whoever may read such a row themself; of an act when it has
 * been told, and then those who are told of acts.
 */
export function maySeeShare(facts: AccessFacts, person: PersonId, share: ShareFact, now: Date): boolean {
  if (!shareMunicipality(facts, person, share.family)) return false
  if (share.actor === person && worksAt(facts, person, share.from, now)) return true
  return receives(facts, person, share, now) || isOfTheirLife(facts, person, share, now)
}

/**
 * Whether a person hands a thing to a service on a ground (decision 0040): from a service they sit for there and work at, which somebody there has said yes to;
 * not of their own family; what lies at the table and counts; what their own service knows by yeses, or its own work to its own journal; and within the
 * ground as it stands now.
 */
export function mayHandOver(facts: AccessFacts, person: PersonId, share: ShareFact, now: Date): boolean {
  const { family, from, to, ground, thing } = share
  if (share.actor !== person || !shareMunicipality(facts, person, family) || thing.family !== family) return false
  // The large screen has nobody behind it.
  if (facts.screens.includes(person)) return false
  const sitsThere = activeSeats(facts, person, family, now).some((seat) => seat.party === from)
  if (!sitsThere || !worksAt(facts, person, from, now) || isOfFamily(facts, person, family, now)) return false
  if (!hasAnyConsent(facts, family, from, now)) return false
  if (thing.privacy !== 'table' || (thing.is === 'note' && (!thing.hasWords || thing.voided))) return false
  if (!partyMayKnow(facts, from, thing, now) && !isOwnWork(share)) return false
  const act = facts.acts.find((each) => each.id === ground.id)
  const isTheirs =
    ground.by === 'consent'
      ? facts.seats.some(
          (seat) =>
            seat.family === family &&
            seat.party === to &&
            activeSeats(facts, seat.person, family, now).some((each) => each.party === to),
        )
      : act?.recordedBy === person && act.recordedParty === from
  return isTheirs && restsOnGround(facts, share, now)
}

function receives(facts: AccessFacts, person: PersonId, share: ShareFact, now: Date): boolean {
  const { family, to, ground } = share
  if (!restsOnGround(facts, share, now)) return false
  if (ground.by === 'act') return facts.acts.some((each) => each.id === ground.id && each.person === person)
  const sitsThere = activeSeats(facts, person, family, now).some((seat) => seat.party === to)
  return sitsThere && isKnownToSeat(facts, person, family, now)
}

/** The ground counts now, is one to this service in this family, and reaches the thing: its area, and by a yes every person it was about. */
function restsOnGround(facts: AccessFacts, share: ShareFact, now: Date): boolean {
  const { family, from, to, ground, persons, thing } = share
  if (ground.by === 'act')
    return facts.acts.some(
      (act) =>
        act.id === ground.id &&
        act.family === family &&
        act.kind === 'exception' &&
        act.party === to &&
        act.areas.includes(thing.area) &&
        isActiveAct(facts, act, now),
    )
  const yes = facts.consents.find((each) => each.id === ground.id)
  if (!yes || yes.family !== family || yes.party !== to || yes.purpose !== facts.readFor) return false
  if (!isActiveYes(yes, now)) return false
  const giving = yes.giving ?? []
  if (from !== to && giving.length > 0 && !giving.includes(from)) return false
  // The yes itself must count, and not only others' beside it.
  const carries = (person: PersonId, area: AreaCode) =>
    speaksFor(facts, yes, person, area, now) && isEffective(facts, family, to, person, area, now)
  if (isOwnWork(share)) return yes.persons.some((person) => yes.areas.some((area) => carries(person, area)))
  return persons.length > 0 && persons.every((person) => carries(person, thing.area))
}

/** A yes names no common area: what is common rests on no yes. */
function isEffective(
  facts: AccessFacts,
  family: FamilyId,
  party: PartyId,
  person: PersonId,
  area: AreaCode,
  now: Date,
) {
  return effectiveConsent(facts, { family, party, person, area }, now)
}

/** A decision or promise of the service itself, taken along to its own journal. */
function isOwnWork({ from, to, thing }: ShareFact): boolean {
  return from === to && thing.is === 'promise' && thing.party === from
}

function isOfTheirLife(facts: AccessFacts, person: PersonId, share: ShareFact, now: Date): boolean {
  const { family, ground, thing } = share
  const guards = isGuardianIn(facts, person, family, now)
  if (!guards && !isPresentMember(facts, person, family, now)) return false
  if (ground.by === 'act') {
    const act = facts.acts.find((each) => each.id === ground.id)
    if (!act || !hasHappened(act.toldAt, now)) return false
    if (!guards && !isTold(facts, person, family, now)) return false
  }
  const place = { family, about: thing.about, area: thing.area, privacy: 'table' as const }
  return seesAsOwn(facts, person, place, now) || seesBySeatAndConsent(facts, person, place, now)
}

function isTold(facts: AccessFacts, person: PersonId, family: FamilyId, now: Date): boolean {
  const takesPart = facts.members.some(
    (member) => member.family === family && member.person === person && member.takesPart && counts(member, now),
  )
  return takesPart && (ageOf(facts, person, now) ?? 0) >= toldFromAge
}
