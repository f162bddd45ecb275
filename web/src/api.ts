import type { ConsentAnswer, StopService } from '@velferdslab/core/commands/consent'
import type { ConsentPicture } from '@velferdslab/core/consent'
import type { FamilyHome, FamilyList } from '@velferdslab/core/family'
import type { CommandId, FamilyId, PartyId } from '@velferdslab/core/ids'
import type { Me } from '@velferdslab/core/people'
import type { Refusal } from '@velferdslab/core/refusal'
import { actingHeaders } from './acting.ts'
import { api } from './paths.ts'

/**
 * The only way from the pages to the server. Answers have core's types without being parsed a second time here: the server
 * writes every answer through the same schemas, and the schemas with their library would be a tenth of what a family's phone
 * has to fetch before the first page.
 */

/** Answers to reading: one function an address. */
export const getMe = (signal?: AbortSignal) => read<Me>(api.me, signal)
export const getFamilies = (signal?: AbortSignal) => read<FamilyList>(api.families, signal)
export const getFamily = (family: FamilyId, signal?: AbortSignal) => read<FamilyHome>(api.family(family), signal)
export const getConsents = (family: FamilyId, signal?: AbortSignal) =>
  read<ConsentPicture>(api.consents(family), signal)

/** Commands: one function each. The caller makes the command id once and keeps it over retries, so that a retry does nothing twice. */
export const stopService = (family: FamilyId, party: PartyId, input: StopService) =>
  send<ConsentAnswer>(api.stopService(family, party), input)
export const signOut = () => send<{ done: true; endSessionUrl?: string }>(api.signOut, {})

/** The server said no, and why. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.refused)
    this.name = 'Refused'
    this.refusal = refusal
  }
}

/** The server did not answer: no network, or it is away. Nothing is known about whether the command was done; retry it unchanged. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause })
    this.name = 'Unreachable'
  }
}

export function isRefused(error: unknown, reason: Refusal['refused']): boolean {
  return error instanceof Refused && error.refusal.refused === reason
}

/** An id for a command, a note, anything the browser names. crypto.randomUUID exists only on TLS and localhost. */
export function newId<Id extends string = CommandId>(): Id {
  if ('randomUUID' in crypto) return crypto.randomUUID() as Id
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16))
  // Version 4 and its variant stand in two fixed places; all else is random.
  const fixed = bytes.map((byte, at) => (at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte))
  const hex = Array.from(fixed, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as Id
}

export function read<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  return call<Answer>(path, { method: 'GET', ...(signal ? { signal } : {}) })
}

export function send<Answer>(path: string, input: object, signal?: AbortSignal): Promise<Answer> {
  return call<Answer>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    ...(signal ? { signal } : {}),
  })
}

type Listener = () => void
const whenSignedOut = new Set<Listener>()
let signedOut = false

/** Tells when the server no longer knows who we are. Returns how to stop listening. */
export function onSignedOut(listener: Listener): () => void {
  whenSignedOut.add(listener)
  return () => whenSignedOut.delete(listener)
}

/** True from then on: signing in again opens the page anew. */
export const isSignedOut = (): boolean => signedOut

let answeredAt = 0

/** When the server last answered somebody signed in: each answer is use, and use puts off the session's end. */
export const lastAnswerAt = (): number => answeredAt

interface Call {
  method: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  signal?: AbortSignal
}

async function call<Answer>(path: string, init: Call): Promise<Answer> {
  let response: Response
  try {
    response = await fetch(path, {
      ...init,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { accept: 'application/json', ...actingHeaders(), ...init.headers },
    })
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new Unreachable(error)
  }
  if (response.status !== 401) answeredAt = Date.now()
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok && body !== undefined) return body as Answer
  const refusal = asRefusal(body, response.status)
  if (refusal.refused === 'not-signed-in') tellSignedOut()
  throw new Refused(refusal)
}

function tellSignedOut(): void {
  if (signedOut) return
  signedOut = true
  for (const listener of whenSignedOut) listener()
}

/** What was refused; a proxy's or a broken answer becomes the nearest reason of ours. */
function asRefusal(body: unknown, status: number): Refusal {
  if (typeof body === 'object' && body !== null && 'refused' in body && typeof body.refused === 'string')
    return body as Refusal
  if (status === 401) return { refused: 'not-signed-in' }
  if (status === 404) return { refused: 'not-found' }
  if (status === 413) return { refused: 'too-large' }
  if (status === 429) return { refused: 'too-many-requests' }
  if (status === 502 || status === 503 || status === 504) return { refused: 'unavailable' }
  return { refused: 'server-fault' }
}
