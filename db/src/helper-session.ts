import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { asSystem } from './as-system.ts'
import type { Pool } from './connect.ts'
import { tokenHash } from './token-hash.ts'

/**
 * Opens the session of who has come with a link to one promise: once, on one device, until the link ends. Undefined when the code opens nothing:
 * unknown, used, stopped and past are one answer. The token says by its first word what it is, as a guest's does.
 */
export function openHelperSession(
  pool: Pool,
  code: string,
): Promise<{ readonly token: string; readonly endsAt: Date } | undefined> {
  return asSystem(pool, 'open-a-link', async (tx) => {
    const person = randomUUID()
    const { rows } = await sql<{ municipality_id: string; link_id: string; ends_at: Date }>`
      select municipality_id, link_id, ends_at from lab.open_task_link(${tokenHash(code)}, ${person})`.execute(tx)
    const link = rows[0]
    if (!link) return undefined
    const token = `helper.${randomBytes(32).toString('base64url')}`
    await sql`insert into lab.session (token_hash, municipality_id, person_id, issuer, acr, link_id, expires_at)
      values (${tokenHash(token)}, ${link.municipality_id}, ${person}, 'helper', 'link', ${link.link_id}, ${link.ends_at})`.execute(
      tx,
    )
    return { token, endsAt: link.ends_at }
  })
}
