import type { PersonId } from '../ids.ts'
import { counts, type AccessFacts, type SheetFact } from './facts.ts'

/**
 * Who reads what somebody sent of herself without an account (decision 0042): the core team of the municipality she sent it to, until it is taken in or taken back.
 * Nobody else who works there, nobody of a family, and not she herself: her code tells her that it came.
 */
export function maySeeSheet(facts: AccessFacts, person: PersonId, sheet: SheetFact, now: Date): boolean {
  const isHere = facts.persons.some((each) => each.id === person && each.municipality === sheet.municipality)
  return (
    sheet.waits &&
    isHere &&
    facts.roles.some((held) => held.person === person && held.role === 'core_team' && counts(held, now))
  )
}
