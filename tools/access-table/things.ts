/** What one can do with a thing. */
export const verbs = ['sees', 'writes', 'changes', 'erases'] as const
export type Verb = (typeof verbs)[number]

interface Around {
  readonly family: string
  readonly mother: string
  readonly father: string
  readonly child: string
  readonly nav: string
}
export interface Thing {
  readonly name: string
  /** The id of one such row, as the owner finds it. */
  readonly find: (around: Around) => string
  /** The questions as SQL of whoever asks; one that is missing is a thing nobody can do. */
  readonly ask: (row: string) => Partial<Record<Verb, string>>
}

const me = 'lab.current_person()'
const town = 'lab.current_municipality()'

/** A row of a table with an id; `copy` writes another like it, as whoever asks. */
function row(
  name: string,
  table: string,
  where: (around: Around) => string,
  can: { copy?: readonly [columns: string, values: string]; change?: string; erase?: string; id?: string } = {},
): Thing {
  const id = can.id ?? 'id'
  return {
    name,
    find: (around) => `select ${id} as id from lab.${table} where ${where(around)} order by 1 limit 1`,
    ask: (found) => ({
      sees: `select 1 from lab.${table} where ${id} = '${found}'`,
      // From what the asker sees: nobody writes beside what they cannot see, and the copy names the asker as its author.
      ...(can.copy && {
        writes: `insert into lab.${table} (municipality_id, ${can.copy[0]}) select ${town}, ${can.copy[1]} from lab.${table} where ${id} = '${found}'`,
      }),
      ...(can.change && { changes: `update lab.${table} set ${can.change} where ${id} = '${found}'` }),
      erases: can.erase ?? `delete from lab.${table} where ${id} = '${found}'`,
    }),
  }
}

const aNote = (name: string, where: (around: Around) => string): Thing => ({
  ...row(name, 'note', where),
  ask: (found) => ({
    sees: `select 1 from lab.note where id = '${found}'`,
    writes: `insert into lab.note (municipality_id, id, family_id, cell, area, about_id, privacy, author_id, written_by, sealed)
      select ${town}, gen_random_uuid(), family_id, cell, area, about_id, privacy, ${me}, ${me}, sealed from lab.note where id = '${found}'`,
    changes: `update lab.note set bright = not bright, version = version + 1, written_by = ${me} where id = '${found}'`,
    erases: `update lab.note set sealed = null, version = version + 1, written_by = ${me} where id = '${found}'`,
  }),
})
const ofWhole = `exists (select 1 from lab.about a where a.id = about_id and a.whole)`
const ofOne = (person: string) =>
  `exists (select 1 from lab.about a where a.id = about_id and a.persons = array['${person}'::uuid])`

/** In the order of the page. */
export const things: readonly Thing[] = [
  row('the family’s name and phase', 'family', ({ family }) => `id = '${family}'`, { change: 'name = name' }),
  row(
    'that somebody is of the family',
    'member',
    ({ family, child }) => `family_id = '${family}' and person_id = '${child}'`,
    {
      id: 'person_id',
      change: 'takes_part = takes_part',
    },
  ),
  row('the birth day of the child', 'birth', ({ child }) => `person_id = '${child}'`, {
    id: 'person_id',
    change: 'born = born',
  }),
  row('the identity number of the mother (sealed)', 'person_identity', ({ mother }) => `person_id = '${mother}'`, {
    id: 'person_id',
  }),
  aNote(
    'a note for the whole table, by the mother',
    ({ family, mother }) =>
      `family_id = '${family}' and privacy = 'table' and area = 'common' and author_id = '${mother}' and sealed is not null and ${ofWhole}`,
  ),
  aNote(
    'a note about the father’s economy, by him',
    ({ family, father }) =>
      `family_id = '${family}' and privacy = 'table' and area = 'economy' and sealed is not null and ${ofOne(father)}`,
  ),
  aNote(
    'the father’s own note',
    ({ family, father }) => `family_id = '${family}' and privacy = 'own' and sealed is not null and ${ofOne(father)}`,
  ),
  aNote(
    'the child’s own words',
    ({ family, child }) => `family_id = '${family}' and privacy = 'child' and sealed is not null and ${ofOne(child)}`,
  ),
  row(
    'a yes of the father to NAV',
    'consent',
    ({ family, father, nav }) =>
      `family_id = '${family}' and giver_id = '${father}' and party_id = '${nav}' and answer = 'yes' and ended_at is null`,
    {
      copy: [
        'id, family_id, giver_id, party_id, answer, purpose, areas, persons, giving_parties, valid_from, valid_to, text_version, language, channel, recorded_by',
        `gen_random_uuid(), family_id, ${me}, party_id, answer, purpose, areas, array[${me}], giving_parties, now(), valid_to, text_version, language, 'digital', ${me}`,
      ],
      change: `ended_at = now(), ended_how = 'withdrawn'`,
    },
  ),
  row(
    'the seat of NAV',
    'seat',
    ({ family, nav }) =>
      `family_id = '${family}' and party_id = '${nav}' and approved_at is not null and ended_at is null`,
    {
      change: 'ended_at = now()',
    },
  ),
  row('a goal about the family’s economy', 'goal', ({ family }) => `family_id = '${family}' and area = 'economy'`, {
    copy: [
      'id, family_id, note_id, said_by, term, area, about_id, author_id, sealed',
      `gen_random_uuid(), family_id, note_id, said_by, term, area, about_id, ${me}, sealed`,
    ],
  }),
  row(
    'a measure about the father’s economy',
    'measure',
    ({ family, father }) => `family_id = '${family}' and area = 'economy' and ${ofOne(father)}`,
    {
      copy: [
        'id, family_id, goal_id, area, about_id, author_id, doer, doer_party_id, due, sealed',
        `gen_random_uuid(), family_id, goal_id, area, about_id, ${me}, doer, doer_party_id, due, sealed`,
      ],
      change: 'stopped_on = lab.today()',
    },
  ),
  row(
    'a decision about the father’s economy, paid by NAV',
    'decision',
    ({ family, father }) => `family_id = '${family}' and area = 'economy' and ${ofOne(father)}`,
    {
      copy: [
        'id, family_id, measure_id, party_id, area, about_id, author_id',
        `gen_random_uuid(), family_id, measure_id, party_id, area, about_id, ${me}`,
      ],
    },
  ),
  row(
    'the mother’s yes to a decision',
    'decision_answer',
    ({ family, mother }) =>
      `family_id = '${family}' and giver_id = '${mother}' and decision_id in (select d.id from lab.decision d where d.area = 'economy')`,
  ),
  row('a promise of the lab to the parents', 'promise', ({ family }) => `family_id = '${family}' and area = 'economy'`),
  row(
    'a line of the account about the father’s economy',
    'entry',
    ({ family, father }) => `family_id = '${family}' and area = 'economy' and ${ofOne(father)}`,
  ),
  row(
    'how the mother is doing',
    'wellbeing',
    ({ family, mother }) => `family_id = '${family}' and person_id = '${mother}' and privacy = 'own'`,
    {
      change: `privacy = 'child'`,
    },
  ),
  row(
    'where the family says it is (journey)',
    'placement',
    ({ family }) => `family_id = '${family}' and view = 'family' and subject = 'whole'`,
  ),
  row(
    'the event of a note about economy',
    'event',
    ({ family }) => `chain_id = '${family}' and kind = 'note.written' and privacy = 'table' and area = 'economy'`,
    { id: 'subject_id' },
  ),
  row('the family’s key (wrapped)', 'family_key', ({ family }) => `family_id = '${family}'`, { id: 'family_id' }),
]
