import { municipalityOf, type World } from './world.ts'

type Columns = Record<string, unknown>

/** What reports rest on, who receives them, the reports, and whom they were told to. Columns the rule does not look at get whatever fits. */
export function lawTablesOf(world: World, fresh: () => string): [string, Columns[]][] {
  const { facts } = world
  const towns = world.areas.map((each) => each.municipality)
  const period = (each: { from: Date; to: Date | null }) => ({ valid_from: each.from, valid_to: each.to })
  return [
    [
      'glass_review',
      facts.glassReviews.map((each) => ({
        municipality_id: municipalityOf(world, each.family),
        id: each.id,
        act_id: each.act,
        family_id: each.family,
        person_id: each.reader,
        party_id: each.party,
        due_on: '2026-01-01',
      })),
    ],
    [
      'statute_rule',
      towns.map((id) => ({
        municipality_id: id,
        code: 'drawn',
        valid_from: '2000-01-01',
        position: 0,
        statute: 'drawn',
        paragraph: 'drawn',
        kind: 'report',
        sectors: [],
        may_delay: false,
        title_nb: 'drawn',
        title_nn: 'drawn',
        title_en: 'drawn',
        source: 'https://drawn.example',
      })),
    ],
    [
      'report_receiver',
      facts.receivers.map((each) => ({
        municipality_id: municipalityOf(world, each.person),
        id: fresh(),
        party_id: each.party,
        person_id: each.person,
        ...period(each),
      })),
    ],
    [
      'report',
      facts.reports.map((each) => ({
        municipality_id: municipalityOf(world, each.family),
        id: each.id,
        family_id: each.family,
        rule_code: 'drawn',
        rule_from: '2000-01-01',
        written_by: each.writtenBy,
        party_id: each.fromParty,
        to_party: each.toParty,
        children: [],
        wrapped: '\\x00',
        sealed: '\\x00',
        sent_at: world.now,
      })),
    ],
    [
      'report_told',
      facts.reports.flatMap((each) =>
        each.tellings.map((told) => ({
          municipality_id: municipalityOf(world, each.family),
          id: told.id,
          report_id: each.id,
          family_id: each.family,
          person_id: told.person,
          rule_code: 'drawn',
          rule_from: '2000-01-01',
          from_party: each.fromParty,
          to_party: each.toParty,
          sent_on: '2026-01-01',
          told_by: each.writtenBy,
          told_at: world.now,
          wrapped: '\\x00',
          sealed: '\\x00',
        })),
      ),
    ],
  ]
}
