import { randomUUID } from 'node:crypto'
import { account } from '@velferdslab/core/ledger'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'
import { planActs, type PlanActs } from '../../testing/plan-for-tests.ts'

let server: TestServer
let acts: PlanActs
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
  acts = planActs(server, 'hansen-ali')
})
afterAll(() => server.close())

const settle = () => new Promise((resume) => setTimeout(resume, 250))
const stopNav = (persona: string, family: string, party: 'nav' | 'school') =>
  server.call(persona, 'POST', `/api/families/${server.family(family)}/parties/${server.party(party)}/stop`, {
    commandId: randomUUID(),
  })

describe('the plan as it changes', () => {
  it('tells nobody who cannot see what changed, and everybody who can, at once', async () => {
    const id = await acts.aProposal(4_000)
    const coach = await server.watchPlan('torbjorn', 'hansen-ali')
    const pages = [
      await server.watchPlan('jonas', 'hansen-ali'),
      await server.watchPlan('tor', 'hansen-ali'),
      await server.watchPlan('solveig', 'hansen-ali'),
    ]
    await Promise.all([coach, ...pages].map((page) => page.until((frame) => frame.is === 'ready')))
    await acts.post('jonas', `/decisions/${id}/answer`, { version: 1, answer: 'yes' })
    await Promise.all(pages.map((page) => page.until((frame) => frame.is === 'plan')))
    await settle()
    expect(coach.frames.map((frame) => frame.is)).not.toContain('plan')
    for (const page of [coach, ...pages]) page.leave()
  })
  it('is read without being said to sit at the cloth, and without hearing what is written there', async () => {
    const amina = await server.sit('amina', 'hansen-ali')
    const jonas = await server.watchPlan('jonas', 'hansen-ali')
    await jonas.until((frame) => frame.is === 'ready')
    await acts.post('amina', '/notes', {
      noteId: randomUUID(),
      cell: 'now',
      area: 'economy',
      about: { whole: true },
      words: { text: 'Ringe banken' },
    })
    await amina.until((frame) => frame.is === 'note')
    await settle()
    expect(jonas.frames.map((frame) => frame.is).filter((is) => is !== 'sight')).toEqual(['ready'])
    for (const frame of amina.frames)
      if (frame.is === 'here') expect(frame.persons).not.toContain(server.person('jonas'))
    for (const page of [amina, jonas]) page.leave()
  })
})

describe('a service with a seat and no consent left', () => {
  it('keeps its own decisions and entries in sight, and nothing else', async () => {
    const family = `/api/families/${server.family('lie')}`
    const before = await planActs(server, 'lie').planOf('tor')
    expect(before.goals).not.toEqual([])
    expect((await stopNav('marius', 'lie', 'nav')).status).toBe(200)
    const { decisions, frames, family: named, ...rest } = await planActs(server, 'lie').planOf('tor')
    expect(decisions.map((card) => card.id)).toEqual(before.decisions.map((card) => card.id))
    expect(decisions.every((card) => card.partyId === server.party('nav') && !card.mine.length)).toBe(true)
    expect(named.name).toBeNull()
    expect({ goals: rest.goals, measures: rest.measures, members: rest.members, mayWrite: rest.mayWrite }).toEqual({
      goals: [],
      measures: [],
      members: [],
      mayWrite: [],
    })
    expect(frames).toEqual([])
    const own = account.parse((await server.call('tor', 'GET', `${family}/account`)).json())
    expect(own.family).toBeNull()
    expect(own.entries.length).toBeGreaterThan(0)
    expect(own.entries.every((entry) => entry.payerId === server.party('nav'))).toBe(true)
    for (const path of ['', '/cloth', '/journey'])
      expect((await server.call('tor', 'GET', `${family}${path}`)).status, path).toBe(404)
  })
  it('finds nothing where it has decided nothing', async () => {
    expect((await stopNav('jonas', 'hansen-ali', 'school')).status).toBe(200)
    const family = `/api/families/${server.family('hansen-ali')}`
    expect((await server.call('kari', 'GET', `${family}/plan`)).status).toBe(404)
    for (const persona of ['siri', 'berit', 'geir'])
      for (const path of ['/plan', '/account'])
        expect((await server.call(persona, 'GET', `${family}${path}`)).status, persona + path).toBe(404)
  })
})
