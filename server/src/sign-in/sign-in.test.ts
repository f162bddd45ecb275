import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { signInAs } from '../../../tools/sign-in-as.ts'
import { aLab, fjordvik, Window, type Lab } from './a-lab.ts'
import { signIn } from './sign-in.ts'
import Fastify from 'fastify'

let lab: Lab
let window: Window

beforeAll(async () => {
  lab = await aLab()
})
beforeEach(() => {
  window = new Window(lab.url)
  lab.sessions.open_.clear()
  lab.ended.length = 0
})
afterAll(() => lab.app.close())

const me = async (): Promise<number> => (await window.get('/api/me')).status
const ownOrigin = (): Record<string, string> => ({
  'content-type': 'application/json',
  origin: lab.url,
  'sec-fetch-site': 'same-origin',
})

describe('nobody gets in', () => {
  test('with too low a level: they are asked to step up, and can', async () => {
    const response = await window.signIn('amina', '/sign-in/citizen?return=/familien', 'idporten-loa-substantial')
    expect(response.status).toBe(403)
    expect(await response.text()).toContain('Logg inn med høyt nivå')
    expect(await me()).toBe(401)
    const after = await window.signIn('amina', '/sign-in/citizen?step-up=yes&return=/familien')
    expect(new URL(after.url).pathname).toBe('/familien')
    expect(lab.sessions.opened.at(-1)?.acr).toBe('idporten-loa-high')
  })

  test('whom the municipality has not registered: they are told whom to call, and can sign out', async () => {
    const response = await window.signIn('jonas')
    expect(response.status).toBe(403)
    const page = await response.text()
    expect(page).toContain('Vi finner deg ikke her')
    expect(page).toContain('href="tel:32000000"')
    expect(await me()).toBe(401)
    const out = await window.pressOn(await window.follow(await window.get('/sign-in/signed-out')))
    expect(new URL(out.url).search).toBe('?message=signed-out')
    expect([...window.cookies.keys()].filter((name) => /lab-|session$/.test(name))).toEqual([])
  })

  test('who says no at the provider', async () => {
    const picker = await window.follow(await window.get('/sign-in/citizen?return=/familien'))
    const response = await window.follow(
      await window.post(new URL(picker.url).pathname, new URLSearchParams({ cancel: 'yes' })),
    )
    expect(new URL(response.url).pathname + new URL(response.url).search).toBe(
      '/sign-in?message=cancelled&return=%2Ffamilien',
    )
    expect(await me()).toBe(401)
  })

  test('as a persona of the other door, or as nobody', async () => {
    expect((await window.pick('solveig', '/sign-in/citizen')).status).toBe(400)
    expect((await window.pick('amina', '/sign-in/staff')).status).toBe(400)
    expect((await window.pick('nobody')).status).toBe(400)
  })
})

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/%09/evil.example/..//evil.example',
  '/..//evil.example',
  'javascript:alert(1)',
  'familien',
  '',
  '/sign-in/staff',
  '/api/me',
  '/demo-id/citizen/auth',
])('the way back is never %s', async (wanted) => {
  const response = await window.signIn('amina', `/sign-in/citizen?return=${encodeURIComponent(wanted)}`)
  const { origin, pathname } = new URL(response.url)
  expect(origin).toBe(lab.url)
  expect(pathname).not.toMatch(/^\/(sign-in|api|demo-id)/)
  expect(await me()).toBe(200)
})

describe('signed in', () => {
  test('a citizen comes to the page they wanted', async () => {
    const response = await window.signIn('amina', '/sign-in/citizen?return=/familien/plan%3Fside%3D2')
    expect(response.url).toBe(`${lab.url}/familien/plan?side=2`)
    expect(lab.sessions.opened.at(-1)).toMatchObject({
      issuer: 'citizen',
      subject: '11818512345',
      acr: 'idporten-loa-high',
    })
    expect(lab.sessions.opened.at(-1)?.providerSession).toBeTruthy()
  })

  test('staff come through their own door, known by sub', async () => {
    await window.signIn('solveig', '/sign-in/staff')
    expect(lab.sessions.opened.at(-1)).toMatchObject({ issuer: 'staff', subject: 'solveig@fjordvik.example' })
  })

  test('the cookie is for this host only and out of reach for scripts', async () => {
    let at = await window.pick('amina')
    while (!at.url.includes('/callback')) at = await window.get(at.headers.get('location') ?? '')
    const cookie = at.headers.getSetCookie().find((line) => line.startsWith('__Host-lab-session='))
    expect(cookie).toMatch(/^__Host-lab-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
    expect(at.headers.get('cache-control')).toBe('no-store')
  })

  test('no identity number is in a cookie, an address or the log', async () => {
    const seen: string[] = []
    let at = await window.get('/sign-in/citizen')
    for (let step = 0; step < 12; step++) {
      seen.push(at.url, at.headers.get('location') ?? '', ...at.headers.getSetCookie())
      const location = at.headers.get('location')
      if (location) at = await window.get(location)
      else if (at.url.includes('/interaction/'))
        at = await window.post(at.url, new URLSearchParams({ persona: 'amina' }))
      else break
    }
    expect(await me()).toBe(200)
    for (const person of fjordvik) expect([...seen, ...lab.log].join('\n')).not.toContain(person.subject)
  })

  test('being somebody else ends the first session', async () => {
    await window.signIn('amina')
    const [first] = lab.sessions.open_.keys()
    await window.signIn('solveig', '/sign-in/staff')
    expect([...lab.sessions.open_.values()].map((one) => one.issuer)).toEqual(['staff'])
    expect(lab.ended).toEqual([first])
  })

  test('the tool comes in the same way', async () => {
    expect(await signInAs(lab.url, 'solveig')).toMatch(/^__Host-lab-session=[\w-]{43}$/)
    await expect(signInAs(lab.url, 'nobody')).rejects.toThrow('Nobody in the demo')
    await expect(signInAs(lab.url, 'jonas')).rejects.toThrow('Vi finner deg ikke her')
  })
})

describe('signing out', () => {
  test.each<[string, Record<string, string>]>([
    ['another origin', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another origin with a forged header', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
    ['a neighbouring subdomain', { 'sec-fetch-site': 'same-site' }],
    ['nowhere', {}],
  ])('is refused from %s', async (_from, headers) => {
    await window.signIn('amina')
    const response = await window.post('/api/sign-out', '{}', { 'content-type': 'application/json', ...headers })
    expect(response.status).toBe(403)
    expect(await response.json()).toEqual({ refused: 'foreign-origin' })
    expect(await me()).toBe(200)
  })

  test('is refused as a form, which another site could send', async () => {
    await window.signIn('amina')
    const response = await window.post('/api/sign-out', new URLSearchParams({}), { origin: lab.url })
    expect(response.status).toBe(415)
    expect(await me()).toBe(200)
  })

  test('a link from elsewhere signs nobody out', async () => {
    await window.signIn('amina')
    expect((await window.get('/sign-in/signed-out')).headers.get('location')).toBe('/')
    expect(await me()).toBe(200)
  })

  test('ends our session, its sockets, the cookie, and the session at the provider', async () => {
    await window.signIn('amina')
    const [token] = lab.sessions.open_.keys()
    const response = await window.post('/api/sign-out', '{}', ownOrigin())
    expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect(lab.ended).toEqual([token])
    expect(await me()).toBe(401)
    expect(window.cookies.has('demo-citizen-session')).toBe(true)

    const { endSessionUrl } = (await response.json()) as { endSessionUrl: string }
    const back = await window.pressOn(await window.get(endSessionUrl))
    expect(back.url).toBe(`${lab.url}/sign-in?message=signed-out`)
    expect(window.cookies.has('demo-citizen-session')).toBe(false)
  })

  test('goes through both doors when both were used', async () => {
    await window.signIn('amina')
    await window.signIn('solveig', '/sign-in/staff')
    const response = await window.post('/api/sign-out', '{}', ownOrigin())
    const { endSessionUrl } = (await response.json()) as { endSessionUrl: string }
    expect(endSessionUrl).toContain('/demo-id/citizen/')
    const next = await window.pressOn(await window.get(endSessionUrl))
    expect(next.url).toContain('/demo-id/staff/')
    const back = await window.pressOn(next)
    expect(back.url).toBe(`${lab.url}/sign-in?message=signed-out`)
    expect([...window.cookies.keys()].filter((name) => name.endsWith('-session'))).toEqual([])
  })

  test('at the provider ends our session here (back-channel)', async () => {
    await window.signIn('amina')
    await window.pressOn(await window.get('/demo-id/citizen/sign-out'))
    expect(lab.sessions.open_.size).toBe(0)
    expect(await me()).toBe(401)
  })

  test('without a session is no fault', async () => {
    const response = await window.post('/api/sign-out', '{}', ownOrigin())
    expect(await response.json()).toEqual({ done: true, endSessionUrl: '/sign-in/signed-out' })
  })
})

describe('the demo provider', () => {
  test('refuses a request that was not pushed', async () => {
    const query = new URLSearchParams({
      client_id: 'velferdslab-citizen',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${lab.url}/sign-in/citizen/callback`,
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
      state: 's',
      nonce: 'n',
    })
    const response = await window.get(`/demo-id/citizen/auth?${query.toString()}`)
    expect(response.headers.get('location') ?? '').not.toContain('interaction')
    // And a pushed one must be signed by the client.
    expect((await window.post('/demo-id/citizen/request', query)).status).toBe(401)
  })

  test('shows people as text, in a page without scripts of its own', async () => {
    const picker = await window.follow(await window.get('/sign-in/citizen'))
    const page = await picker.text()
    expect(page).toContain('Hvem vil du være i dag?')
    expect(page).toContain('Jonas &#60;Hansen&#62;')
    expect(page).not.toContain('Solveig')
    expect(page).not.toMatch(/<script>|<style|style="|\son\w+="/)
    expect(picker.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect((await window.get('/sign-in/style.css')).headers.get('content-type')).toBe('text/css; charset=utf-8')
  })

  test('changing who one is needs no inline script either', async () => {
    await window.signIn('amina')
    const between = await window.signIn('jonas')
    expect(await between.clone().text()).not.toContain('<script>')
    expect((await window.pressOn(between)).status).toBe(403)
    expect(lab.sessions.open_.size).toBe(0)
  })
})

describe('on another address', () => {
  test('a name of this machine that is not the public one is led to the public one first', async () => {
    const response = await fetch(`${lab.url.replace('127.0.0.1', 'localhost')}/sign-in/citizen?return=/familien`, {
      redirect: 'manual',
    })
    expect(response.headers.get('location')).toBe(`${lab.url}/sign-in/citizen?return=%2Ffamilien&moved=yes`)
  })

  test('a public address that this machine cannot reach still works, with a plain cookie in a demo over http', async () => {
    const lan = await aLab({}, 'demo.invalid')
    expect(await signInAs(lan.url, 'amina')).toMatch(/^lab-session=/)
    await lan.app.close()
  })
})

describe('production refuses to start', () => {
  const issuer = { issuer: 'https://idporten.example', clientId: 'lab', clientSecret: 'secret' }
  const good = {
    mode: 'production' as const,
    publicUrl: 'https://lab.fjordvik.example',
    municipality: { name: 'Fjordvik kommune', phone: '32 00 00 00' },
    citizenAcr: 'idporten-loa-high',
    citizen: issuer,
    staff: issuer,
  }
  const options = { settings: good, sessionsKey: Buffer.alloc(32), onSessionEnded: () => {} }
  const start = (changes: object): PromiseLike<unknown> =>
    Fastify()
      .register(signIn, { ...options, sessions: lab.sessions, ...changes })
      .ready()

  test('with demo people', () => expect(start({ demoPeople: async () => fjordvik })).rejects.toThrow('refuses demo'))
  test('over http', () =>
    expect(start({ settings: { ...good, publicUrl: 'http://127.0.0.1' } })).rejects.toThrow('not https'))
  test('with an issuer over http', () =>
    expect(start({ settings: { ...good, staff: { ...issuer, issuer: 'http://127.0.0.1' } } })).rejects.toThrow(
      'not https',
    ))
  test('with one door only', () =>
    expect(start({ settings: { ...good, staff: undefined } })).rejects.toThrow('both issuers'))
  test('with a short key', () => expect(start({ sessionsKey: Buffer.alloc(16) })).rejects.toThrow('32 bytes'))
  test('and starts when all is well', async () => {
    await start({})
  })
})
