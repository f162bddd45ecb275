import type { AnswerTask } from '@velferdslab/core/commands/task-link'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { CommandId, FamilyId, MunicipalityId, PromiseId, TaskLinkId } from '@velferdslab/core/ids'
import { taskWords, type Task } from '@velferdslab/core/task-link'
import type { LinkedPromise } from '@velferdslab/core/task-link-rules'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import type { FamilyKey } from './family-key.ts'
import { findFamily } from './family.ts'
import type { KeyRing } from './key-ring.ts'
import { findMembers } from './people.ts'
import { openWords, sealWords } from './sealed.ts'

const placeOf = (key: FamilyKey, id: string) => ({
  municipality: key.municipality,
  family: key.family,
  table: 'task_link',
  column: 'sealed',
  row: id,
})
export const sealTask = (key: FamilyKey, id: TaskLinkId, text: string) => sealWords(key.key, placeOf(key, id), { text })
export const openTask = (key: FamilyKey, id: string, sealed: Buffer): string =>
  taskWords.parse(openWords(key.key, placeOf(key, id), sealed).words).text

/** Where the events of a link stand: the cell of its promise. */
interface Cell {
  readonly about: string
  readonly area: string
  readonly privacy: string
}

/** What the rules need to know before a link is given; undefined for who may not give one, or may not see the promise. */
export async function findLinkedPromise(
  tx: Tx,
  family: FamilyId,
  id: PromiseId,
): Promise<(LinkedPromise & { cell: Cell }) | undefined> {
  const [row, home, members] = await Promise.all([
    sql<{ doer: LinkedPromise['doer']; is_private: boolean; is_done: boolean; has_link: boolean } & Cell>`
      select p.doer, coalesce(y.kind = 'private', false) as is_private, p.about_id as about, p.area, p.privacy,
        coalesce((select q.answer = 'done' from lab.promise_answer q where q.promise_id = p.id order by q.at desc limit 1), false) as is_done,
        exists (select 1 from lab.task_link l where l.promise_id = p.id and l.ended_at is null and l.ends_at > now()) as has_link
      from lab.promise p left join lab.party y on y.id = p.party_id
      where p.id = ${id} and p.family_id = ${family} and p.cut_on is null and p.family_id in (select lab.my_links())`.execute(
      tx,
    ),
    findFamily(tx, family),
    findMembers(tx, family),
  ])
  const found = row.rows[0]
  if (!found || !home) return undefined
  return {
    doer: found.doer,
    isPrivate: found.is_private,
    isDone: found.is_done,
    hasLink: found.has_link,
    cell: { about: found.about, area: found.area, privacy: found.privacy },
    familyName: home.name,
    names: members.map((member) => ({ name: member.name, calledName: member.called_name })),
  }
}

export async function insertTaskLink(
  tx: Tx,
  family: FamilyId,
  link: { id: TaskLinkId; promiseId: PromiseId; name: string; codeHash: Buffer; sealed: Buffer },
): Promise<void> {
  await sql`insert into lab.task_link (municipality_id, id, family_id, promise_id, name, code_hash, sealed, given_by)
    values (lab.current_municipality(), ${link.id}, ${family}, ${link.promiseId}, ${link.name}, ${link.codeHash}, ${link.sealed}, lab.current_person())`.execute(
    tx,
  )
}

/** A link that the signed-in person may stop; undefined when there is none for them. */
export async function findLinkToStop(
  tx: Tx,
  family: FamilyId,
  id: TaskLinkId,
): Promise<{ ended: boolean; cell: Cell } | undefined> {
  const { rows } = await sql<{ ended: boolean } & Cell>`
    select l.ended_at is not null or l.ends_at <= now() as ended, p.about_id as about, p.area, p.privacy
    from lab.task_link l join lab.promise p on p.id = l.promise_id
    where l.id = ${id} and l.family_id = ${family} and l.family_id in (select lab.my_links())`.execute(tx)
  const row = rows[0]
  return row && { ended: row.ended, cell: { about: row.about, area: row.area, privacy: row.privacy } }
}

export async function stopTaskLink(tx: Tx, id: TaskLinkId): Promise<void> {
  await sql`update lab.task_link set ended_at = now(), ended_by = lab.current_person() where id = ${id}`.execute(tx)
}

/** The key of the family whose one promise this session knows; undefined when the link opens nothing any more, or nothing yet. */
export async function findTaskKey(tx: Tx, ring: KeyRing): Promise<FamilyKey | undefined> {
  const { rows } = await sql<{ municipality_id: MunicipalityId; family_id: FamilyId; wrapped: Buffer }>`
    select municipality_id, family_id, wrapped from lab.my_task_key()`.execute(tx)
  const row = rows[0]
  return (
    row && {
      municipality: row.municipality_id,
      family: row.family_id,
      key: ring.openKey(row.municipality_id, row.family_id, row.wrapped),
    }
  )
}

/** What who has the link reads; undefined for everybody else. */
export async function findTask(tx: Tx, ring: KeyRing): Promise<Task | undefined> {
  const [found, key] = await Promise.all([
    sql<{
      link_id: TaskLinkId
      name: string
      ends_at: Date
      today: CalendarDay
      declared: boolean
      due: CalendarDay | null
      names: string[] | null
      answer: 'done' | 'not_done' | null
      sealed: Buffer | null
    }>`select t.link_id, t.name, t.ends_at, lab.today() as today, t.declared, t.due, t.names, t.answer, l.sealed
      from lab.my_task() t left join lab.task_link l on l.id = t.link_id`.execute(tx),
    findTaskKey(tx, ring),
  ])
  const row = found.rows[0]
  if (!row) return undefined
  const { name, today } = row
  const endsAt = row.ends_at.toISOString()
  if (!row.declared) return { name, today, endsAt, open: null }
  // A family whose key is gone has no words left to show.
  if (!key || !row.sealed || !row.due) return undefined
  const open = {
    text: openTask(key, row.link_id, row.sealed),
    due: row.due,
    to: row.names ?? [],
    answer: row.answer,
  }
  return { name, today, endsAt, open }
}

/** Whether the session has a link that opens something, and whether confidentiality is declared. */
export async function findMyTask(
  tx: Tx,
): Promise<{ family: FamilyId | null; isDeclared: boolean; isDone: boolean; today: CalendarDay } | undefined> {
  const { rows } = await sql<{ family: FamilyId | null; isDeclared: boolean; isDone: boolean; today: CalendarDay }>`
    select t.family_id as family, t.declared as "isDeclared", coalesce(t.answer = 'done', false) as "isDone", lab.today() as today
    from lab.my_task() t`.execute(tx)
  return rows[0]
}

export async function lockTask(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`select lab.lock_task() as mine`.execute(tx)
  return rows[0]?.mine === true
}

/** @returns the number of the event; 0 when it was declared before */
export async function declareTask(tx: Tx, command: CommandId, origin: string): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select lab.declare_task(${command}::uuid, ${origin}) as seq`.execute(tx)
  return rows[0]?.seq ?? 0
}

/** @returns the number of the event */
export async function answerTask(
  tx: Tx,
  answer: Pick<AnswerTask, 'answer' | 'reason' | 'newDue' | 'commandId'> & {
    id: string
    words: { sealed: Buffer; proof: string } | null
  },
  origin: string,
): Promise<number> {
  const data = { answer: answer.answer, reason: answer.reason, proof: answer.words?.proof ?? null }
  const { rows } = await sql<{ seq: number }>`
    select lab.answer_task(${answer.id}, ${answer.answer}, ${answer.reason}, ${answer.newDue}::date, ${answer.words?.sealed ?? null}::bytea,
      ${JSON.stringify(data)}::jsonb, ${answer.commandId}::uuid, ${origin}) as seq`.execute(tx)
  return rows[0]?.seq ?? 0
}
