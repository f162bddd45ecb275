import { randomUUID } from 'node:crypto'
import { familyPromises, owedByMe } from '@velferdslab/core/promise'
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'
import { inDays, planActs, type PlanActs } from '../../testing/plan-for-tests.ts'
import { signingActs, type SigningActs } from '../../testing/signing-for-tests.ts'

vi.setConfig({ testTimeout: 30_000 })

let server: TestServer
let acts: PlanActs
let signs: SigningActs
const key = 'hansen-ali'
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
  acts = planActs(server, key)
  signs = signingActs(server, key)
  for (let two = 0; two < 2; two++) await acts.aMeasure()
  await signs.putUp('solveig')
  for (const persona of ['amina', 'jonas', 'solveig']) await signs.sign(persona)
})
afterAll(() => server.close())

const promisesOf = async (persona: string) =>
  familyPromises.parse((await server.call(persona, 'GET', `/api/families/${server.family(key)}/promises`)).json())
    .promises
const owed = async (persona: string) =>
  owedByMe.parse((await server.call(persona, 'GET', '/api/promises')).json()).promises
const answer = (persona: string, id: string, body: Record<string, unknown>) =>
  server.call(persona, 'POST', `/api/families/${server.family(key)}/promises/${id}/answer`, {
    commandId: randomUUID(),
    ...body,
  })

it('sleep in a version that not all have signed, and are of the party that does the measure', async () => {
  expect(await owed('tor')).toEqual([])
  expect(await promisesOf('jonas')).toEqual([])
  expect((await signs.sign('tor')).json()).toEqual({ done: true, inForce: true })
  const mine = await owed('tor')
  expect(mine.map((promise) => promise.text)).toEqual(Array(2).fill('Gjeldsrådgiver går gjennom alle brev'))
  expect(mine[0]).toMatchObject({ isMine: true, state: 'later', to: ['Jonas'], answer: null })
  expect(await owed('kari')).toEqual([])
  expect((await promisesOf('jonas')).map((promise) => promise.id).sort()).toEqual(
    mine.map((promise) => promise.id).sort(),
  )
})

it('are answered by nobody else, and not without a reason', async () => {
  const [promise] = await owed('tor')
  const id = promise?.id ?? ''
  for (const persona of ['amina', 'jonas', 'solveig', 'kari', 'marius', 'geir'])
    expect((await answer(persona, id, { answer: 'done' })).status, persona).toBe(404)
  expect((await answer('tor', id, { answer: 'not_done' })).json()).toEqual({ refused: 'promise-needs-reason' })
  expect((await answer('tor', id, { answer: 'not_done', reason: 'other' })).json()).toEqual({
    refused: 'promise-needs-reason',
  })
  expect((await answer('tor', id, { answer: 'not_done', reason: 'waiting', newDue: inDays(-1) })).json()).toEqual({
    refused: 'promise-day-passed',
  })
})

it('not done because, then done: the family reads why, and it is late until it is done', async () => {
  const [promise] = await owed('tor')
  const id = promise?.id ?? ''
  await server.owner.query(`update lab.promise set due = lab.today() - 3 where id = $1`, [id])
  const said = await answer('tor', id, {
    answer: 'not_done',
    reason: 'waiting',
    words: { text: 'Banken svarer ikke' },
    newDue: inDays(4),
  })
  expect(said.json()).toEqual({ done: true })
  const late = await promisesOf('jonas')
  expect(late[0]).toMatchObject({
    id,
    state: 'late',
    daysLate: 3,
    isMine: false,
    answer: { reason: 'waiting', words: 'Banken svarer ikke', by: 'Tor' },
  })
  expect((await answer('tor', id, { answer: 'done' })).json()).toEqual({ done: true })
  expect((await answer('tor', id, { answer: 'done' })).json()).toEqual({ refused: 'promise-already-done' })
  expect((await promisesOf('solveig')).find((one) => one.id === id)).toMatchObject({ state: 'done', daysLate: 0 })
})

it('come with a decision at once, as what its payer has bound itself to', async () => {
  const id = await acts.aProposal(1_000)
  await acts.post('jonas', `/decisions/${id}/answer`, { version: 1, answer: 'yes' })
  expect(await acts.post('tor', `/decisions/${id}/decide`, { version: 1 })).toMatchObject({ done: true })
  expect((await owed('tor')).find((promise) => promise.text === 'Garanti for depositum')).toMatchObject({
    due: inDays(14),
    state: 'later',
  })
})

it('a service keeps its own in sight, and answers them, when the family has stopped all else', async () => {
  const nav = server.party('nav')
  await server.call('jonas', 'POST', `/api/families/${server.family(key)}/parties/${nav}/stop`, {
    commandId: randomUUID(),
  })
  expect((await server.call('tor', 'GET', signs.path())).status).toBe(404)
  const open = (await owed('tor')).find((promise) => promise.answer === null && promise.text.startsWith('Gjeld'))
  expect(open?.text).toBe('Gjeldsrådgiver går gjennom alle brev')
  expect((await answer('tor', open?.id ?? '', { answer: 'done' })).json()).toEqual({ done: true })
})
