import { reminderDue } from '@velferdslab/core/consent-rules'
import { referralWords, type SpokenLanguage } from '@velferdslab/core/referral'
import { isTelephone } from '@velferdslab/core/telephone'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { asSystem } from './as-system.ts'
import { appendEvents } from './command.ts'
import type { Pool, Tx } from './connect.ts'
import type { KeyRing } from './key-ring.ts'
import { sealNotice } from './notice.ts'
import { placeOf } from './referral.ts'
import { openWords } from './sealed.ts'

interface DueRow {
  id: string
  municipality_id: string
  family_id: string
  giver_id: string
  valid_from: Date
  valid_to: Date
  remind_days: number
  sent: ('half' | 'end')[]
}

/** A neutral message in somebody's language: that there is one, never what it is about. */
export type NewMessage = (language: SpokenLanguage, municipality: { name: string; phone: string }) => string

/**
 * Reminds of each yes at half its time and before its end: in the chain, where pages and lists read it, and by a message to the number its giver
 * was reached by when they came. What was said aloud is not reminded of: it asks to be confirmed instead.
 * @returns how many reminders were written
 */
export async function remindOfConsents(
  pool: Pool,
  ring: KeyRing,
  origin: string,
  message: NewMessage,
  now = new Date(),
): Promise<number> {
  const found = await asSystem(pool, 'consents-that-end', (tx) =>
    sql<DueRow>`
      select c.id, c.municipality_id, c.family_id, c.giver_id, c.valid_from, c.valid_to, n.remind_days,
        array(select r.what from lab.consent_reminder r where r.consent_id = c.id) as sent
      from lab.consent c join lab.consent_term_now n on n.municipality_id = c.municipality_id
      where c.answer = 'yes' and c.channel <> 'oral' and c.ended_at is null and c.valid_to > ${now}
        and (c.valid_from + (c.valid_to - c.valid_from) / 2 <= ${now} or c.valid_to - make_interval(days => n.remind_days) <= ${now})
        and not exists (select 1 from lab.consent_reminder r where r.consent_id = c.id and r.what = 'end')
        and not exists (select 1 from lab.consent_reminder r where r.consent_id = c.id and r.what = 'half'
          and c.valid_to - make_interval(days => n.remind_days) > ${now})
      order by c.valid_to limit 500`.execute(tx),
  )
  let written = 0
  for (const consent of found.rows) {
    const what = reminderDue(
      { from: consent.valid_from, to: consent.valid_to, remindDays: consent.remind_days, sent: consent.sent },
      now,
    )
    if (!what) continue
    await asSystem(pool, 'consents-that-end', async (tx) => {
      // Under the family's lock, so that two processes cannot both write it.
      await sql`select lab.lock_chain(${consent.family_id})`.execute(tx)
      const { numAffectedRows } = await sql`
        insert into lab.consent_reminder (municipality_id, consent_id, family_id, what)
        values (${consent.municipality_id}, ${consent.id}, ${consent.family_id}, ${what}) on conflict do nothing`.execute(
        tx,
      )
      if (numAffectedRows !== 1n) return
      written++
      const event = { kind: 'consent.reminded' as const, subject: consent.id, cell: null, data: { what } }
      await appendEvents(tx, consent.family_id as never, [event], null, origin)
      await leaveMessage(tx, ring, consent, message)
    })
  }
  return written
}

/** One message a day to one person, however many of their sentences are near their end: it says the same each time. */
async function leaveMessage(tx: Tx, ring: KeyRing, consent: DueRow, message: NewMessage): Promise<void> {
  const { rows } = await sql<{
    referral: string
    language: SpokenLanguage
    wrapped: Buffer
    sealed: Buffer
    name: string
    phone: string
  }>`
    select r.id as referral, r.language, r.wrapped, r.sealed, m.name, m.phone
    from lab.referral r join lab.municipality m on m.id = r.municipality_id
    where r.family_id = ${consent.family_id} and r.person_id = ${consent.giver_id} and r.reach = 'sms'
      and not exists (select 1 from lab.notice n where n.person_id = r.person_id and n.made_at > now() - interval '20 hours')
    order by r.received_at desc limit 1`.execute(tx)
  const reached = rows[0]
  if (!reached) return
  const town = consent.municipality_id
  const key = ring.openKey(town, reached.referral, reached.wrapped)
  const { contact } = referralWords.parse(
    openWords(key, placeOf(town, 'referral', reached.referral), reached.sealed).words,
  )
  if (!contact || !isTelephone(contact)) return
  const id = randomUUID()
  const sealed = sealNotice(ring, town, id, { to: contact, text: message(reached.language, reached) })
  await sql`insert into lab.notice (municipality_id, id, family_id, person_id, channel, sealed)
    values (${town}, ${id}, ${consent.family_id}, ${consent.giver_id}, 'sms', ${sealed})`.execute(tx)
}
