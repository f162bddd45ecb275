import { defaultPrivacyWords, type PrivacyWord } from '@velferdslab/core/privacy-word'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'

/** The words texts are asked about today. A municipality that was here before the list was data reads the product's own. */
export async function findPrivacyWords(tx: Tx): Promise<PrivacyWord[]> {
  const { rows } = await sql<PrivacyWord>`
    select n.word, n.kind from lab.privacy_word_now n order by n.kind, n.word`.execute(tx)
  if (rows.length > 0) return rows
  const { rows: any } = await sql`select 1 from lab.privacy_word limit 1`.execute(tx)
  return any.length > 0 ? [] : defaultPrivacyWords.map(({ word, kind }) => ({ word, kind }))
}
