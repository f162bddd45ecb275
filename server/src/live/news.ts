import pg from 'pg'
import { z } from 'zod'

/** What processes tell each other over LISTEN/NOTIFY: ids only. */
export const news = z.object({
  kind: z.string(),
  family: z.uuid().optional(),
  seq: z.number().optional(),
  subject: z.string().nullish(),
  origin: z.string().nullish(),
  session: z.string().optional(),
  writer: z.uuid().optional(),
  persons: z.array(z.uuid()).optional(),
  cell: z.object({ about: z.string(), area: z.string(), privacy: z.string() }).nullish(),
})
export type News = z.infer<typeof news>

export interface Listening {
  /** Resolves when news is heard: at once, unless the connection is lost just now. */
  hearing(): Promise<void>
  close(): Promise<void>
}

const beatEvery = 400
const silenceAllowed = 1000

/**
 * Listens for news. A process that has not heard its own connection answer for a second may have missed a withdrawal: `onLost` closes its
 * sockets, and listening starts again. Clients come back with their cursor.
 */
export function listen(url: string, hear: (news: News) => void, onLost: () => void): Listening {
  let client: pg.Client | undefined
  let closed = false
  let answered = Date.now()

  async function open(): Promise<void> {
    while (!closed) {
      const next = new pg.Client({ connectionString: url, application_name: 'velferdslab:news' })
      next.on('error', () => undefined)
      next.on('notification', ({ payload }) => {
        const parsed = news.safeParse(JSON.parse(payload ?? '{}'))
        if (parsed.success) hear(parsed.data)
      })
      try {
        await next.connect()
        await next.query('listen lab_news')
        answered = Date.now()
        client = next
        return
      } catch {
        await next.end().catch(() => undefined)
        await new Promise((resume) => setTimeout(resume, 200))
      }
    }
  }

  const beat = setInterval(() => {
    if (!client) return
    if (Date.now() - answered > silenceAllowed) {
      const lost = client
      client = undefined
      onLost()
      void lost.end().catch(() => undefined)
      opening = open()
      return
    }
    client.query('select 1').then(
      () => (answered = Date.now()),
      () => undefined,
    )
  }, beatEvery)

  let opening = open()
  return {
    hearing: () => opening,
    async close() {
      closed = true
      clearInterval(beat)
      await opening
      await client?.end().catch(() => undefined)
    },
  }
}
