import { consentAreas } from '@velferdslab/core/areas'
import { addDays, dayInOslo } from '@velferdslab/core/dates'
import type { FamilyId, GoalId, MeasureId, NoteId } from '@velferdslab/core/ids'
import { sealNote } from '@velferdslab/db/cloth'
import type { KeyRing } from '@velferdslab/db/key-ring'
import { sealWords } from '@velferdslab/db/sealed'
import { bornYearsAgo } from '@velferdslab/db/seed/synthetic-identity'
import { createHash, randomBytes, randomUUID } from 'node:crypto'

/**
 * The municipality of `npm run bench -- open-family`: each family has 4 members, 6 seats, 12 plan lines (goals, measures, decisions), 30 notes, 20
 * consents and 60 linked events, with every word sealed under the family's own key. Written as lines of COPY, because a row at a time would take hours.
 */
export interface BenchParty {
  readonly id: string
  readonly isLab: boolean
  /** Who works there: each has about twenty families. */
  readonly staff: readonly string[]
}
export interface BenchTown {
  readonly municipality: string
  /** The lab, and five kinds of service, of each as many as the families need: a service does not grow, there come to be more of them. */
  readonly kinds: readonly (readonly BenchParty[])[]
  /** Every so many families is given a key in the ring, and can be opened. */
  readonly openEvery: number
  readonly now: Date
}

/** The tables a family's rows lie in, with the columns that are written; the order is that of the references. */
export const benchTables = {
  person: 'municipality_id, id, name, called_name, initials',
  birth: 'municipality_id, person_id, born',
  family: 'municipality_id, id, name, phase, target_group, cloth_started_on, areas',
  family_key: 'municipality_id, family_id, wrapped',
  member: 'municipality_id, family_id, person_id, relation, takes_part, mark, position, valid_from',
  responsibility: 'municipality_id, id, person_id, holder_id, kind, source, valid_from',
  about: 'municipality_id, id, family_id, whole, persons',
  seat: 'municipality_id, id, family_id, person_id, party_id, role, mark, asked_at, asked_by, approved_at, approved_by, valid_from',
  participation: 'municipality_id, id, family_id, person_id, text_version, language',
  referral:
    'municipality_id, id, family_id, person_id, sent_by, yes_how, yes_on, language, reach, wrapped, sealed, received_at, answered_at',
  qualification:
    'municipality_id, id, family_id, begun_by, begun_at, wrapped, outcome, target_group, decided_by, decided_at',
  consent:
    'municipality_id, id, family_id, giver_id, party_id, answer, purpose, areas, persons, giving_parties, valid_from, valid_to, ended_at, ended_how, text_version, language, channel, recorded_by',
  note: 'municipality_id, id, family_id, cell, area, about_id, privacy, author_id, written_by, sealed',
  goal: 'municipality_id, id, family_id, note_id, said_by, term, area, about_id, author_id, sealed',
  measure: 'municipality_id, id, family_id, goal_id, area, about_id, author_id, doer, doer_party_id, due, sealed',
  decision: 'municipality_id, id, family_id, measure_id, party_id, area, about_id, author_id',
  decision_version: 'municipality_id, family_id, decision_id, version, kind, amount_ore, sealed, made_by',
  chain_head: 'municipality_id, chain_id, family_id, seq, hash',
  event:
    'municipality_id, chain_id, seq, family_id, kind, actor_id, at, about_id, area, privacy, subject_id, data, prev, hash',
} as const
export type BenchTable = keyof typeof benchTables
export type Rows = Record<BenchTable, string[]>

export function noRows(): Rows {
  return Object.fromEntries(Object.keys(benchTables).map((table) => [table, [] as string[]])) as unknown as Rows
}

type Value = string | number | boolean | Buffer | Date | readonly string[] | null

/** One line of COPY's text form. Nothing the bench writes holds a tab, a line break or a backslash. */
export function copyLine(...values: readonly Value[]): string {
  let line = ''
  for (const value of values) line += `${line === '' ? '' : '\t'}${copyValue(value)}`
  return line
}

function copyValue(value: Value): string | number {
  if (value === null) return '\\N'
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'object') return `{${value.join(',')}}`
  return value
}

const areas = consentAreas.slice(0, 8)
const cells = ['good_at', 'dream_of', 'difficult', 'today', 'now', 'short_term', 'long_term', 'succeed'] as const
const longWords = 'Vi vil ha en fast plass å bo, nær skolen, slik at barna slipper å bytte venner en gang til før jul.'

interface Happened {
  readonly kind: string
  readonly actor: string
  readonly about: string | null
  readonly area: string | null
  readonly privacy: string | null
  readonly subject: string
  readonly data: string
}

/**
 * Each key in the ring is a file that is flushed (3 ms), which for all would be the price of the whole load. So most families are sealed under one of a few
 * keys that nobody keeps: their words lie there like all others, and open nowhere.
 */
const thrownAway = Array.from({ length: 64 }, () => ({ key: randomBytes(32), wrapped: randomBytes(61) }))
const throwAwayKey = (number: number) => thrownAway[number % thrownAway.length] as (typeof thrownAway)[0]

/** Adds one family to the rows. */
export function drawFamily(rows: Rows, town: BenchTown, ring: KeyRing, number: number): void {
  const { municipality: m, now } = town
  const parties = town.kinds.map((kind) => kind[number % kind.length] as BenchParty)
  const today = dayInOslo(now)
  const from = new Date(now.getTime() - 200 * 86_400_000)
  const family = randomUUID() as FamilyId
  const { key, wrapped } = number % town.openEvery === 0 ? ring.newKey(m, family) : throwAwayKey(number)
  const familyKey = { key, family, municipality: m as never }
  const seal = (table: string, row: string, words: unknown) =>
    sealWords(key, { municipality: m, family, table, column: 'sealed', row }, words).sealed

  const members = (['mother', 'father', 'child', 'child'] as const).map((relation, position) => ({
    relation,
    position,
    id: randomUUID(),
    born: bornYearsAgo(
      today,
      relation === 'child' ? 6 + ((number + position) % 10) : 30 + (number % 15),
      1 + (number % 300),
    ),
  }))
  const [mother, father] = members as [(typeof members)[0], (typeof members)[0]]
  const everybody = members.map((member) => member.id)
  rows.family.push(copyLine(m, family, `Prøve ${number}`, 'invest', 'a', addDays(today, -100), areas))
  rows.family_key.push(copyLine(m, family, wrapped))
  for (const { id, relation, position, born } of members) {
    rows.person.push(copyLine(m, id, `${relation} ${number} Prøve`, relation, 'PR'))
    rows.birth.push(copyLine(m, id, born))
    rows.member.push(copyLine(m, family, id, relation, true, position + 1, position, from))
    if (relation === 'child')
      for (const holder of [mother, father])
        rows.responsibility.push(copyLine(m, randomUUID(), id, holder.id, 'parental', 'bench', from))
  }
  for (const { id } of [mother, father]) rows.participation.push(copyLine(m, randomUUID(), family, id, '2026-11', 'nb'))

  const whole = randomUUID() as string
  const abouts = [
    { id: whole, persons: [] as string[] },
    ...everybody.map((id) => ({ id: randomUUID(), persons: [id] })),
  ]
  for (const { id, persons } of abouts) rows.about.push(copyLine(m, id, family, persons.length === 0, persons))

  const seats = parties.map((party, index) => ({
    party,
    person: party.staff[
      (Math.floor(number / (town.kinds[index]?.length ?? 1)) * 7 + index * 13) % party.staff.length
    ] as string,
    index,
  }))
  const leader = (seats.find((seat) => seat.party.isLab) ?? seats[0])?.person as string
  for (const { party, person, index } of seats)
    rows.seat.push(
      copyLine(
        m,
        randomUUID(),
        family,
        person,
        party.id,
        party.isLab ? 'leader' : 'member',
        index + 1,
        from,
        person,
        from,
        mother.id,
        from,
      ),
    )
  rows.referral.push(
    copyLine(
      m,
      randomUUID(),
      family,
      mother.id,
      leader,
      'spoken',
      addDays(today, -210),
      'nb',
      'sender',
      wrapped,
      wrapped,
      from,
      from,
    ),
  )
  // The core team opens the newest outcomes: those have keys.
  const list = randomUUID()
  const opens = number % town.openEvery === 0
  const listKey = opens ? ring.newKey(m, list) : throwAwayKey(number)
  const decided = opens ? now : from
  rows.qualification.push(copyLine(m, list, family, leader, from, listKey.wrapped, 'accepted', 'a', leader, decided))

  const happened: Happened[] = []
  const happens = (
    kind: string,
    actor: string,
    subject: string,
    data = '{}',
    cell: readonly (string | null)[] = [],
  ) => {
    happened.push({
      kind,
      actor,
      subject,
      data,
      about: cell[0] ?? null,
      area: cell[1] ?? null,
      privacy: cell[2] ?? null,
    })
  }

  // Each parent says yes to each of the six, and has stopped four earlier ones: twenty.
  for (const giver of [mother, father])
    for (let nth = 0; nth < 10; nth++) {
      const id = randomUUID()
      const party = parties[nth % parties.length] as BenchParty
      const stopped = nth >= parties.length
      const said = areas.filter((_, at) => party.isLab || (at + nth + number) % 2 === 0)
      rows.consent.push(
        copyLine(
          ...[m, id, family, giver.id, party.id, 'yes', 'make_and_follow_plan', said, everybody, [], from],
          ...[new Date(now.getTime() + 150 * 86_400_000), stopped ? now : null, stopped ? 'withdrawn' : null],
          ...['bench', 'nb', 'digital', giver.id],
        ),
      )
      happens('consent.given', giver.id, id)
    }

  const authors = [mother.id, father.id, leader]
  const notes: { id: NoteId; area: string; about: string }[] = []
  for (let nth = 0; nth < 30; nth++) {
    const id = randomUUID() as NoteId
    const cell = cells[nth % cells.length] as string
    const area = nth % 8 >= 3 && nth % 8 <= 6 ? (areas[(nth + number) % areas.length] as string) : 'common'
    const alone = nth % 5 === 0
    const about = abouts[alone ? 1 + (nth % 4) : nth % 3 === 0 ? 1 + (nth % 4) : 0] as { id: string }
    const privacy = alone ? (nth % 10 === 0 ? 'own' : 'child') : 'table'
    const author = authors[nth % 3] as string
    const { sealed, proof } = sealNote(familyKey, id, { text: longWords })
    rows.note.push(copyLine(m, id, family, cell, area, about.id, privacy, author, author, sealed))
    happens('note.written', author, id, `{"proof": "${proof}"}`, [about.id, area, privacy])
    if (area !== 'common' && !alone) notes.push({ id, area, about: about.id })
  }

  for (let nth = 0; nth < 4; nth++) {
    const note = notes[nth] as (typeof notes)[0]
    const [goal, measure, decision] = [randomUUID() as GoalId, randomUUID() as MeasureId, randomUUID()]
    const party = parties[1 + (nth % (parties.length - 1))] as BenchParty
    const cell = [note.about, note.area, 'table']
    rows.goal.push(
      copyLine(
        m,
        goal,
        family,
        note.id,
        mother.id,
        'short',
        note.area,
        note.about,
        leader,
        seal('goal', goal, { text: longWords }),
      ),
    )
    rows.measure.push(
      copyLine(
        m,
        measure,
        family,
        goal,
        note.area,
        note.about,
        leader,
        'party',
        party.id,
        addDays(today, 60),
        seal('measure', measure, { text: longWords }),
      ),
    )
    rows.decision.push(copyLine(m, decision, family, measure, party.id, note.area, note.about, leader))
    rows.decision_version.push(
      copyLine(
        m,
        family,
        decision,
        1,
        'agreement',
        100_000,
        seal('decision_version', `${decision}:1`, { what: longWords }),
        leader,
      ),
    )
    happens('goal.made', leader, goal, '{}', cell)
    happens('measure.added', leader, measure, '{}', cell)
    if (nth < 2) happens('decision.proposed', leader, decision, '{}', cell)
  }
  linkAll(rows, m, family, happened, from)
}

/** The chain of a family, linked as lab.link_event does. */
function linkAll(rows: Rows, m: string, family: string, happened: readonly Happened[], from: Date): void {
  let prev: Buffer = Buffer.alloc(0)
  for (const [index, { kind, actor, about, area, privacy, subject, data }] of happened.entries()) {
    const seq = index + 1
    const at = new Date(from.getTime() + index * 60_000)
    const line = [
      family,
      seq,
      kind,
      actor,
      `${at.getTime()}000`,
      about ?? '-',
      area ?? '-',
      privacy ?? '-',
      subject,
      data,
    ]
    const hash = createHash('sha256').update(prev).update(line.join('\u001f'), 'utf8').digest()
    rows.event.push(copyLine(m, family, seq, family, kind, actor, at, about, area, privacy, subject, data, prev, hash))
    prev = hash
  }
  rows.chain_head.push(copyLine(m, family, family, happened.length, prev))
}
