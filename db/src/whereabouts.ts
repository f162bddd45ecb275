import type { WhereaboutsKind } from '@velferdslab/core/household'
import type { MeetingId, PersonId } from '@velferdslab/core/ids'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import type { FamilyKey } from './family-key.ts'
import { openWords, sealWords, type Place } from './sealed.ts'

type What = WhereaboutsKind | 'meeting_place'

function placeOf(key: FamilyKey, what: What, subject: string): Place {
  return { municipality: key.municipality, family: key.family, table: 'whereabouts', column: what, row: subject }
}

/** Where somebody or something can be found, as far as the signed-in person may know it. */
export async function findWhereabouts(
  tx: Tx,
  key: FamilyKey,
): Promise<readonly { readonly what: What; readonly subject: string; readonly text: string }[]> {
  const { rows } = await sql<{ what: What; subject_id: string; sealed: Buffer }>`
    select what, subject_id, sealed from lab.whereabouts
    where family_id = ${key.family} and ended_at is null and what <> 'referral_contact' order by what, subject_id`.execute(
    tx,
  )
  return rows.map(({ what, subject_id, sealed }) => ({
    what,
    subject: subject_id,
    text: openWords(key.key, placeOf(key, what, subject_id), sealed).words as string,
  }))
}

/** Whether the signed-in person may know where the meetings of a family are. */
export async function mayKnowPlace(tx: Tx, family: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from lab.my_whereabouts() w where w.family_id = ${family} and w.what = 'meeting_place'`.execute(tx)
  return rows.length > 0
}

/** Says it anew; what stood before is history. Nothing stands where there is nothing to say. */
export async function saveWhereabouts(
  tx: Tx,
  key: FamilyKey,
  what: What,
  subject: MeetingId | PersonId,
  text: string | null,
): Promise<void> {
  await sql`update lab.whereabouts set ended_at = now()
    where family_id = ${key.family} and what = ${what} and subject_id = ${subject} and ended_at is null`.execute(tx)
  if (!text) return
  const { sealed } = sealWords(key.key, placeOf(key, what, subject), text)
  await sql`insert into lab.whereabouts (municipality_id, id, family_id, what, subject_id, sealed, recorded_by)
    values (lab.current_municipality(), ${randomUUID()}, ${key.family}, ${what}, ${subject}, ${sealed}, lab.current_person())`.execute(
    tx,
  )
}
