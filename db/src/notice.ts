import type { KeyRing } from './key-ring.ts'
import { openBytesUnderAny, sealBytes } from './sealed.ts'

/** A message on its way out: to a telephone number, in words that tell nothing. */
export interface Notice {
  readonly to: string
  readonly text: string
}

export function sealNotice(ring: KeyRing, municipality: string, id: string, notice: Notice): Buffer {
  return sealBytes(ring.derive('notices'), Buffer.from(JSON.stringify(notice), 'utf8'), boundTo(municipality, id))
}

function boundTo(municipality: string, id: string): Buffer {
  return Buffer.from(`notice\u001f${municipality}\u001f${id}`)
}

/** @throws SealBroken */
export function openNotice(ring: KeyRing, municipality: string, id: string, sealed: Buffer): Notice {
  const bytes = openBytesUnderAny(ring.deriveAll('notices'), sealed, boundTo(municipality, id))
  return JSON.parse(bytes.toString('utf8')) as Notice
}
