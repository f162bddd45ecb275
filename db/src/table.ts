import type { MeetingId } from '@velferdslab/core/ids'
import type { TableState } from '@velferdslab/core/table'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'

/** Sessions that know one thing only: a guest's and the large screen's one meeting, a helper's one promise. */
export const narrowKinds = ['guest', 'screen', 'helper'] as const
export type NarrowKind = (typeof narrowKinds)[number]

/** Which of them a token is, if it is one. Nobody gains by writing another word before it: the whole is hashed. */
export function tableKindOf(token: string): NarrowKind | undefined {
  return narrowKinds.find((kind) => token.startsWith(`${kind}.`))
}

/** The table of a session that knows only this one; undefined for every other session. */
export async function findMyTable(tx: Tx): Promise<TableState | undefined> {
  const { rows } = await sql<{
    meeting_id: string
    family_id: string
    kind: TableState['kind']
    state: TableState['state']
    declared_at: Date
  }>`select meeting_id, family_id, kind, state, declared_at from lab.my_table()`.execute(tx)
  const row = rows[0]
  if (!row) return undefined
  // Who waits learns of no family, not even its id.
  const isIn = row.state === 'in'
  return {
    kind: row.kind,
    state: row.state,
    familyId: isIn ? (row.family_id as NonNullable<TableState['familyId']>) : null,
    meetingId: isIn ? (row.meeting_id as MeetingId) : null,
    declaredAt: row.declared_at.toISOString(),
  }
}
