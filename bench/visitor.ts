import type { Cloth, Frame } from '@velferdslab/core/cloth'
import { Agent, request, type IncomingMessage } from 'node:http'
import { WebSocket } from 'ws'
import { signInAs } from '../tools/sign-in-as.ts'

/** One person's browser: a real session, one kept connection for commands, and the live stream. */
export interface Visitor {
  get<Answer>(path: string): Promise<Reply<Answer>>
  post<Answer>(path: string, body: unknown): Promise<Reply<Answer>>
  /** As it came, whatever it is. */
  fetch(path: string): Promise<{ status: number; type: string; bytes: Buffer }>
  /** Opens the stream of a family. `end` is called once, also when it never opened. */
  openStream(
    family: string,
    cursor: string | undefined,
    hear: (frame: Frame) => void,
    end: (code: number) => void,
  ): WebSocket
  leave(): void
}

export interface Reply<Answer> {
  readonly status: number
  readonly body: Answer
}

export type ClothReply = Reply<Cloth>

/** Signs in through the demo's identity provider. */
export async function signInVisitor(url: string, persona: string, door: 'citizen' | 'staff'): Promise<Visitor> {
  return visitorWith(url, await signInAs(url, persona, door))
}

/** @param cookie `name=value` of a live session */
export function visitorWith(url: string, cookie: string): Visitor {
  const { hostname, port } = new URL(url)
  const agent = new Agent({ keepAlive: true, maxSockets: 2 })
  const headers = { cookie, origin: url }

  async function ask<Answer>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Reply<Answer>> {
    const { status, bytes } = await send(method, path, body)
    return { status, body: JSON.parse(bytes.toString('utf8')) as Answer }
  }

  function send(
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
  ): Promise<{ status: number; type: string; bytes: Buffer }> {
    return new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body)
      const asked = request(
        {
          host: hostname,
          port,
          path,
          method,
          agent,
          // The server listens on IPv4; nothing else need be tried.
          family: 4,
          timeout: 10_000,
          headers: {
            ...headers,
            ...(text === undefined
              ? {}
              : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
          },
        },
        (answer) => {
          readAll(answer).then((read) => {
            resolve({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', bytes: read })
          }, reject)
        },
      )
      asked.on('error', reject)
      asked.on('timeout', () => asked.destroy(new Error('no answer within ten seconds')))
      asked.end(text)
    })
  }

  return {
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
    fetch: (path) => send('GET', path),
    openStream(family, cursor, hear, end) {
      const address = new URL(`/api/families/${family}/live`, url.replace(/^http/, 'ws'))
      if (cursor !== undefined) address.searchParams.set('cursor', cursor)
      const socket = new WebSocket(address, { headers, family: 4, handshakeTimeout: 10_000, perMessageDeflate: false })
      socket.on('message', (data: Buffer) => {
        hear(JSON.parse(data.toString('utf8')) as Frame)
      })
      socket.on('error', () => undefined)
      socket.once('close', end)
      return socket
    },
    leave() {
      agent.destroy()
    },
  }
}

async function readAll(answer: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of answer) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
