import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aLab, Window, type Lab } from './a-lab.ts'
import { aProvider, type AProvider, type Lie } from './a-provider.ts'

let provider: AProvider
let lab: Lab
let window: Window

beforeAll(async () => {
  provider = await aProvider()
  lab = await aLab({ citizen: provider.settings })
})
beforeEach(() => {
  provider.lie = {}
  window = new Window(lab.url)
  lab.sessions.open_.clear()
})
afterEach(() => {
  // Whatever was refused or let in: nobody's number is in the log.
  expect(lab.log.join('')).not.toContain('11818512345')
  expect(lab.log.join('')).not.toMatch(/code=|state=/)
})
afterAll(async () => {
  await lab.app.close()
  await provider.close()
})

let codes = 0
function anAnswer(changes: Record<string, string> = {}): string {
  const state = provider.asked.get('state') ?? ''
  return `/sign-in/citizen/callback?${new URLSearchParams({ code: `code-${codes++}`, state, iss: provider.issuer, ...changes }).toString()}`
}

async function comeBackWith(lie: Lie, changes?: Record<string, string>): Promise<Response> {
  await window.get('/sign-in/citizen?return=/familien')
  provider.lie = lie
  return window.get(anAnswer(changes))
}

async function expectRefused(response: Response, status: number, heading: string): Promise<void> {
  expect(response.status).toBe(status)
  const page = await response.text()
  expect(page).toContain(`<h1>${heading}</h1>`)
  expect(page).not.toMatch(/\bat .*\.ts|node_modules|Error:/)
  expect(lab.sessions.open_.size).toBe(0)
  expect([...window.cookies.keys()].filter((name) => name.endsWith('session'))).toEqual([])
}

const stopped = 'Innloggingen ble stoppet'
const hour = 3600
const now = (): number => Math.floor(Date.now() / 1000)

describe('an ID token is refused', () => {
  const lies: Record<string, () => Lie> = {
    'with the nonce of another sign-in': () => ({ claims: { nonce: 'another' } }),
    'without a nonce': () => ({ without: ['nonce'] }),
    'signed with another key': () => ({ signedBy: 'a stranger' }),
    'signed with a key nobody published': () => ({ signedBy: 'a stranger', kid: 'unknown' }),
    'not signed (alg none)': () => ({ signedBy: 'nobody' }),
    'signed with the public key as a secret (HS256)': () => ({ signedBy: 'the public key as a secret' }),
    'signed by the issuer with an algorithm we did not agree on': () => ({
      signedBy: 'its other key, with another algorithm',
    }),
    'that has expired': () => ({ claims: { iat: now() - 2 * hour, exp: now() - hour } }),
    'without an end': () => ({ without: ['exp'] }),
    'issued in the future': () => ({ claims: { iat: now() + hour, exp: now() + 2 * hour } }),
    'made for another client': () => ({ claims: { aud: 'another' } }),
    'made for us and another client, who asked for it': () => ({ claims: { aud: ['lab', 'another'], azp: 'another' } }),
    'of another issuer': () => ({ claims: { iss: 'https://idporten.example' } }),
    'without pid': () => ({ without: ['pid'] }),
    'whose pid is no identity number': () => ({ claims: { pid: '123' } }),
    'whose pid could be a living person’s, in a demo': () => ({ claims: { pid: '11018500000' } }),
    'whose pid is not a text': () => ({ claims: { pid: 11818512345 } }),
  }
  test.each(Object.entries(lies))('%s', async (_name, lie) => {
    await expectRefused(await comeBackWith(lie()), 400, stopped)
  })
})

describe('a level of assurance', () => {
  test.each([['idporten-loa-substantial'], ['idporten-loa-low'], ['IDPORTEN-LOA-HIGH'], ['anything'], ['']])(
    '%s is too low',
    async (acr) => {
      await expectRefused(await comeBackWith({ claims: { acr } }), 403, 'Du må logge inn på en sikrere måte')
    },
  )
  test('that is missing is too low', async () => {
    await expectRefused(await comeBackWith({ without: ['acr'] }), 403, 'Du må logge inn på en sikrere måte')
  })
  test('that is too low gives a step up that asks anew and comes back to the same page', async () => {
    const page = await (await comeBackWith({ claims: { acr: 'idporten-loa-substantial' } })).text()
    const stepUp = /href="(\/sign-in\/citizen\?[^"]+)"/.exec(page)?.[1]?.replaceAll('&#38;', '&') ?? ''
    await window.get(stepUp)
    expect(Object.fromEntries(provider.asked)).toMatchObject({ prompt: 'login', acr_values: 'idporten-loa-high' })
    provider.lie = {}
    const response = await window.get(anAnswer())
    expect(response.headers.get('location')).toBe('/familien')
  })
})

describe('an answer is refused', () => {
  test('with the wrong state', async () => {
    await expectRefused(await comeBackWith({}, { state: 'wrong' }), 400, stopped)
  })
  test('from another issuer than the one that was asked (mix-up)', async () => {
    await expectRefused(await comeBackWith({}, { iss: 'https://idporten.example' }), 400, stopped)
  })
  test('that does not say which issuer it is from', async () => {
    await window.get('/sign-in/citizen')
    const url = new URL(anAnswer(), lab.url)
    url.searchParams.delete('iss')
    await expectRefused(await window.get(url.href), 400, stopped)
  })
  test('that nobody here asked for', async () => {
    await expectRefused(await window.get(anAnswer()), 400, 'Vi må begynne på nytt')
  })
  test('at the other door', async () => {
    await window.get('/sign-in/citizen')
    await expectRefused(await window.get(anAnswer().replace('citizen', 'staff')), 400, 'Vi må begynne på nytt')
  })
  test('in another window than the one that asked', async () => {
    await window.get('/sign-in/citizen')
    window = new Window(lab.url)
    await expectRefused(await window.get(anAnswer()), 400, 'Vi må begynne på nytt')
  })
  test('a second time, also with the old cookie put back', async () => {
    await window.get('/sign-in/citizen')
    const before = new Map(window.cookies)
    const url = anAnswer()
    expect((await window.get(url)).status).toBe(303)
    window = new Window(lab.url)
    lab.sessions.open_.clear()
    await expectRefused(await window.get(url), 400, 'Vi må begynne på nytt')
    for (const [name, cookie] of before) window.cookies.set(name, cookie)
    await expectRefused(await window.get(url), 400, stopped)
    expect(provider.refusals).toContain('replayed code')
  })
  test('with a login state that was changed on the way', async () => {
    await window.get('/sign-in/citizen')
    for (const cookie of window.cookies.values()) cookie.value = `${cookie.value.slice(0, -4)}AAAA`
    await expectRefused(await window.get(anAnswer()), 400, 'Vi må begynne på nytt')
  })
})

describe('an honest answer', () => {
  test('opens a session, for the pid and nothing else in the token', async () => {
    const response = await comeBackWith({
      claims: { role: 'administrator', groups: ['lab-admin'], email: 'x@fjordvik.example' },
    })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/familien')
    expect(lab.sessions.opened.at(-1)).toEqual({
      issuer: 'citizen',
      subject: '11818512345',
      acr: 'idporten-loa-high',
      providerSession: 'provider-session',
    })
  })
  test('was asked for with PAR, PKCE, state, nonce and private_key_jwt, and nothing of it stands in the URL', async () => {
    const response = await window.get('/sign-in/citizen')
    const url = new URL(response.headers.get('location') ?? '')
    expect([...url.searchParams.keys()].sort()).toEqual(['client_id', 'request_uri'])
    expect(provider.refusals.filter((why) => why.startsWith('missing'))).toEqual([])
  })
  test('a no from the person leads back to the sign-in page', async () => {
    await window.get('/sign-in/citizen?return=/familien')
    const state = provider.asked.get('state') ?? ''
    const query = new URLSearchParams({ error: 'access_denied', state, iss: provider.issuer })
    const response = await window.get(`/sign-in/citizen/callback?${query.toString()}`)
    expect(response.headers.get('location')).toBe('/sign-in?message=cancelled&return=%2Ffamilien')
    expect(lab.sessions.open_.size).toBe(0)
  })
})

test('a provider that does not answer is told as that', async () => {
  const gone = await aProvider()
  await gone.close()
  const quiet = await aLab({ citizen: gone.settings })
  const response = await new Window(quiet.url).get('/sign-in/citizen')
  expect(response.status).toBe(503)
  expect(await response.text()).toContain('<h1>Innloggingen svarer ikke nå</h1>')
  await quiet.app.close()
})
