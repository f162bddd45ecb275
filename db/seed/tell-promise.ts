import type { CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId } from '@velferdslab/core/ids'
import type { NotDoneReason } from '@velferdslab/core/promise'
import { answerPromise } from '@velferdslab/core/promise-rules'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { Tx } from '../src/connect.ts'
import type { FamilyKey } from '../src/family-key.ts'
import { findPromises, insertPromiseAnswer, rememberAnswer, sealReason } from '../src/promise.ts'

/** How it went with what somebody promised: done, or not done because. */
export type SeedKept = 'done' | { readonly because: NotDoneReason; readonly text: string; readonly newDue: CalendarDay }

/** Who owes it answers, through the same rules and row security as in life. */
export async function tellKept(
  tx: Tx,
  key: FamilyKey,
  today: CalendarDay,
  promised: { readonly text: string; readonly due: CalendarDay },
  kept: SeedKept,
): Promise<void> {
  const family: FamilyId = key.family
  const promises = await findPromises(tx, { family }, today, () => key)
  const promise = promises.find((one) => one.text === promised.text && one.due === promised.due && one.isMine)
  if (!promise) throw new Error(`nobody here promised «${promised.text}»`)
  const id = randomUUID()
  const words = kept === 'done' ? null : { text: kept.text }
  const said =
    kept === 'done'
      ? { answer: 'done' as const, reason: null, newDue: null }
      : { answer: 'not_done' as const, reason: kept.because, newDue: kept.newDue }
  const decided = answerPromise({ isDone: promise.state === 'done' }, { ...said, words }, today)
  if ('refused' in decided) throw new Error(`«${promised.text}»: ${decided.refused}`)
  const sealed = words && sealReason(key, id, words.text)
  await insertPromiseAnswer(tx, family, { id, promiseId: promise.id, ...said, sealed: sealed?.sealed ?? null })
  const { answer, reason } = said
  await rememberAnswer(tx, promise.id, { answer, reason, proof: sealed?.proof ?? null }, null, 'seed')
}

/**
 * What was decided today, and fell due before, was decided some days before that, and answered when it was due: the owner, who lays the demo before
 * the server listens, puts the days back. The chain of events keeps the day it was written.
 */
export async function putDecisionsBack(tx: Tx, family: FamilyId, today: CalendarDay): Promise<void> {
  const day = (days: number) => sql`(first - ${days}::integer + time '11:00') at time zone 'Europe/Oslo'`
  const began = sql`(select p.decision_id as began, min(p.due) as first from lab.promise p
    where p.family_id = ${family} and p.decision_id is not null group by p.decision_id having min(p.due) < ${today}) b`
  await sql`update lab.decision_version v set made_at = ${day(5)} from ${began} where v.decision_id = began`.execute(tx)
  await sql`update lab.decision_answer a set given_at = ${day(4)} from ${began} where a.decision_id = began`.execute(tx)
  // Nobody moves the day of a decision, not the owner either: the guard is off for this one statement, before anybody can come in.
  await sql`alter table lab.decided disable trigger guard_decided`.execute(tx)
  await sql`update lab.decided x set decided_at = ${day(3)} from ${began} where x.decision_id = began`.execute(tx)
  await sql`alter table lab.decided enable trigger guard_decided`.execute(tx)
  await sql`update lab.promise p set awake_at = ${day(3)} from ${began} where p.decision_id = began`.execute(tx)
  await sql`update lab.promise_answer a set at = (p.due + time '11:00') at time zone 'Europe/Oslo'
    from lab.promise p where p.id = a.promise_id and p.family_id = ${family} and p.decision_id is not null and p.due < ${today}`.execute(
    tx,
  )
}
