import { sql } from 'kysely'
import type { Opens } from './as-person.ts'
import type { Tx } from './connect.ts'

/** Where rows lie that somebody has open: 'about area privacy' each. Null: who has them open is of the family, and leaves nothing. */
export type Covered = ReadonlySet<string> | null

export const placeOf = (cell: { readonly about: string; readonly area: string; readonly privacy: string }): string =>
  `${cell.about} ${cell.area} ${cell.privacy}`

/** The trace of what was read in this transaction, for who must know afterwards what it covers: a socket, which goes on reading. */
export async function leaveTrace(tx: Tx, { page, request }: Opens): Promise<Covered> {
  const { rows } = await sql<{ covered: string[] | null }>`
    select lab.leave_trace(${page}, ${request}) as covered`.execute(tx)
  const covered = rows[0]?.covered
  return covered ? new Set(covered) : null
}
