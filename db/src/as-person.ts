import type { FamilyId } from '@velferdslab/core/ids'
import type { PageOpened } from '@velferdslab/core/opening'
import { usualPurpose, type ReadPurpose } from '@velferdslab/core/purpose'
import { inTransaction, tryThreeTimes, type Pool, type Tx } from './connect.ts'

/** What a signed-in person carries: the raw token. The database looks its hash up; nothing here decides who it is. */
export interface Session {
  readonly token: string
  /** The door they came by, when it shows something of a family: such a read leaves its trace. */
  readonly opens?: Opens | undefined
}

/** What a door shows, and what it is for. By which right it is read, the database works out itself. */
export interface Opens {
  readonly page: PageOpened
  readonly purpose?: ReadPurpose | undefined
  /** The request, as the server's log knows it. */
  readonly request: string
}

/**
 * The everyday way in: a transaction that has become this person. Row security applies from the first statement on. What was read leaves its
 * trace in the same transaction (REQ-58): if that cannot be written, nothing was read.
 *
 * @param family narrows every rule to one family; it can only shrink what is seen
 */
export function asPerson<Result>(
  pool: Pool,
  session: Session,
  family: FamilyId | null,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const { token, opens } = session
  return tryThreeTimes(() =>
    inTransaction(
      pool,
      // Bound, never spliced, and only for this transaction: the next one on this connection starts as nobody.
      (client) => [
        client.query(
          `select set_config('app.token', $1, true), set_config('app.family', $2, true), set_config('app.purpose', $3, true)`,
          [token, family ?? '', opens?.purpose ?? usualPurpose],
        ),
      ],
      work,
      (client, result) =>
        opens && wasAnswered(result)
          ? [client.query('select lab.leave_trace($1, $2)', [opens.page, opens.request])]
          : [],
    ),
  )
}

/** Who is answered "not found" has read nothing. */
function wasAnswered(result: unknown): boolean {
  return Boolean(result) && !(typeof result === 'object' && result !== null && 'refused' in result)
}
