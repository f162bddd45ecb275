import type { FamilyId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import { asPerson, type Session } from './as-person.ts'
import type { Pool } from './connect.ts'

/** Keeps that somebody asked in vain, in a transaction of its own; the database sees whether there is anything to keep. */
export async function keepDenial(pool: Pool, session: Session, family: FamilyId, door: string): Promise<void> {
  await asPerson(pool, session, family, (tx) => sql`select lab.leave_denial(${family}, ${door})`.execute(tx))
}
