import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aLab, Window, type Lab } from './a-lab.ts'
import { aProvider, clientId, type AProvider, type Lie } from './a-provider.ts'

let provider: AProvider
let lab: Lab

beforeAll(async () => {
  provider = await aProvider()
  lab = await aLab({ citizen: provider.settings })
})
beforeEach(async () => {
  lab.sessions.open_.clear()
  await lab.sessions.open({
    issuer: 'citizen',
    subject: '11818512345',
    acr: 'idporten-loa-high',
    providerSession: 'provider-session',
  })
})
afterAll(async () => {
  await lab.app.close()
  await provider.close()
})

const event = 'http://schemas.openid.net/event/backchannel-logout'
const now = (): number => Math.floor(Date.now() / 1000)

async function aLogoutToken(lie: Lie = {}, typ = 'logout+jwt'): Promise<string> {
  const claims = {
    iss: provider.issuer,
    aud: clientId,
    iat: now(),
    exp: now() + 120,
    jti: randomUUID(),
    sid: 'provider-session',
    events: { [event]: {} },
  }
  return provider.sign(claims, lie, typ)
}

function send(token: string, door = 'citizen'): Promise<Response> {
  return new Window(lab.url).post(`/sign-in/${door}/back-channel-logout`, new URLSearchParams({ logout_token: token }))
}

describe('a logout token is refused', () => {
  const lies: Record<string, Lie> = {
    'signed with another key': { signedBy: 'a stranger' },
    'not signed': { signedBy: 'nobody' },
    'signed with the public key as a secret': { signedBy: 'the public key as a secret' },
    'signed by the issuer with an algorithm we did not agree on': { signedBy: 'its other key, with another algorithm' },
    'of another issuer': { claims: { iss: 'https://idporten.example' } },
    'to another client': { claims: { aud: 'another' } },
    'that has expired': { claims: { iat: now() - 3600, exp: now() - 3000 } },
    'that is old though it has not expired': { claims: { iat: now() - 3600, exp: now() + 3600 } },
    'without the event': { claims: { events: {} } },
    'without any events': { without: ['events'] },
    'with a nonce, like an ID token': { claims: { nonce: 'n' } },
    'without an id of its own': { without: ['jti'] },
    'that names no session': { without: ['sid'] },
  }
  test.each(Object.entries(lies))('%s', async (_name, lie) => {
    const response = await send(await aLogoutToken(lie))
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: 'invalid_request' })
    expect(lab.sessions.open_.size).toBe(1)
  })
  test('of another kind of token', async () => {
    expect((await send(await aLogoutToken({}, 'at+jwt'))).status).toBe(400)
    expect(lab.sessions.open_.size).toBe(1)
  })
  test('the second time', async () => {
    const token = await aLogoutToken()
    expect((await send(token)).status).toBe(200)
    expect(lab.sessions.open_.size).toBe(0)
    expect((await send(token)).status).toBe(400)
  })
  test('at the other door', async () => {
    expect((await send(await aLogoutToken(), 'staff')).status).toBe(400)
    expect(lab.sessions.open_.size).toBe(1)
  })
  test('that is missing or no token at all', async () => {
    expect((await send('')).status).toBe(400)
    expect((await send('a.b.c')).status).toBe(400)
  })
})

test('a good logout token ends the session and nobody else’s', async () => {
  const other = {
    issuer: 'citizen',
    subject: '11818512345',
    acr: 'idporten-loa-high',
    providerSession: 'another',
  } as const
  await lab.sessions.open(other)
  const response = await send(await aLogoutToken())
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect([...lab.sessions.open_.values()]).toEqual([other])
})

describe('front-channel logout', () => {
  const ask = (query: Record<string, string>): Promise<Response> =>
    new Window(lab.url).get(`/sign-in/citizen/front-channel-logout?${new URLSearchParams(query).toString()}`)

  test('is refused for another issuer, or without a session', async () => {
    expect((await ask({ iss: 'https://idporten.example', sid: 'provider-session' })).status).toBe(400)
    expect((await ask({ iss: provider.issuer })).status).toBe(400)
    expect(lab.sessions.open_.size).toBe(1)
  })
  test('ends the session it names, in a frame only the provider may hold', async () => {
    const response = await ask({ iss: provider.issuer, sid: 'provider-session' })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-security-policy')).toContain(`frame-ancestors ${provider.issuer}`)
    expect(lab.sessions.open_.size).toBe(0)
  })
})
