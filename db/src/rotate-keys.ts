import { sql } from 'kysely'
import { asSystem } from './as-system.ts'
import type { Pool } from './connect.ts'
import { identityRow, openIdentity } from './identity.ts'
import type { KeyRing } from './key-ring.ts'

/** What has been brought under the master key that seals now, and what already was. */
export interface Rotated {
  readonly files: { readonly rewrapped: number; readonly already: number }
  readonly identities: { readonly rewrapped: number; readonly already: number }
}

/**
 * Brings everything that lasts under the master key that seals now: the files of the ring and the identity numbers. Words are not touched, because
 * the data keys stay. The server goes on meanwhile: both master keys open. Running it again does no harm; when it answers 0 rewrapped, the other
 * master key can go.
 */
export async function rotateKeys(pool: Pool, ring: KeyRing): Promise<Rotated> {
  const towns = await asSystem(pool, 'rotate-keys', (tx) => tx.selectFrom('lab.municipality').select('id').execute())
  const files = ring.rewrap(towns.map((town) => town.id))
  const identities = { rewrapped: 0, already: 0 }
  await asSystem(pool, 'rotate-keys', async (tx) => {
    const rows = await tx
      .selectFrom('lab.person_identity')
      .select(['municipality_id', 'person_id', 'issuer', 'blind_index', 'sealed'])
      .execute()
    for (const row of rows) {
      const subject = openIdentity(ring, row.municipality_id, row.person_id, row.sealed)
      const anew = identityRow(ring, row.municipality_id, row.person_id, row.issuer, subject)
      if (anew.blind_index.equals(row.blind_index)) {
        identities.already += 1
        continue
      }
      identities.rewrapped += 1
      await sql`update lab.person_identity set blind_index = ${anew.blind_index}, sealed = ${anew.sealed}
        where municipality_id = ${row.municipality_id} and issuer = ${row.issuer} and blind_index = ${row.blind_index}`.execute(
        tx,
      )
    }
  })
  return { files, identities }
}
