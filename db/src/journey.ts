import type { CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId, PartyId, PersonId, PlacementId } from '@velferdslab/core/ids'
import {
  areaOfSubject,
  journeySubjects,
  newestOf,
  type Journey,
  type JourneySubject,
  type Mark,
  type Placement,
  type Situation,
  type View,
} from '@velferdslab/core/journey'
import { viewOf, type JourneyFacts, type NewPlacement } from '@velferdslab/core/journey-rules'
import type { AnswerKind } from '@velferdslab/core/wellbeing'
import { sql } from 'kysely'
import { findAudience, findCell } from './cloth.ts'
import type { Tx } from './connect.ts'
import { findFamily } from './family.ts'
import type { FamilyKey } from './family-key.ts'
import { cardOf, findMembers, findSeats, type MemberRow, type SeatRow } from './people.ts'
import { openWords, sealWords, type Place } from './sealed.ts'
import { answerOf, columnsOf } from './wellbeing.ts'

function placeOf(key: FamilyKey, row: string): Place {
  return { municipality: key.municipality, family: key.family, table: 'placement', column: 'sealed', row }
}

export function sealReason(key: FamilyKey, id: PlacementId, words: string): { sealed: Buffer; proof: string } {
  return sealWords(key.key, placeOf(key, id), words)
}

function findSubjectCell(tx: Tx, family: FamilyId, subject: JourneySubject) {
  return findCell(tx, family, { about: { whole: true }, area: areaOfSubject[subject], privacy: 'table' })
}

/** Who the signed-in person is at this table: a member, and the party of a seat that counts. */
function standingOf(members: readonly MemberRow[], seats: readonly SeatRow[]): Pick<JourneyFacts, 'member' | 'seatOf'> {
  const me = members.find((member) => member.me)
  const seat = seats.find((each) => each.me && each.active)
  return { member: me ? { age: me.age } : null, seatOf: (seat?.party_id ?? null) as PartyId | null }
}

/** What the rules need to place one subject. Undefined for whoever may not know the family. */
export async function loadJourneyFacts(
  tx: Tx,
  family: FamilyId,
  of: { readonly subject: JourneySubject; readonly mark: Mark },
): Promise<JourneyFacts | undefined> {
  const [row, members, seats, cell, history] = await Promise.all([
    findFamily(tx, family),
    findMembers(tx, family),
    findSeats(tx, family),
    findSubjectCell(tx, family, of.subject),
    findHistory(tx, family),
  ])
  if (!row) return undefined
  const standing = standingOf(members, seats)
  const view = viewOf(standing)
  return {
    ...standing,
    cell: cell ?? null,
    newest: view && (newestOf(history, { ...of, view })?.id ?? null),
    today: row.today,
  }
}

/** Adds a placement. Row security refuses whoever may not, whatever was asked before. */
export async function insertPlacement(
  tx: Tx,
  family: FamilyId,
  row: NewPlacement & Pick<Placement, 'subject' | 'mark' | 'situation' | 'vulnerability' | 'byDay'>,
  sealed: Buffer | null,
): Promise<void> {
  const strength = row.vulnerability && columnsOf(row.vulnerability.strength)
  const ability = row.vulnerability && columnsOf(row.vulnerability.ability)
  await sql`
    insert into lab.placement (municipality_id, id, family_id, about_id, area, subject, view, mark, situation, strength_answer, strength,
      ability_answer, ability, sealed, author_id, party_id, on_day, by_day)
    values (lab.current_municipality(), ${row.id}, ${family}, ${row.aboutId}, ${areaOfSubject[row.subject]}, ${row.subject}, ${row.view},
      ${row.mark}, ${row.situation}, ${strength?.kind ?? null}, ${strength?.score ?? null}, ${ability?.kind ?? null},
      ${ability?.score ?? null}, ${sealed}, lab.current_person(), ${row.partyId}, ${row.onDay}, ${row.byDay})`.execute(
    tx,
  )
}

/** Every placement the signed-in person may see, and where they may place. Undefined for whoever may not know the family. */
export async function findJourney(tx: Tx, family: FamilyId, key: FamilyKey): Promise<Journey | undefined> {
  const [row, members, seats, history, cells] = await Promise.all([
    findFamily(tx, family),
    findMembers(tx, family),
    findSeats(tx, family),
    findHistory(tx, family),
    Promise.all(journeySubjects.map((subject) => findSubjectCell(tx, family, subject))),
  ])
  if (!row) return undefined
  const isChild = members.some((member) => member.me && member.child)
  const speaksFor = viewOf(standingOf(members, seats))
  // Children's pages show no journey, so they are not told of as its readers.
  const grown = [...members.filter((member) => !member.child), ...seats.filter((seat) => seat.active)]
  const persons = [...new Map(grown.map((person) => [person.id as PersonId, person])).values()]
  const mayPlace = await Promise.all(
    journeySubjects.map(async (subject, at) => {
      const cell = speaksFor && cells[at]
      if (!cell?.mayWrite) return []
      const place = { about: cell.aboutId, area: areaOfSubject[subject], privacy: 'table' }
      const readers = await findAudience(
        tx,
        family,
        place,
        persons.map((person) => person.id as PersonId),
      )
      const names = [...persons]
        .sort((a, b) => Number(b.me) - Number(a.me))
        .filter((person) => !person.me && readers.has(person.id as PersonId))
      return [{ subject, readers: names.map((person) => person.called_name) }]
    }),
  )
  const authors = new Set(history.map((placed) => placed.author))
  const people = new Map([...members, ...seats].map((person) => [person.id as PersonId, cardOf(person)]))
  return {
    family: { id: row.id, name: row.name, onePerson: members.length === 1 },
    today: row.today,
    speaksFor,
    isChild,
    mayPlace: mayPlace.flat(),
    people: isChild ? [] : [...people.values()].filter(({ id }) => authors.has(id)),
    placements: isChild ? [] : history.map((placed) => placementOf(placed, key)),
  }
}

type HistoryRow = Omit<Placement, 'words'> & { readonly sealed: Buffer | null }

/** In the order it was said: by day, and within a day by the clock. */
async function findHistory(tx: Tx, family: FamilyId): Promise<HistoryRow[]> {
  const rows = await tx
    .selectFrom('lab.placement')
    .selectAll()
    .where('family_id', '=', family)
    .orderBy('on_day')
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({
    id: row.id as PlacementId,
    subject: row.subject as JourneySubject,
    view: row.view satisfies View,
    mark: row.mark satisfies Mark,
    situation: row.situation as Situation,
    vulnerability:
      row.strength_answer && row.ability_answer
        ? {
            strength: answerOf(row.strength_answer satisfies AnswerKind, row.strength),
            ability: answerOf(row.ability_answer satisfies AnswerKind, row.ability),
          }
        : null,
    author: row.author_id as PersonId,
    onDay: row.on_day as CalendarDay,
    byDay: row.by_day as CalendarDay | null,
    sealed: row.sealed,
  }))
}

function placementOf({ sealed, ...row }: HistoryRow, key: FamilyKey): Placement {
  return { ...row, words: sealed && String(openWords(key.key, placeOf(key, row.id), sealed).words) }
}
