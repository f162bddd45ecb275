import type { MeetingId, PersonId } from '@velferdslab/core/ids'
import type { GuestRole } from '@velferdslab/core/table'
import { calledNameOf, initialsOf } from '@velferdslab/core/names'
import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { asSystem } from './as-system.ts'
import type { Pool } from './connect.ts'
import { tokenHash } from './token-hash.ts'

/** Somebody who has come with the code of a meeting's screen, or the screen itself. */
export type AtTheDoor =
  | { readonly kind: 'guest'; readonly meeting: MeetingId; readonly name: string; readonly role: GuestRole }
  | { readonly kind: 'screen'; readonly meeting: MeetingId; readonly by: PersonId }

/** A long meeting is over by then; ended earlier, its sessions end with it. */
const hours = 12

/**
 * Opens a session that knows one meeting: a guest's, who waits and sees nothing yet, or the large screen's. Undefined when no such meeting is
 * in progress. The token says by its first letter what it is, so that the doors that are not for it need not ask; the database knows by its hash.
 */
export function openTableSession(pool: Pool, comer: AtTheDoor): Promise<string | undefined> {
  return asSystem(pool, 'come-to-a-table', async (tx) => {
    const person = randomUUID()
    const { rows } =
      comer.kind === 'guest'
        ? await sql<{ town: string | null }>`select lab.arrive_at_table(${comer.meeting}, ${person}, ${comer.name},
            ${calledNameOf(comer.name)}, ${initialsOf(comer.name)}, ${comer.role}) as town`.execute(tx)
        : await sql<{
            town: string | null
          }>`select lab.open_screen(${comer.meeting}, ${person}, ${comer.by}) as town`.execute(tx)
    const town = rows[0]?.town
    if (!town) return undefined
    const token = `${comer.kind}.${randomBytes(32).toString('base64url')}`
    await sql`insert into lab.session (token_hash, municipality_id, person_id, issuer, acr, meeting_id, expires_at)
      values (${tokenHash(token)}, ${town}, ${person}, ${comer.kind}, 'table', ${comer.meeting}, now() + make_interval(hours => ${hours}))`.execute(
      tx,
    )
    return token
  })
}
