import { answeredShown, type CoreTeamHome, type CoreTeamQuery, type WaitsAtDoor } from '@velferdslab/core/core-team'
import { atATime } from '@velferdslab/core/cursor'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId, PersonId, QuestionId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import { afterPlace, partOf, placeIn, type Placed } from './cursor.ts'
import type { KeyRing } from './key-ring.ts'
import { findToday } from './promise.ts'
import { openOutcome, type OutcomeRow } from './qualification.ts'

/** Everything on the core team's home: who waits at the door and for what, who leads how many, and what the last were answered. Long lists a part at a time. */
export async function findCoreTeamHome(tx: Tx, ring: KeyRing, asked: CoreTeamQuery = {}): Promise<CoreTeamHome> {
  const [today, waiting, leftBehind, questions, leaders, answered] = await Promise.all([
    findToday(tx),
    findWaiting(tx, asked.waitingAfter),
    sql<CoreTeamHome['leftBehind'][number]>`
      select family_id as "familyId", name, service, n as count, (since at time zone 'Europe/Oslo')::date as since, asked from lab.left_behind()`.execute(
      tx,
    ),
    sql<{ id: QuestionId; service: string | null; since: CalendarDay }>`
      select q.id, p.name as service, (q.asked_at at time zone 'Europe/Oslo')::date as since
      from lab.question q left join lab.party p on p.municipality_id = q.municipality_id and p.id = q.party_id
      where q.answered_at is null order by q.asked_at, q.id`.execute(tx),
    findLeaders(tx, asked.leadersAfter),
    findAnswered(tx, ring),
  ])
  return { today, ...waiting, leftBehind: leftBehind.rows, questions: questions.rows, ...leaders, answered }
}

/** Who leads fewest first; where a part ends in the middle of those who lead as many, the next goes on by name. */
async function findLeaders(
  tx: Tx,
  after: CoreTeamQuery['leadersAfter'],
): Promise<Pick<CoreTeamHome, 'leaders' | 'moreLeaders'>> {
  const [leads, id] = after?.split('_') ?? [null, null]
  const { rows } = await sql<Placed & { id: PersonId; name: string; leads: number }>`
    with l as (select distinct person_id as id, name, leads from lab.leaders())
    select l.*, l.leads || '_' || l.id as place from l
    where ${id ?? null}::uuid is null or l.leads > ${leads ?? null}::integer
      or (l.leads = ${leads ?? null}::integer
        and (l.name collate lab.norwegian, l.id) > ((select last.name from l last where last.id = ${id ?? null}::uuid), ${id ?? null}::uuid))
    order by l.leads, l.name collate lab.norwegian, l.id limit ${atATime + 1}`.execute(tx)
  const { part, more } = partOf(rows)
  return { leaders: part.map(({ place: _place, ...leader }) => leader), moreLeaders: more }
}

/**
 * Families that were sent and have no leader yet, each by its newest referral: looked for among those without an answer or a leader, who are few. A seat that is asked for and neither taken, turned down nor
 * ended stands; the family's yes to it comes before its holder's.
 */
async function findWaiting(
  tx: Tx,
  after: CoreTeamQuery['waitingAfter'],
): Promise<Pick<CoreTeamHome, 'waiting' | 'waitingCount' | 'moreWaiting'>> {
  const { at, id } = afterPlace(after)
  const { rows } = await sql<
    Placed & {
      total: number
      family_id: FamilyId
      name: string
      service: string | null
      waits_for: WaitsAtDoor
      leader: string | null
      sent_on: CalendarDay
      since: CalendarDay
    }
  >`
    with door as (
      select r.family_id from lab.referral r where r.answered_at is null
      union
      select f.id from lab.family f
      where not exists (select 1 from lab.seat l where l.family_id = f.id and l.role = 'leader' and l.approved_at is not null and l.ended_at is null)
    ), sent as (
      select d.family_id, f.name, p.name as service, r.received_at, r.answered_at
      from door d
      join lab.family f on f.id = d.family_id
      cross join lateral (
        select n.municipality_id, n.party_id, n.received_at, n.answered_at from lab.referral n where n.family_id = d.family_id
        order by n.received_at desc, n.id limit 1) r
      left join lab.party p on p.municipality_id = r.municipality_id and p.id = r.party_id
    ), waiting as (
    select s.family_id, s.name, s.service, a.name as leader, s.received_at,
      case when s.answered_at is null then 'answer' when a.seat_id is null then 'leader' when a.family_yes then 'holder' else 'family' end as waits_for,
      (s.received_at at time zone 'Europe/Oslo')::date as sent_on,
      (coalesce(a.asked_at, s.answered_at, s.received_at) at time zone 'Europe/Oslo')::date as since
    from sent s
    left join lateral (
      select m.seat_id, m.name, m.family_yes, m.asked_at from lab.my_seats(s.family_id) m
      where m.role = 'leader' and m.is_proposal and m.approved_at is null and m.ended_at is null and m.declined_at is null
        and not exists (select 1 from lab.seat_answer n where n.seat_id = m.seat_id and n.answer = 'no')
      order by m.asked_at desc limit 1) a on s.answered_at is not null
    where s.answered_at is null
      or ((select q.outcome from lab.qualification q where q.family_id = s.family_id order by q.begun_at desc, q.id limit 1) = 'accepted'
        and not exists (select 1 from lab.seat l where l.family_id = s.family_id and l.role = 'leader' and l.approved_at is not null and l.ended_at is null))
    )
    select w.*, (select count(*)::integer from waiting) as total, ${placeIn(sql`w.received_at`, sql`w.family_id`)} as place
    from waiting w
    where ${id}::uuid is null or w.received_at > ${at} or (w.received_at = ${at} and w.family_id > ${id}::uuid)
    order by w.received_at, w.family_id limit ${atATime + 1}`.execute(tx)
  const { part, more } = partOf(rows)
  const waiting = part.map((row) => ({
    familyId: row.family_id,
    name: row.name,
    service: row.service,
    waitsFor: row.waits_for,
    leader: row.leader,
    sentOn: row.sent_on,
    since: row.since,
  }))
  return { waiting, waitingCount: rows[0]?.total ?? 0, moreWaiting: more }
}

async function findAnswered(tx: Tx, ring: KeyRing): Promise<CoreTeamHome['answered']> {
  const { rows } = await sql<OutcomeRow & { family_id: FamilyId; name: string; on: CalendarDay }>`
    select q.id, q.municipality_id, q.wrapped, q.outcome, q.target_group, q.sealed_outcome, q.decided_at, q.family_id, f.name,
      (q.decided_at at time zone 'Europe/Oslo')::date as on
    from lab.qualification q join lab.family f on f.municipality_id = q.municipality_id and f.id = q.family_id
    where q.outcome is not null and q.family_id not in (select lab.hidden_at_door()) order by q.decided_at desc, q.id limit ${answeredShown}`.execute(
    tx,
  )
  return rows.map((row) => {
    const outcome = openOutcome(ring, row)
    return {
      familyId: row.family_id,
      name: row.name,
      on: row.on,
      accepted: row.outcome === 'accepted',
      instead: outcome?.is === 'declined' ? outcome.instead : null,
    }
  })
}
