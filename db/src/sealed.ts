import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** AES-256-GCM: one byte of form, 12 of nonce, 16 of tag, then the cipher text. */
const form = 1

/** Where sealed bytes belong. It is bound into the seal: bytes moved to another row, column, family or municipality do not open (REQ-79). */
export interface Place {
  readonly municipality: string
  readonly family: string
  readonly table: string
  readonly column: string
  readonly row: string
}

/** Thrown when bytes do not open: wrong key, wrong place, or changed. Says nothing of what is inside. */
export class SealBroken extends Error {
  constructor() {
    super('sealed bytes do not open here')
  }
}

function boundTo(place: Place): Buffer {
  return Buffer.from([place.municipality, place.family, place.table, place.column, place.row].join('\u001f'), 'utf8')
}

/** Seals bytes under a 32-byte key for one place. */
export function sealBytes(key: Buffer, bytes: Buffer, boundBytes: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(boundBytes)
  const text = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([Buffer.from([form]), nonce, cipher.getAuthTag(), text])
}

/** @throws SealBroken */
export function openBytes(key: Buffer, sealed: Buffer, boundBytes: Buffer): Buffer {
  try {
    if (sealed[0] !== form) throw new SealBroken()
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13), { authTagLength: 16 })
    decipher.setAAD(boundBytes)
    decipher.setAuthTag(sealed.subarray(13, 29))
    return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()])
  } catch {
    throw new SealBroken()
  }
}

/** Opens under whichever of some keys fits: while keys are changed. @throws SealBroken */
export function openBytesUnderAny(keys: readonly Buffer[], sealed: Buffer, boundBytes: Buffer): Buffer {
  for (const key of keys) {
    try {
      return openBytes(key, sealed, boundBytes)
    } catch {
      // The next one may fit.
    }
  }
  throw new SealBroken()
}

/** What was sealed under one key, sealed under another for the same place: what lies inside stays, so that its proof does. @throws SealBroken */
export function sealAnew(from: Buffer, to: Buffer, place: Place, sealed: Buffer): Buffer {
  return sealBytes(to, openBytes(from, sealed, boundTo(place)), boundTo(place))
}

/**
 * Seals words (any JSON value) with a fresh salt inside the seal.
 * @returns the bytes to store, and sha256(salt || text) for the event: the salt goes with the words when they are erased, so that
 * the event proves what stood there while it stood, and nothing afterwards.
 */
export function sealWords(key: Buffer, place: Place, words: unknown): { sealed: Buffer; proof: string } {
  const salted = Buffer.concat([randomBytes(16), Buffer.from(JSON.stringify(words), 'utf8')])
  return { sealed: sealBytes(key, salted, boundTo(place)), proof: createHash('sha256').update(salted).digest('hex') }
}

/** @throws SealBroken */
export function openWords(key: Buffer, place: Place, sealed: Buffer): { words: unknown; proof: string } {
  const salted = openBytes(key, sealed, boundTo(place))
  return {
    words: JSON.parse(salted.subarray(16).toString('utf8')) as unknown,
    proof: createHash('sha256').update(salted).digest('hex'),
  }
}

/** Seals a file for one place. @returns the bytes to store, and the sha256 of the file itself */
export function sealFile(key: Buffer, place: Place, file: Uint8Array): { sealed: Buffer; sha256: string } {
  return { sealed: sealBytes(key, Buffer.from(file), boundTo(place)), sha256: sha256Of(file) }
}

/** @throws SealBroken */
export function openFile(key: Buffer, place: Place, sealed: Buffer): { file: Buffer; sha256: string } {
  const file = openBytes(key, sealed, boundTo(place))
  return { file, sha256: sha256Of(file) }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
