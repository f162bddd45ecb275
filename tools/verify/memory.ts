import type { Frame } from '@velferdslab/core/cloth'
import { setTimeout as pause } from 'node:timers/promises'
import { openOwnLab } from '../../bench/own-lab.ts'
import { proportionalMegabytes } from '../../bench/processes.ts'
import { signInVisitor } from '../../bench/visitor.ts'

export const memoryNumbers = { seconds: 60, limit: 350 }

/** Somebody at home and somebody at work, each with a family's cloth open. */
const visitors = [
  { persona: 'amina', door: 'citizen' },
  { persona: 'solveig', door: 'staff' },
] as const

export interface MemoryResult {
  readonly server: number
  readonly database: number
  readonly total: number
  readonly limit: number
}

/** Proportional memory of the server and its PostgreSQL with demo data, two people signed in, some seconds after the start. */
export async function verifyMemory(options: {
  seconds: number
  limit: number
  source: boolean
}): Promise<MemoryResult> {
  const lab = await openOwnLab({ source: options.source })
  try {
    await lab.start()
    const startedAt = Date.now()
    const open = await Promise.all(visitors.map(({ persona, door }) => openCloth(lab.url, persona, door)))
    await pause(Math.max(0, startedAt + options.seconds * 1000 - Date.now()))
    const server = Math.round(proportionalMegabytes(lab.serverPids()))
    const database = Math.round(proportionalMegabytes(lab.postgresPids()))
    for (const leave of open) leave()
    return { server, database, total: server + database, limit: options.limit }
  } finally {
    await lab.end()
  }
}

async function openCloth(url: string, persona: string, door: 'citizen' | 'staff'): Promise<() => void> {
  const visitor = await signInVisitor(url, persona, door)
  const { body: me } = await visitor.get<{ families: { id: string }[] }>('/api/me')
  const { body: list } = await visitor.get<{ families?: { id: string }[] }>('/api/families')
  const family = me.families[0]?.id ?? list.families?.[0]?.id
  if (family === undefined) throw new Error(`${persona} has no family to open`)
  const { body: cloth } = await visitor.get<{ cursor: string }>(`/api/families/${family}/cloth`)
  const socket = await new Promise<ReturnType<typeof visitor.openStream>>((resolve, reject) => {
    const opening = visitor.openStream(
      family,
      cloth.cursor,
      (frame: Frame) => {
        if (frame.is === 'ready') resolve(opening)
      },
      (code) => reject(new Error(`the stream of ${persona} was closed (${code})`)),
    )
  })
  return () => {
    socket.terminate()
    visitor.leave()
  }
}
