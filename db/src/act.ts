import type { Act, FamilyLaw, MyActs, SharedByLaw, StatuteRule } from '@velferdslab/core/act'
import type { ActFacts } from '@velferdslab/core/act-rules'
import type { AreaCode } from '@velferdslab/core/areas'
import type { RecordAct } from '@velferdslab/core/commands/act'
import { endOfDayInOslo, type CalendarDay } from '@velferdslab/core/dates'
import type { ActId, CommandId, FamilyId, PartyId, PersonId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import { findFamily } from './family.ts'
import type { KeyRing } from './key-ring.ts'
import { findMembers } from './people.ts'
import { openWords, sealWords } from './sealed.ts'

interface Reason {
  readonly necessity: string
  readonly delay: string | null
}

/** The reason of an act lies under a key of its own, in the ring under the act's id. */
const placeOf = (municipality: string, act: string) => ({
  municipality,
  family: act,
  table: 'act_reason',
  column: 'sealed',
  row: act,
})

interface RuleRow {
  code: string
  statute: string
  paragraph: string
  kind: 'exception' | 'report' | 'avert'
  sectors: string[]
  longest_days: number | null
  may_delay: boolean
  title_nb: string
  title_nn: string
  title_en: string
  source: string
}

export const ruleOf = (row: Omit<RuleRow, 'kind' | 'sectors'>): StatuteRule => ({
  code: row.code,
  statute: row.statute,
  paragraph: row.paragraph,
  title: { nb: row.title_nb, nn: row.title_nn, en: row.title_en },
  source: row.source,
  longestDays: row.longest_days,
  mayDelay: row.may_delay,
})

/** The rules of law of today, in their order. */
export async function findRules(tx: Tx): Promise<RuleRow[]> {
  const { rows } = await sql<RuleRow>`
    select code, statute, paragraph, kind, sectors, longest_days, may_delay, title_nb, title_nn, title_en, source
    from lab.statute_rule_now order by position, code`.execute(tx)
  return rows
}

export async function findSectors(tx: Tx, family: FamilyId) {
  const { rows } = await sql<{ party_id: PartyId; sector: string; service: string }>`
    select s.party_id, s.sector, p.name as service
    from lab.my_sectors(${family}) s join lab.party p on p.id = s.party_id order by p.position`.execute(tx)
  return rows
}

interface Receiver {
  personId: PersonId
  name: string
  partyId: PartyId
  service: string
}

/** What somebody of a service may do by law here; undefined for everybody else. */
async function findStanding(tx: Tx, family: FamilyId) {
  const [row, sectors, rules, areas, receivers] = await Promise.all([
    findFamily(tx, family),
    findSectors(tx, family),
    findRules(tx),
    sql<{ code: AreaCode }>`
      select a.code from lab.area a where a.code in (select lab.my_seat_areas(${family})) order by a.position`.execute(
      tx,
    ),
    sql<Receiver>`
      select person_id as "personId", name, party_id as "partyId", service from lab.act_receivers(${family})
      order by service collate lab.norwegian, name collate lab.norwegian`.execute(tx),
  ])
  if (!row || sectors.length === 0) return undefined
  return { row, sectors, rules, areas: areas.rows.map(({ code }) => code), receivers: receivers.rows }
}

export async function findFamilyLaw(tx: Tx, family: FamilyId): Promise<FamilyLaw | undefined> {
  const standing = await findStanding(tx, family)
  if (!standing) return undefined
  const { row, sectors, rules } = standing
  const mine = (rule: RuleRow) => sectors.some(({ sector }) => rule.sectors.includes(sector))
  return {
    family: { id: row.id, name: row.name },
    today: row.today,
    mine: sectors.map(({ party_id, service }) => ({ partyId: party_id, service })),
    areas: standing.areas,
    exceptions: rules.filter((rule) => rule.kind === 'exception' && mine(rule)).map(ruleOf),
    receivers: standing.receivers,
  }
}

export async function loadActFacts(tx: Tx, family: FamilyId): Promise<ActFacts | undefined> {
  const standing = await findStanding(tx, family)
  if (!standing) return undefined
  const { row, sectors, rules, areas, receivers } = standing
  return {
    today: row.today,
    exceptions: sectors.flatMap(({ party_id, sector }) =>
      rules.flatMap((rule) =>
        rule.kind === 'exception' && rule.longest_days !== null && rule.sectors.includes(sector)
          ? [{ code: rule.code, partyId: party_id, longestDays: rule.longest_days, mayDelay: rule.may_delay }]
          : [],
      ),
    ),
    areas,
    receivers,
  }
}

/** @returns the number of the event the family is told by; null while it is not told */
export async function insertAct(
  tx: Tx,
  ring: KeyRing,
  municipality: string,
  family: FamilyId,
  act: RecordAct & { tellOn: CalendarDay | null },
  origin: string,
): Promise<number | null> {
  const { key, wrapped } = ring.newKey(municipality, act.actId)
  const reason: Reason = { necessity: act.necessity, delay: act.tell.when === 'later' ? act.tell.because : null }
  const { sealed } = sealWords(key, placeOf(municipality, act.actId), reason)
  const { rows } = await sql<{ seq: number | null }>`
    select lab.record_act(${act.actId}, ${family}, ${act.rule}, ${act.partyId}, ${act.receiver.personId}, ${act.receiver.partyId}, ${act.areas}::text[],
      ${endOfDayInOslo(act.until)}, ${act.tellOn}::date, ${wrapped}, ${sealed}, ${act.commandId}, ${origin}) as seq`.execute(
    tx,
  )
  return rows[0]?.seq ?? null
}

/** Ends an act one did or received. @returns its family, and the number of the event where the family was told; undefined where there is none */
export async function endAct(
  tx: Tx,
  act: ActId,
  command: CommandId,
  origin: string,
): Promise<{ family: FamilyId; seq: number | null } | undefined> {
  const { rows } = await sql<{ family: FamilyId; seq: number | null }>`
    select a.family_id as family, lab.end_act(a.id, ${command}, ${origin}) as seq from lab.act a
    where a.id = ${act} and lab.current_person() in (a.person_id, a.recorded_by) and a.kind = 'exception' and a.ended_at is null and a.valid_to > now()`.execute(
    tx,
  )
  return rows[0]
}

interface ActRow extends RuleRow {
  id: ActId
  municipality_id: string
  act_kind: Act['kind']
  family_id: FamilyId
  family: string
  receiver: string
  receiving: string | null
  recorder: string | null
  recording: string | null
  areas: AreaCode[]
  rule_code: string | null
  valid_from: Date
  valid_to: Date
  ended_at: Date | null
  is_over: boolean
  told_at: Date | null
  tell_on: CalendarDay | null
  for_me: boolean
  by_me: boolean
  wrapped: Buffer | null
  sealed: Buffer | null
}

/** Acts in sight, newest first: one's own, and those the family was told of. */
async function findActs(tx: Tx, family: FamilyId | null): Promise<ActRow[]> {
  const { rows } = await sql<ActRow>`
    select a.id, a.municipality_id, a.kind as act_kind, a.family_id, n.family, n.receiver, n.receiving, n.recorder, n.recording, a.areas, a.rule_code,
      a.valid_from, a.valid_to, a.ended_at, (a.ended_at is not null or a.valid_to <= now()) as is_over, a.told_at, a.tell_on, a.person_id = lab.current_person() as for_me,
      coalesce(a.recorded_by = lab.current_person(), false) as by_me, w.wrapped, w.sealed,
      r.code, r.statute, r.paragraph, r.longest_days, r.may_delay, r.title_nb, r.title_nn, r.title_en, r.source
    from lab.act a join lab.act_people() n on n.act_id = a.id
    left join lab.act_reason w on w.act_id = a.id
    left join lab.statute_rule r on r.municipality_id = a.municipality_id and r.code = a.rule_code and r.valid_from = a.rule_from
    where ${family}::uuid is null or a.family_id = ${family}::uuid
    order by a.valid_from desc, a.id`.execute(tx)
  return rows
}

const toldOf = (row: ActRow) => ({
  id: row.id,
  kind: row.act_kind,
  receiver: { name: row.receiver, service: row.receiving ?? '' },
  by: { name: row.recorder ?? row.receiver, service: row.recording ?? row.receiving ?? '' },
  areas: row.areas,
  rule: row.rule_code === null ? null : ruleOf(row),
  from: row.valid_from.toISOString(),
  until: row.valid_to.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
  isOver: row.is_over,
  toldAt: row.told_at?.toISOString() ?? null,
})

function actOf(ring: KeyRing, row: ActRow): Act {
  const reason =
    row.wrapped && row.sealed
      ? (openWords(
          ring.openKey(row.municipality_id, row.id, row.wrapped),
          placeOf(row.municipality_id, row.id),
          row.sealed,
        ).words as Reason)
      : null
  return {
    ...toldOf(row),
    family: { id: row.family_id, name: row.family },
    tellOn: row.tell_on,
    necessity: reason?.necessity ?? null,
    delayReason: reason?.delay ?? null,
  }
}

export async function findMyActs(tx: Tx, ring: KeyRing): Promise<Omit<MyActs, 'today'>> {
  const rows = await findActs(tx, null)
  return {
    forMe: rows.filter((row) => row.for_me && row.rule_code !== null).map((row) => actOf(ring, row)),
    byMe: rows.filter((row) => row.by_me && !row.for_me).map((row) => actOf(ring, row)),
  }
}

/** What a family is told of, to its own people from sixteen, its guardians and its leader; undefined for everybody else. */
export async function findSharedByLaw(tx: Tx, family: FamilyId): Promise<Omit<SharedByLaw, 'told'> | undefined> {
  const [row, members, acts] = await Promise.all([
    findFamily(tx, family),
    findMembers(tx, family),
    findActs(tx, family),
  ])
  if (!row?.ways.some((way) => ['member', 'guardian', 'leader'].includes(way))) return undefined
  return {
    family: { id: row.id, onePerson: members.length === 1 },
    today: row.today,
    acts: acts.filter((each) => each.told_at !== null).map(toldOf),
  }
}
