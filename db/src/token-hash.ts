import { createHash } from 'node:crypto'

/** What the database stores of a token: whoever reads the table signs in as nobody. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest()
}
