import { seesAsOwn, seesBySeatAndConsent } from '../access.ts'
import type { PersonId } from '../ids.ts'
import type { AccessFacts, NoteFact } from './facts.ts'
import { personsAbout, responsibilitiesFor } from './people.ts'
import { leads } from './structure.ts'
import { mayWriteAt } from './writing.ts'

/**
 * Who strikes a note (decision 0030): its author, where they may still write; or the leader, for words at the table that nobody of the
 * family wrote. Once, while there are words.
 */
export function mayVoidNote(facts: AccessFacts, person: PersonId, note: NoteFact, now: Date): boolean {
  if (!note.hasWords || note.voided || !mayWriteAt(facts, person, note, now)) return false
  if (note.author === person) return true
  const isFamily = facts.members.some((member) => member.family === note.family && member.person === note.author)
  const isLeader = leads(facts, person, note.family, now)
  return !isFamily && isLeader && note.privacy === 'table' && isInStandingSight(facts, person, note, now)
}

/**
 * Who puts a correction beside a note (decision 0030): who it is about, or who answers for somebody it is about, and reads it by case 1 or
 * 2; to another's words at the table that still count. Never a large screen, with nobody behind it.
 */
export function mayCorrectNote(facts: AccessFacts, person: PersonId, note: NoteFact, now: Date): boolean {
  if (!note.hasWords || note.voided || note.author === person || note.privacy !== 'table') return false
  if (facts.screens.includes(person)) return false
  const isAboutThem = personsAbout(facts, note.about, now).some(
    (other) =>
      other === person || responsibilitiesFor(facts, other, now).some((responsible) => responsible.holder === person),
  )
  return isAboutThem && isInStandingSight(facts, person, note, now)
}

function isInStandingSight(facts: AccessFacts, person: PersonId, note: NoteFact, now: Date): boolean {
  return seesAsOwn(facts, person, note, now) || seesBySeatAndConsent(facts, person, note, now)
}
