import type { CalendarDay } from '@velferdslab/core/dates'
import type { AskedList } from '@velferdslab/core/decision'
import type { DecisionId, FamilyId, PersonId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import { cardOfDecision, findDecisions } from './decision.ts'
import { findFamilyKey } from './family-key.ts'
import type { KeyRing } from './key-ring.ts'
import { findDue } from './ledger.ts'

/** Decisions put before the signed-in person, unanswered, the nearest day first: each with what it takes to answer, and nothing else. */
export async function findAsked(tx: Tx, ring: KeyRing): Promise<AskedList> {
  const [put, today, names] = await Promise.all([
    sql<{ family_id: FamilyId; decision_id: DecisionId; by: CalendarDay; asked_by: PersonId; party: string }>`
      select a.family_id, a.decision_id, a.answer_by as by, a.asked_by, p.name as party
      from lab.decision_asked a
      join lab.decision d on d.id = a.decision_id
      join lab.party p on p.municipality_id = d.municipality_id and p.id = d.party_id
      where a.asked_id = lab.current_person() and a.answer is null and a.decision_id in (select k.decision_id from lab.my_asked() k)
        and a.version = (select max(v.version) from lab.decision_version v where v.decision_id = a.decision_id)
        and not exists (select 1 from lab.decided x where x.decision_id = a.decision_id)
      order by a.answer_by, a.asked_at`.execute(tx),
    sql<{ today: CalendarDay }>`select lab.today() as today`.execute(tx),
    sql<{ id: PersonId; name: string }>`select p.id, p.name from lab.person p`.execute(tx),
  ])
  const asked: AskedList['asked'] = []
  for (const row of put.rows) {
    const key = await findFamilyKey(tx, ring, row.family_id)
    const { me, decisions } = await findDecisions(tx, row.family_id, row.decision_id)
    const seen = decisions[0]
    const due = await findDue(tx, row.decision_id)
    if (!key || !seen || !due) continue
    const decision = cardOfDecision(seen, me, key)
    asked.push({
      familyId: row.family_id,
      by: row.by,
      askedBy: row.asked_by,
      decision,
      party: row.party,
      due: due.monthly?.from ?? due.due,
      people: names.rows.filter((person) => decision.about.persons.includes(person.id)),
    })
  }
  return { today: (today.rows[0] as { today: CalendarDay }).today, asked }
}
