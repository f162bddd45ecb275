import type { WishConsent } from '@velferdslab/core/commands/consent'
import type { WishFacts } from '@velferdslab/core/consent-wish-rules'
import type { FamilyId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import { findFamily } from './family.ts'
import type { FamilyKey } from './family-key.ts'
import { findMembers } from './people.ts'
import { sealWords } from './sealed.ts'

/** What the rule on wishes needs; undefined for who may not know the family. */
export async function loadWishFacts(tx: Tx, family: FamilyId): Promise<WishFacts | undefined> {
  const [row, members, services] = await Promise.all([
    findFamily(tx, family),
    findMembers(tx, family),
    tx.selectFrom('lab.party').select('id').where('kind', '=', 'service').execute(),
  ])
  return (
    row && {
      leads: row.ways.includes('leader'),
      persons: members.map(({ id }) => id),
      services: services.map(({ id }) => id),
    }
  )
}

export async function insertWish(tx: Tx, family: FamilyId, key: FamilyKey, wish: WishConsent): Promise<void> {
  const { municipality } = key
  const place = { municipality, family, table: 'consent_wish', column: 'sealed_reason', row: wish.wishId }
  const reason = sealWords(key.key, place, wish.reason).sealed
  await sql`insert into lab.consent_wish (municipality_id, id, family_id, party_id, wished_by, areas, persons, until, sealed_reason)
    values (${municipality}, ${wish.wishId}, ${family}, ${wish.partyId}, lab.current_person(), ${wish.areas}::text[], ${wish.persons}::uuid[],
      ${wish.until}, ${reason})`.execute(tx)
}
