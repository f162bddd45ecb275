import { statuteRule, type ToldReport } from '@velferdslab/core/act'
import type { SendReport, TellReport } from '@velferdslab/core/commands/report'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { CommandId, FamilyId, PartyId, PersonId, ReportId } from '@velferdslab/core/ids'
import { reportWords, type MyReports, type Reporting, type ReportWords } from '@velferdslab/core/report'
import type { ReportFacts } from '@velferdslab/core/report-rules'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { findRules, ruleOf } from './act.ts'
import type { Tx } from './connect.ts'
import { findFamily } from './family.ts'
import type { KeyRing } from './key-ring.ts'
import { findMembers } from './people.ts'
import { openWords, sealWords } from './sealed.ts'

/** The words of a report, and of what somebody was told of it, lie under keys of their own: whoever holds the family's key opens neither. */
const placeOf = (municipality: string, table: 'report' | 'report_told', row: string) => ({
  municipality,
  family: row,
  table,
  column: 'sealed',
  row,
})

/** Who may report about this family, and what they need; undefined for everybody else. */
async function findStanding(tx: Tx, family: FamilyId) {
  const [row, sectors, rules, receivers, members] = await Promise.all([
    findFamily(tx, family),
    sql<{ party_id: PartyId; sector: string; service: string }>`
      select s.party_id, s.sector, p.name as service from lab.my_reporting(${family}) s join lab.party p on p.id = s.party_id
      order by p.position`.execute(tx),
    findRules(tx),
    sql<{ partyId: PartyId; service: string; inSentence: string; names: string[] }>`
      select party_id as "partyId", service, in_sentence as "inSentence", names from lab.report_receivers(${family})
      order by service collate lab.norwegian`.execute(tx),
    findMembers(tx, family),
  ])
  if (!row || sectors.rows.length === 0) return undefined
  return {
    row,
    sectors: sectors.rows,
    rules,
    receivers: receivers.rows,
    children: members.filter(({ child }) => child),
  }
}

export async function findReporting(tx: Tx, family: FamilyId): Promise<Reporting | undefined> {
  const standing = await findStanding(tx, family)
  if (!standing) return undefined
  const { row, sectors, rules, receivers, children } = standing
  const of = (kind: 'report' | 'avert') =>
    rules
      .filter((rule) => rule.kind === kind && sectors.some(({ sector }) => rule.sectors.includes(sector)))
      .map(ruleOf)
  return {
    family: { id: row.id, name: row.name },
    today: row.today,
    mine: sectors.map(({ party_id, service }) => ({ partyId: party_id, service })),
    reports: of('report'),
    averts: of('avert'),
    receivers,
    children: children.map(({ id, called_name, age }) => ({ id: id as PersonId, name: called_name, age })),
  }
}

export async function loadReportFacts(tx: Tx, family: FamilyId): Promise<ReportFacts | undefined> {
  const standing = await findStanding(tx, family)
  if (!standing) return undefined
  const { sectors, rules, receivers, children } = standing
  return {
    rules: sectors.flatMap(({ party_id, sector }) =>
      rules.flatMap(({ code, kind, sectors: allowed }) =>
        kind !== 'exception' && allowed.includes(sector) ? [{ code, kind, partyId: party_id }] : [],
      ),
    ),
    receivers: receivers.map(({ partyId }) => partyId),
    children: children.map(({ id }) => id),
  }
}

export async function insertReport(
  tx: Tx,
  ring: KeyRing,
  municipality: string,
  family: FamilyId,
  report: SendReport,
  origin: string,
): Promise<void> {
  const { key, wrapped } = ring.newKey(municipality, report.reportId)
  const words: ReportWords = {
    seen: report.seen,
    family: report.family.is,
    why: report.family.is === 'not-told' ? report.family.why : '',
  }
  const { sealed } = sealWords(key, placeOf(municipality, 'report', report.reportId), words)
  await sql`select lab.send_report(${report.reportId}, ${family}, ${report.rule}, ${report.partyId}, ${report.toPartyId}, ${report.children}::uuid[],
    ${wrapped}, ${sealed}, ${report.commandId}, ${origin})`.execute(tx)
}

/** @returns false when there is none to receive, or it was received before */
export async function receiveReport(tx: Tx, report: ReportId, command: CommandId, origin: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select lab.receive_report(${report}, ${command}, ${origin}) as done`.execute(tx)
  return rows[0]?.done === true
}

interface ReportRow {
  report_id: ReportId
  municipality_id: string
  writer: string
  writing: string
  receiving: string
  family: string
  children: { name: string; born: CalendarDay }[]
  members: { id: PersonId; name: string }[]
  received_by: string | null
  mine: boolean
  may_receive: boolean
  told: PersonId[]
  sent_at: Date
  received_at: Date | null
  wrapped: Buffer
  sealed: Buffer
  rule: unknown
}

/** Reports one wrote or receives, newest first; one of them, or all. */
async function findRows(tx: Tx, only: ReportId | null): Promise<ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    select m.*, o.municipality_id, o.sent_at, o.received_at, o.wrapped, o.sealed,
      jsonb_build_object('code', r.code, 'statute', r.statute, 'paragraph', r.paragraph, 'source', r.source, 'longestDays', r.longest_days,
        'mayDelay', r.may_delay, 'title', jsonb_build_object('nb', r.title_nb, 'nn', r.title_nn, 'en', r.title_en)) as rule
    from lab.my_reports() m join lab.report o on o.id = m.report_id
    join lab.statute_rule r on r.municipality_id = o.municipality_id and r.code = o.rule_code and r.valid_from = o.rule_from
    where ${only}::uuid is null or m.report_id = ${only}::uuid
    order by o.sent_at desc, m.report_id`.execute(tx)
  return rows
}

export async function findMyReports(tx: Tx, ring: KeyRing): Promise<MyReports['reports']> {
  const rows = await findRows(tx, null)
  return rows.map((row) => ({
    id: row.report_id,
    isMine: row.mine,
    mayReceive: row.may_receive,
    rule: statuteRule.parse(row.rule),
    family: row.family,
    children: row.children,
    from: { name: row.writer, service: row.writing },
    to: row.receiving,
    sentAt: row.sent_at.toISOString(),
    receivedAt: row.received_at?.toISOString() ?? null,
    receivedBy: row.received_by,
    words: reportWords.parse(
      openWords(
        ring.openKey(row.municipality_id, row.report_id, row.wrapped),
        placeOf(row.municipality_id, 'report', row.report_id),
        row.sealed,
      ).words,
    ),
    members: row.members.map(({ id, name }) => ({ id, name, isTold: row.told.includes(id) })),
  }))
}

/** Tells one person of the family. */
export async function insertTold(
  tx: Tx,
  ring: KeyRing,
  report: ReportId,
  told: TellReport,
  origin: string,
): Promise<'not-found' | 'already' | 'told'> {
  const [row] = await findRows(tx, report)
  if (!row || !row.members.some(({ id }) => id === told.personId)) return 'not-found'
  if (row.told.includes(told.personId)) return 'already'
  const id = randomUUID()
  const { key, wrapped } = ring.newKey(row.municipality_id, id)
  const { sealed } = sealWords(key, placeOf(row.municipality_id, 'report_told', id), told.words)
  await sql`select lab.tell_report(${report}, ${id}, ${told.personId}, ${wrapped}, ${sealed}, ${told.commandId}, ${origin})`.execute(
    tx,
  )
  return 'told'
}

/** What the signed-in person was told, in this family. */
export async function findToldToMe(tx: Tx, ring: KeyRing, family: FamilyId): Promise<ToldReport[]> {
  const { rows } = await sql<{
    id: string
    municipality_id: string
    from: string
    to: string
    sent_on: CalendarDay
    told_on: CalendarDay
    wrapped: Buffer
    sealed: Buffer
    rule: unknown
  }>`
    select t.id, t.municipality_id, f.in_sentence as from, y.in_sentence as to, t.sent_on, (t.told_at at time zone 'Europe/Oslo')::date as told_on,
      t.wrapped, t.sealed,
      jsonb_build_object('code', r.code, 'statute', r.statute, 'paragraph', r.paragraph, 'source', r.source, 'longestDays', r.longest_days,
        'mayDelay', r.may_delay, 'title', jsonb_build_object('nb', r.title_nb, 'nn', r.title_nn, 'en', r.title_en)) as rule
    from lab.report_told t
    join lab.party f on f.id = t.from_party join lab.party y on y.id = t.to_party
    join lab.statute_rule r on r.municipality_id = t.municipality_id and r.code = t.rule_code and r.valid_from = t.rule_from
    where t.family_id = ${family} and t.person_id = lab.current_person() order by t.told_at desc, t.id`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    rule: statuteRule.parse(row.rule),
    from: row.from,
    to: row.to,
    sentOn: row.sent_on,
    toldOn: row.told_on,
    words: String(
      openWords(
        ring.openKey(row.municipality_id, row.id, row.wrapped),
        placeOf(row.municipality_id, 'report_told', row.id),
        row.sealed,
      ).words,
    ),
  }))
}

/** What has a key of its own and goes with a family: reasons of acts, and what its people were told, what a manager found of a break-glass. A report is the service's and stays. */
export async function findLawKeysOf(tx: Tx, family: FamilyId): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from lab.act where family_id = ${family} union all select id from lab.report_told where family_id = ${family}
    union all select id from lab.glass_review where family_id = ${family}`.execute(tx)
  return rows.map(({ id }) => id)
}
