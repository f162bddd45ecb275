import { expect, test } from 'vitest'
import type { MunicipalityId } from '../ids.ts'
import type { Role } from '../people.ts'
import { aFamily, after, always, before, fjordvik, id, now } from './a-family-for-tests.ts'
import type { Period } from './facts.ts'
import { mayProposeRule, maySeeRule, ruleTables, type RuleTable } from './rule-registers.ts'

const elsewhere = 'elsewhere' as MunicipalityId
const with_ = (role: Role, period: Period = always) => aFamily({ roles: [{ person: id('worker'), role, ...period }] })
const sees = (table: RuleTable, facts = aFamily(), municipality = fjordvik) =>
  maySeeRule(facts, id('worker'), { table, municipality }, now)

test('a rule is seen in its own municipality alone', () => {
  for (const table of ruleTables) expect(sees(table, with_('administrator'), elsewhere)).toBe(false)
  for (const table of ['statute_rule', 'privacy_word', 'retention_rule'] as const) expect(sees(table)).toBe(true)
})

test('what is looked for in the trace is seen by the privacy officer and by administrators, while they are', () => {
  expect(sees('review_rule')).toBe(false)
  for (const role of ['support', 'key_administrator', 'core_team', 'manager', 'caseworker'] as const)
    expect(sees('review_rule', with_(role)), role).toBe(false)
  for (const role of ['privacy_officer', 'administrator'] as const) {
    expect(sees('review_rule', with_(role))).toBe(true)
    expect(sees('review_rule', with_(role, { from: before(9), to: now }))).toBe(false)
    expect(sees('review_rule', with_(role, { from: after(1), to: null }))).toBe(false)
  }
})

test('a version is proposed by administrators alone, and not for another municipality', () => {
  expect(mayProposeRule(aFamily(), id('worker'), fjordvik, now)).toBe(false)
  expect(mayProposeRule(with_('privacy_officer'), id('worker'), fjordvik, now)).toBe(false)
  expect(mayProposeRule(with_('administrator'), id('worker'), elsewhere, now)).toBe(false)
  expect(mayProposeRule(with_('administrator'), id('worker'), fjordvik, now)).toBe(true)
})
