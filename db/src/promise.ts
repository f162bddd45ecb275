import type { AreaCode } from '@velferdslab/core/areas'
import type { CalendarDay } from '@velferdslab/core/dates'
import type {
  CommandId,
  DecisionId,
  FamilyId,
  MeasureId,
  PartyId,
  PersonId,
  PlanVersionId,
  PromiseId,
  TaskLinkId,
} from '@velferdslab/core/ids'
import type { Measure } from '@velferdslab/core/plan'
import {
  promiseWords,
  reasonWords,
  type NotDoneReason,
  type PromiseCard,
  type PromiseWords,
} from '@velferdslab/core/promise'
import { byLateness, daysSince, isInSight, stateOfPromise } from '@velferdslab/core/promise-rules'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import type { FamilyKey } from './family-key.ts'
import { openWords, sealWords, type Place } from './sealed.ts'
import { openTask } from './task-link.ts'

function placeOf(key: FamilyKey, table: 'promise' | 'promise_answer', row: string): Place {
  return { municipality: key.municipality, family: key.family, table, column: 'sealed', row }
}
export const sealPromise = (key: FamilyKey, id: PromiseId, words: PromiseWords) =>
  sealWords(key.key, placeOf(key, 'promise', id), words)
export const openPromise = (key: FamilyKey, id: PromiseId, sealed: Buffer): PromiseWords =>
  promiseWords.parse(openWords(key.key, placeOf(key, 'promise', id), sealed).words)
export const sealReason = (key: FamilyKey, answer: string, text: string) =>
  sealWords(key.key, placeOf(key, 'promise_answer', answer), { text })

/** Promises drawn up with a version of the plan, or made with a decision. */
export async function insertPromises(
  tx: Tx,
  family: FamilyId,
  rows: readonly {
    readonly id: PromiseId
    readonly measureId: MeasureId
    readonly decisionId: DecisionId | null
    readonly versionId: PlanVersionId | null
    readonly due: CalendarDay
    readonly doer: Measure['doer']
    readonly aboutId: string
    readonly area: string
    readonly sealed: Buffer
  }[],
): Promise<void> {
  for (const row of rows)
    await sql`insert into lab.promise (municipality_id, id, family_id, about_id, area, doer, party_id, person_id, author_id, measure_id, decision_id, version_id,
        due, sealed)
      values (lab.current_municipality(), ${row.id}, ${family}, ${row.aboutId}, ${row.area}, ${row.doer.is},
        ${row.doer.is === 'party' ? row.doer.partyId : null}, ${row.doer.is === 'member' ? row.doer.personId : null}, lab.current_person(),
        ${row.measureId}, ${row.decisionId}, ${row.versionId}, ${row.due}, ${row.sealed})`.execute(tx)
}

interface PromiseRow {
  id: PromiseId
  family_id: FamilyId
  area: AreaCode
  sealed: Buffer
  due: CalendarDay
  is_monthly: boolean
  doer: Measure['doer']['is']
  party_id: PartyId | null
  service: string | null
  seat_name: string | null
  person_id: PersonId | null
  person_name: string | null
  to: string[]
  mine: boolean
  answer_id: string | null
  answer: 'done' | 'not_done' | null
  reason: NotDoneReason | null
  new_due: CalendarDay | null
  reason_sealed: Buffer | null
  answered_by: string | null
  answered_at: Date | null
  by_link: string | null
  link_id: TaskLinkId | null
  link_name: string
  link_sealed: Buffer
  link_given_at: Date
  link_opened_at: Date | null
  link_ends_at: Date
  may_link: boolean
}

/**
 * Promises the signed-in person may see, late ones first: of one family, or all they answer for themselves.
 *
 * @param keyOf the open key of a family; a family whose key is gone has no words left to show
 */
export async function findPromises(
  tx: Tx,
  which: { readonly family: FamilyId } | 'mine',
  today: CalendarDay,
  keyOf: (family: FamilyId) => FamilyKey | undefined,
): Promise<PromiseCard[]> {
  const narrowed =
    which === 'mine' ? sql`p.id in (select lab.my_promises()) and p.doer = 'party'` : sql`p.family_id = ${which.family}`
  const { rows } = await sql<PromiseRow>`
    select p.id, p.family_id, p.area, p.sealed, p.due, p.doer, p.party_id, y.name as service, s.name as seat_name, p.person_id, w.called_name as person_name,
      p.measure_id is not null and exists (select 1 from lab.promise o where o.measure_id = p.measure_id and o.id <> p.id and o.due <> p.due) as is_monthly,
      p.id in (select lab.my_promises()) as mine,
      array(select n.called_name from lab.about b cross join lateral unnest(b.persons) with ordinality as x (id, at) join lab.person n on n.id = x.id
        where b.id = p.about_id order by x.at) as to,
      a.id as answer_id, a.answer, a.reason, a.new_due, a.sealed as reason_sealed, b.called_name as answered_by, a.at as answered_at,
      (select k.name from lab.task_link k where k.person_id = a.answered_by) as by_link,
      l.id as link_id, l.name as link_name, l.sealed as link_sealed, l.given_at as link_given_at, l.opened_at as link_opened_at, l.ends_at as link_ends_at,
      p.family_id in (select lab.my_links()) and (p.doer = 'named' or p.doer = 'party' and y.kind = 'private') as may_link
    from lab.promise p
    left join lab.party y on y.id = p.party_id
    left join lab.person w on w.id = p.person_id
    left join lateral (
      select n.name from lab.seat t join lab.person n on n.id = t.person_id
      where t.family_id = p.family_id and t.party_id = p.party_id and t.approved_at is not null and t.ended_at is null and (t.valid_to is null or t.valid_to > now())
      order by t.person_id = lab.current_person() desc, n.name limit 1) s on true
    left join lateral (select * from lab.promise_answer q where q.promise_id = p.id order by q.at desc limit 1) a on true
    left join lab.person b on b.id = a.answered_by
    left join lateral (select k.id, k.name, k.sealed, k.given_at, k.opened_at, k.ends_at from lab.task_link k where k.promise_id = p.id and k.ended_at is null and k.ends_at > now()
      order by k.given_at desc limit 1) l on true
    where ${narrowed} and p.cut_on is null order by p.due, p.id`.execute(tx)
  return rows
    .flatMap((row) => {
      const key = keyOf(row.family_id)
      return key ? [cardOf(row, key, today)] : []
    })
    .filter((card) => isInSight(card, today))
    .sort(byLateness)
}

function cardOf(row: PromiseRow, key: FamilyKey, today: CalendarDay): PromiseCard {
  const words = openPromise(key, row.id, row.sealed)
  const state = stateOfPromise(row.due, row.answer === 'done', today)
  return {
    id: row.id,
    familyId: row.family_id,
    area: row.area,
    text: words.text,
    due: row.due,
    isMonthly: row.is_monthly,
    state,
    daysLate: state === 'late' ? daysSince(row.due, today) : 0,
    owes:
      row.doer === 'party'
        ? { is: 'party', partyId: row.party_id as PartyId, service: row.service ?? '', name: row.seat_name }
        : row.doer === 'member'
          ? { is: 'member', personId: row.person_id as PersonId, name: row.person_name ?? '' }
          : { is: 'named', name: words.who ?? '' },
    to: row.to,
    isMine: row.mine,
    answer:
      row.answer_id && row.answer && row.answered_at
        ? {
            answer: row.answer,
            reason: row.reason,
            words: row.reason_sealed
              ? reasonWords.parse(
                  openWords(key.key, placeOf(key, 'promise_answer', row.answer_id), row.reason_sealed).words,
                ).text
              : null,
            newDue: row.new_due,
            by: row.by_link ?? row.answered_by ?? '',
            at: row.answered_at.toISOString(),
            byLink: row.by_link !== null,
          }
        : null,
    link: row.link_id && linkOf(row, row.link_id, key),
    mayGiveLink: row.may_link && row.link_id === null && state !== 'done',
  }
}

function linkOf(row: PromiseRow, id: TaskLinkId, key: FamilyKey): PromiseCard['link'] {
  return {
    id,
    name: row.link_name,
    text: openTask(key, id, row.link_sealed),
    givenAt: row.link_given_at.toISOString(),
    openedAt: row.link_opened_at?.toISOString() ?? null,
    endsAt: row.link_ends_at.toISOString(),
    mayStop: row.may_link,
  }
}

/** A promise the signed-in person answers for; undefined when it is none of theirs. */
export async function findMyPromise(
  tx: Tx,
  family: FamilyId,
  id: PromiseId,
): Promise<{ isDone: boolean; today: CalendarDay } | undefined> {
  const { rows } = await sql<{ isDone: boolean; today: CalendarDay }>`
    select lab.today() as today, coalesce((select q.answer = 'done' from lab.promise_answer q where q.promise_id = p.id order by q.at desc limit 1), false) as "isDone"
    from lab.promise p where p.id = ${id} and p.family_id = ${family} and p.cut_on is null and p.id in (select lab.my_promises())`.execute(
    tx,
  )
  return rows[0]
}

/** The family's lock for who answers a promise. False when it is none of theirs. */
export async function lockPromise(tx: Tx, id: PromiseId): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`select lab.lock_promise(${id}) as mine`.execute(tx)
  return rows[0]?.mine === true
}

export async function insertPromiseAnswer(
  tx: Tx,
  family: FamilyId,
  row: {
    id: string
    promiseId: PromiseId
    answer: string
    reason: string | null
    newDue: CalendarDay | null
    sealed: Buffer | null
  },
): Promise<void> {
  await sql`insert into lab.promise_answer (municipality_id, id, family_id, promise_id, answer, reason, new_due, sealed, answered_by)
    values (lab.current_municipality(), ${row.id}, ${family}, ${row.promiseId}, ${row.answer}, ${row.reason}, ${row.newDue}, ${row.sealed}, lab.current_person())`.execute(
    tx,
  )
}

/** The event of an answer: a link in the family's chain also for a service that sees nothing else of the family. @returns its number */
export async function rememberAnswer(
  tx: Tx,
  id: PromiseId,
  data: Readonly<Record<string, string | boolean | null>>,
  command: CommandId | null,
  origin: string,
): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    select lab.remember_promise(${id}, ${JSON.stringify(data)}::jsonb, ${command}::uuid, ${origin}) as seq`.execute(tx)
  return rows[0]?.seq ?? 0
}

/** What the signed-in person's parties owe, in which families: to open each with its own key. */
export async function findOwing(tx: Tx): Promise<{ id: FamilyId; name: string | null }[]> {
  const { rows } = await sql<{ id: FamilyId; name: string | null }>`
    select distinct p.family_id as id, f.name from lab.promise p left join lab.family f on f.id = p.family_id
    where p.doer = 'party' and p.id in (select lab.my_promises())`.execute(tx)
  return rows
}

export async function findToday(tx: Tx): Promise<CalendarDay> {
  const { rows } = await sql<{ today: CalendarDay }>`select lab.today() as today`.execute(tx)
  return rows[0]?.today as CalendarDay
}
