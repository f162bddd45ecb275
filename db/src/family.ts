import { signsFromAge } from '@velferdslab/core/agreement'
import type { AreaCode } from '@velferdslab/core/areas'
import type { FamilyHome, FamilyList, Phase } from '@velferdslab/core/family'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId, PartyId, SeatId } from '@velferdslab/core/ids'
import type { Situation } from '@velferdslab/core/journey'
import type { Relation } from '@velferdslab/core/people'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import { cardOf, findMembers, findSeats } from './people.ts'

interface FamilyRow {
  id: FamilyId
  name: string
  phase: Phase
  today: CalendarDay
  started_on: CalendarDay
  areas: AreaCode[]
  ways: string[]
}

/** The family's own row, with the ways the signed-in person may know it; undefined for whoever may not. */
export async function findFamily(tx: Tx, family: FamilyId): Promise<FamilyRow | undefined> {
  const { rows } = await sql<FamilyRow>`
    select f.id, f.name, f.phase, lab.today() as today, f.cloth_started_on as started_on, f.areas,
      array(select distinct w.way from lab.my_families() w where w.family_id = f.id) as ways
    from lab.family f where f.id = ${family}`.execute(tx)
  const row = rows[0]
  // The core team knows that the family exists and its phase; its pages are the door's, not these.
  return row?.ways.some((way) => way !== 'core_team') ? row : undefined
}

/** Everything on the family's home, as the signed-in person may see it. */
export async function findFamilyHome(tx: Tx, family: FamilyId): Promise<FamilyHome | undefined> {
  const [row, members, seats, reads, notes, signed, start, waits, unanswered] = await Promise.all([
    findFamily(tx, family),
    findMembers(tx, family),
    findSeats(tx, family),
    sql<{ party_id: string; area: AreaCode }>`
      select distinct e.party_id, e.area from lab.my_effective_consents(${family}) e`.execute(tx),
    sql<{ count: number; last: Date | null }>`
      select count(*) as count, max(changed_at) as last from lab.note where family_id = ${family} and sealed is not null`.execute(
      tx,
    ),
    sql`select 1 from lab.participation p where p.family_id = ${family} and p.person_id = lab.current_person() and p.ended_at is null`.execute(
      tx,
    ),
    findStartStep(tx, family),
    findWaitsForMe(tx, family),
    sql<{ partyId: PartyId; name: string; inSentence: string }>`
      select y.id as "partyId", y.name, y.in_sentence as "inSentence" from lab.party y
      where (y.kind = 'service' or (y.kind = 'lab' and exists (${askedLeader(family)})))
        and (y.id in (select s.party_id from lab.seat s where s.family_id = ${family} and s.approved_at is not null and s.ended_at is null)
          or y.id in (select w.party_id from lab.consent_wish w where w.family_id = ${family}))
        and not exists (select 1 from lab.consent c where c.family_id = ${family} and c.party_id = y.id and c.giver_id = lab.current_person())
        and exists (select 1 from lab.my_families() w where w.family_id = ${family} and w.way in ('member', 'guardian'))
      order by y.position`.execute(tx),
  ])
  if (!row) return undefined
  const adult = members.find((member) => member.me && !member.child)
  return {
    family: { id: row.id, name: row.name, phase: row.phase, onePerson: members.length === 1 },
    today: row.today,
    members: members.map((member) => ({
      ...cardOf(member),
      relation: member.relation as Relation,
      isChild: member.child,
      age: member.age,
      isMe: member.me,
    })),
    seats: seats
      .filter((seat) => seat.active)
      .map((seat) => ({
        ...cardOf(seat),
        seatId: seat.seat_id as SeatId,
        partyId: seat.party_id as PartyId,
        service: seat.service,
        isLeader: seat.role === 'leader',
        isTrusted: seat.role === 'trusted',
        mayRead: reads.rows.filter((read) => read.party_id === seat.party_id).map((read) => read.area),
      })),
    agreementWaits:
      members.some((member) => member.me && (member.age ?? 0) >= signsFromAge) && signed.rows.length === 0,
    startStep: start,
    unanswered: adult || row.ways.includes('guardian') ? unanswered.rows : [],
    ...waits,
    notes: { count: notes.rows[0]?.count ?? 0, lastChangedAt: notes.rows[0]?.last?.toISOString() ?? null },
  }
}

/** The leader was asked for and answered here: what the lab may read is then a sentence like any other, and stands among the services. */
export const askedLeader = (family: FamilyId) => sql`
  select 1 from lab.seat_proposal q join lab.seat s on s.municipality_id = q.municipality_id and s.id = q.seat_id
  where q.family_id = ${family} and s.role = 'leader' and s.approved_at is not null and s.ended_at is null`

/** What waits for me where the course of a family begins: a leader to say yes to, seats, or that somebody finds out whether the lab fits. */
async function findStartStep(tx: Tx, family: FamilyId): Promise<FamilyHome['startStep']> {
  const { rows } = await sql<{
    waits: 'leader' | 'seats' | null
    sent: boolean
    outcome: string | null
    leader: boolean
  }>`
    select
      (select case when bool_or(s.role = 'leader') then 'leader' when count(*) > 0 then 'seats' end from lab.my_seats(${family}) s
        where s.is_proposal and s.approved_at is null and s.ended_at is null and s.mine is null and v.speaks) as waits,
      d.sent,
      (select case when q.outcome = 'declined' and d.waits then null else q.outcome end
        from lab.qualification q where q.family_id = ${family} order by q.begun_at desc, q.id limit 1) as outcome,
      exists (select 1 from lab.seat s where s.family_id = ${family} and s.role = 'leader' and s.approved_at is not null and s.ended_at is null) as leader
    from lab.my_voice() v cross join lab.my_standing(${family}) d where v.family_id = ${family}`.execute(tx)
  const row = rows[0]
  if (!row) return null
  if (row.waits) return row.waits
  if (!row.sent || row.leader) return null
  return row.outcome === 'declined' ? 'declined' : 'door'
}

/** What a member has not said yes or no to, of whom they decide for, and whether the plan that is put up lacks their name. */
async function findWaitsForMe(
  tx: Tx,
  family: FamilyId,
): Promise<Pick<FamilyHome, 'decisionsToAnswer' | 'planToSign' | 'cameOfAge'>> {
  const { rows } = await sql<{ decisions: number; sign: boolean; came: number | null }>`
    select
      (select count(distinct d.id) from lab.decision d
        join lab.my_deciders(${family}) w on w.decision_id = d.id and w.decider_id = lab.current_person()
        where d.family_id = ${family} and not exists (select 1 from lab.decided x where x.decision_id = d.id)
          and not exists (select 1 from lab.decision_answer a
            where a.decision_id = d.id and a.giver_id = w.decider_id and a.person_id = w.person_id
              and a.version = (select max(v.version) from lab.decision_version v where v.decision_id = d.id))) as decisions,
      exists (select 1 from lab.plan_version v
        where v.family_id = ${family} and v.id = (
            select n.id from lab.plan_version n where n.family_id = ${family} order by n.made_at desc, n.id limit 1)
          and not exists (select 1 from lab.plan_in_force p where p.version_id = v.id)
          and not exists (select 1 from lab.plan_void p where p.version_id = v.id)
          and lab.current_person() in (select lab.my_plan_missing(v.id))) as sign,
      (select max(c.age) from lab.coming_of_age c
        where c.family_id = ${family} and c.person_id = lab.current_person() and c.answered_at is null)::integer as came
    where exists (select 1 from lab.my_families() w where w.family_id = ${family} and w.way in ('member', 'guardian'))`.execute(
    tx,
  )
  return {
    decisionsToAnswer: rows[0]?.decisions ?? 0,
    planToSign: rows[0]?.sign ?? false,
    cameOfAge: rows[0]?.came ?? null,
  }
}

/** Families where the signed-in person holds a seat that counts, for the work shell. */
export async function findMyFamilies(tx: Tx): Promise<FamilyList> {
  const { rows } = await sql<{
    id: FamilyId
    name: string
    phase: Phase
    adults: number
    children: number
    only_age: number | null
    leader: boolean
    service: string
    ending: number
    notes: number
    last: Date | null
    news: CalendarDay | null
    waiting: number
    planned_at: Date | null
    has_begun: boolean | null
    late: number
    not_begun: number
    start: Situation | null
    now: Situation | null
    goal: Situation | null
  }>`
    select f.id, f.name, f.phase, n.adults, n.children, n.only_age, seat.leader, seat.service, e.ending, o.notes, o.last,
      v.news, d.waiting, g.planned_at, g.has_begun, p.late, p.not_begun, j.start, j.now, j.goal
    from lab.family f
    join lateral (
      select bool_or(s.role = 'leader') as leader, min(y.name) as service, array_agg(s.party_id) as parties
      from lab.seat s join lab.party y on y.municipality_id = s.municipality_id and y.id = s.party_id
      where s.family_id = f.id and s.person_id = lab.current_person() and s.approved_at <= now() and s.valid_from <= now()
        and (s.valid_to is null or s.valid_to > now()) and s.ended_at is null
      having count(*) > 0) seat on true
    cross join lateral (
      select count(*) filter (where not coalesce(lab.age(b.born) < 18, m.relation = 'child')) as adults,
        count(*) filter (where coalesce(lab.age(b.born) < 18, m.relation = 'child')) as children,
        case when count(*) = 1 then min(lab.age(b.born)) end as only_age
      from lab.member m left join lab.birth b on b.person_id = m.person_id
      where m.family_id = f.id and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())) n
    cross join lateral (
      select count(*) as ending from lab.consent c
      where c.family_id = f.id and c.answer = 'yes' and c.channel <> 'oral' and c.ended_at is null and c.valid_to > now() and c.valid_to <= now() + interval '30 days'
        and (seat.leader or c.party_id = any (seat.parties))) e
    cross join lateral (
      select count(*) as notes, max(o.changed_at) as last from lab.note o where o.family_id = f.id and o.sealed is not null) o
    cross join lateral (
      select (max(v.at) at time zone 'Europe/Oslo')::date as news from lab.event v where v.chain_id = f.id) v
    cross join lateral (
      select count(*) as waiting from lab.decision d
      where d.family_id = f.id and not exists (select 1 from lab.decided x where x.decision_id = d.id)) d
    left join lateral (
      select m.planned_at, m.started_at is not null as has_begun from lab.meeting m where m.family_id = f.id and m.ended_at is null
      order by m.started_at is null, m.planned_at nulls last, m.id limit 1) g on true
    cross join lateral (
      select count(*) filter (where r.due < lab.today() and r.doer <> 'member' and r.answer is distinct from 'done') as late,
        count(distinct r.measure_id) filter (where r.doer <> 'member' and r.measure_id not in (
          select b.measure_id from lab.entry b where b.family_id = f.id and b.kind = 'realised' and b.measure_id is not null
          union all select o.measure_id from lab.promise o join lab.promise_answer q on q.promise_id = o.id
            where o.family_id = f.id and o.measure_id is not null)) as not_begun
      from (select o.due, o.doer, o.measure_id,
          (select q.answer from lab.promise_answer q where q.promise_id = o.id order by q.at desc limit 1) as answer
        from lab.promise o where o.family_id = f.id and o.cut_on is null) r) p
    cross join lateral (
      select (array_agg(p.situation order by p.on_day, p.created_at) filter (where p.mark = 'now'))[1] as start,
        (array_agg(p.situation order by p.on_day desc, p.created_at desc) filter (where p.mark = 'now'))[1] as now,
        (array_agg(p.situation order by p.on_day desc, p.created_at desc) filter (where p.mark = 'goal'))[1] as goal
      from lab.placement p where p.family_id = f.id and p.subject = 'whole' and p.view = 'family') j
    order by f.name collate lab.norwegian`.execute(tx)
  const today = await sql<{ today: CalendarDay }>`select lab.today() as today`.execute(tx)
  return {
    today: today.rows[0]?.today as CalendarDay,
    families: rows.map((row) => ({
      id: row.id,
      name: row.name,
      phase: row.phase,
      adults: row.adults,
      children: row.children,
      onlyAge: row.only_age,
      isLeader: row.leader,
      service: row.service,
      consentsEnding: row.ending,
      notes: row.notes,
      lastChangedAt: row.last?.toISOString() ?? null,
      lastNewsOn: row.news,
      decisionsWaiting: row.waiting,
      nextMeeting:
        row.has_begun === null ? null : { plannedAt: row.planned_at?.toISOString() ?? null, hasBegun: row.has_begun },
      lateToFamily: row.late,
      notBegun: row.not_begun,
      journey: { start: row.start, now: row.now, goal: row.goal },
    })),
  }
}
