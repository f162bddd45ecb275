import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type {} from '../../db/testing/embedded-for-tests.ts'
import { cloth, frame, type Cloth, type Frame } from '@velferdslab/core/cloth'
import { openTestLab, type TestLab } from '../../db/testing/fjordvik-for-tests.ts'
import { findCitizen } from '@velferdslab/db/citizen-identity'
import { admitStaff, isKnownStaff } from '@velferdslab/db/staff-identity'
import { openSelfDoor } from '@velferdslab/db/self-door'
import { answerByCode, readByCode } from '@velferdslab/db/confirm-by-code'
import { openHelperSession } from '@velferdslab/db/helper-session'
import { findHealth } from '@velferdslab/db/retention-night'
import { openTableSession } from '@velferdslab/db/table-session'
import WebSocket from 'ws'
import { buildApp } from '../src/app.ts'
import { openLive, type Live } from '../src/live/live.ts'

/** A whole server over a Fjordvik of its own, on a real socket. */
export interface TestServer extends TestLab {
  readonly url: string
  readonly live: Live
  call(
    persona: string | null,
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>
  /** A page at the cloth: what it was told, as it came. */
  sit(persona: string, family: string, cursor?: string): Promise<Page>
  /** Has the plan open: hears that it has changed, and nothing of the cloth. */
  watchPlan(persona: string, family: string): Promise<Page>
  clothOf(persona: string, family: string): Promise<Cloth>
}

export interface Answer {
  readonly status: number
  readonly text: string
  readonly headers: Headers
  json(): unknown
}

export interface Page {
  readonly frames: Frame[]
  readonly closed: Promise<number>
  readonly socket: WebSocket
  /** Waits for a frame that fits, among those from number `after` on; fails after three seconds. */
  until(fits: (frame: Frame) => boolean, after?: number): Promise<Frame>
  leave(): void
}

const nowhere = 'http://localhost:3999'

/**
 * @param how `beside`: another process' worth of server over the same database, with live rooms and pools of its own; `withoutPlans`: a
 * Fjordvik before anything is planned; `pages`: built pages too, for a browser
 */
export async function openTestServer(
  superuserUrl: string,
  how: { beside?: TestLab; withoutPlans?: true; pages?: { folder: string; port: number } } = {},
): Promise<TestServer> {
  const { beside, pages, ...laid } = how
  // A browser comes from where the pages are.
  const origin = pages ? `http://localhost:${pages.port}` : nowhere
  const lab = beside ?? (await openTestLab(superuserUrl, laid))
  const live = openLive({ people: lab.people, listenUrl: lab.urls.app, ring: lab.ring, origin: randomUUID() })
  const app = await buildApp(
    {
      people: lab.people,
      ring: lab.ring,
      live,
      origin: randomUUID(),
      now: () => new Date(),
      keepAlive: () => undefined,
      hurryNotices: () => undefined,
      publicUrl: origin,
      openTableSession: (comer) => openTableSession(lab.system, comer),
      giveTableCookie: (reply, _kind, token) => {
        reply.header('set-cookie', `lab=${token}`)
      },
      openHelperSession: (code) => openHelperSession(lab.system, code),
      giveHelperCookie: (reply, token) => {
        reply.header('set-cookie', `lab=${token}`)
      },
      selfDoor: openSelfDoor(lab.system, lab.ring),
      byCode: {
        read: (code) => readByCode(lab.system, code),
        answer: (code, answer) => answerByCode(lab.system, code, answer, randomUUID()),
      },
      findCitizen: (municipality, number) => findCitizen(lab.system, lab.ring, municipality, number),
      staffDoor: {
        isKnown: (staff) => isKnownStaff(lab.system, lab.ring, staff),
        admit: (staff) => admitStaff(lab.system, lab.ring, staff),
      },
      retentionHealth: () => findHealth(lab.system),
      readToken: (request) => tokenOf(request.headers.cookie),
    },
    { publicUrl: origin, trustProxy: false, logLevel: 'silent', webFolder: pages?.folder ?? '/nowhere' },
  )
  await app.listen({ host: '127.0.0.1', port: pages?.port ?? 0 })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const cookieOf = async (persona: string) => `lab=${(await lab.session(persona)).token}`

  const server: TestServer = {
    ...lab,
    url,
    live,
    async call(persona, method, path, body, headers) {
      const answer = await fetch(url + path, {
        method,
        headers: {
          ...(persona ? { cookie: await cookieOf(persona) } : {}),
          ...(method === 'POST' ? { 'content-type': 'application/json', origin, 'sec-fetch-site': 'same-origin' } : {}),
          ...headers,
        },
        ...(body === undefined || method === 'GET'
          ? {}
          : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      const text = await answer.text()
      return { status: answer.status, text, headers: answer.headers, json: () => JSON.parse(text) as unknown }
    },
    async clothOf(persona, family) {
      const answer = await server.call(persona, 'GET', `/api/families/${lab.family(family)}/cloth`)
      return cloth.parse(answer.json())
    },
    async sit(persona, family, cursor) {
      const address = `${url.replace('http', 'ws')}/api/families/${lab.family(family)}/live${cursor ? `?cursor=${cursor}` : ''}`
      return openPage(new WebSocket(address, { headers: { cookie: await cookieOf(persona), origin } }))
    },
    async watchPlan(persona, family) {
      const address = `${url.replace('http', 'ws')}/api/families/${lab.family(family)}/live?watch=plan`
      return openPage(new WebSocket(address, { headers: { cookie: await cookieOf(persona), origin } }))
    },
    async close() {
      await live.close()
      await app.close()
      if (!beside) await lab.close()
    },
  }
  return server
}

function tokenOf(cookie: string | undefined): string | undefined {
  return /(?:^|; )lab=([^;]+)/.exec(cookie ?? '')?.[1]
}

async function openPage(socket: WebSocket): Promise<Page> {
  const frames: Frame[] = []
  const waiting = new Set<() => void>()
  socket.on('message', (data: Buffer) => {
    frames.push(frame.parse(JSON.parse(data.toString())))
    for (const look of waiting) look()
  })
  socket.on('error', () => undefined)
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  const page: Page = {
    frames,
    closed,
    socket,
    until(fits, after = 0) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look)
          reject(new Error(`no such frame among ${JSON.stringify(frames.map((one) => one.is))}`))
        }, 3000)
        const look = () => {
          const found = frames.slice(after).find(fits)
          if (!found) return
          clearTimeout(timer)
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      })
    },
    leave() {
      socket.close()
    },
  }
  if (socket.readyState !== WebSocket.OPEN)
    await Promise.race([new Promise((resolve) => socket.on('open', resolve)), closed])
  if (socket.readyState === WebSocket.OPEN) await page.until((one) => one.is === 'ready')
  return page
}
