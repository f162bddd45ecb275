import { mayServe } from '@velferdslab/core/identity-number'
import * as client from 'openid-client'
import type { SignInSettings } from './contract.ts'
import { clockToleranceSeconds, type Issuer } from './issuers.ts'
import type { LoginState } from './login-state.ts'

/** Who the provider says it is. Only held between the callback and the one look-up; never logged, stored or sent on. */
export interface Identity {
  subject: string
  acr: string
  providerSession?: string
}

export type Answer =
  | { identity: Identity }
  | { refused: 'cancelled' | 'low-acr' }
  /** `why` is a code for the log. The error itself may quote claims, so it goes nowhere. */
  | { refused: 'not-trusted' | 'unavailable'; why: string }

/** Trades the code for an ID token and reads it. Every check that fails is a refusal, never an exception. */
export async function readAnswer(
  issuer: Issuer,
  lab: SignInSettings,
  expected: LoginState,
  answerUrl: URL,
): Promise<Answer> {
  try {
    const tokens = await client.authorizationCodeGrant(await issuer.configuration(), answerUrl, {
      expectedState: expected.state,
      expectedNonce: expected.nonce,
      pkceCodeVerifier: expected.verifier,
      idTokenExpected: true,
    })
    return identityFrom(issuer, lab, tokens.claims() ?? {})
  } catch (error) {
    if (error instanceof client.AuthorizationResponseError) {
      return error.error === 'access_denied'
        ? { refused: 'cancelled' }
        : { refused: 'not-trusted', why: 'provider-refused' }
    }
    const why = errorCode(error)
    return { refused: why === 'OAUTH_TIMEOUT' || error instanceof TypeError ? 'unavailable' : 'not-trusted', why }
  }
}

/** What of the token we believe. A role is never among it: roles are our own grants. */
function identityFrom(issuer: Issuer, lab: SignInSettings, claims: Record<string, unknown>): Answer {
  if (typeof claims.iat !== 'number' || claims.iat > Date.now() / 1000 + clockToleranceSeconds) {
    return { refused: 'not-trusted', why: 'issued-in-the-future' }
  }
  const acr = typeof claims.acr === 'string' ? claims.acr : ''
  if (issuer.name === 'citizen' && !isHighEnough(acr, lab.citizenAcr)) return { refused: 'low-acr' }

  const subject = claims[issuer.settings.subjectClaim ?? (issuer.name === 'citizen' ? 'pid' : 'sub')]
  if (typeof subject !== 'string' || subject === '' || (issuer.name === 'citizen' && !/^\d{11}$/.test(subject))) {
    return { refused: 'not-trusted', why: 'no-subject' }
  }
  // A number of a living person has no business in a demo, and a synthetic one none in production (REQ-81).
  if (issuer.name === 'citizen' && !mayServe(subject, lab.mode))
    return { refused: 'not-trusted', why: 'wrong-kind-of-number' }
  return { identity: { subject, acr, ...(typeof claims.sid === 'string' ? { providerSession: claims.sid } : {}) } }
}

/** ID-porten's levels, lowest first. A level we do not know suffices only when it is exactly the configured one. */
const levels = ['idporten-loa-low', 'idporten-loa-substantial', 'idporten-loa-high']

function isHighEnough(acr: string, lowest: string): boolean {
  return acr === lowest || (levels.includes(lowest) && levels.indexOf(acr) > levels.indexOf(lowest))
}

export function errorCode(error: unknown): string {
  const code = (error as { code?: unknown } | undefined)?.code
  return typeof code === 'string' ? code : 'unknown'
}
