import type { Correction, NoteVoid, VoidReason } from '@velferdslab/core/correction'
import { correctionWords } from '@velferdslab/core/correction'
import type { CorrectionId, FamilyId, NoteId, PersonId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import type { FamilyKey } from './family-key.ts'
import { openWords, sealWords, type Place } from './sealed.ts'

/** What stands beside a note: that it is void, and the corrections of those it is about. */
export type Beside = { readonly voided: NoteVoid | null; readonly corrections: Correction[] }

function placeOf(key: FamilyKey, row: string): Place {
  return { municipality: key.municipality, family: key.family, table: 'correction', column: 'sealed', row }
}

export function sealCorrection(key: FamilyKey, id: CorrectionId, text: string): { sealed: Buffer; proof: string } {
  return sealWords(key.key, placeOf(key, id), text)
}

/** What stands beside the notes the signed-in person sees; all of a family, or some of them by id. Notes with nothing are left out. */
export async function findBeside(
  tx: Tx,
  family: FamilyId,
  key: FamilyKey,
  ids?: readonly NoteId[],
): Promise<Map<NoteId, Beside>> {
  const some = ids ? sql`and note_id = any (${ids}::uuid[])` : sql``
  const [voids, corrections] = await Promise.all([
    sql<{ note: NoteId; by: PersonId; at: Date; reason: VoidReason }>`
      select note_id as note, voided_by as by, voided_at as at, reason from lab.note_void
      where family_id = ${family} ${some}`.execute(tx),
    sql<{ id: CorrectionId; note: NoteId; by: PersonId; at: Date; version: number; sealed: Buffer }>`
      select id, note_id as note, person_id as by, at, note_version as version, sealed from lab.correction
      where family_id = ${family} ${some} order by at, id`.execute(tx),
  ])
  const beside = new Map<NoteId, Beside>()
  for (const { note, by, at, reason } of voids.rows) {
    beside.set(note, { voided: { by, at: at.toISOString(), reason }, corrections: [] })
  }
  for (const row of corrections.rows) {
    const here = beside.get(row.note) ?? { voided: null, corrections: [] }
    const text = correctionWords.parse(openWords(key.key, placeOf(key, row.id), row.sealed).words)
    here.corrections.push({ id: row.id, by: row.by, text, at: row.at.toISOString(), version: row.version })
    beside.set(row.note, here)
  }
  return beside
}

/** What the rules ask of the signed-in person about one note: whether they lead, whether it is about them, whether its author is family. */
export async function findWhoAsks(
  tx: Tx,
  family: FamilyId,
  note: NoteId,
): Promise<{ leads: boolean; aboutMe: boolean; authorIsFamily: boolean; answered: number[] }> {
  const { rows } = await sql<{ leads: boolean; aboutMe: boolean; authorIsFamily: boolean; answered: number[] }>`
    select exists (select 1 from lab.my_families() f where f.family_id = ${family} and f.way = 'leader') as leads,
      exists (select 1 from lab.note n where n.id = ${note} and lab.about_me(n.family_id, n.about_id)) as "aboutMe",
      exists (select 1 from lab.note n join lab.member m on m.family_id = n.family_id and m.person_id = n.author_id
        where n.id = ${note}) as "authorIsFamily",
      array(select c.note_version from lab.correction c where c.note_id = ${note} and c.person_id = lab.current_person()) as answered`.execute(
    tx,
  )
  return rows[0] as (typeof rows)[number]
}

/** Row security refuses whoever may not, whatever was asked before. */
export async function insertVoid(tx: Tx, family: FamilyId, note: NoteId, reason: VoidReason): Promise<void> {
  await sql`insert into lab.note_void (municipality_id, note_id, family_id, reason, voided_by)
    values (lab.current_municipality(), ${note}, ${family}, ${reason}, lab.current_person())`.execute(tx)
}

export async function insertCorrection(
  tx: Tx,
  family: FamilyId,
  row: { id: CorrectionId; note: NoteId; version: number; sealed: Buffer },
): Promise<void> {
  await sql`insert into lab.correction (municipality_id, id, family_id, note_id, note_version, person_id, sealed)
    values (lab.current_municipality(), ${row.id}, ${family}, ${row.note}, ${row.version}, lab.current_person(), ${row.sealed})`.execute(
    tx,
  )
}
