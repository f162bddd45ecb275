import { familyPhase } from '@velferdslab/core/phase'
import { asPerson } from '@velferdslab/db/as-person'
import type { Tx } from '@velferdslab/db/connect'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => server.close())

const home = (key = 'hansen-ali') => `/api/families/${server.family(key)}/phase`
const done = { done: true }
const post = async (persona: string, path: string, body: object) =>
  (await server.call(persona, 'POST', path, { commandId: randomUUID(), ...body })).json() as object
const why = 'Det meste er på plass.'
const ask = (persona: string, to: string, id: string = randomUUID()) =>
  post(persona, home(), { phaseMoveId: id, to, why })
const say = (persona: string, id: string, answer: 'yes' | 'no') => post(persona, `${home()}/${id}/answer`, { answer })
const read = async (persona: string, key = 'hansen-ali') =>
  familyPhase.parse((await server.call(persona, 'GET', home(key))).json())

describe('going on', () => {
  it('is asked by the leader alone, one step, with a reason; a stranger finds no family', async () => {
    for (const persona of ['amina', 'tor', 'sara'])
      expect(await ask(persona, 'maintain'), persona).toEqual({ refused: 'phase-only-leader' })
    for (const persona of ['siri', 'geir', 'magda', 'berit'])
      expect(await ask(persona, 'maintain'), persona).toEqual({ refused: 'not-found' })
    for (const to of ['capture', 'invest', 'exit'])
      expect(await ask('solveig', to), to).toEqual({ refused: 'phase-not-next' })
    expect(await post('solveig', home(), { phaseMoveId: randomUUID(), to: 'maintain', why: ' ' })).toMatchObject({
      refused: 'not-valid',
    })
    expect(await read('amina')).toMatchObject({ phase: 'invest', asked: null, mayAsk: [], speaks: true })
  })

  it('does not move by being asked; NAV and a child are not told that it was', async () => {
    const id = randomUUID()
    expect(await ask('solveig', 'maintain', id)).toEqual(done)
    expect(await ask('solveig', 'maintain')).toEqual({ refused: 'phase-already-asked' })
    expect(await read('solveig')).toMatchObject({ phase: 'invest', asked: { id, to: 'maintain', why, waitsFor: null } })
    expect((await read('amina')).asked).toMatchObject({ mine: null, waitsFor: ['Amina', 'Jonas'], by: 'Solveig' })
    for (const persona of ['tor', 'sara'])
      expect(await read(persona), persona).toMatchObject({ phase: 'invest', asked: null, notNow: null })
    for (const persona of ['tor', 'sara', 'solveig'])
      expect(await say(persona, id, 'yes'), persona).toEqual({ refused: 'phase-only-grown' })
  })

  it('takes everyone’s own yes, given once: one is not enough', async () => {
    const id = (await read('amina')).asked?.id ?? ''
    expect(await say('amina', id, 'yes')).toEqual(done)
    expect(await say('amina', id, 'yes')).toEqual({ refused: 'phase-already-answered' })
    expect(await read('jonas')).toMatchObject({ phase: 'invest', asked: { mine: null, waitsFor: ['Jonas'] } })
  })

  it('is not done when one says not now, and nobody sees whose it was', async () => {
    const id = (await read('jonas')).asked?.id ?? ''
    expect(await say('jonas', id, 'no')).toEqual(done)
    expect(await say('amina', id, 'no')).toEqual({ refused: 'phase-no-longer-asked' })
    for (const persona of ['amina', 'jonas', 'solveig'])
      expect(await read(persona), persona).toMatchObject({ phase: 'invest', asked: null, notNow: { to: 'maintain' } })
    const seen = await server.as('amina', (tx) =>
      sql<{ person_id: string }>`select person_id from lab.phase_answer`.execute(tx),
    )
    expect(seen.rows.map((row) => row.person_id)).toEqual([server.person('amina')])
  })

  it('is asked again, and moves with the last yes: everybody sees the phase, and the memory has it', async () => {
    const id = randomUUID()
    expect(await ask('solveig', 'maintain', id)).toEqual(done)
    for (const persona of ['amina', 'jonas']) expect(await say(persona, id, 'yes')).toEqual(done)
    for (const persona of ['amina', 'solveig', 'tor']) expect((await read(persona)).phase, persona).toBe('maintain')
    expect(await read('amina')).toMatchObject({ asked: null, notNow: null, moved: [{ to: 'maintain' }] })
    expect((await read('solveig')).mayAsk).toEqual(['exit', 'invest'])
    const { rows } = await server.owner.query<{ kind: string; data: object }>(
      `select kind, data from lab.event where family_id = $1 and kind like 'phase.%' order by seq desc limit 2`,
      [server.family('hansen-ali')],
    )
    expect(rows.map(({ kind }) => kind)).toEqual(['phase.moved', 'phase.answered'])
    expect(rows[0]?.data).toEqual({ from: 'invest', to: 'maintain' })
  })
})

describe('two last yeses at the very same moment', () => {
  const moved = async (id: string) =>
    (
      await server.owner.query<{ n: number }>(
        `select count(*)::int as n from lab.event where kind = 'phase.moved' and subject_id = $1`,
        [id],
      )
    ).rows[0]?.n
  it('move the phase, once: one of them is the last, whoever it is', async () => {
    for (const to of ['invest', 'maintain', 'invest', 'maintain']) {
      const id = randomUUID()
      expect(await ask('solveig', to, id)).toEqual(done)
      expect(await Promise.all(['jonas', 'amina'].map((persona) => say(persona, id, 'yes')))).toEqual([done, done])
      expect(await read('amina'), to).toMatchObject({ phase: to, asked: null })
      expect(await moved(id), to).toBe(1)
    }
  })

  it('wait for one another in the database itself: the second sees what the first has said', async () => {
    const id = randomUUID()
    expect(await ask('solveig', 'invest', id)).toEqual(done)
    const yes = (person: string) =>
      sql`insert into lab.phase_answer (municipality_id, id, move_id, family_id, person_id, answer)
        values (lab.current_municipality(), gen_random_uuid(), ${id}, ${server.family('hansen-ali')}, ${server.person(person)}, 'yes')`
    let said = (): void => undefined
    let goOn = (): void => undefined
    const hasSaid = new Promise<void>((resolve) => (said = resolve))
    const mayGo = new Promise<void>((resolve) => (goOn = resolve))
    const as = async (persona: string, work: (tx: Tx) => Promise<unknown>) =>
      asPerson(server.people, await server.session(persona), server.family('hansen-ali'), work)
    const first = as('amina', async (tx) => {
      await yes('amina').execute(tx)
      said()
      await mayGo
    })
    await hasSaid
    const second = as('jonas', (tx) => yes('jonas').execute(tx))
    // Long enough for the second to have come to where it waits; if it does not wait, it is done by then and has missed the first.
    await new Promise((resolve) => setTimeout(resolve, 300))
    goOn()
    await Promise.all([first, second])
    expect((await read('amina')).phase).toBe('invest')
    // Back to where the rest of this file begins.
    const back = randomUUID()
    expect(await ask('solveig', 'maintain', back)).toEqual(done)
    for (const persona of ['amina', 'jonas']) expect(await say(persona, back, 'yes')).toEqual(done)
  })
})

describe('past the rules, by plain SQL', () => {
  const refused = (persona: string, statement: ReturnType<typeof sql>) =>
    expect(
      server.as(persona, (tx) => statement.execute(tx), 'hansen-ali'),
      persona,
    ).rejects.toThrow(/row-level security|permission denied|violates check/)
  const move = (from: string, to: string, more = sql`lab.current_person()`) =>
    sql`insert into lab.phase_move (municipality_id, id, family_id, from_phase, to_phase, sealed, asked_by)
      values (lab.current_municipality(), gen_random_uuid(), ${server.family('hansen-ali')}, ${from}, ${to}, '\\x00', ${more})`

  it('nobody moves the phase itself, not its leader either', async () => {
    for (const persona of ['solveig', 'amina', 'berit'])
      await refused(persona, sql`update lab.family set phase = 'exit' where id = ${server.family('hansen-ali')}`)
    await refused('solveig', sql`update lab.phase_move set outcome = 'moved', settled_at = now()`)
  })
  it('nobody but the leader asks, from where the family is not, in another’s name, or two steps at once', async () => {
    for (const persona of ['amina', 'tor', 'berit', 'siri']) await refused(persona, move('maintain', 'exit'))
    await refused('solveig', move('invest', 'maintain'))
    await refused('solveig', move('maintain', 'capture'))
    await refused('solveig', move('maintain', 'exit', sql`${server.person('amina')}::uuid`))
  })
  it('nobody answers for another, and not who does not speak for the family', async () => {
    const id = randomUUID()
    expect(await ask('solveig', 'exit', id)).toEqual(done)
    const answer = (person: string) =>
      sql`insert into lab.phase_answer (municipality_id, id, move_id, family_id, person_id, answer)
        values (lab.current_municipality(), gen_random_uuid(), ${id}, ${server.family('hansen-ali')}, ${server.person(person)}, 'yes')`
    for (const [persona, person] of [
      ['amina', 'jonas'],
      ['solveig', 'amina'],
      ['sara', 'sara'],
      ['tor', 'tor'],
    ] as const)
      await refused(persona, answer(person))
    expect((await read('amina')).phase).toBe('maintain')
  })
})

it('Emma Nilsen came to the end of the way by her own yes, each time', async () => {
  const seen = await read('emma', 'nilsen')
  expect(seen).toMatchObject({
    phase: 'exit',
    asked: null,
    moved: [{ to: 'invest' }, { to: 'maintain' }, { to: 'exit' }],
  })
  expect(seen.moved.map(({ on }) => on)).toEqual([...seen.moved.map(({ on }) => on)].sort())
  expect((await read('solveig', 'nilsen')).mayAsk).toEqual([])
})
