import type { Administration } from '@velferdslab/core/administration'
import { settingKeys } from '@velferdslab/core/change'
import type { CalendarDay } from '@velferdslab/core/dates'
import { ownWordKeys } from '@velferdslab/core/own-word-rules'
import { sql } from 'kysely'
import { findApprovalRules, findChanges, findStaff, type StaffRow } from './change.ts'
import type { Tx } from './connect.ts'
import { findRuleRegisters } from './rule-registers.ts'

type Part<Name extends keyof Administration> = Administration[Name]

/** All that a municipality keeps in order itself, as its administrator sees it. */
export async function findAdministration(tx: Tx): Promise<Administration> {
  const staff = await findStaff(tx)
  const [today, bodies, services, mandates, lists, own, rules, approvals, changes] = await Promise.all([
    sql<{ today: CalendarDay }>`select lab.today() as today`.execute(tx),
    sql<Part<'organisations'>[number]>`
      select id, name, organisation_number as "organisationNumber", sector from lab.organisation order by name collate lab.norwegian`.execute(
      tx,
    ),
    sql<Part<'services'>[number]>`
      select id, organisation_id as "organisationId", name, in_sentence as "inSentence", in_sentence_nn as "inSentenceNn", in_sentence_en as "inSentenceEn",
        service_type as "serviceType", declaration_required as "declarationRequired", opens_on as "opensOn", closes_on as "closesOn", kind = 'lab' as "isLab"
      from lab.party where kind <> 'private' order by position, name collate lab.norwegian`.execute(tx),
    sql<Part<'mandates'>[number]>`
      select id, party_id as "partyId", person_id as "personId", role, kinds, amount_ore as "amountOre", total_ore as "totalOre", source,
        valid_from as "from", valid_to as "to" from lab.mandate_register()`.execute(tx),
    findLists(tx),
    findOwn(tx),
    findRuleRegisters(tx),
    findApprovalRules(tx),
    findChanges(tx, staff),
  ])
  return {
    today: today.rows[0]?.today as CalendarDay,
    organisations: bodies.rows,
    services: services.rows,
    staff: peopleOf(staff),
    mandates: mandates.rows,
    ...lists,
    ...own,
    ...rules,
    approvals: approvals.map((rule) => ({ ...rule, roles: rule.roles && [...rule.roles] })),
    ...changes,
  }
}

function peopleOf(rows: readonly StaffRow[]): Part<'staff'> {
  const people = new Map<string, Part<'staff'>[number]>()
  for (const row of rows) {
    const person = people.get(row.person_id) ?? { id: row.person_id as never, name: row.name, roles: [] }
    people.set(row.person_id, person)
    if (row.role_id && row.role && row.valid_from)
      person.roles.push({
        id: row.role_id as never,
        role: row.role,
        partyId: row.party_id as never,
        from: row.valid_from,
        to: row.valid_to,
        isCurrent: row.current === true,
      })
  }
  return [...people.values()]
}

/** The newest version of each question, area and age, also one that has not begun yet. */
async function findLists(tx: Tx): Promise<Pick<Administration, 'questions' | 'areas' | 'consentAges' | 'childRules'>> {
  const [questions, areas, consentAges, childRules] = await Promise.all([
    sql<Part<'questions'>[number]>`
      select * from (
        select distinct on (code) code, text_nb as "textNb", text_en as "textEn", needs_yes as "needsYes", position, valid_from as "from",
          coalesce(valid_to <= valid_from, false) as closed
        from lab.check_question order by code, valid_from desc) q order by closed, position, code`.execute(tx),
    sql<Part<'areas'>[number]>`
      select code, word_nb as "wordNb", word_en as "wordEn", closes_on as "closesOn" from lab.area where code <> 'common' order by position, code`.execute(
      tx,
    ),
    sql<Part<'consentAges'>[number]>`
      select c.area, c.age, c."from", c.source from (
        select distinct on (area) area, from_age as age, valid_from as "from", source from lab.consent_age where area <> 'common'
        order by area, valid_from desc) c join lab.area a on a.code = c.area order by a.position`.execute(tx),
    sql<Part<'childRules'>[number]>`
      select c.area, c.about, c.age, c."from", c.source from (
        select distinct on (area, subject) area, subject as about, parents_until as age, valid_from as "from", source
        from lab.child_rule where area <> 'common' order by area, subject, valid_from desc) c
      join lab.area a on a.code = c.area order by a.position, c.about`.execute(tx),
  ])
  return {
    questions: questions.rows,
    areas: areas.rows,
    consentAges: consentAges.rows,
    childRules: childRules.rows,
  }
}

/** The municipality's own words and settings: each that can be, also where nothing was chosen yet. */
async function findOwn(tx: Tx): Promise<Pick<Administration, 'words' | 'settings'>> {
  const [words, settings] = await Promise.all([
    sql<Part<'words'>[number]>`
      select distinct on (key) key, nb, nb_definite as "nbDefinite", en, valid_from as "from" from lab.own_word order by key, valid_from desc`.execute(
      tx,
    ),
    sql<Part<'settings'>[number]>`
      select distinct on (key) key, value, valid_from as "from" from lab.municipality_setting order by key, valid_from desc`.execute(
      tx,
    ),
  ])
  return {
    words: ownWordKeys.flatMap((key) => words.rows.filter((row) => row.key === key)),
    settings: settingKeys.map(
      (key) => settings.rows.find((row): boolean => (row.key as string) === key) ?? { key, value: true, from: null },
    ),
  }
}
