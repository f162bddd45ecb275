import { coreTeamHome } from '@velferdslab/core/core-team'
import { familyHome, familyList } from '@velferdslab/core/family'
import { owedByMe } from '@velferdslab/core/promise'
import { stoppedForMe } from '@velferdslab/core/stopped'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { aFamilyAtDoor, take } from '../../testing/family-at-door.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'
import { inDays, planActs } from '../../testing/plan-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
})
afterAll(() => server.close())

const rowOf = async (persona: string, name: string) =>
  familyList
    .parse((await server.call(persona, 'GET', '/api/families')).json())
    .families.find((family) => family.name === name)
const stoppedFor = async (persona: string) =>
  stoppedForMe.parse((await server.call(persona, 'GET', '/api/stopped')).json()).stopped
const coreTeam = async () => coreTeamHome.parse((await server.call('berit', 'GET', '/api/core-team')).json())
const post = async (persona: string, path: string, body: object) =>
  (await server.call(persona, 'POST', path, { commandId: randomUUID(), ...body })).json()

describe('the core team’s home', () => {
  it('is nobody else’s', async () => {
    for (const persona of ['solveig', 'tor', 'geir', 'amina'])
      expect((await server.call(persona, 'GET', '/api/core-team')).status, persona).toBe(404)
  })
  it('tells what each family waits for, from its yes to its leader, and nothing of it afterwards', async () => {
    const family = await aFamilyAtDoor(server, 'Turid Aas')
    const standing = async () =>
      (await coreTeam()).waiting.filter(({ name }) => name === 'Aas').map((each) => [each.waitsFor, each.leader])
    expect(await standing()).toEqual([['answer', null]])
    await family.accept()
    expect(await standing()).toEqual([['leader', null]])
    const unwanted = await family.askLeader('solveig')
    expect(await standing()).toEqual([['family', 'Solveig Strand']])
    await family.post('turid', `/seats/${unwanted}/answer`, { answer: 'no', reason: null })
    expect(await standing()).toEqual([['leader', null]])
    const seat = await family.askLeader('pal')
    await family.post('turid', `/seats/${seat}/answer`, { answer: 'yes', reason: null })
    expect(await standing()).toEqual([['holder', 'Pål Krogh']])
    await take(server, 'pal', seat)
    expect(await standing()).toEqual([])
    const { answered, leaders } = await coreTeam()
    expect(answered[0]).toMatchObject({ name: 'Aas', accepted: true, instead: null })
    expect(leaders.find(({ name }) => name === 'Pål Krogh')?.leads).toBe(1)
  })
  it('tells what was offered instead where the answer was no', async () => {
    const family = await aFamilyAtDoor(server, 'Grete Lund')
    for (const { code } of (await family.checkList('berit')).questions) await family.answer(code)
    const outcome = { is: 'declined', reason: 'Én tjeneste er nok.', instead: 'NAV ringer fredag.' }
    expect(await family.post('berit', '/qualification/outcome', { outcome })).toEqual({ done: true })
    const { answered, waiting } = await coreTeam()
    expect(answered[0]).toMatchObject({ name: 'Lund', accepted: false, instead: 'NAV ringer fredag.' })
    expect(waiting.map(({ name }) => name)).not.toContain('Lund')
  })
})

describe('the leader’s list', () => {
  it('counts steps nobody has said anything of, and what is late to the family: never what its members have not done', async () => {
    const acts = planActs(server, 'hansen-ali')
    const notBegun = async () => (await rowOf('solveig', 'Hansen-Ali'))?.notBegun
    expect(await notBegun()).toBe(0)
    const id = await acts.aProposal(1_000)
    await acts.post('jonas', `/decisions/${id}/answer`, { version: 1, answer: 'yes' })
    expect(await notBegun()).toBe(0)
    expect(await acts.post('tor', `/decisions/${id}/decide`, { version: 1 })).toMatchObject({ done: true })
    expect(await notBegun()).toBe(1)
    const owed = owedByMe.parse((await server.call('tor', 'GET', '/api/promises')).json()).promises
    const promise = owed.find(({ text }) => text === 'Garanti for depositum')
    await acts.post('tor', `/promises/${promise?.id}/answer`, { answer: 'not_done', reason: 'waiting' })
    expect(await notBegun()).toBe(0)
    const late = async () => (await rowOf('solveig', 'Hansen-Ali'))?.lateToFamily
    // One stands late in Fjordvik from before.
    const before = (await late()) ?? 0
    await server.owner.query(`update lab.promise set due = lab.today() - 2 where id = $1`, [promise?.id])
    expect(await late()).toBe(before + 1)
    const toMember = `update lab.promise set doer = 'member', party_id = null, person_id = $2 where id = $1`
    await server.owner.query(toMember, [promise?.id, server.person('jonas')])
    expect(await late()).toBe(before)
  })
  it('has the next meeting from when it is planned', async () => {
    const family = server.family('kowalska')
    expect((await rowOf('solveig', 'Kowalska'))?.nextMeeting).toBeNull()
    const plannedAt = new Date(Date.now() + 86_400_000).toISOString()
    const meetingId = randomUUID()
    const words = { place: 'Brukertorget', link: '', agenda: '' }
    expect(await post('solveig', `/api/families/${family}/meetings`, { meetingId, plannedAt, words })).toMatchObject({
      done: true,
    })
    expect((await rowOf('solveig', 'Kowalska'))?.nextMeeting).toEqual({ plannedAt, hasBegun: false })
  })
})

describe('what waits for my answer', () => {
  const homeOf = async (persona: string) =>
    familyHome.parse((await server.call(persona, 'GET', `/api/families/${server.family('hansen-ali')}`)).json())
  const waits = async (persona: string) => (await homeOf(persona)).decisionsToAnswer
  it('is nothing for who works with the family, and nothing for who has said yes or taken time to think', async () => {
    for (const persona of ['solveig', 'amina', 'sara']) expect(await waits(persona), persona).toBe(0)
  })
  it('is gone when I have said something, or taken time to think about it', async () => {
    const family = server.family('hansen-ali')
    expect(await waits('jonas')).toBe(1)
    const plan = (await server.call('jonas', 'GET', `/api/families/${family}/plan`)).json() as {
      decisions: { id: string; version: number; words: { what: string } }[]
    }
    const decision = plan.decisions.find(({ words }) => words.what === 'Fire timer med gjeldsrådgiver')
    const body = { version: decision?.version, answer: 'think', until: inDays(3) }
    expect(await post('jonas', `/api/families/${family}/decisions/${decision?.id}/answer`, body)).toMatchObject({
      done: true,
    })
    expect(await waits('jonas')).toBe(0)
  })
})

describe('what is stopped for me', () => {
  it('is a promise whose step was stopped, told to who owed it', async () => {
    const acts = planActs(server, 'hansen-ali')
    const id = await acts.aProposal(1_000)
    await acts.post('jonas', `/decisions/${id}/answer`, { version: 1, answer: 'yes' })
    await acts.post('tor', `/decisions/${id}/decide`, { version: 1 })
    expect(await stoppedFor('tor')).toEqual([])
    const measure = (await acts.cardOf('solveig', id))?.measureId
    expect(await acts.post('solveig', `/measures/${measure}/stop`, { on: inDays(0) })).toMatchObject({ done: true })
    expect(await stoppedFor('tor')).toMatchObject([
      { is: 'promise', text: 'Garanti for depositum', family: 'Hansen-Ali' },
    ])
    expect(await stoppedFor('kari')).toEqual([])
  })
  it('is told the service it was stopped for, and no other; by which family, and not by whom', async () => {
    const family = server.family('hansen-ali')
    expect(await post('jonas', `/api/families/${family}/parties/${server.party('nav')}/stop`, {})).toMatchObject({
      done: true,
    })
    // NAV may open nothing of the family any more, and its name is part of that.
    expect(await stoppedFor('tor')).toContainEqual(
      expect.objectContaining({ is: 'sharing', family: null, service: 'NAV', partly: false }),
    )
    expect(JSON.stringify(await stoppedFor('tor'))).not.toContain(server.person('jonas'))
    for (const persona of ['kari', 'siri', 'hanne']) expect(await stoppedFor(persona), persona).toEqual([])
  })
})
