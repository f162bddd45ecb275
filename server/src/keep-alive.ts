import type { Pool } from '@velferdslab/db/connect'
import { prolongSession } from '@velferdslab/db/sessions'
import { tokenHash } from '@velferdslab/db/token-hash'

/** At most this often is a session in use prolonged: a person writing without pause should not cost a write a stroke. */
const everyMs = 60_000
const mostRemembered = 10_000

/**
 * A session ends when nobody has used it for the set minutes. Each request calls this; it prolongs at most once a minute and never makes a
 * request wait or fail.
 */
export function openKeepAlive(system: Pool, minutes: number): (token: string) => void {
  const last = new Map<string, number>()
  return (token) => {
    const hash = tokenHash(token).toString('hex')
    const now = Date.now()
    if (now - (last.get(hash) ?? 0) < everyMs) return
    if (last.size > mostRemembered) last.clear()
    last.set(hash, now)
    prolongSession(system, token, minutes).catch(() => last.delete(hash))
  }
}
