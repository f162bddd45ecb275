import type { MunicipalityId, PersonId } from '@velferdslab/core/ids'
import { asSystem } from './as-system.ts'
import type { Pool } from './connect.ts'
import type { KeyRing } from './key-ring.ts'

/**
 * Whom an identity number belongs to here. For break-glass alone: who holds the role is asked by the database afterwards, and somebody nobody knows
 * is answered as somebody who is in no family.
 */
export function findCitizen(
  pool: Pool,
  ring: KeyRing,
  municipality: MunicipalityId,
  identityNumber: string,
): Promise<PersonId | undefined> {
  return asSystem(pool, 'break-glass', async (tx) => {
    const row = await tx
      .selectFrom('lab.person_identity')
      .select('person_id')
      .where('municipality_id', '=', municipality)
      .where('issuer', '=', 'citizen')
      .where('blind_index', 'in', ring.blindIndexes(municipality, 'citizen', identityNumber))
      .executeTakeFirst()
    return row?.person_id as PersonId | undefined
  })
}
