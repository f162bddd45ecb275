import type { KeyRing } from './key-ring.ts'
import { openBytesUnderAny, sealBytes } from './sealed.ts'

/** A person's identity as stored: a keyed index to find it by, and the number itself sealed (REQ-78). */
export function identityRow(
  ring: KeyRing,
  municipality: string,
  person: string,
  issuer: 'citizen' | 'staff',
  subject: string,
) {
  return {
    municipality_id: municipality,
    person_id: person,
    issuer,
    blind_index: ring.blindIndex(municipality, issuer, subject),
    sealed: sealBytes(ring.derive('identity'), Buffer.from(subject, 'utf8'), identityBound(municipality, person)),
  }
}

/** The identity number of an invented person, for the demo's own identity provider. @throws SealBroken */
export function openIdentity(ring: KeyRing, municipality: string, person: string, sealed: Buffer): string {
  return openBytesUnderAny(ring.deriveAll('identity'), sealed, identityBound(municipality, person)).toString('utf8')
}

function identityBound(municipality: string, person: string): Buffer {
  return Buffer.from(`identity\u001f${municipality}\u001f${person}`)
}
