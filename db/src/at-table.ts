import { areaCodes, type AreaCode } from '@velferdslab/core/areas'
import type { FamilyId, MeetingId, PersonId } from '@velferdslab/core/ids'
import type { Stage } from '@velferdslab/core/meeting'
import { areasToOpen, type Comer, type TableChange, type TableFacts } from '@velferdslab/core/meeting-rules'
import type { GuestRole } from '@velferdslab/core/table'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import { findFamily } from './family.ts'
import { findMembers } from './people.ts'

/** The family of a meeting at which the signed-in person has a place, also where no consent lets them know the family otherwise. */
export async function findFamilyOfTable(tx: Tx, meeting: MeetingId): Promise<FamilyId | undefined> {
  const { rows } = await sql<{ family: FamilyId }>`
    select family_id as family from lab.my_tables() where meeting_id = ${meeting}`.execute(tx)
  return rows[0]?.family
}

/** Takes the family's lock for who has a place at its table. */
export async function lockTable(tx: Tx, meeting: MeetingId): Promise<boolean> {
  const { rows } = await sql<{ family: string | null }>`select lab.lock_table(${meeting}) as family`.execute(tx)
  return rows[0]?.family !== null
}

interface StandingRow {
  begun: boolean
  leads: boolean
  grown: boolean
  belongs: boolean
  sits: boolean
}

/** At this family's table: a leader of two must not reach the one through the other's address. */
async function findStanding(tx: Tx, family: FamilyId, meeting: MeetingId): Promise<StandingRow | undefined> {
  const { rows } = await sql<StandingRow>`
    select begun, leads, grown, belongs, sits from lab.my_tables() where meeting_id = ${meeting} and family_id = ${family}`.execute(
    tx,
  )
  return rows[0]
}

export interface AdmissionRow {
  person_id: PersonId
  kind: 'member' | 'seat' | 'guest' | 'screen'
  role: GuestRole | null
  mark: number
  name: string
  called_name: string
  initials: string
  let_in: boolean
  admitted: boolean
  turned_away: boolean
  gone: boolean
  left_by: PersonId | null
}

export async function findAdmissions(tx: Tx, meeting: MeetingId): Promise<AdmissionRow[]> {
  const { rows } = await sql<AdmissionRow>`
    select a.person_id, a.kind, a.role, a.mark, p.name, p.called_name, p.initials, a.let_in_at is not null as let_in,
      a.admitted_at is not null as admitted, a.turned_away_at is not null as turned_away, a.left_at is not null as gone, a.left_by
    from lab.admission a join lab.person p on p.municipality_id = a.municipality_id and p.id = a.person_id
    where a.meeting_id = ${meeting} and a.kind <> 'screen' order by a.asked_at, a.person_id`.execute(tx)
  return rows
}

/** What is open, what is covered, and what another grown member has closed. */
async function findOpenAreas(tx: Tx, meeting: MeetingId) {
  const { rows } = await sql<{ area: AreaCode; is_open: boolean; reopens: boolean; closed_by: PersonId | null }>`
    select distinct on (o.area) o.area, o.closed_at is null as is_open, o.reopens, o.closed_by from lab.open_area o
    where o.meeting_id = ${meeting} order by o.area, o.closed_at desc nulls first`.execute(tx)
  return {
    open: inOrder(rows.filter((row) => row.is_open)),
    reopens: inOrder(rows.filter((row) => row.reopens)),
    closedBy: (persons: ReadonlySet<string>) =>
      inOrder(rows.filter((row) => !row.is_open && !row.reopens && row.closed_by && persons.has(row.closed_by))),
  }
}

function inOrder(rows: readonly { area: AreaCode }[]): AreaCode[] {
  const some = new Set(rows.map((row) => row.area))
  return areaCodes.filter((area) => some.has(area))
}

export async function findPause(tx: Tx, meeting: MeetingId) {
  const { rows } = await sql<{ id: string; on: boolean; name: string | null }>`
    select u.id, u.began_at is not null as on, p.called_name as name from lab.pause u
    left join lab.person p on p.municipality_id = u.municipality_id and p.id = coalesce(u.began_by, u.asked_by)
    where u.meeting_id = ${meeting} and u.ended_at is null`.execute(tx)
  return rows[0]
}

/** Areas in which a grown member sees notes that are for the table. */
async function findWritten(tx: Tx, family: FamilyId): Promise<AreaCode[]> {
  const { rows } = await sql<{ area: AreaCode }>`
    select distinct area from lab.note where family_id = ${family} and privacy = 'table' and sealed is not null`.execute(
    tx,
  )
  return rows.map(({ area }) => area)
}

/** What the rules need for a press at the table; undefined for who may not know the meeting. */
export async function findTableFacts(
  tx: Tx,
  family: FamilyId,
  meeting: MeetingId,
): Promise<{ facts: TableFacts; comers: readonly Comer[] } | undefined> {
  const [row, standing, admissions, areas, pause, me, members, home] = await Promise.all([
    sql<{ stage: Stage; begun: boolean }>`select stage, coalesce(started_at <= now(), false) as begun from lab.meeting
      where family_id = ${family} and id = ${meeting} and ended_at is null`.execute(tx),
    findStanding(tx, family, meeting),
    findAdmissions(tx, meeting),
    findOpenAreas(tx, meeting),
    findPause(tx, meeting),
    sql<{ me: PersonId }>`select lab.current_person() as me`.execute(tx),
    findMembers(tx, family),
    findFamily(tx, family),
  ])
  const seen = row.rows[0]
  // Who has a seat and no consent yet knows the table and not the family.
  if (!seen && !standing) return undefined
  const id = (me.rows[0] as { me: PersonId }).me
  const others = new Set(members.filter((member) => !member.child && member.takes_part && !member.me).map((m) => m.id))
  return {
    facts: {
      id: meeting,
      me: id,
      begun: standing?.begun ?? seen?.begun ?? false,
      leads: standing?.leads ?? false,
      grown: standing?.grown ?? false,
      belongs: standing?.belongs ?? false,
      sits: standing?.sits ?? false,
      stage: seen?.stage ?? 'welcome',
      pause: pause ? { id: pause.id, on: pause.on } : null,
      newcomers: admissions.filter(isNewcomer).map((each) => each.person_id),
      open: areas.open,
      reopens: areas.reopens,
      closedByOther: standing?.grown ? areas.closedBy(others) : [],
      mayOpen: standing?.grown ? areasToOpen(home?.areas ?? [], await findWritten(tx, family)) : [],
    },
    comers: admissions.map((each) => ({
      id: each.person_id,
      kind: each.kind as Comer['kind'],
      letIn: each.let_in,
      admitted: each.admitted,
      turnedAway: each.turned_away,
      left: each.gone,
      leftBy: each.left_by,
    })),
  }
}

function isNewcomer(each: AdmissionRow): boolean {
  return each.let_in && !each.admitted && !each.turned_away && !each.gone
}

/** Writes what a press changes, in the order in which the locks of the database allow it: cover and close, pauses and people, then open. */
export async function saveTable(tx: Tx, meeting: MeetingId, facts: TableFacts, change: TableChange): Promise<void> {
  const writes = [
    change.begin && sql`update lab.meeting set started_at = now() where id = ${meeting}`,
    change.stage && sql`update lab.meeting set stage = ${change.stage} where id = ${meeting}`,
    change.forgetCovered?.length &&
      sql`update lab.open_area set reopens = false
        where meeting_id = ${meeting} and reopens and area = any (${change.forgetCovered}::text[])`,
    change.closeAreas?.length &&
      sql`update lab.open_area set closed_at = now(), closed_by = lab.current_person()
        where meeting_id = ${meeting} and closed_at is null and area = any (${change.closeAreas}::text[])`,
    change.coverAreas?.length &&
      sql`update lab.open_area set closed_at = now(), closed_by = lab.current_person(), reopens = true
        where meeting_id = ${meeting} and closed_at is null and area = any (${change.coverAreas}::text[])`,
    change.askPause &&
      sql`insert into lab.pause (municipality_id, id, meeting_id, asked_by)
        values (lab.current_municipality(), gen_random_uuid(), ${meeting}, lab.current_person())`,
    change.beginPause && beginPause(meeting, facts),
    change.endPause &&
      sql`update lab.pause set ended_at = now(), ended_by = lab.current_person() where meeting_id = ${meeting} and ended_at is null`,
    change.person && writePerson(meeting, facts, change.person),
    ...(change.openAreas ?? []).map(
      (area) => sql`insert into lab.open_area (municipality_id, id, meeting_id, area, opened_by, opened_at)
        values (lab.current_municipality(), gen_random_uuid(), ${meeting}, ${area}, lab.current_person(), now())`,
    ),
    // Last: whoever has ended a meeting leads none any more.
    change.end && sql`update lab.meeting set ended_at = now() where id = ${meeting}`,
  ]
  await Promise.all(writes.flatMap((write) => (write ? [write.execute(tx)] : [])))
}

function beginPause(meeting: MeetingId, facts: TableFacts) {
  return facts.pause
    ? sql`update lab.pause set began_at = now(), began_by = lab.current_person() where id = ${facts.pause.id}`
    : sql`insert into lab.pause (municipality_id, id, meeting_id, asked_by, began_at, began_by)
        values (lab.current_municipality(), gen_random_uuid(), ${meeting}, lab.current_person(), now(), lab.current_person())`
}

function writePerson(meeting: MeetingId, facts: TableFacts, person: NonNullable<TableChange['person']>) {
  const those = sql`meeting_id = ${meeting} and person_id = ${person.id}`
  switch (person.is) {
    case 'comes':
      // The mark they have at this family's table; a guest's is given at the door.
      return sql`insert into lab.admission (municipality_id, meeting_id, person_id, mark, kind, declared_at, admitted_at, admitted_by)
        select lab.current_municipality(), ${meeting}, lab.current_person(), coalesce(
          (select s.mark from lab.seat s where s.person_id = lab.current_person() and s.family_id = t.family_id order by s.approved_at desc limit 1),
          (select m.mark from lab.member m where m.person_id = lab.current_person() and m.family_id = t.family_id limit 1), 1),
          ${facts.belongs ? 'member' : 'seat'}, now(), now(), lab.current_person()
        from lab.my_tables() t where t.meeting_id = ${meeting}`
    case 'returns':
      return sql`update lab.admission set left_at = null, left_by = null where ${those}`
    case 'let_in':
      return sql`update lab.admission set let_in_at = now(), let_in_by = lab.current_person() where ${those}`
    case 'admitted':
      return sql`update lab.admission set admitted_at = now(), admitted_by = lab.current_person() where ${those}`
    case 'turned_away':
      return sql`update lab.admission set turned_away_at = now() where ${those}`
    case 'leaves':
      // A moment after this transaction's own: a guest who leaves still writes down that they did.
      return sql`update lab.admission set left_at = clock_timestamp(), left_by = lab.current_person() where ${those}`
  }
}
