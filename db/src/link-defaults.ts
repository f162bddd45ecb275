import { sql } from 'kysely'
import type { Tx } from './connect.ts'

/** How long links last: the row a municipality begins with. */
export async function insertLinkDefaults(tx: Tx, municipality: string): Promise<void> {
  await sql`insert into lab.link_rule (municipality_id, valid_from, days_after_due, days_at_most, source)
    values (${municipality}, '2026-01-01', 14, 366, 'Velferdslabens forslag, til kommunen har bestemt')`.execute(tx)
}
