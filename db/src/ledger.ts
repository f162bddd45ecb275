import type { CalendarDay } from '@velferdslab/core/dates'
import type { AboutId, DecisionId, EntryId, FamilyId, GoalId, MeasureId, PartyId } from '@velferdslab/core/ids'
import type { Account, Entry } from '@velferdslab/core/ledger'
import { sumUp } from '@velferdslab/core/ledger-rules'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import { findFamily } from './family.ts'
import { findMembers } from './people.ts'

const columns = sql`e.id, e.kind, e.payer_id as "payerId", e.goal_id as "goalId", e.measure_id as "measureId", e.decision_id as "decisionId",
  e.on_day as "onDay", e.ore, e.minutes, e.hour_ore as "hourOre", e.reverses_id as reverses`

/** Where an entry lies: whom it is about, and the area. */
export interface EntryCell {
  readonly aboutId: AboutId
  readonly area: string
}

/** Adds entries, in their order. Row security and the guard refuse what its writer may not book. */
export async function insertEntries(
  tx: Tx,
  family: FamilyId,
  cell: EntryCell,
  entries: readonly Entry[],
): Promise<void> {
  for (const entry of entries)
    await sql`insert into lab.entry (municipality_id, id, family_id, kind, payer_id, goal_id, measure_id, decision_id, area, about_id, on_day, ore,
        minutes, hour_ore, reverses_id, author_id)
      values (lab.current_municipality(), ${entry.id}, ${family}, ${entry.kind}, ${entry.payerId}, ${entry.goalId}, ${entry.measureId}, ${entry.decisionId},
        ${cell.area}, ${cell.aboutId}, ${entry.onDay}, ${entry.ore}, ${entry.minutes}, ${entry.hourOre}, ${entry.reverses}, lab.current_person())`.execute(
      tx,
    )
}

/** An entry in sight, and whether it is cancelled. */
export async function findEntry(
  tx: Tx,
  family: FamilyId,
  id: EntryId,
): Promise<{ entry: Entry; cell: EntryCell; isReversed: boolean } | undefined> {
  const { rows } = await sql<Entry & { aboutId: AboutId; area: string; isReversed: boolean }>`
    select ${columns}, e.about_id as "aboutId", e.area, exists (select 1 from lab.entry r where r.reverses_id = e.id) as "isReversed"
    from lab.entry e where e.family_id = ${family} and e.id = ${id}`.execute(tx)
  const row = rows[0]
  if (!row) return undefined
  const { aboutId, area, isReversed, ...entry } = row
  return { entry, cell: { aboutId, area }, isReversed }
}

export interface DueMeasure {
  readonly measureId: MeasureId
  readonly goalId: GoalId
  readonly due: CalendarDay
  readonly monthly: { readonly from: CalendarDay; readonly to: CalendarDay } | null
}

/** When a decision falls due; undefined for whoever cannot see it. */
export async function findDue(tx: Tx, decision: DecisionId): Promise<DueMeasure | undefined> {
  const { rows } = await sql<{
    measure_id: MeasureId
    goal_id: GoalId
    due: CalendarDay
    monthly_from: CalendarDay | null
    monthly_to: CalendarDay | null
  }>`select measure_id, goal_id, due, monthly_from, monthly_to from lab.my_due(${decision})`.execute(tx)
  const row = rows[0]
  return (
    row && {
      measureId: row.measure_id,
      goalId: row.goal_id,
      due: row.due,
      monthly: row.monthly_from && row.monthly_to ? { from: row.monthly_from, to: row.monthly_to } : null,
    }
  )
}

/** Prices of an hour on a day, by item: the newest that was valid then. */
export async function findHourPrices(
  tx: Tx,
  day: CalendarDay | null,
): Promise<{ item: string; ore: number; source: string }[]> {
  const { rows } = await sql<{ item: string; ore: number; source: string }>`
    select distinct on (item) item, ore, source from lab.price
    where unit = 'hour' and valid_from <= coalesce(${day}::date, lab.today()) order by item, valid_from desc`.execute(
    tx,
  )
  return rows
}

/** Parties the signed-in person can book for here: all for the leader, else those they hold a seat for. */
export async function findBookers(tx: Tx, family: FamilyId): Promise<{ isLeader: boolean; parties: PartyId[] }> {
  const { rows } = await sql<{ isLeader: boolean; parties: PartyId[] }>`
    select exists (select 1 from lab.my_families() f where f.family_id = ${family} and f.way = 'leader') as "isLeader",
      array(select distinct w.party_id from lab.my_work() w where w.family_id = ${family} and w.holds_seat) as parties`.execute(
    tx,
  )
  return rows[0] as { isLeader: boolean; parties: PartyId[] }
}

/** What each payer has said to pay of a measure. */
export async function findPayers(tx: Tx, measure: MeasureId): Promise<{ partyId: PartyId; ore: number }[]> {
  const { rows } = await sql<{ partyId: PartyId; ore: number }>`
    select party_id as "partyId", ore from lab.measure_cost where measure_id = ${measure} order by party_id`.execute(tx)
  return rows
}

/** The family's account as the signed-in person may see it; undefined for whoever may not open the family. */
export async function findAccount(tx: Tx, family: FamilyId): Promise<Account | undefined> {
  const [row, members, bookers, today, entries, parties, estimated, hourPrices] = await Promise.all([
    findFamily(tx, family),
    findMembers(tx, family),
    findBookers(tx, family),
    sql<{ today: CalendarDay }>`select lab.today() as today`.execute(tx),
    sql<Entry>`select ${columns} from lab.entry e where e.family_id = ${family} order by e.on_day, e.created_at, e.id`.execute(
      tx,
    ),
    sql<{ id: PartyId; name: string }>`select p.id, p.name from lab.party p order by p.position`.execute(tx),
    sql<{ ore: number }>`
      select coalesce(sum(m.estimated_ore), 0)::bigint as ore from lab.measure m where m.family_id = ${family} and m.stopped_on is null`.execute(
      tx,
    ),
    findHourPrices(tx, null),
  ])
  // A service that has no consent left keeps its own entries in sight while it holds its seat. With none, there is nothing here.
  if (!row && (bookers.parties.length === 0 || entries.rows.length === 0)) return undefined
  const paying = new Set(entries.rows.map((entry) => entry.payerId))
  return {
    familyId: family,
    today: (today.rows[0] as { today: CalendarDay }).today,
    family: row ? { name: row.name, onePerson: members.length === 1 } : null,
    books: { all: bookers.isLeader, parties: bookers.parties },
    parties: parties.rows.filter((party) => paying.has(party.id)),
    entries: entries.rows,
    sums: sumUp(entries.rows),
    estimatedOre: estimated.rows[0]?.ore ?? 0,
    hourPrices,
  }
}
