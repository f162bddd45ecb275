import { createRemoteJWKSet, customFetch, jwtVerify, type JWTVerifyGetKey } from 'jose'
import { clockToleranceSeconds, tokenAlgorithm, type Issuer } from './issuers.ts'

/** https://openid.net/specs/openid-connect-backchannel-1_0.html#Validation */
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'
const oldestSeconds = 5 * 60

export interface LogoutToken {
  jti: string
  providerSession: string
  /** After this the token is refused for its age, so its jti need not be remembered longer. */
  until: Date
}

/** Fetched once and again when an unknown key id turns up; gone with the issuer. */
const keysByIssuer = new WeakMap<Issuer, JWTVerifyGetKey>()

/** undefined for anything that is not a fresh logout token of this issuer, to us, for one session. */
export async function readLogoutToken(issuer: Issuer, token: unknown): Promise<LogoutToken | undefined> {
  if (typeof token !== 'string') return undefined
  try {
    const { payload, protectedHeader } = await jwtVerify(token, await keysOf(issuer), {
      issuer: issuer.settings.issuer,
      audience: issuer.settings.clientId,
      algorithms: [tokenAlgorithm(issuer.settings)],
      clockTolerance: clockToleranceSeconds,
      maxTokenAge: oldestSeconds,
      requiredClaims: ['iat', 'jti', 'sid', 'events'],
    })
    // Older providers send 'JWT' or nothing. What must not pass is an ID token: that one has a nonce and no event.
    if (protectedHeader.typ !== undefined && !/^(application\/)?(logout\+)?jwt$/i.test(protectedHeader.typ))
      return undefined
    if ('nonce' in payload || !isLogoutEvent(payload.events)) return undefined
    if (typeof payload.jti !== 'string' || typeof payload.sid !== 'string' || payload.sid === '') return undefined
    const until = new Date(((payload.iat ?? 0) + oldestSeconds + clockToleranceSeconds) * 1000)
    return { jti: payload.jti, providerSession: payload.sid, until }
  } catch {
    return undefined
  }
}

async function keysOf(issuer: Issuer): Promise<JWTVerifyGetKey> {
  const known = keysByIssuer.get(issuer)
  if (known) return known
  const url = (await issuer.configuration()).serverMetadata().jwks_uri
  if (!url) throw new Error('The issuer publishes no keys')
  const keys = createRemoteJWKSet(new URL(url), {
    // jose's option is the ordinary fetch; ours is openid-client's, which asks for less.
    [customFetch]: (address, options) =>
      issuer.reach(address, { ...options, body: null, headers: Object.fromEntries(options.headers) }),
  })
  keysByIssuer.set(issuer, keys)
  return keys
}

function isLogoutEvent(events: unknown): boolean {
  if (typeof events !== 'object' || events === null) return false
  const event = (events as Record<string, unknown>)[logoutEvent]
  return typeof event === 'object' && event !== null
}

/** Remembers logout tokens in this process until they are too old to be accepted anyway. Bounded: the oldest go first. */
export function makeSeenTokens(most = 10_000): (jti: string, until: Date) => boolean {
  const seen = new Map<string, number>()
  return (jti, until) => {
    const now = Date.now()
    for (const [old, end] of seen) {
      if (end > now && seen.size < most) break
      seen.delete(old)
    }
    if (seen.has(jti)) return false
    seen.set(jti, until.getTime())
    return true
  }
}
