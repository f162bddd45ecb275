import type { FamilyId } from '@velferdslab/core/ids'
import { inTransaction, tryThreeTimes, type Pool, type Tx } from './connect.ts'

/** What a signed-in person carries: the raw token. The database looks its hash up; nothing here decides who it is. */
export interface Session {
  readonly token: string
}

/**
 * The everyday way in: a transaction that has become this person. Row security applies from the first statement on.
 *
 * @param family narrows every rule to one family; it can only shrink what is seen
 */
export function asPerson<Result>(
  pool: Pool,
  session: Session,
  family: FamilyId | null,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return tryThreeTimes(() =>
    inTransaction(
      pool,
      // Bound, never spliced, and only for this transaction: the next one on this connection starts as nobody.
      (client) => [
        client.query(`select set_config('app.token', $1, true), set_config('app.family', $2, true)`, [
          session.token,
          family ?? '',
        ]),
      ],
      work,
    ),
  )
}
