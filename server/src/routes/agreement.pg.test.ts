import { agreement } from '@velferdslab/core/agreement'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { asOwner, sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
})
afterAll(() => server.close())

const address = () => `/api/families/${server.family('hansen-ali')}/agreement`
const sign = (persona: string, more: Record<string, unknown> = {}) =>
  server.call(persona, 'POST', address(), { commandId: randomUUID(), textVersion: '2026-11', language: 'nb', ...more })
const forget = (persona: string) =>
  asOwner(server, (tx) => sql`delete from lab.participation where person_id = ${server.person(persona)}`.execute(tx))
const standing = () =>
  asOwner(server, (tx) =>
    sql<{ person: string }>`
    select person_id as person from lab.participation where family_id = ${server.family('hansen-ali')} and ended_at is null`.execute(
      tx,
    ),
  )

describe('nobody signs', () => {
  it('for another, past the route by plain SQL either', async () => {
    await forget('amina')
    await expect(
      server.as(
        'jonas',
        (tx) =>
          sql`insert into lab.participation (municipality_id, id, family_id, person_id, text_version, language)
          values (lab.current_municipality(), ${randomUUID()}, ${server.family('hansen-ali')}, ${server.person('amina')}, '2026-11', 'nb')`.execute(
            tx,
          ),
        'hansen-ali',
      ),
    ).rejects.toThrow(/row-level security/)
  })

  it('as a child, as a service, or as the one who leads', async () => {
    expect((await sign('sara')).json()).toEqual({ refused: 'agreement-too-young' })
    for (const persona of ['solveig', 'tor', 'torbjorn'])
      expect((await sign(persona)).json()).toEqual({ refused: 'not-found' })
  })

  it('twice, or under a text that is no longer the one that stands', async () => {
    expect((await sign('jonas')).json()).toEqual({ refused: 'agreement-already-signed' })
    await forget('jonas')
    expect((await sign('jonas', { textVersion: '2025-01' })).json()).toEqual({ refused: 'agreement-text-changed' })
  })
})

it('a signature sent again and again, and from two windows, is one, and is remembered in the chain', async () => {
  await forget('amina')
  const commandId = randomUUID()
  const answers = await Promise.all([sign('amina', { commandId }), sign('amina', { commandId }), sign('amina')])
  expect(answers.map((answer) => answer.json())).toContainEqual({ done: true })
  expect((await standing()).rows.filter(({ person }) => person === server.person('amina'))).toHaveLength(1)
})

it('each sees their own answer and that the others answer for themselves; nobody outside sees the agreement', async () => {
  await forget('jonas')
  const seen = agreement.parse((await server.call('amina', 'GET', address())).json())
  expect(seen).toMatchObject({
    maySign: false,
    isYoung: false,
    leader: 'Solveig',
    others: [{ name: 'Jonas', signedAt: null }],
  })
  for (const persona of ['tor', 'siri', 'magda', 'berit', 'geir'])
    expect((await server.call(persona, 'GET', address())).json()).toEqual({ refused: 'not-found' })
})
