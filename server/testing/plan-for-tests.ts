import { randomUUID } from 'node:crypto'
import type { DecisionCard } from '@velferdslab/core/decision'
import { plan, type Plan } from '@velferdslab/core/plan'
import type { TestServer } from './lab-for-tests.ts'

/** Plain SQL with a token, as somebody would who goes around the server. @returns how many rows it saw or wrote */
export async function runPlainSql(server: TestServer, persona: string, text: string): Promise<number | null> {
  const client = await server.people.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('app.token', $1, true), set_config('app.purpose', 'make_and_follow_plan', true)`,
      [(await server.session(persona)).token],
    )
    return (await client.query(text)).rowCount
  } finally {
    await client.query('rollback')
    client.release()
  }
}

export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** What people do with one family's plan, through the doors of the server. */
export interface PlanActs {
  post(persona: string, path: string, body: Record<string, unknown>): Promise<unknown>
  planOf(persona: string): Promise<Plan>
  cardOf(persona: string, id: string): Promise<DecisionCard | undefined>
  /** A note of Jonas', a goal from it, and something to do for it. */
  aMeasure(area?: string, about?: string[], costs?: unknown[]): Promise<string>
  /** A decision of NAV's on such a measure, in kroner. */
  aProposal(kroner: number, more?: Record<string, unknown>, about?: string[], area?: string): Promise<string>
}

export function planActs(server: TestServer, key: string): PlanActs {
  const family = () => server.family(key)
  const post = async (persona: string, path: string, body: Record<string, unknown>) =>
    (
      await server.call(persona, 'POST', `/api/families/${family()}${path}`, { commandId: randomUUID(), ...body })
    ).json()
  const planOf = async (persona: string): Promise<Plan> =>
    plan.parse((await server.call(persona, 'GET', `/api/families/${family()}/plan`)).json())
  const cardOf = async (persona: string, id: string) => (await planOf(persona)).decisions.find((card) => card.id === id)

  async function aMeasure(area = 'economy', about = ['jonas'], costs: unknown[] = []): Promise<string> {
    const [noteId, goalId, measureId] = [randomUUID(), randomUUID(), randomUUID()]
    const whom = { persons: about.map((persona) => server.person(persona)) }
    await post('jonas', '/notes', { noteId, cell: 'now', area, about: whom, words: { text: 'Vite hvem vi skylder' } })
    await post('jonas', '/goals', {
      goalId,
      noteId,
      term: 'short',
      area,
      about: whom,
      words: { text: 'Oversikt over gjelda' },
    })
    const added = await post('jonas', '/measures', {
      measureId,
      goalId,
      area,
      about: whom,
      words: { text: 'Gjeldsrådgiver går gjennom alle brev' },
      doer: { is: 'party', partyId: server.party('nav') },
      due: inDays(14),
      costs,
    })
    if (!(added as { done?: true }).done) throw new Error(JSON.stringify(added))
    return measureId
  }

  async function aProposal(
    kroner: number,
    more: Record<string, unknown> = {},
    about = ['jonas'],
    area = 'economy',
  ): Promise<string> {
    const decisionId = randomUUID()
    const proposed = await post('jonas', '/decisions', {
      decisionId,
      measureId: await aMeasure(area, about),
      partyId: server.party('nav'),
      area,
      persons: about.map((persona) => server.person(persona)),
      kind: 'enkeltvedtak',
      amountOre: kroner * 100,
      words: { what: 'Garanti for depositum', ground: 'Sosialtjenesteloven § 19' },
      ...more,
    })
    if (!(proposed as { done?: true }).done) throw new Error(JSON.stringify(proposed))
    return decisionId
  }

  return { post, planOf, cardOf, aMeasure, aProposal }
}
