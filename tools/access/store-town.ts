import { municipalityOf, type World } from './world.ts'

/** Of a world, what is of the municipality and of no family: its lists, its people, and what they are there. In the order their keys ask for. */
export function townTablesOf(world: World, fresh: () => string): [string, Record<string, unknown>[]][] {
  const { facts } = world
  const name = (id: string) => world.names.get(id) ?? id
  const period = (each: { from: Date; to: Date | null }) => ({ valid_from: each.from, valid_to: each.to })
  const towns = world.areas.map((each) => each.municipality)
  return [
    ['municipality', towns.map((id) => ({ id, name: name(id), slug: id, phone: '00000000' }))],
    [
      'area',
      world.areas.flatMap(({ municipality, codes }) =>
        codes.map((code, position) => ({ municipality_id: municipality, code, position })),
      ),
    ],
    ['organisation', towns.map((id) => ({ municipality_id: id, id, name: name(id) }))],
    [
      'party',
      facts.parties.map((each) => ({
        municipality_id: each.municipality,
        id: each.id,
        kind: each.kind,
        organisation_id: each.kind === 'service' ? each.municipality : null,
        name: name(each.id),
        in_sentence: name(each.id),
        declaration_required: each.declarationRequired,
        position: 0,
      })),
    ],
    [
      'consent_age',
      facts.consentAges.map((each) => ({
        municipality_id: each.municipality,
        area: each.area,
        valid_from: each.validFrom,
        from_age: each.fromAge,
        source: 'drawn',
      })),
    ],
    [
      'sole_consent_ground',
      towns.map((id) => ({
        municipality_id: id,
        code: 'drawn',
        valid_from: '2000-01-01',
        position: 0,
        statute: 'drawn',
        paragraph: 'drawn',
        longest_days: 30,
        title_nb: 'drawn',
        title_nn: 'drawn',
        title_en: 'drawn',
        source: 'https://drawn.example',
      })),
    ],
    [
      'child_rule',
      facts.childRules.map((each) => ({
        municipality_id: each.municipality,
        area: each.area,
        subject: each.subject,
        valid_from: each.validFrom,
        parents_until: each.parentsUntil,
        source: 'drawn',
      })),
    ],
    [
      'person',
      facts.persons.map((each) => ({
        municipality_id: each.municipality,
        id: each.id,
        name: name(each.id),
        called_name: name(each.id),
        initials: 'P',
      })),
    ],
    [
      'birth',
      facts.persons
        .filter((each) => each.born !== null)
        .map((each) => ({ municipality_id: each.municipality, person_id: each.id, born: each.born })),
    ],
    [
      'role_held',
      facts.roles.map((each) => ({
        municipality_id: municipalityOf(world, each.person),
        id: fresh(),
        person_id: each.person,
        role: each.role,
        party_id: each.party ?? null,
        ...period(each),
      })),
    ],
  ]
}
