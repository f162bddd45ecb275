import { activeSeats, maySee, seesAsOwn, seesAtTheTable, seesBySeatAndConsent } from '../access.ts'
import type { PersonId } from '../ids.ts'
import type { AccessFacts, DraftFact, NoteFact, Place, PromiseFact } from './facts.ts'
import { onlyPerson, shareMunicipality } from './people.ts'

/** How long a draft holds its note softly locked after the last stroke. */
const draftHolds = 30_000

/**
 * The writing condition (decision 0003, 12): the place is in the person's sight by case 1, 2 or 3. What is `own` or a child's is
 * written by that person alone, not by who answers for them and not by the leader. Neither own work nor an act writes, and a large screen,
 * whatever is open to it, writes nothing.
 */
export function mayWriteAt(facts: AccessFacts, person: PersonId, place: Place, now: Date): boolean {
  if (facts.screens.includes(person)) return false
  if (!shareMunicipality(facts, person, place.family) || place.about.family !== place.family) return false
  if (place.privacy !== 'table') return onlyPerson(place.about) === person
  return (
    seesAsOwn(facts, person, place, now) ||
    seesBySeatAndConsent(facts, person, place, now) ||
    seesAtTheTable(facts, person, place, now)
  )
}

/** A new note: written by the person themself, in a place they may write. */
export function mayWriteNote(facts: AccessFacts, person: PersonId, note: NoteFact, now: Date): boolean {
  return note.author === person && note.writtenBy === person && mayWriteAt(facts, person, note, now)
}

/**
 * A changed note: its own, or one at the table seen by case 1 or 2 (a guest changes only their own); where it stood and where it
 * stands the person may write; the first author stays, and who wrote the words that now stand is the person.
 */
export function mayChangeNote(
  facts: AccessFacts,
  person: PersonId,
  before: NoteFact,
  after: NoteFact,
  now: Date,
): boolean {
  if (!mayWriteAt(facts, person, before, now) || !mayWriteAt(facts, person, after, now)) return false
  // Erased words stay erased: nothing is written over the place where they stood.
  if (!before.hasWords) return false
  // What no longer counts is not written on; beside a correction the words stay where they are.
  if (before.voided && after.hasWords) return false
  if (before.corrected && (isMoved(before, after) || !after.hasWords)) return false
  if (after.family !== before.family || after.author !== before.author || after.writtenBy !== person) return false
  if (before.author === person) return true
  return !isMoved(before, after) && after.hasWords && mayChangeAnothers(facts, person, before, now)
}

function mayChangeAnothers(facts: AccessFacts, person: PersonId, note: NoteFact, now: Date): boolean {
  if (note.privacy !== 'table') return false
  return seesAsOwn(facts, person, note, now) || seesBySeatAndConsent(facts, person, note, now)
}

/** Moved: another cell, area, privacy or other persons (the whole family names none). Nobody but the author takes a note to where others read it (REQ-55). */
function isMoved(before: NoteFact, after: NoteFact): boolean {
  return (
    before.cell !== after.cell ||
    before.area !== after.area ||
    before.privacy !== after.privacy ||
    before.about.persons.join() !== after.about.persons.join()
  )
}

/** A new draft: as a note. */
export function mayWriteDraft(facts: AccessFacts, person: PersonId, draft: DraftFact, now: Date): boolean {
  return draft.writer === person && mayWriteAt(facts, person, draft, now)
}

/** A draft goes on by its writer; left for thirty seconds, whoever may write there takes it over. */
export function mayChangeDraft(
  facts: AccessFacts,
  person: PersonId,
  before: DraftFact,
  after: DraftFact,
  now: Date,
): boolean {
  const isLeft = before.changedAt.getTime() + draftHolds <= now.getTime()
  if (before.writer !== person && !isLeft) return false
  return mayWriteAt(facts, person, before, now) && mayWriteDraft(facts, person, after, now)
}

/** The one thing that is ever deleted: a draft, by its writer, who still sees it. */
export function mayDeleteDraft(facts: AccessFacts, person: PersonId, draft: DraftFact, now: Date): boolean {
  return draft.writer === person && maySee(facts, person, draft, now)
}

/** A promise: given for a party by who holds an active seat of it, in a place where they may write at the table. */
export function mayPromise(facts: AccessFacts, person: PersonId, promise: PromiseFact, now: Date): boolean {
  if (promise.author !== person || promise.privacy !== 'table') return false
  const seats = activeSeats(facts, person, promise.family, now)
  return seats.some((seat) => seat.party === promise.party) && mayWriteAt(facts, person, promise, now)
}
