import type { FamilyId, MunicipalityId } from '@velferdslab/core/ids'
import type { Tx } from './connect.ts'
import type { KeyRing } from './key-ring.ts'

/** A family's open data key, with what its seals are bound to. */
export interface FamilyKey {
  readonly municipality: MunicipalityId
  readonly family: FamilyId
  readonly key: Buffer
}

/** The family's data key, for whoever may open the family; undefined for everybody else and for an erased family. */
export async function findFamilyKey(tx: Tx, ring: KeyRing, family: FamilyId): Promise<FamilyKey | undefined> {
  const row = await tx
    .selectFrom('lab.family_key')
    .select(['municipality_id', 'wrapped'])
    .where('family_id', '=', family)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    municipality: row.municipality_id as MunicipalityId,
    family,
    key: ring.openKey(row.municipality_id, family, row.wrapped),
  }
}
