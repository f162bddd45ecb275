import type { RestsOn } from '@velferdslab/core/decision'
import { sql, type RawBuilder } from 'kysely'

/**
 * The versions a row rests on, in words for its reader: the row keeps their keys (0038_b_rests_on.sql), and versions are never removed. Null for
 * what was decided before they were kept.
 *
 * @param row the alias of the row that has municipality_id and rests_on
 */
export function restsOn(row: 'x' | 'o'): RawBuilder<RestsOn | null> {
  const of = sql.raw(row)
  return sql<RestsOn | null>`case when ${of}.rests_on is not null then (
    select coalesce(json_agg(json_build_object('rule', k.rule, 'law', coalesce(a.source, c.statute || ' ' || c.paragraph), 'age', a.from_age, 'from', k.valid_from)
      order by k.at), '[]')
    from (select e.at, e.key ->> 'rule' as rule, e.key ->> 'of' as of, e.key ->> 'code' as code, (e.key ->> 'from')::date as valid_from
      from jsonb_array_elements(${of}.rests_on) with ordinality as e (key, at)) k
    left join lab.consent_age a on k.rule = 'consent_age'
      and a.municipality_id = ${of}.municipality_id and a.area = k.of and a.valid_from = k.valid_from
    left join lab.confidentiality_rule c on k.rule = 'confidentiality_rule'
      and c.municipality_id = ${of}.municipality_id and c.sector = k.of and c.code = k.code and c.valid_from = k.valid_from) end`
}
