import type { ChangePrivacyWord } from '@velferdslab/core/commands/privacy-word'
import { defaultPrivacyWords, type PrivacyWord } from '@velferdslab/core/privacy-word'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'

/** The words texts are asked about today. A municipality that was here before the list was data reads the product's own. */
export async function findPrivacyWords(tx: Tx): Promise<PrivacyWord[]> {
  const { rows } = await sql<PrivacyWord>`
    select n.word, n.kind from lab.privacy_word_now n order by n.kind, n.word`.execute(tx)
  if (rows.length > 0) return rows
  const { rows: any } = await sql`select 1 from lab.privacy_word limit 1`.execute(tx)
  return any.length > 0 ? [] : [...defaultPrivacyWords]
}

export async function mayChangeWords(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select lab.holds_role(array['administrator']) as may`.execute(tx)
  return rows[0]?.may ?? false
}

export async function insertPrivacyWord(tx: Tx, change: ChangePrivacyWord): Promise<void> {
  await sql`insert into lab.privacy_word (municipality_id, id, word, kind, listed, source, changed_by)
    values (lab.current_municipality(), ${randomUUID()}, ${change.word}, ${change.kind}, ${change.listed}, ${change.source}, lab.current_person())`.execute(
    tx,
  )
}
