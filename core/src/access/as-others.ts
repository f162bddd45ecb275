import { activeSeats, maySee, partyMayKnow } from '../access.ts'
import type { PartyId, PersonId } from '../ids.ts'
import type { AccessFacts, NoteFact } from './facts.ts'
import { isPresentMember, onlyPerson, personsAbout, responsibilitiesFor } from './people.ts'
import { isGuardianIn } from './structure.ts'

/**
 * Whether a person of the family is shown a note as one that a service can see now (docs/decisions/0036). They belong to it, or are guardian of one who does;
 * they see the note themself; it is about nobody but them and those they answer for; somebody sits there for the service; and what was
 * said yes to lets the service know it. A child's words are the leader's alone, and what is `own` is never shown to a service.
 */
export function seesAsParty(facts: AccessFacts, person: PersonId, party: PartyId, note: NoteFact, now: Date): boolean {
  const isFamilys = isPresentMember(facts, person, note.family, now) || isGuardianIn(facts, person, note.family, now)
  if (!isFamilys || !maySee(facts, person, note, now)) return false
  const theirs = (other: PersonId) =>
    other === person || responsibilitiesFor(facts, other, now).some((each) => each.holder === person)
  if (!personsAbout(facts, note.about, now).every(theirs)) return false
  const seats = facts.seats
    .filter((seat) => seat.family === note.family && seat.party === party)
    .flatMap((seat) => activeSeats(facts, seat.person, note.family, now))
    .filter((seat) => seat.party === party)
  if (seats.length === 0 || note.privacy === 'own') return false
  if (note.privacy === 'child' && (!onlyPerson(note.about) || !seats.some(({ role }) => role === 'leader')))
    return false
  return partyMayKnow(facts, party, note, now)
}
