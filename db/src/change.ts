import { changesShown, type ChangeShown } from '@velferdslab/core/administration'
import type { ChangeKind, Proposal } from '@velferdslab/core/change'
import { inVersions, type ApprovalRule, type ProposeFacts, type SettleFacts } from '@velferdslab/core/change-rules'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { ChangeId } from '@velferdslab/core/ids'
import type { Role } from '@velferdslab/core/people'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'

export interface StaffRow {
  person_id: string
  name: string
  role_id: string | null
  role: Role | null
  party_id: string | null
  valid_from: CalendarDay | null
  valid_to: CalendarDay | null
  current: boolean | null
}

/** Everybody who works here with what they hold and held; nothing for who is no administrator. */
export async function findStaff(tx: Tx): Promise<StaffRow[]> {
  return (await sql<StaffRow>`select * from lab.staff_register()`.execute(tx)).rows
}

/** The newest rule of each kind of change that counts today. */
export async function findApprovalRules(tx: Tx): Promise<(ApprovalRule & { from: CalendarDay })[]> {
  const { rows } = await sql<ApprovalRule & { from: CalendarDay }>`
    select distinct on (kind) kind, needs, above_ore as "aboveOre", roles, valid_from as "from"
    from lab.approval_rule where valid_from <= lab.today() order by kind, valid_from desc`.execute(tx)
  return rows
}

/** What deciding about a proposed change needs to know. */
export async function loadProposeFacts(tx: Tx, { kind, subject }: Proposal): Promise<ProposeFacts> {
  const [now, rules, staff] = await Promise.all([
    sql<{ today: CalendarDay; me: string; before: Record<string, unknown> | null; waits: boolean; ever: number }>`
      select lab.today() as today, lab.current_person() as me, lab.register_now(${kind}, ${subject}) as before, lab.administrators_ever() as ever,
        exists (select 1 from lab.change c where c.kind = ${kind} and c.subject = ${subject} and c.outcome is null) as waits`.execute(
      tx,
    ),
    findApprovalRules(tx),
    findStaff(tx),
  ])
  const row = now.rows[0]
  if (!row) throw new Error('one row was asked for')
  return {
    today: row.today,
    me: row.me,
    before: row.before,
    waits: row.waits,
    administratorsEver: row.ever,
    rules,
    staff: staff.map((each) => ({
      personId: each.person_id,
      roleId: each.role_id,
      role: each.role,
      partyId: each.party_id,
      to: each.valid_to,
    })),
  }
}

/** @returns whether it waits for a second administrator, as the database sees it */
export async function insertChange(
  tx: Tx,
  id: ChangeId,
  { kind, subject, after }: Proposal,
  why: string,
): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    select lab.propose_change(${id}, ${kind}, ${subject}, ${JSON.stringify(after)}::jsonb, ${why}) as waits`.execute(tx)
  return rows[0]?.waits === true
}

export async function findSettleFacts(tx: Tx, id: ChangeId): Promise<SettleFacts | undefined> {
  const { rows } = await sql<SettleFacts>`
    select proposed_by = lab.current_person() as "isMine", lab.is_for_me(id) as "isForMe",
      outcome is not null as "isSettled",
      kind = any (${[...inVersions]}) and (after ->> 'from')::date < lab.today() as "beganInPast"
    from lab.change where id = ${id}`.execute(tx)
  return rows[0]
}

/** @returns what came of it: `overtaken` when what it was to change had changed meanwhile */
export async function saveSettled(tx: Tx, id: ChangeId, outcome: string): Promise<string> {
  const { rows } = await sql<{ came: string }>`select lab.settle_change(${id}, ${outcome}) as came`.execute(tx)
  return rows[0]?.came ?? outcome
}

/** What waits, and what was changed before, the newest first. Who did it is known by name from the register of staff. */
export async function findChanges(
  tx: Tx,
  staff: readonly StaffRow[],
): Promise<{ waiting: ChangeShown[]; history: ChangeShown[] }> {
  const { rows } = await sql<{
    id: ChangeId
    kind: ChangeKind
    subject: string
    before: Record<string, unknown> | null
    after: Record<string, unknown>
    why: string
    proposed_by: string
    proposed_at: Date
    needs_two: boolean
    outcome: ChangeShown['outcome']
    settled_by: string | null
    settled_at: Date | null
    me: string
    for_me: boolean
  }>`select c.*, lab.current_person() as me, lab.is_for_me(c.id) as for_me from lab.change c
    order by c.outcome is not null, c.proposed_at desc, c.id limit ${changesShown}`.execute(tx)
  const names = new Map(staff.map((each) => [each.person_id, each.name]))
  const shown = rows.map((row): ChangeShown => ({
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    before: row.before,
    after: row.after,
    why: row.why,
    proposedBy: names.get(row.proposed_by) ?? '',
    proposedAt: row.proposed_at.toISOString(),
    needsTwo: row.needs_two,
    outcome: row.outcome,
    settledBy: row.settled_by && (names.get(row.settled_by) ?? ''),
    settledAt: row.settled_at && row.settled_at.toISOString(),
    isMine: row.proposed_by === row.me,
    isForMe: row.for_me,
  }))
  return { waiting: shown.filter(({ outcome }) => !outcome), history: shown.filter(({ outcome }) => outcome) }
}
