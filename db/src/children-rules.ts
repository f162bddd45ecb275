import type { AreaCode } from '@velferdslab/core/areas'
import { groupRules, type ChildrenRules } from '@velferdslab/core/children-rules'
import type { CalendarDay } from '@velferdslab/core/dates'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'

interface Row {
  what: 'consent' | 'life' | 'words'
  area: AreaCode
  age: number
  source: string
  valid_from: CalendarDay
  reviewed_at: CalendarDay | null
}

/** Both tables of ages as they count today, each rule with its source; undefined for a session that is nobody's. */
export async function findChildrenRules(tx: Tx): Promise<ChildrenRules | undefined> {
  const [me, rules] = await Promise.all([
    sql<{ today: CalendarDay; age: number | null }>`
      select lab.today() as today, (select lab.age(b.born) from lab.birth b where b.person_id = p.id) as age
      from lab.person p where p.id = lab.current_person()`.execute(tx),
    // The newest version that counts today: as lab.consent_age_now and lab.child_rule_now choose it, with where it comes from. What is common has no age.
    sql<Row>`
      select r.what, r.area, r.age, r.source, r.valid_from, r.reviewed_at
      from (
        (select distinct on (c.area) 'consent' as what, c.area, c.from_age as age, c.source, c.valid_from, c.reviewed_at
          from lab.consent_age c where c.valid_from <= lab.today() order by c.area, c.valid_from desc)
        union all
        (select distinct on (c.area, c.subject) c.subject, c.area, c.parents_until, c.source, c.valid_from, c.reviewed_at
          from lab.child_rule c where c.valid_from <= lab.today() order by c.area, c.subject, c.valid_from desc)
      ) r join lab.area a on a.code = r.area
      where r.area <> 'common' and (a.closes_on is null or a.closes_on > lab.today())
      order by a.position`.execute(tx),
  ])
  const [reader] = me.rows
  if (!reader) return undefined
  const of = (what: Row['what']) =>
    groupRules(
      rules.rows
        .filter((row) => row.what === what)
        .map(({ area, age, source, valid_from, reviewed_at }) => ({
          area,
          age,
          source,
          validFrom: valid_from,
          reviewedAt: reviewed_at,
        })),
    )
  return { ...reader, consent: of('consent'), life: of('life'), words: of('words') }
}
