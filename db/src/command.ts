import type { DecidedEvent } from '@velferdslab/core/events'
import type { CommandId, FamilyId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'

/** Takes the family's lock (the head of its chain). False when the signed-in person may not know the family. */
export async function lockFamily(tx: Tx, family: FamilyId): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`select lab.lock_family(${family}) as known`.execute(tx)
  return rows[0]?.known === true
}

/** For commands outside any family: the same command sent twice at once is done once. */
export async function lockCommand(tx: Tx, id: CommandId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}::text, 0))`.execute(tx)
}

/** What an earlier command with this id answered this person, if there was one. Asked under the family's lock. */
export async function findAnswer(tx: Tx, id: CommandId): Promise<unknown> {
  const row = await tx.selectFrom('lab.command').select('answer').where('id', '=', id).executeTakeFirst()
  return row?.answer
}

export async function saveAnswer(tx: Tx, command: { id: CommandId; name: string; answer: unknown }): Promise<void> {
  await sql`insert into lab.command (municipality_id, person_id, id, name, answer)
    values (lab.current_municipality(), lab.current_person(), ${command.id}, ${command.name}, ${JSON.stringify(command.answer)}::jsonb)`.execute(
    tx,
  )
}

/** Links events to the family's chain; the news goes out when the transaction is durable. @returns the number of the last one */
export async function appendEvents(
  tx: Tx,
  family: FamilyId,
  events: readonly DecidedEvent[],
  command: CommandId | null,
  origin: string,
): Promise<number> {
  const appended = await Promise.all(
    events.map((event) =>
      sql<{
        seq: number
      }>`select lab.append_event(${family}, ${event.kind}, ${event.cell?.about ?? null}::uuid, ${event.cell?.area ?? null},
        ${event.cell?.privacy ?? null}, ${event.subject}::uuid, ${JSON.stringify(event.data)}::jsonb, ${command}::uuid, ${origin}) as seq`.execute(
        tx,
      ),
    ),
  )
  return appended.at(-1)?.rows[0]?.seq ?? 0
}
