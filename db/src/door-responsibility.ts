import type { RecordResponsibility } from '@velferdslab/core/commands/household'
import { dayInOslo } from '@velferdslab/core/dates'
import type { AnsweredAtDoor } from '@velferdslab/core/door-responsibility'
import type { CommandId, FamilyId, PersonId, ResponsibilityId } from '@velferdslab/core/ids'
import { calledNameOf, initialsOf } from '@velferdslab/core/names'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import { findResponsibilities } from './household.ts'

const grownFromAge = 18

/** Who is of a family at the door and who answers for them; undefined for everybody to whom it is not to write down. */
export async function findAnsweredAtDoor(tx: Tx, family: FamilyId): Promise<AnsweredAtDoor | undefined> {
  const [people, told] = await Promise.all([
    sql<{ person_id: PersonId; called_name: string; age: number | null }>`
      select person_id, called_name, age from lab.answered_at_door(${family})`.execute(tx),
    findResponsibilities(tx, family),
  ])
  if (people.rows.length === 0) return undefined
  return {
    familyId: family,
    today: dayInOslo(new Date()),
    members: people.rows.map(({ person_id: id, called_name: calledName, age }) => ({
      id,
      calledName,
      age,
      isChild: age !== null && age < grownFromAge,
      answersFor: told.filter(({ person }) => person === id).map((each) => each.told),
    })),
  }
}

export async function recordAtDoor(tx: Tx, family: FamilyId, input: RecordResponsibility): Promise<void> {
  const name = input.holderName
  const { rows } = await sql<{ seq: number | null }>`
    select lab.record_at_door(${family}, ${input.responsibilityId}, ${input.personId}, ${input.holderId}, ${name}, ${name && calledNameOf(name)},
      ${name && initialsOf(name)}, ${input.kind}, ${input.areas}::text[], ${input.source}, ${input.documentOn}::date, ${input.until}::date,
      ${input.commandId}, '') as seq`.execute(tx)
  if ((rows[0]?.seq ?? null) === null) throw new Error('nobody writes down who answers here')
}

export async function endAtDoor(tx: Tx, family: FamilyId, id: ResponsibilityId, command: CommandId): Promise<void> {
  const { rows } = await sql<{ seq: number | null }>`
    select lab.end_at_door(${family}, ${id}, ${command}, '') as seq`.execute(tx)
  if ((rows[0]?.seq ?? null) === null) throw new Error('nobody ends who answers here')
}
