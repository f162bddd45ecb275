import { sql } from 'kysely'
import { asSystem } from './as-system.ts'
import type { Pool } from './connect.ts'
import type { KeyRing } from './key-ring.ts'
import { openNotice, type Notice } from './notice.ts'

/** What became of one try: taken by the gateway, refused for good, or to be tried again. */
export type Sent = 'sent' | 'refused' | 'later'

/** After so many tries, over more than a day, somebody calls instead. */
const mostTries = 12

/**
 * Sends what is due, one after the other. A message is locked while it is sent, so that two processes never send it twice at once; after a crash
 * between the gateway and the commit it is sent again under the same id, which the gateway knows.
 *
 * @returns how many left the house
 */
export async function sendNotices(
  pool: Pool,
  ring: KeyRing,
  send: (id: string, notice: Notice) => Promise<Sent>,
): Promise<number> {
  let left = 0
  for (;;) {
    const outcome = await asSystem(pool, 'send-notices', async (tx) => {
      const { rows } = await sql<{ id: string; municipality_id: string; sealed: Buffer; tries: number }>`
        select id, municipality_id, sealed, tries from lab.notice
        where sent_at is null and failed_at is null and next_try_at <= now() and sealed is not null
        order by next_try_at limit 1 for update skip locked`.execute(tx)
      const due = rows[0]
      if (!due) return undefined
      const sent = await send(due.id, openNotice(ring, due.municipality_id, due.id, due.sealed))
      const over = sent === 'refused' || (sent === 'later' && due.tries + 1 >= mostTries)
      await tx
        .updateTable('lab.notice')
        .set({
          tries: due.tries + 1,
          sent_at: sent === 'sent' ? sql<Date>`now()` : null,
          failed_at: over ? sql<Date>`now()` : null,
          // Half a minute, one, two, four … until a good day has gone.
          next_try_at: sql<Date>`now() + least(interval '6 hours', interval '30 seconds' * power(2, ${due.tries}))`,
          ...(sent === 'sent' || over ? { sealed: null } : {}),
        })
        .where('id', '=', due.id)
        .execute()
      return sent
    })
    if (outcome === undefined) return left
    if (outcome === 'sent') left += 1
  }
}
