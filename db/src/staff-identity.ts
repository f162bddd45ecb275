import type { MunicipalityId, PersonId } from '@velferdslab/core/ids'
import { asSystem } from './as-system.ts'
import type { Pool } from './connect.ts'
import { identityRow } from './identity.ts'
import type { KeyRing } from './key-ring.ts'

/** Somebody who begins to work here, and what the staff's sign-in calls them. */
export interface NewStaff {
  readonly municipality: MunicipalityId
  readonly person: PersonId
  readonly subject: string
}

/** Whether somebody here signs in by this already. */
export function isKnownStaff(pool: Pool, ring: KeyRing, { municipality, person, subject }: NewStaff): Promise<boolean> {
  return asSystem(pool, 'staff-begins', async (tx) => {
    const row = await tx
      .selectFrom('lab.person_identity')
      .select('person_id')
      .where('municipality_id', '=', municipality)
      .where('issuer', '=', 'staff')
      .where('blind_index', '=', ring.blindIndex(municipality, 'staff', subject))
      .executeTakeFirst()
    return row !== undefined && row.person_id !== person
  })
}

/**
 * Lets somebody sign in as staff whom an administrator has taken in: no person and no rule may write identities, so this job does, and only where
 * the change that made the person stands. Done twice, it is done once.
 */
export function admitStaff(pool: Pool, ring: KeyRing, staff: NewStaff): Promise<void> {
  return asSystem(pool, 'staff-begins', async (tx) => {
    const { municipality, person, subject } = staff
    const taken = await tx
      .selectFrom('lab.change')
      .select('id')
      .where('municipality_id', '=', municipality)
      .where('kind', '=', 'person')
      .where('subject', '=', person)
      .where('outcome', '=', 'effective')
      .executeTakeFirst()
    if (!taken) throw new Error('nobody was taken in')
    const has = await tx
      .selectFrom('lab.person_identity')
      .select('person_id')
      .where('municipality_id', '=', municipality)
      .where('person_id', '=', person)
      .executeTakeFirst()
    if (!has)
      await tx
        .insertInto('lab.person_identity')
        .values(identityRow(ring, municipality, person, 'staff', subject))
        .execute()
  })
}
