import type { MunicipalityId, PersonId } from '../ids.ts'
import type { Role } from '../people.ts'
import { counts, type AccessFacts } from './facts.ts'

/** The rules a municipality keeps in versions, and changes by two (decision 0043). */
export const ruleTables = ['statute_rule', 'privacy_word', 'review_rule', 'retention_rule'] as const
export type RuleTable = (typeof ruleTables)[number]
export interface RuleFact {
  readonly table: RuleTable
  readonly municipality: MunicipalityId
}
type Facts = Pick<AccessFacts, 'persons' | 'roles'>

/**
 * Law, words and how long things are kept are everybody's to read in the municipality. What in the trace is worth a look is read by the privacy officer, who
 * looks, and by administrators, who keep it in order: whoever knows where it is not looked could read there.
 */
export function maySeeRule(facts: Facts, person: PersonId, rule: RuleFact, now: Date): boolean {
  if (townOf(facts, person) !== rule.municipality) return false
  return rule.table !== 'review_rule' || holds(facts, person, ['privacy_officer', 'administrator'], now)
}

/** A version is proposed by an administrator, in their own municipality. Nobody writes one by their own hand, whatever they hold. */
export function mayProposeRule(facts: Facts, person: PersonId, municipality: MunicipalityId, now: Date): boolean {
  return townOf(facts, person) === municipality && holds(facts, person, ['administrator'], now)
}

function holds({ roles }: Facts, person: PersonId, wanted: readonly Role[], now: Date): boolean {
  return roles.some((held) => held.person === person && wanted.includes(held.role) && counts(held, now))
}

const townOf = ({ persons }: Facts, person: PersonId) => persons.find((each) => each.id === person)?.municipality
