import { readPdf } from '@velferdslab/server/print/read-pdf'
import { randomUUID } from 'node:crypto'
import type { Visitor } from './visitor.ts'

/** A way out of the server, with the family's id in it where it has one. */
export interface Door {
  readonly path: string
  /** Asks as somebody, and gives all letters and digits of the answer in one row, so that no line break hides a word. */
  readonly ask: (visitor: Visitor, family: string) => Promise<string>
}

/**
 * Every door that answers, out of the server's own description of itself: a route added tomorrow is asked tomorrow. What it does not describe
 * (the stream, and the demo's telephone, where messages of the jobs come) stands here. An id that nobody can know is one that never was.
 */
export async function doorsOf(visitor: Visitor): Promise<Door[]> {
  const described = await visitor.get<{ paths: Record<string, Record<string, unknown>> }>('/api/openapi.json')
  const readable = Object.entries(described.body.paths).filter(([, methods]) => 'get' in methods)
  if (readable.length === 0) throw new Error('the server describes no door that can be read')
  const routes = readable.map(([path]): Door => ({ path, ask: (who, family) => answerOf(who, fill(path, family)) }))
  return [
    ...routes,
    { path: '/demo-phone', ask: (who) => answerOf(who, '/demo-phone') },
    { path: 'a new stream', ask: (who, family) => replayOf(who, family) },
  ]
}

function fill(path: string, family: string): string {
  return path.replace(/\{familyId\}|:familyId/, family).replace(/\{\w+\}|:\w+/g, () => randomUUID())
}

async function answerOf(visitor: Visitor, path: string): Promise<string> {
  const { status, type, bytes } = await visitor.fetch(path)
  if (status >= 500) throw new Error(`${path} answered ${status}`)
  if (!type.startsWith('application/pdf')) return inOneRow(bytes.toString('utf8'))
  const pdf = await readPdf(bytes)
  return inOneRow(pdf.pages.map((page) => page.text).join(''))
}

/** All that a stream tells whoever comes to it anew, until it is ready or closed. */
function replayOf(visitor: Visitor, family: string): Promise<string> {
  return new Promise((resolve) => {
    const heard: unknown[] = []
    const done = () => {
      resolve(inOneRow(JSON.stringify(heard)))
      socket.terminate()
    }
    const socket = visitor.openStream(
      family,
      undefined,
      (frame) => {
        heard.push(frame)
        if (frame.is === 'ready') done()
      },
      done,
    )
  })
}

export function inOneRow(text: string): string {
  return text.replace(/[^a-z0-9]/gi, '').toLowerCase()
}
