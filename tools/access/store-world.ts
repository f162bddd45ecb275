import { hashOf, type Client } from './ask.ts'
import { lawTablesOf } from './store-law.ts'
import { rowTablesOf } from './store-rows.ts'
import { townTablesOf } from './store-town.ts'
import { municipalityOf, type World } from './world.ts'

type Columns = Record<string, unknown>

/**
 * Puts a world into the tables, as lab_owner.
 *
 * @param fraction the microseconds of the transaction's now: with them every time keeps its distance to now exactly
 */
export async function storeWorld(client: Client, world: World, fraction = '000'): Promise<void> {
  for (const [table, rows] of tablesOf(world)) {
    const [first] = rows
    if (!first) continue
    const columns = Object.keys(first).join()
    const json = JSON.stringify(rows).replaceAll(/(T\d\d:\d\d:\d\d\.\d{3})Z"/g, `$1${fraction}Z"`)
    // A member brings their own set of one and the family's whole with them; the world's ids are the ones its rows name.
    const instead = table === 'about' ? 'on conflict (family_id, whole, persons) do update set id = excluded.id' : ''
    await client.query(
      `insert into lab.${table} (${columns}) select ${columns} from json_populate_recordset(null::lab.${table}, $1) ${instead}`,
      [json],
    )
  }
}

/** Takes a stored world out again. */
export async function removeWorld(client: Client, world: World): Promise<void> {
  const tables = tablesOf(world).map(([table]) => table)
  const towns = world.areas.map((each) => each.municipality)
  for (const table of tables.toReversed()) {
    await client.query(
      `delete from lab.${table} where ${table === 'municipality' ? 'id' : 'municipality_id'} = any ($1)`,
      [towns],
    )
  }
}

/** Every table with its rows, in the order their keys ask for. Columns the rule does not look at get whatever fits. */
function tablesOf(world: World): [string, Columns[]][] {
  const { facts } = world
  const name = (id: string) => world.names.get(id) ?? id
  const ofFamily = (family: World['facts']['families'][number]['id']) => municipalityOf(world, family)
  const ofMeeting = (meeting: string) => {
    const found = facts.meetings.find((each) => each.id === meeting)
    if (!found) throw new Error('a meeting that is not there')
    return ofFamily(found.family)
  }
  const period = (each: { from: Date; to: Date | null }) => ({ valid_from: each.from, valid_to: each.to })
  let number = 0
  const fresh = () => `00000000-0000-4000-8000-${(++number).toString(16).padStart(12, '0')}`
  return [
    ...townTablesOf(world, fresh),
    [
      'family',
      facts.families.map((each) => ({
        municipality_id: each.municipality,
        id: each.id,
        name: name(each.id),
        phase: 'invest',
        target_group: 'a',
        cloth_started_on: '2026-01-01',
        areas: [],
      })),
    ],
    [
      'member',
      facts.members.map((each, position) => ({
        municipality_id: ofFamily(each.family),
        family_id: each.family,
        person_id: each.person,
        relation: 'self',
        takes_part: each.takesPart,
        mark: 1,
        position,
        ...period(each),
      })),
    ],
    [
      'responsibility',
      facts.responsibilities.map((each) => ({
        municipality_id: municipalityOf(world, each.person),
        id: fresh(),
        person_id: each.person,
        holder_id: each.holder,
        kind: each.kind,
        areas: each.mandate,
        source: 'drawn',
        ...period(each),
      })),
    ],
    [
      'seat',
      facts.seats.map((each) => ({
        municipality_id: ofFamily(each.family),
        id: each.id,
        family_id: each.family,
        person_id: each.person,
        party_id: each.party,
        role: each.role,
        mark: 1,
        asked_at: each.from,
        asked_by: each.person,
        approved_at: each.approvedAt,
        approved_by: each.approvedAt && each.person,
        declared_at: each.declaredAt,
        ended_at: each.endedAt,
        ...period(each),
      })),
    ],
    [
      'about',
      world.abouts.map((each) => ({
        municipality_id: ofFamily(each.family),
        id: each.id,
        family_id: each.family,
        whole: each.whole,
        persons: each.persons,
      })),
    ],
    [
      'consent',
      facts.consents.map((each) => ({
        municipality_id: ofFamily(each.family),
        id: each.id,
        family_id: each.family,
        giver_id: each.giver,
        party_id: each.party,
        answer: each.answer,
        purpose: each.purpose,
        areas: each.areas,
        persons: each.persons,
        giving_parties: each.giving ?? [],
        ended_at: each.endedAt,
        ended_how: each.endedAt && 'withdrawn',
        text_version: 'drawn',
        language: 'nb',
        channel: each.channel,
        recorded_by: each.recorder,
        given_at: each.from,
        ...period(each),
      })),
    ],
    [
      'recorded_consent',
      facts.consents
        .filter((each) => each.channel === 'paper' || each.channel === 'oral')
        .map((each) => ({
          municipality_id: ofFamily(each.family),
          consent_id: each.id,
          family_id: each.family,
          said_on: '2026-01-01',
          until: '2026-01-02',
          witness_id: each.heardBy,
        })),
    ],
    [
      'consent_witness',
      facts.consents.flatMap((each) =>
        each.witnesses.map(({ person, at }) => ({
          municipality_id: ofFamily(each.family),
          consent_id: each.id,
          family_id: each.family,
          witness_id: person,
          at,
        })),
      ),
    ],
    [
      'consent_code',
      facts.consents.flatMap((each) =>
        each.coded
          ? [
              {
                municipality_id: ofFamily(each.family),
                id: each.id,
                consent_id: each.id,
                family_id: each.family,
                code_hash: `\\x${each.id.replaceAll('-', '')}`,
                made_by: each.recorder,
                ends_at: each.coded.at,
                answer: each.coded.answer,
                answered_at: each.coded.at,
                said_id: each.id,
              },
            ]
          : [],
      ),
    ],
    [
      'sole_consent',
      facts.soleConsents.map((each) => ({
        municipality_id: ofFamily(each.family),
        id: each.id,
        family_id: each.family,
        person_id: each.person,
        without_id: each.without,
        ground_code: 'drawn',
        ground_from: '2000-01-01',
        document_on: '2026-01-01',
        sealed: '\\x00',
        recorded_by: each.person,
        ended_at: each.endedAt,
        ended_by: each.endedAt && each.person,
        ...period(each),
      })),
    ],
    [
      'meeting',
      [
        ...facts.meetings.map((each) => ({
          municipality_id: ofFamily(each.family),
          id: each.id,
          family_id: each.family,
          started_at: each.startedAt,
          ended_at: each.endedAt,
        })),
        // A screen's session knows one meeting. The rule does not ask which: one of its own, that never begins, stands when others are left out.
        ...facts.screens.flatMap((screen) =>
          (world.tiedTo.get(screen) ?? [])
            .slice(0, 1)
            .map((family) => ({ municipality_id: ofFamily(family), id: screen, family_id: family })),
        ),
      ],
    ],
    [
      'admission',
      facts.admissions.map((each) => ({
        municipality_id: ofMeeting(each.meeting),
        meeting_id: each.meeting,
        person_id: each.person,
        mark: 1,
        declared_at: each.declaredAt,
        admitted_at: each.admittedAt,
        admitted_by: each.person,
        left_at: each.leftAt,
      })),
    ],
    [
      'open_area',
      facts.openAreas.map((each) => ({
        municipality_id: ofMeeting(each.meeting),
        id: fresh(),
        meeting_id: each.meeting,
        area: each.area,
        opened_by: each.meeting,
        opened_at: each.openedAt,
        closed_at: each.closedAt,
      })),
    ],
    [
      'act',
      facts.acts.map((each) => ({
        municipality_id: ofFamily(each.family),
        id: each.id,
        family_id: each.family,
        person_id: each.person,
        recorded_by: each.recordedBy,
        party_id: each.party,
        recorded_party: each.recordedParty,
        told_at: each.toldAt,
        kind: each.kind,
        areas: each.areas,
        ground: 'drawn',
        ended_at: each.endedAt,
        ...period(each),
      })),
    ],
    ...lawTablesOf(world, fresh),
    [
      'protection',
      facts.protections.map((each) => ({
        municipality_id: municipalityOf(world, each.person),
        id: fresh(),
        person_id: each.person,
        level: each.isStrict ? 'strictly_confidential' : 'confidential',
        source: 'register',
        valid_from: each.from,
        recorded_by: each.person,
        ended_at: each.endedAt,
        ended_by: each.endedAt && each.person,
      })),
    ],
    [
      'address_keeper',
      facts.keepers.map((each) => ({
        municipality_id: ofFamily(each.family),
        id: fresh(),
        family_id: each.family,
        person_id: each.person,
        named_by: each.person,
        ended_at: each.endedAt,
      })),
    ],
    [
      'whereabouts',
      world.whereabouts.map((each) => ({
        municipality_id: ofFamily(each.family),
        id: each.id,
        family_id: each.family,
        what: each.what,
        subject_id: each.id,
        sealed: '\\x00',
        recorded_by: world.facts.persons.find((person) => person.municipality === ofFamily(each.family))?.id,
      })),
    ],
    ...rowTablesOf(world),
    [
      'session',
      [...world.tokens].flatMap(([person, tokens]) => {
        const link = world.links.find((each) => each.helper === person)
        // Who has a link has no other way in: where it is left out, so are they.
        if (world.kindOf.get(person) === 'helper' && !link) return []
        const hour = 3_600_000
        const later = new Date(world.now.getTime() + hour)
        const screen = facts.screens.includes(person)
        const session = (token: string, expires_at: Date, ended_at: Date | null) => ({
          token_hash: hashOf(token),
          municipality_id: municipalityOf(world, person),
          person_id: person,
          issuer: screen ? 'screen' : link ? 'helper' : 'citizen',
          acr: 'high',
          meeting_id: screen ? person : null,
          link_id: link?.id ?? null,
          created_at: new Date(world.now.getTime() - hour),
          expires_at,
          ended_at,
        })
        return [
          session(tokens.live, later, null),
          session(tokens.expired, tokens.expiredAt, null),
          session(tokens.ended, later, tokens.endedAt),
        ]
      }),
    ],
  ]
}
