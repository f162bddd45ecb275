import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { IssuerName } from './contract.ts'

/** What must survive the trip to the provider and back. It travels sealed in the browser, so any process can take the answer. */
export interface LoginState {
  state: string
  nonce: string
  verifier: string
  returnTo: string
  /** A code from a message somebody came in by. */
  invitation?: string | undefined
}

/** Long enough for somebody who has to find the code device, short enough that a forgotten window is worth nothing. */
export const loginStateSeconds = 15 * 60

/** AES-256-GCM; the issuer is associated data, so a state made for one door does not fit the other. */
export function sealLoginState(key: Buffer, issuer: IssuerName, state: LoginState, now: Date): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(associatedData(issuer))
  const text = JSON.stringify({ ...state, until: now.getTime() + loginStateSeconds * 1000 })
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** undefined when it is missing, changed, too old, for the other door, or sealed with another key. */
export function openLoginState(
  key: Buffer,
  issuer: IssuerName,
  sealed: string | undefined,
  now: Date,
): LoginState | undefined {
  const bytes = Buffer.from(sealed ?? '', 'base64url')
  if (bytes.length < 12 + 16) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(associatedData(issuer))
    decipher.setAuthTag(bytes.subarray(-16))
    const text = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
    const { until, ...state } = JSON.parse(text) as LoginState & { until: number }
    return until > now.getTime() ? state : undefined
  } catch {
    return undefined
  }
}

function associatedData(issuer: IssuerName): Buffer {
  return Buffer.from(`lab login state ${issuer}`)
}
