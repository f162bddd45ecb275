import type { CalendarDay } from '@velferdslab/core/dates'
import { replyWords, type ReplyWords } from '@velferdslab/core/decision'
import type { DecisionId, FamilyId, PersonId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import type { FamilyKey } from './family-key.ts'
import { openWords, sealWords, type Place } from './sealed.ts'

/** Putting a decision before who has the mandate for it, and what they answer. */

function placeOfReply(key: FamilyKey, id: DecisionId, version: number, asked: PersonId): Place {
  return {
    municipality: key.municipality,
    family: key.family,
    table: 'decision_asked',
    column: 'sealed',
    row: `${id}:${version}:${asked}`,
  }
}

/** Why who was asked said yes or no. */
export function sealReply(
  key: FamilyKey,
  reply: { decisionId: DecisionId; version: number; asked: PersonId },
  words: ReplyWords,
) {
  return sealWords(key.key, placeOfReply(key, reply.decisionId, reply.version, reply.asked), words)
}

/** @returns why, in the words of who was asked */
export function openReply(
  key: FamilyKey,
  reply: { decisionId: DecisionId; version: number; asked: PersonId },
  sealed: Buffer,
): string {
  const place = placeOfReply(key, reply.decisionId, reply.version, reply.asked)
  return replyWords.parse(openWords(key.key, place, sealed).words).reason
}

export async function insertAsked(
  tx: Tx,
  family: FamilyId,
  row: { id: string; decisionId: DecisionId; version: number; personId: PersonId; by: CalendarDay },
): Promise<void> {
  await sql`insert into lab.decision_asked (municipality_id, id, family_id, decision_id, version, asked_by, asked_id, answer_by)
    values (lab.current_municipality(), ${row.id}, ${family}, ${row.decisionId}, ${row.version}, lab.current_person(), ${row.personId}, ${row.by})
    on conflict do nothing`.execute(tx)
}

/** The signed-in person's answer to being asked; undefined changes nothing when they were not. */
export async function saveReply(
  tx: Tx,
  reply: { decisionId: DecisionId; version: number; answer: 'yes' | 'no'; sealed: Buffer | null },
): Promise<void> {
  await sql`update lab.decision_asked set answer = ${reply.answer}, answered_at = now(), sealed = ${reply.sealed}
    where decision_id = ${reply.decisionId} and version = ${reply.version} and asked_id = lab.current_person() and answer is null`.execute(
    tx,
  )
}

/** The leader, or a seat of the service whose decision it is. */
export async function mayAsk(tx: Tx, decision: DecisionId): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select d.family_id in (select f.family_id from lab.my_families() f where f.way = 'leader')
      or (d.family_id, d.party_id) in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat) as may
    from lab.decision d where d.id = ${decision}`.execute(tx)
  return rows[0]?.may === true
}

export async function isAsked(tx: Tx, decision: DecisionId): Promise<boolean> {
  const { rows } = await sql<{ asked: boolean }>`
    select ${decision}::uuid in (select k.decision_id from lab.my_asked() k) as asked`.execute(tx)
  return rows[0]?.asked === true
}
