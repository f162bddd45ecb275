import type { Administration } from '@velferdslab/core/administration'
import { archivable, perishable } from '@velferdslab/core/retention-kinds'
import { reviewCodes } from '@velferdslab/core/rule-registers'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'

type Part<Name extends keyof Administration> = Administration[Name]
type Rules = Pick<Administration, 'statuteRules' | 'privacyWords' | 'reviewRules' | 'retentionRules'>

/** The newest version of each rule, also one that has not begun yet, in the shape in which changes speak of it (lab.stands). */
export async function findRuleRegisters(tx: Tx): Promise<Rules> {
  const [statutes, words, reviews, retentions] = await Promise.all([
    sql<Part<'statuteRules'>[number]>`
      select code, statute, paragraph, effect, "lawSectors", "longestDays", "mayDelay", "titleNb", "titleNn", "titleEn", link, "reviewedBy", "reviewedOn", "from", "to"
      from (
        select distinct on (code) code, position, statute, paragraph, kind as effect, nullif(sectors, '{}') as "lawSectors", longest_days as "longestDays",
          may_delay as "mayDelay", title_nb as "titleNb", title_nn as "titleNn", title_en as "titleEn", source as link, reviewed_by as "reviewedBy",
          reviewed_at as "reviewedOn", valid_from as "from", valid_to - 1 as "to"
        from lab.statute_rule order by code, valid_from desc) r order by position, code`.execute(tx),
    sql<Part<'privacyWords'>[number]>`
      select word, language, says, listed, origin, "from" from (
        select distinct on (word) word, language, kind as says, listed, source as origin, valid_from as "from"
        from lab.privacy_word order by word, valid_from desc, changed_at desc) w order by listed desc, language, says, word collate lab.norwegian`.execute(
      tx,
    ),
    sql<Part<'reviewRules'>[number]>`
      select distinct on (code) code, counts, from_hour as "fromHour", to_hour as "toHour", above, source as origin, valid_from as "from"
      from lab.review_rule order by code, valid_from desc`.execute(tx),
    sql<Part<'retentionRules'>[number]>`
      select distinct on (category) category, amount, unit, action, statute, paragraph, source as link, reviewed_by as "reviewedBy", reviewed_at as "reviewedOn",
        valid_from as "from"
      from lab.retention_rule order by category, valid_from desc`.execute(tx),
  ])
  return {
    statuteRules: statutes.rows,
    privacyWords: words.rows,
    reviewRules: reviewCodes.flatMap((code) => reviews.rows.filter((row) => row.code === code)),
    retentionRules: [...perishable, ...archivable].flatMap((category) =>
      retentions.rows.filter((row) => row.category === category),
    ),
  }
}
