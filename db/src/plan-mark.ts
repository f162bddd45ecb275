import type { FamilyId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'

/**
 * What the signed-in person sees of a family's plan and account, as one short mark: another mark means that something they may see has
 * changed. It is taken from the rows in their own sight, so what is hidden from them never changes it. It stays on the server.
 */
export async function findPlanMark(tx: Tx, family: FamilyId): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select md5(coalesce(string_agg(seen.row, ' ' order by seen.row), '')) as mark
    from (select 'goal ' || g.id as row from lab.goal g where g.family_id = ${family}
      union all select concat('measure ', m.id, m.stopped_on) from lab.measure m where m.family_id = ${family}
      union all select concat('version ', v.decision_id, v.version) from lab.decision_version v where v.family_id = ${family}
      union all select 'answer ' || a.id from lab.decision_answer a where a.family_id = ${family}
      union all select concat('witness ', w.answer_id, w.witness_id)
        from lab.answer_witness w where w.answer_id in (select a.id from lab.decision_answer a where a.family_id = ${family})
      union all select 'view ' || c.id from lab.child_view c where c.family_id = ${family}
      union all select concat('asked ', q.id, q.answer) from lab.decision_asked q where q.family_id = ${family}
      union all select 'decided ' || x.decision_id from lab.decided x where x.family_id = ${family}
      union all select 'outside ' || o.id from lab.outside_decision o where o.family_id = ${family}
      union all select 'entry ' || e.id from lab.entry e where e.family_id = ${family}) seen`.execute(tx)
  return (rows[0] as { mark: string }).mark
}
