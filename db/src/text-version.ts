import type { CalendarDay } from '@velferdslab/core/dates'
import type { TextLanguage } from '@velferdslab/core/text-language'
import {
  productSource,
  productTexts,
  productValidFrom,
  productVersion,
  shownIn,
  type TextKey,
  type VersionedText,
} from '@velferdslab/core/text-version'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'

interface TextRow {
  version: string
  language: TextLanguage
  words: string
  valid_from: CalendarDay
  source: string
  approved_by: string | null
}

/**
 * A text in a version (the newest that is valid today without one), in the language that was asked for, else in bokmål. Undefined for a version that
 * never was.
 */
export async function findText(
  tx: Tx,
  key: TextKey,
  asked: TextLanguage,
  version: string | null,
): Promise<VersionedText | undefined> {
  const { rows } = await sql<TextRow>`
    select t.version, t.language, t.words, t.valid_from, t.source, t.approved_by from lab.text_version t
    where t.key = ${key} and t.version = coalesce(${version}::text, (
      select n.version from lab.text_version n where n.key = ${key} and n.valid_from <= lab.today()
      order by n.valid_from desc, n.version desc limit 1))`.execute(tx)
  const written = rows.length > 0 ? rows : productRows(key, version)
  const language = shownIn(
    asked,
    written.map((row) => row.language),
  )
  const row = written.find((each) => each.language === language)
  return (
    row && {
      key,
      version: row.version,
      asked,
      language,
      lines: row.words.split('\n'),
      validFrom: row.valid_from,
      source: row.source,
      approvedBy: row.approved_by,
    }
  )
}

/** A municipality that was here before its texts were data reads the product's own. */
function productRows(key: TextKey, version: string | null): TextRow[] {
  if (version !== null && version !== productVersion) return []
  return Object.entries(productTexts).map(([language, words]) => ({
    version: productVersion,
    language: language as TextLanguage,
    words: words[key].join('\n'),
    valid_from: productValidFrom as CalendarDay,
    source: productSource,
    approved_by: null,
  }))
}
