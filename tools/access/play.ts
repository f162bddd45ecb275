import type { Pool } from '@velferdslab/db/connect'
import { answersOfDatabase, type Client } from './ask.ts'
import { answerOfCore, type Question } from './questions.ts'
import { removeWorld, storeWorld } from './store-world.ts'
import type { World } from './world.ts'

/** The connections a check needs: what the application logs in as, what writes worlds, and who can be both in one transaction. */
export type Ways = {
  readonly app: Pool
  readonly owner: Pool
  readonly superuser: Pool
  close(): Promise<void>
}

export type Compared = { question: Question; core: boolean; database: boolean; now: Date }

/** A world that is stored, then asked person by person through the application's own login: as the server does it. */
export async function playThroughLogin(
  ways: Ways,
  draw: (now: Date) => [World, Question[]],
): Promise<[World, Compared[]]> {
  const owner = await ways.owner.connect()
  const app = await ways.app.connect()
  try {
    // Drawn and stored in the same moment: the database writes down whom a share is about as it is handed over.
    const [world, questions] = await inTransaction(owner, 'commit', async () => {
      const drawn = draw((await clockOf(owner)).now)
      await storeWorld(owner, drawn[0])
      return drawn
    })
    const compared: Compared[] = []
    for (const group of groupsOf(questions)) {
      await inTransaction(app, 'rollback', async () => {
        const { now } = await clockOf(app)
        compared.push(...(await compare(app, world, group, now)))
      })
    }
    await inTransaction(owner, 'commit', () => removeWorld(owner, world))
    return [world, compared]
  } finally {
    owner.release()
    app.release()
  }
}

/**
 * A world that is stored and asked within one transaction, which is what it takes to ask about times that are exactly now. The
 * transaction belongs to a superuser who becomes lab_owner, then lab_app, as if they had logged in; nothing is kept.
 */
export async function playInOneInstant(
  ways: Ways,
  draw: (now: Date) => [World, Question[]],
): Promise<[World, Compared[]]> {
  const client = await ways.superuser.connect()
  try {
    return await inTransaction(client, 'rollback', async () => {
      const { now, fraction } = await clockOf(client)
      const [world, questions] = draw(now)
      await client.query('set local session authorization lab_owner')
      await storeWorld(client, world, fraction)
      await client.query('set local session authorization lab_app')
      const compared: Compared[] = []
      for (const group of groupsOf(questions)) compared.push(...(await compare(client, world, group, now)))
      return [world, compared]
    })
  } finally {
    client.release()
  }
}

async function compare(client: Client, world: World, questions: Question[], now: Date): Promise<Compared[]> {
  const answers = await answersOfDatabase(client, world, questions)
  return questions.map((question, index) => {
    const database = answers[index]
    if (database === undefined) throw new Error('a question without an answer')
    return { question, core: answerOfCore(world, question, now), database, now }
  })
}

/** Questions that one transaction can answer: the same person, token, narrowing and purpose. */
function groupsOf(questions: Question[]): Question[][] {
  const groups = new Map<string, Question[]>()
  for (const question of questions) {
    const key = [question.person, question.session, question.narrowed, question.purpose].join()
    groups.set(key, [...(groups.get(key) ?? []), question])
  }
  return [...groups.values()]
}

/** The start of the client's transaction as the database says: in whole milliseconds, and the microseconds beyond. */
async function clockOf(client: Client): Promise<{ now: Date; fraction: string }> {
  const found = await client.query<{ exactly: string }>(
    `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as exactly`,
  )
  const exactly = found.rows[0]?.exactly ?? ''
  return { now: new Date(`${exactly.slice(0, 23)}Z`), fraction: exactly.slice(23) }
}

async function inTransaction<Result>(
  client: Client,
  end: 'commit' | 'rollback',
  work: () => Promise<Result>,
): Promise<Result> {
  await client.query('begin')
  try {
    const result = await work()
    await client.query(end)
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
