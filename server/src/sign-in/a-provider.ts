/** For the tests: a tiny OpenID provider on a real socket that can be told to lie. It is strict about what it is asked. */
import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  jwtVerify,
  SignJWT,
  UnsecuredJWT,
  type CryptoKey,
  type JWK,
} from 'jose'
import type { IssuerSettings } from './contract.ts'
import { freePort } from './a-lab.ts'

export const clientId = 'lab'
type Claims = Record<string, unknown>

/** What the provider puts into its next ID token, and how it signs it. Everything left out is as it should be. */
export interface Lie {
  claims?: Claims
  /** Claims to leave out. */
  without?: string[]
  signedBy?: 'itself' | 'a stranger' | 'nobody' | 'the public key as a secret' | 'its other key, with another algorithm'
  kid?: string
}

export interface AProvider {
  issuer: string
  settings: IssuerSettings
  /** The last request that was pushed here. */
  asked: URLSearchParams
  lie: Lie
  /** Why a pushed request or a code was refused. */
  refusals: string[]
  sign(claims: Claims, lie?: Lie, typ?: string): Promise<string>
  close(): Promise<void>
}

export async function aProvider(): Promise<AProvider> {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const own = await generateKeyPair('ES256', { extractable: true })
  const other = await generateKeyPair('RS256')
  const stranger = await generateKeyPair('ES256', { extractable: true })
  const client = await generateKeyPair('ES256', { extractable: true })
  const publicKey: JWK = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'ES256', use: 'sig' }
  const otherPublicKey: JWK = { ...(await exportJWK(other.publicKey)), kid: 'other', alg: 'RS256', use: 'sig' }
  const clientKeys = createLocalJWKSet({ keys: [{ ...(await exportJWK(client.publicKey)), kid: 'lab', alg: 'ES256' }] })
  const usedCodes = new Set<string>()

  const provider: AProvider = {
    issuer,
    settings: {
      issuer,
      clientId,
      clientKey: { ...(await exportJWK(client.privateKey)), kid: 'lab', alg: 'ES256' },
      tokenAlgorithm: 'ES256',
    },
    asked: new URLSearchParams(),
    lie: {},
    refusals: [],
    sign,
    close,
  }

  async function sign(claims: Claims, lie: Lie = {}, typ = 'JWT'): Promise<string> {
    const all = Object.entries({ ...claims, ...lie.claims })
    const payload = Object.fromEntries(all.filter(([name]) => !lie.without?.includes(name)))
    if (lie.signedBy === 'its other key, with another algorithm') {
      return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'other', typ }).sign(other.privateKey)
    }
    if (lie.signedBy === 'nobody') return new UnsecuredJWT(payload).encode()
    const asSecret = lie.signedBy === 'the public key as a secret'
    const key: CryptoKey | Uint8Array = asSecret
      ? new TextEncoder().encode(JSON.stringify(publicKey))
      : lie.signedBy === 'a stranger'
        ? stranger.privateKey
        : own.privateKey
    return new SignJWT(payload)
      .setProtectedHeader({ alg: asSecret ? 'HS256' : 'ES256', kid: lie.kid ?? 'own', typ })
      .sign(key)
  }

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return provider

  async function close(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = await readForm(request)
    const routes: Record<string, () => Promise<[number, unknown]>> = {
      '/.well-known/openid-configuration': async () => [200, discovery(issuer)],
      '/jwks': async () => [200, { keys: [publicKey, otherPublicKey] }],
      '/par': () => par(form),
      '/token': () => token(form),
    }
    const [status, body] = (await routes[request.url ?? '']?.()) ?? [404, {}]
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }

  async function par(form: URLSearchParams): Promise<[number, unknown]> {
    const missing = ['state', 'nonce', 'code_challenge', 'redirect_uri', 'acr_values'].filter((name) => !form.get(name))
    if (form.get('code_challenge_method') !== 'S256') missing.push('S256')
    if (!(await isOurClient(form))) missing.push('private_key_jwt')
    if (missing.length > 0) return refuse(`missing ${missing.join(', ')}`)
    provider.asked = form
    return [201, { request_uri: `urn:request:${randomUUID()}`, expires_in: 60 }]
  }

  async function token(form: URLSearchParams): Promise<[number, unknown]> {
    const code = form.get('code') ?? ''
    if (!(await isOurClient(form))) return refuse('client')
    if (usedCodes.has(code)) return refuse('replayed code')
    usedCodes.add(code)
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (challenge !== provider.asked.get('code_challenge')) return refuse('verifier')
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: issuer,
      aud: clientId,
      sub: 'pairwise',
      pid: '11818512345',
      acr: 'idporten-loa-high',
      sid: 'provider-session',
      nonce: provider.asked.get('nonce'),
      iat: now,
      exp: now + 120,
    }
    return [
      200,
      { access_token: 'unused', token_type: 'Bearer', expires_in: 60, id_token: await sign(claims, provider.lie) },
    ]
  }

  async function isOurClient(form: URLSearchParams): Promise<boolean> {
    const verified = await jwtVerify(form.get('client_assertion') ?? '', clientKeys, {
      issuer: clientId,
      audience: issuer,
    }).catch(() => undefined)
    return verified !== undefined
  }

  function refuse(why: string): [number, unknown] {
    provider.refusals.push(why)
    return [400, { error: 'invalid_request' }]
  }
}

function discovery(issuer: string): unknown {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    pushed_authorization_request_endpoint: `${issuer}/par`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    end_session_endpoint: `${issuer}/logout`,
    response_types_supported: ['code'],
    subject_types_supported: ['pairwise'],
    // A provider that claims to know weak algorithms must not get us to take them.
    id_token_signing_alg_values_supported: ['ES256', 'RS256', 'HS256', 'none'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    authorization_response_iss_parameter_supported: true,
  }
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return new URLSearchParams(text)
}
