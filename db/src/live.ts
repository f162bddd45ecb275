import type { PersonId } from '@velferdslab/core/ids'
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
