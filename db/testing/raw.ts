import { sql } from 'kysely'
import type { Tx } from '../src/connect.ts'

/** A statement as it stands, for tests that try what no query of ours would ask. */
export const raw = (statement: string) => (tx: Tx) => sql.raw(statement).execute(tx)
