import type { AreaCode } from '@velferdslab/core/areas'
import type { CalendarDay } from '@velferdslab/core/dates'
import {
  decisionWords,
  type AnswerHow,
  type DecisionCard,
  type DecisionKind,
  type DecisionWords,
  type RestsOn,
} from '@velferdslab/core/decision'
import {
  answerableBy,
  canDecide,
  covers,
  lackingIn,
  stateOf,
  type DecisionFacts,
  type LastAnswer,
} from '@velferdslab/core/decision-rules'
import type {
  AboutId,
  AnswerId,
  DecisionId,
  FamilyId,
  MandateId,
  MeasureId,
  PartyId,
  PersonId,
} from '@velferdslab/core/ids'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import { openReply } from './decision-asked.ts'
import type { FamilyKey } from './family-key.ts'
import { restsOn } from './rests-on.ts'
import { openWords, sealWords, type Place } from './sealed.ts'

interface HeadRow {
  id: DecisionId
  measure_id: MeasureId
  party_id: PartyId
  area: AreaCode
  about_id: AboutId
  version: number
  kind: DecisionKind
  amount_ore: number
  sealed: Buffer
  made_by: PersonId
  made_at: Date
  made_on: CalendarDay
  decided_at: Date | null
  decided_by: PersonId | null
  rests_on: RestsOn | null
}

/** A decision as the signed-in person may see it: its row, and what the rules need to know. */
export interface SeenDecision {
  readonly family: FamilyId
  readonly head: HeadRow
  readonly facts: DecisionFacts
  readonly views: readonly {
    readonly personId: PersonId
    readonly view: 'asked' | 'said' | 'declined'
    readonly at: Date
  }[]
  readonly answeredAt: ReadonlyMap<AnswerId, Date>
  /** Why who was asked answered as they did, still sealed. */
  readonly sealedReply: Buffer | null
}

export interface SeenDecisions {
  readonly me: PersonId
  readonly isLeader: boolean
  readonly today: CalendarDay
  readonly decisions: readonly SeenDecision[]
}

type AnswerRow = Omit<LastAnswer, 'personId'> & { personId: PersonId; decisionId: DecisionId; at: Date }

/** The decisions of a family in the signed-in person's sight, in the order they were proposed; or one of them. */
export async function findDecisions(tx: Tx, family: FamilyId, only?: DecisionId): Promise<SeenDecisions> {
  const one = only ? sql`and d.id = ${only}` : sql``
  const [who, heads, deciders, answers, views, room, asked, seated, names] = await Promise.all([
    sql<{ me: PersonId; leader: boolean; today: CalendarDay }>`
      select lab.current_person() as me, lab.today() as today,
        exists (select 1 from lab.my_families() w where w.family_id = ${family} and w.way = 'leader') as leader`.execute(
      tx,
    ),
    sql<HeadRow>`
      select d.id, d.measure_id, d.party_id, d.area, d.about_id, v.version, v.kind, v.amount_ore, v.sealed, v.made_by, v.made_at,
        (v.made_at at time zone 'Europe/Oslo')::date as made_on, x.decided_at, x.decided_by, ${restsOn('x')} as rests_on
      from lab.decision d
      join lab.decision_version v on v.decision_id = d.id
        and v.version = (select max(n.version) from lab.decision_version n where n.decision_id = d.id)
      left join lab.decided x on x.decision_id = d.id
      where d.family_id = ${family} ${one} order by d.created_at, d.id`.execute(tx),
    sql<{ decision_id: DecisionId; person_id: PersonId; alone: boolean; decider_id: PersonId | null }>`
      select decision_id, person_id, alone, decider_id from lab.my_deciders(${family}) order by person_id, decider_id`.execute(
      tx,
    ),
    sql<AnswerRow>`
      select distinct on (d.decision_id, d.person_id, d.giver_id) d.id, d.decision_id as "decisionId", d.person_id as "personId",
        d.giver_id as "giverId", d.answer, d.think_until as until, d.how, d.recorded_by as "recordedBy", d.given_at as at,
        d.how = 'own_screen' or exists (
          select 1 from lab.answer_witness w where w.answer_id = d.id and w.witness_id not in (d.recorded_by, d.giver_id)) as counts
      from lab.decision_answer d
      where d.family_id = ${family} and d.version = (select max(n.version) from lab.decision_version n where n.decision_id = d.decision_id)
      order by d.decision_id, d.person_id, d.giver_id, d.given_at desc`.execute(tx),
    sql<{ decision_id: DecisionId; person_id: PersonId; view: 'asked' | 'said' | 'declined'; at: Date }>`
      select distinct on (d.decision_id, d.child_id) d.decision_id, d.child_id as person_id, d.view, d.at from lab.child_view d
      where d.family_id = ${family} and d.version = (select max(n.version) from lab.decision_version n where n.decision_id = d.decision_id)
      order by d.decision_id, d.child_id, d.at desc`.execute(tx),
    sql<{ decision_id: DecisionId; what: string; id: MandateId; person_id: PersonId; fits: boolean; left_ore: number }>`
      select decision_id, what, id, person_id, fits, left_ore from lab.my_room(${family}) order by left_ore, id`.execute(
      tx,
    ),
    sql<{
      decision_id: DecisionId
      asked_id: PersonId
      answer_by: CalendarDay
      answer: 'yes' | 'no' | null
      sealed: Buffer | null
    }>`
      select distinct on (d.decision_id) d.decision_id, d.asked_id, d.answer_by, d.answer, d.sealed from lab.decision_asked d
      where d.family_id = ${family} and d.version = (select max(n.version) from lab.decision_version n where n.decision_id = d.decision_id)
      order by d.decision_id, d.asked_at desc`.execute(tx),
    sql<{ person_id: PersonId }>`
      select s.person_id from lab.seat s where s.family_id = ${family} and s.approved_at <= now() and s.valid_from <= now()
        and (s.valid_to is null or s.valid_to > now()) and s.ended_at is null`.execute(tx),
    sql<{ id: PersonId; called_name: string }>`select p.id, p.called_name from lab.person p`.execute(tx),
  ])
  const me = who.rows[0] as { me: PersonId; leader: boolean; today: CalendarDay }
  const atTable = new Set(seated.rows.map((row) => row.person_id))
  const calledNames = Object.fromEntries(names.rows.map((row) => [row.id, row.called_name]))
  const of = <Row extends { decision_id: DecisionId }>(rows: readonly Row[], id: DecisionId) =>
    rows.filter((row) => row.decision_id === id)
  return {
    me: me.me,
    isLeader: me.leader,
    today: me.today,
    decisions: heads.rows.map((head) => {
      const mine = of(deciders.rows, head.id)
      const said = answers.rows.filter((row) => row.decisionId === head.id)
      const seenRoom = of(room.rows, head.id)
      const put = of(asked.rows, head.id)[0]
      const heard = of(views.rows, head.id)
      return {
        family,
        head,
        views: heard.map((row) => ({ personId: row.person_id, view: row.view, at: row.at })),
        sealedReply: put?.sealed ?? null,
        answeredAt: new Map(said.map((row) => [row.id, row.at])),
        facts: {
          version: head.version,
          kind: head.kind,
          amountOre: head.amount_ore,
          changedOn: head.made_on,
          decided: head.decided_at !== null,
          concerned: [...new Set(mine.map((row) => row.person_id))].map((personId) => ({
            personId,
            alone: mine.some((row) => row.person_id === personId && row.alone),
            deciders: mine.flatMap((row) => (row.person_id === personId && row.decider_id ? [row.decider_id] : [])),
          })),
          answers: said.map(({ decisionId: _, at: __, ...answer }) => answer),
          heard: heard.map((row) => row.person_id),
          mandates: seenRoom
            .filter((row) => row.what === 'mandate')
            .map((row) => ({
              id: row.id,
              personId: row.person_id,
              fits: row.fits,
              leftOre: row.left_ore,
              atTable: atTable.has(row.person_id),
            })),
          framesLeft: seenRoom.filter((row) => row.what === 'frame').map((row) => row.left_ore),
          asked: put ? { personId: put.asked_id, by: put.answer_by, answer: put.answer } : null,
          names: calledNames,
        },
      }
    }),
  }
}

/** A decision as a card, with where it stands and what the signed-in person can do. */
export function cardOfDecision(seen: SeenDecision, me: PersonId, key: FamilyKey): DecisionCard {
  const { head, facts } = seen
  return {
    id: head.id,
    measureId: head.measure_id,
    partyId: head.party_id,
    area: head.area,
    about: { id: head.about_id, persons: facts.concerned.map((person) => person.personId) },
    version: head.version,
    changedAt: head.made_at.toISOString(),
    proposedBy: head.made_by,
    kind: head.kind,
    amountOre: head.amount_ore,
    words: decisionWords.parse(openWords(key.key, placeOfDecision(key, head.id, head.version), head.sealed).words),
    state: stateOf(facts),
    missing: facts.decided ? [] : lackingIn(facts),
    answers: facts.answers.map((answer) => ({ ...answer, at: (seen.answeredAt.get(answer.id) as Date).toISOString() })),
    childViews: seen.views.map((view) => ({ ...view, at: view.at.toISOString() })),
    mine: facts.decided ? [] : answerableBy(facts, me),
    mandates: facts.mandates
      .filter((mandate) => mandate.fits)
      .map((mandate) => ({
        mandateId: mandate.id,
        personId: mandate.personId,
        covers: covers(mandate, facts),
        atTable: mandate.atTable,
        overOre: Math.max(0, facts.amountOre - Math.max(0, mandate.leftOre)),
      })),
    asked: facts.asked && {
      ...facts.asked,
      reason: seen.sealedReply
        ? openReply(key, { decisionId: head.id, version: head.version, asked: facts.asked.personId }, seen.sealedReply)
        : null,
    },
    decided:
      head.decided_at && head.decided_by
        ? { at: head.decided_at.toISOString(), by: head.decided_by, restsOn: head.rests_on }
        : null,
    mayDecide: 'done' in canDecide(facts, me, facts.version),
  }
}

function placeOfDecision(key: FamilyKey, id: DecisionId, version: number): Place {
  return {
    municipality: key.municipality,
    family: key.family,
    table: 'decision_version',
    column: 'sealed',
    row: `${id}:${version}`,
  }
}

/** A new decision, before its first version. */
export async function insertDecision(
  tx: Tx,
  family: FamilyId,
  row: { id: DecisionId; measureId: MeasureId; partyId: PartyId; area: string; aboutId: AboutId },
): Promise<void> {
  await sql`insert into lab.decision (municipality_id, id, family_id, measure_id, party_id, area, about_id, author_id)
    values (lab.current_municipality(), ${row.id}, ${family}, ${row.measureId}, ${row.partyId}, ${row.area}, ${row.aboutId}, lab.current_person())`.execute(
    tx,
  )
}

/** A version of it: content is added, never changed. @returns the proof of its words, for the event */
export function sealVersion(key: FamilyKey, id: DecisionId, version: number, words: DecisionWords) {
  return sealWords(key.key, placeOfDecision(key, id, version), words)
}

export async function insertVersion(
  tx: Tx,
  family: FamilyId,
  row: { id: DecisionId; version: number; kind: DecisionKind; amountOre: number; sealed: Buffer },
): Promise<void> {
  await sql`insert into lab.decision_version (municipality_id, family_id, decision_id, version, kind, amount_ore, sealed, made_by)
    values (lab.current_municipality(), ${family}, ${row.id}, ${row.version}, ${row.kind}, ${row.amountOre}, ${row.sealed}, lab.current_person())`.execute(
    tx,
  )
}

export async function insertAnswer(
  tx: Tx,
  family: FamilyId,
  row: {
    id: AnswerId
    decisionId: DecisionId
    version: number
    personId: PersonId
    giverId: PersonId
    answer: string
    until: CalendarDay | null
    how: AnswerHow
  },
): Promise<void> {
  await sql`insert into lab.decision_answer (municipality_id, id, family_id, decision_id, version, person_id, giver_id, answer, think_until, how, recorded_by)
    values (lab.current_municipality(), ${row.id}, ${family}, ${row.decisionId}, ${row.version}, ${row.personId}, ${row.giverId}, ${row.answer},
      ${row.until}, ${row.how}, lab.current_person())`.execute(tx)
}

export async function insertWitness(tx: Tx, answer: AnswerId): Promise<void> {
  await sql`insert into lab.answer_witness (municipality_id, answer_id, witness_id)
    values (lab.current_municipality(), ${answer}, lab.current_person())`.execute(tx)
}

export async function insertChildView(
  tx: Tx,
  family: FamilyId,
  row: { id: string; decisionId: DecisionId; version: number; childId: PersonId; view: string },
): Promise<void> {
  await sql`insert into lab.child_view (municipality_id, id, family_id, decision_id, version, child_id, view, recorded_by)
    values (lab.current_municipality(), ${row.id}, ${family}, ${row.decisionId}, ${row.version}, ${row.childId}, ${row.view}, lab.current_person())`.execute(
    tx,
  )
}

/** The decision becomes effective; the database looks for itself whether it may. */
export async function insertDecided(
  tx: Tx,
  family: FamilyId,
  row: { decisionId: DecisionId; version: number; mandateId: MandateId },
): Promise<void> {
  await sql`insert into lab.decided (municipality_id, family_id, decision_id, version, mandate_id, decided_by)
    values (lab.current_municipality(), ${family}, ${row.decisionId}, ${row.version}, ${row.mandateId}, lab.current_person())`.execute(
    tx,
  )
}

/** Locks family, frames and one's own mandates, in this order, before the facts of deciding are read. False for whoever cannot see it. */
export async function lockDecision(tx: Tx, decision: DecisionId): Promise<boolean> {
  const { rows } = await sql<{ seen: boolean }>`select lab.lock_decision(${decision}) as seen`.execute(tx)
  return rows[0]?.seen === true
}

/** Does the signed-in person know this party? */
export async function knowsParty(tx: Tx, party: PartyId): Promise<boolean> {
  return (await tx.selectFrom('lab.party').select('id').where('id', '=', party).executeTakeFirst()) !== undefined
}

/** May the signed-in person write where a decision stands? */
export async function findDecisionRight(tx: Tx, decision: DecisionId): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select r.may_write as may from lab.decision d, lateral lab.my_right(d.family_id, d.about_id, d.area, d.privacy) r where d.id = ${decision}`.execute(
    tx,
  )
  return rows[0]?.may === true
}
