/** For the tests: a small lab with the real sign-in on a real socket, and a browser to visit it with. */
import { randomBytes, randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import type { DemoPerson, Sessions, SignInSettings } from './contract.ts'
import { readSessionToken } from './cookies.ts'
import { signIn } from './sign-in.ts'

export const fjordvik: DemoPerson[] = [
  { issuer: 'citizen', subject: '11818512345', persona: 'amina', name: 'Amina Hansen-Ali', description: 'Mor til tre' },
  { issuer: 'citizen', subject: '12828012345', persona: 'jonas', name: 'Jonas <Hansen>', description: 'Far & musiker' },
  {
    issuer: 'staff',
    subject: 'solveig@fjordvik.example',
    persona: 'solveig',
    name: 'Solveig Berg',
    description: 'Investeringsleder',
  },
]

export interface Lab {
  app: FastifyInstance
  url: string
  log: string[]
  ended: string[]
  sessions: ReturnType<typeof sessionsInMemory>
}

/** Who is registered: everybody of Fjordvik but Jonas. */
const registered = new Set(fjordvik.filter((person) => person.persona !== 'jonas').map((person) => person.subject))

type Opened = Parameters<Sessions['open']>[0]

/** The contract's double: what the database does in the product. */
export function sessionsInMemory(): Sessions & { open_: Map<string, Opened>; opened: Opened[] } {
  const open_ = new Map<string, Opened>()
  const opened: Opened[] = []
  return {
    open_,
    opened,
    async open(input) {
      if (!registered.has(input.subject)) return undefined
      const token = randomBytes(32).toString('base64url')
      open_.set(token, input)
      opened.push(input)
      return { token, expiresAt: new Date(Date.now() + 3_600_000) }
    },
    async end(token) {
      open_.delete(token)
    },
    async endByProviderSession(issuer, providerSession) {
      for (const [token, one] of open_) {
        if (one.issuer === issuer && one.providerSession === providerSession) open_.delete(token)
      }
    },
  }
}

export async function aLab(settings: Partial<SignInSettings> = {}, publicHost = '127.0.0.1'): Promise<Lab> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const log: string[] = []
  const ended: string[] = []
  const sessions = sessionsInMemory()
  const app = Fastify({ logger: { level: 'info', stream: { write: (line: string) => void log.push(line) } } })
  const lab: SignInSettings = {
    mode: 'demo',
    publicUrl: `http://${publicHost}:${port}`,
    municipality: { name: 'Fjordvik kommune', phone: '32 00 00 00' },
    citizenAcr: 'idporten-loa-high',
    ...settings,
  }
  await app.register(signIn, {
    settings: lab,
    sessions,
    demoPeople: async () => fjordvik,
    onSessionEnded: (token) => void ended.push(token),
    sessionsKey: randomBytes(32),
  })
  // What the rest of the product does with a session.
  app.get('/api/me', async (request, reply) => {
    const session = sessions.open_.get(readSessionToken(request, lab) ?? '')
    return session ? { issuer: session.issuer } : reply.code(401).send({ refused: 'not-signed-in' })
  })
  for (const page of ['/', '/sign-in', '/familien', '/familien/plan']) app.get(page, async () => `page ${page}`)
  await app.listen({ host: '127.0.0.1', port })
  return { app, url, log, ended, sessions }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** A window: keeps cookies by name and path, follows nothing by itself. */
export class Window {
  readonly id = randomUUID()
  readonly cookies = new Map<string, { value: string; path: string }>()
  readonly base: string
  constructor(base: string) {
    this.base = base
  }

  async get(path: string): Promise<Response> {
    return this.#send(path, { method: 'GET' })
  }

  async post(path: string, body: URLSearchParams | string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#send(path, { method: 'POST', body, headers })
  }

  /** Follows redirects of our own server; a redirect elsewhere is the answer. */
  async follow(response: Response): Promise<Response> {
    let at = response
    for (let step = 0; step < 12; step++) {
      const location = at.headers.get('location')
      if (location === null || new URL(location, this.base).origin !== this.base) return at
      at = await this.get(location)
    }
    throw new Error('Too many redirects')
  }

  async signIn(persona: string, path = '/sign-in/citizen', level = 'idporten-loa-high'): Promise<Response> {
    return this.follow(await this.pick(persona, path, level))
  }

  /** To the picker, and one person picked; the answer is the provider's first redirect. */
  async pick(persona: string, path = '/sign-in/citizen', level = 'idporten-loa-high'): Promise<Response> {
    const picker = await this.follow(await this.get(path))
    const form = formIn(await picker.text())
    return this.post(form.action, new URLSearchParams({ persona, level }))
  }

  /** As a browser with scripts does on the provider's page: presses the button. */
  async pressOn(page: Response): Promise<Response> {
    const { action, inputs } = formIn(await page.text())
    return this.follow(await this.post(action, new URLSearchParams({ ...inputs, logout: 'yes' })))
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const url = new URL(path, this.base)
    const cookie = [...this.cookies]
      .filter(([, { path: scope }]) => url.pathname.startsWith(scope))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ')
    const headers = { accept: 'text/html', cookie, ...(init.headers as Record<string, string> | undefined) }
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.cookies.delete(name)
      else this.cookies.set(name, { value, path: /path=([^;]+)/i.exec(line)?.[1] ?? '/' })
    }
    return response
  }
}

export function formIn(page: string): { action: string; inputs: Record<string, string> } {
  const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1]
  if (action === undefined) throw new Error(`No form in ${page.slice(0, 400)}`)
  const inputs = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return { action, inputs: Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value])) }
}
