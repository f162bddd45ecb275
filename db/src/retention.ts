import type { PlaceHold } from '@velferdslab/core/commands/retention'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId, HoldId } from '@velferdslab/core/ids'
import { healthOf, type MyHolds, type Retention } from '@velferdslab/core/retention'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import { findToday } from './promise.ts'

const dayOf = (column: string) => sql.raw(`(${column} at time zone 'Europe/Oslo')::date`)

/** The privacy officer's page. */
export async function findRetention(tx: Tx, now: Date): Promise<Retention> {
  const today = await findToday(tx)
  const [rules, now_, last, runs, people, holds] = await Promise.all([
    sql<Omit<Retention['rules'][number], 'gone' | 'overdue' | 'held' | 'waiting'>>`
      select distinct on (category) category, amount, unit, action, statute, paragraph, source, valid_from as "from", reviewed_at as reviewed
      from lab.retention_rule where valid_from <= lab.today() and (valid_to is null or valid_to >= lab.today())
      order by category, valid_from desc`.execute(tx),
    sql<{ category: string; overdue: number; held: number; waiting: number }>`select * from lab.my_overdue()`.execute(
      tx,
    ),
    sql<{ category: string; gone: number }>`
      select category, gone from lab.retention_count where run_id = (select id from lab.retention_run order by ended_at desc limit 1)`.execute(
      tx,
    ),
    sql<{ at: Date; failed: boolean; gone: number; overdue: number }>`
      select r.ended_at as at, r.failed is not null as failed, coalesce(sum(c.gone), 0)::int as gone, coalesce(sum(c.overdue), 0)::int as overdue
      from lab.retention_run r left join lab.retention_count c on c.municipality_id = r.municipality_id and c.run_id = r.id
      group by r.id, r.ended_at, r.failed order by r.ended_at desc limit 14`.execute(tx),
    sql<Retention['people'][number]>`
      select person_id as id, name from lab.traced_people() where person_id not in (select lab.my_kin()) order by name collate lab.norwegian, person_id`.execute(
      tx,
    ),
    findHolds(tx),
  ])
  const standing = new Map(now_.rows.map((row) => [row.category, row]))
  const went = new Map(last.rows.map((row) => [row.category, row.gone]))
  return {
    today,
    health: healthOf(
      runs.rows[0],
      now_.rows.reduce((sum, row) => sum + row.overdue, 0),
      now,
    ),
    rules: rules.rows.map((rule) => ({
      ...rule,
      gone: went.get(rule.category) ?? 0,
      overdue: standing.get(rule.category)?.overdue ?? 0,
      held: standing.get(rule.category)?.held ?? 0,
      waiting: standing.get(rule.category)?.waiting ?? 0,
    })),
    runs: runs.rows.map((run) => ({ ...run, at: run.at.toISOString() })),
    people: people.rows,
    holds,
  }
}

/** Holds that stand first, the newest first. A person is told by name where they stand in the trace. */
async function findHolds(tx: Tx): Promise<Retention['holds']> {
  const { rows } = await sql<Retention['holds'][number]>`
    select h.id, case when h.family_id is not null then upper(substr(h.family_id::text, 1, 4) || '-' || substr(h.family_id::text, 5, 4)) end as family,
      p.name as person, h.because, h.told, ${dayOf('h.placed_at')} as "placedOn", h.until, ${dayOf('h.lifted_at')} as "liftedOn"
    from lab.legal_hold h left join lab.traced_people() p on p.person_id = h.person_id
    order by h.lifted_at is not null, h.placed_at desc, h.id`.execute(tx)
  return rows
}

/** What is told to those over whom a hold stands. Row security shows the privacy officer more: here only their own, as anybody's. */
export async function findMyHolds(tx: Tx): Promise<MyHolds> {
  const today = await findToday(tx)
  const { rows } = await sql<MyHolds['holds'][number]>`
    select h.because, ${dayOf('h.placed_at')} as "placedOn", h.until from lab.legal_hold h
    where h.told and h.lifted_at is null and (h.until is null or h.until >= lab.today())
      and (h.person_id = lab.current_person() or h.family_id in (select f.family_id from lab.my_families() f where f.way in ('member', 'guardian')))
    order by h.placed_at`.execute(tx)
  return { today, holds: rows }
}

/** The family of a number, for the privacy officer: undefined where there is none, or two. */
export async function findNumberedFamily(tx: Tx, number: string): Promise<FamilyId | undefined> {
  const { rows } = await sql<{ id: FamilyId | null }>`select lab.numbered_family(${number}) as id`.execute(tx)
  return rows[0]?.id ?? undefined
}

/** Whether somebody stands in the trace and is not of the own family: whom the privacy officer knows by name, and can place a hold over. */
export async function standsInTrace(tx: Tx, person: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from lab.traced_people() where person_id = ${person} and person_id not in (select lab.my_kin())`.execute(
      tx,
    )
  return rows.length > 0
}

export async function insertHold(
  tx: Tx,
  hold: Pick<PlaceHold, 'holdId' | 'because' | 'told' | 'until'>,
  over: { family: FamilyId | null; person: string | null },
): Promise<void> {
  await sql`insert into lab.legal_hold (municipality_id, id, family_id, person_id, because, told, placed_by, until)
    values (lab.current_municipality(), ${hold.holdId}, ${over.family}, ${over.person}, ${hold.because}, ${hold.told}, lab.current_person(), ${hold.until})`.execute(
    tx,
  )
}

export async function findHoldState(tx: Tx, hold: HoldId): Promise<'stands' | 'lifted' | undefined> {
  const { rows } = await sql<{ lifted: boolean }>`
    select lifted_at is not null as lifted from lab.legal_hold where id = ${hold}`.execute(tx)
  return rows[0] && (rows[0].lifted ? 'lifted' : 'stands')
}

/** @returns false for a hold that is read as it is about oneself, and is not the reader's to lift */
export async function liftHold(tx: Tx, hold: HoldId): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update lab.legal_hold set lifted_by = lab.current_person(), lifted_at = now() where id = ${hold}`.execute(
      tx,
    )
  return numAffectedRows === 1n
}

/** What stops erasing a family by hand. @returns since when, and why where those it is about know why too */
export async function findHoldOver(
  tx: Tx,
  family: FamilyId,
): Promise<{ since: CalendarDay; because: string | null } | undefined> {
  const { rows } = await sql<{ since: CalendarDay; because: string | null }>`
    select ${dayOf('since')} as since, because from lab.hold_over(${family})`.execute(tx)
  return rows[0]
}
