import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'

/** Who the session is. */
export async function findMyId(tx: Tx): Promise<PersonId | undefined> {
  const { rows } = await sql<{ me: PersonId | null }>`select lab.current_person() as me`.execute(tx)
  return rows[0]?.me ?? undefined
}

/** Persons the signed-in person may know by name: the only ones whose presence is told. */
export async function findKnownPeople(tx: Tx): Promise<Set<PersonId>> {
  const { rows } = await sql<{ id: PersonId }>`select id from lab.person`.execute(tx)
  return new Set(rows.map((row) => row.id))
}

/** Tells every process, once this transaction is durable. Ids only. */
export function tellNews(tx: Tx, news: Record<string, unknown>): Promise<unknown> {
  return sql`select pg_notify('lab_news', ${JSON.stringify(news)})`.execute(tx)
}

/** Whether the signed-in person may open the family by an act and in no other way. */
export async function comesByActAlone(tx: Tx, family: FamilyId): Promise<boolean> {
  const { rows } = await sql<{ quiet: boolean }>`
    select coalesce(bool_and(w.way = 'act'), false) as quiet from lab.my_families() w
    where w.family_id = ${family} and w.way <> 'core_team'`.execute(tx)
  return rows[0]?.quiet === true
}
