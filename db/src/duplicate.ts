import type { AnswerDuplicate } from '@velferdslab/core/commands/duplicate'
import { dayInOslo, type CalendarDay } from '@velferdslab/core/dates'
import type { Duplicates, Found } from '@velferdslab/core/duplicate'
import { mostFound, namesMeant, possibleDuplicates, whoIsMeant } from '@velferdslab/core/duplicate-rules'
import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'

/** Who was named here and may be here already: for the core team, or a leader whose family must not be known at the door. */
export async function findDuplicates(tx: Tx): Promise<Duplicates> {
  const { rows } = await sql<{
    person_id: PersonId
    name: string
    born: CalendarDay
    family_id: FamilyId
    family_name: string
    told_at: Date
    by_referral: boolean
    candidate_id: PersonId
    candidate_name: string
    candidate_born: CalendarDay
    candidate_family: FamilyId
    candidate_family_name: string
    leader: string | null
  }>`select * from lab.possible_duplicates() order by told_at desc, person_id, candidate_id`.execute(tx)
  return {
    today: dayInOslo(new Date()),
    pairs: possibleDuplicates(
      rows.map((row) => ({
        person: { id: row.person_id, name: row.name, born: row.born },
        family: { id: row.family_id, name: row.family_name },
        toldAt: row.told_at.toISOString(),
        byReferral: row.by_referral,
        candidate: { id: row.candidate_id, name: row.candidate_name, born: row.candidate_born },
        candidateFamily: { id: row.candidate_family, name: row.candidate_family_name },
        leader: row.leader,
      })),
    ),
  }
}

/** Says whether two are one. @returns begun: something stands under the new name already, and nothing was joined */
export async function saveDuplicateAnswer(
  tx: Tx,
  { personId, candidateId, answer, commandId }: AnswerDuplicate,
): Promise<'done' | 'begun' | 'not-found'> {
  const { rows } = await sql<{ came: 'done' | 'begun' | 'not-found' }>`
    select lab.answer_duplicate(${randomUUID()}, ${personId}, ${candidateId}, ${answer}, ${commandId}) as came`.execute(
    tx,
  )
  return rows[0]?.came ?? 'not-found'
}

interface FoundRow {
  person_id: PersonId
  name: string
  born: CalendarDay | null
  family_id: FamilyId
  family_name: string
}

/** So many names are asked for at a time: most often the first are enough. */
const atATime = 40

/** People by name, among those the signed-in person may know of anyway. */
export async function searchPeople(tx: Tx, typed: string): Promise<Found> {
  const [mine, { rows: door }] = await Promise.all([
    sql<FoundRow>`select person_id, name, born, family_id, family_name from lab.my_findable()`.execute(tx),
    sql<{ names: string | null }>`select lab.names_at_door() as names`.execute(tx),
  ])
  const names = namesMeant(typed, [...new Set(door[0]?.names?.split('\u001f'))])
  const atDoor: FoundRow[] = []
  for (let at = 0; at < names.length && atDoor.length < mostFound; at += atATime) {
    const { rows } = await sql<FoundRow>`select * from lab.at_door_named(${names.slice(at, at + atATime)})`.execute(tx)
    atDoor.push(...rows)
  }
  const found = (rows: readonly FoundRow[], isAtDoor: boolean) =>
    rows.map((row) => ({
      id: row.person_id,
      name: row.name,
      born: row.born,
      family: { id: row.family_id, name: row.family_name },
      atDoor: isAtDoor,
    }))
  const people = [...found(mine.rows, false), ...found(atDoor, true)]
  // Those who are as like, and called the same, in an order that is always the same.
  const inOrder = people.toSorted((one, other) =>
    one.id < other.id ? -1 : one.id > other.id ? 1 : Number(one.atDoor) - Number(other.atDoor),
  )
  return { people: whoIsMeant(typed, inOrder) }
}
