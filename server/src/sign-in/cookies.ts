import { narrowKinds, type NarrowKind } from '@velferdslab/db/table'
import type { FastifyReply } from 'fastify'
import { issuerNames, type IssuerName, type SignInSettings } from './contract.ts'
import { isTrustworthy } from './public-address.ts'

type Address = Pick<SignInSettings, 'publicUrl'>
/** Anything with request headers: a Fastify request, or the bare request of a WebSocket upgrade. */
interface HasCookies {
  headers: { cookie?: string | undefined }
}

/**
 * The session token of a request, or undefined. Only the one name that belongs to the address is read: were the plain name
 * accepted beside the __Host- one, a neighbouring subdomain could plant a session of its own choosing.
 */
export function readSessionToken(request: HasCookies, settings: Address): string | undefined {
  return readCookie(request, settings, 'session')
}

/**
 * The token a request acts by. A page at a table (a guest's, or the large screen) or at one promise says so in a header, or in the address of its socket, which
 * can carry no header: it never acts by whoever else is signed in on the same machine.
 */
export function readActingToken(
  request: HasCookies & { headers: { 'x-lab-as'?: string | string[] | undefined }; query?: unknown },
  settings: Address,
): string | undefined {
  const as = request.headers['x-lab-as'] ?? (request.query as { as?: unknown } | undefined)?.as
  if (as === undefined) return readSessionToken(request, settings)
  const kind = narrowKinds.find((each) => each === as)
  return kind && readCookie(request, settings, kind)
}

export function setTableCookie(reply: FastifyReply, settings: Address, kind: 'guest' | 'screen', token: string): void {
  setCookie(reply, settings, kind, token)
}

/** A link is bound to one device for days: closing the browser does not unbind it. */
export function setHelperCookie(reply: FastifyReply, settings: Address, token: string, endsAt: Date): void {
  setCookie(reply, settings, 'helper', token, Math.max(0, Math.floor((endsAt.getTime() - Date.now()) / 1000)))
}

/**
 * SameSite=Lax and not Strict: the first page after sign-in is reached by a redirect that began at the provider, and people
 * come from links in text messages. With Strict the browser would hold the cookie back there and they would look signed out.
 * Lax is never sent with a cross-site POST, and every POST also proves that it comes from our own origin.
 * No expiry: on a shared machine it goes when the browser closes. The server ends the session by its own clock.
 */
export function setSessionCookie(reply: FastifyReply, settings: Address, token: string): void {
  setCookie(reply, settings, 'session', token)
}

export function clearSessionCookie(reply: FastifyReply, settings: Address): void {
  setCookie(reply, settings, 'session', '', 0)
}

export function readStateCookie(request: HasCookies, settings: Address, issuer: IssuerName): string | undefined {
  return readCookie(request, settings, `login-${issuer}`)
}

export function setStateCookie(
  reply: FastifyReply,
  settings: Address,
  issuer: IssuerName,
  sealed: string,
  seconds: number,
): void {
  setCookie(reply, settings, `login-${issuer}`, sealed, seconds)
}

export function clearStateCookie(reply: FastifyReply, settings: Address, issuer: IssuerName): void {
  setCookie(reply, settings, `login-${issuer}`, '', 0)
}

/**
 * At which providers this browser has signed in, so that sign-out can end it there too. It names doors and nobody, so it is
 * not sealed: whoever changes it only changes which provider asks whether they want to sign out.
 */
export function readProviders(request: HasCookies, settings: Address): IssuerName[] {
  const names = readCookie(request, settings, 'providers')?.split('.') ?? []
  return issuerNames.filter((name) => names.includes(name))
}

export function setProviders(reply: FastifyReply, settings: Address, providers: readonly IssuerName[]): void {
  if (providers.length === 0) setCookie(reply, settings, 'providers', '', 0)
  else setCookie(reply, settings, 'providers', providers.join('.'))
}

type CookieSubject = 'session' | NarrowKind | 'providers' | `login-${IssuerName}`

function cookieName(settings: Address, subject: CookieSubject): string {
  return isTrustworthy(settings) ? `__Host-lab-${subject}` : `lab-${subject}`
}

/** All our values are made of letters, digits, '-', '_' and '.', so there is nothing to decode. The first of a name counts. */
function readCookie(request: HasCookies, settings: Address, subject: CookieSubject): string | undefined {
  const wanted = `${cookieName(settings, subject)}=`
  const pairs = request.headers.cookie?.split(';') ?? []
  return (
    pairs
      .map((pair) => pair.trim())
      .find((pair) => pair.startsWith(wanted))
      ?.slice(wanted.length) || undefined
  )
}

function setCookie(
  reply: FastifyReply,
  settings: Address,
  subject: CookieSubject,
  value: string,
  maxAge?: number,
): void {
  if (!/^[\w.-]*$/.test(value)) throw new Error(`A value that does not fit in a cookie: ${subject}`)
  const parts = [`${cookieName(settings, subject)}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax']
  if (isTrustworthy(settings)) parts.push('Secure')
  if (maxAge !== undefined) parts.push(`Max-Age=${maxAge}`)
  reply.header('set-cookie', parts.join('; '))
}
