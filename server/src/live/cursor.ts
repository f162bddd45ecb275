import { openBytes, sealBytes } from '@velferdslab/db/sealed'
import type { FamilyId, PersonId } from '@velferdslab/core/ids'

/** Where one receiver has come to in one family. Travels sealed: the numbers inside would tell how much is hidden. */
export interface Cursor {
  readonly person: PersonId
  readonly family: FamilyId
  /** Number in the family's chain up to which this receiver has what it may have. */
  readonly seq: number
  /** What this receiver has got: its own dense count. */
  readonly n: number
  /** Fingerprint of what this receiver could see then. */
  readonly mark: string
}

const bound = Buffer.from('live-cursor')

/** Every cursor is equally long, whatever stands in it. */
export function sealCursor(key: Buffer, cursor: Cursor): string {
  const line = [
    cursor.person,
    cursor.family,
    String(cursor.seq).padStart(15, '0'),
    String(cursor.n).padStart(15, '0'),
    cursor.mark,
  ].join(' ')
  return sealBytes(key, Buffer.from(line), bound).toString('base64url')
}

/** The cursor, if it is ours and belongs to this person and family; undefined otherwise, and the receiver starts anew. */
export function openCursor(key: Buffer, text: string, person: PersonId, family: FamilyId): Cursor | undefined {
  try {
    const [who, where, seq, n, mark] = openBytes(key, Buffer.from(text, 'base64url'), bound).toString().split(' ')
    if (who !== person || where !== family || !mark) return undefined
    return { person, family, seq: Number(seq), n: Number(n), mark }
  } catch {
    return undefined
  }
}
