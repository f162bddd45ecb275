import { randomUUID } from 'node:crypto'
import { newestOf, type Journey } from '@velferdslab/core/journey'
import type { Wellbeing } from '@velferdslab/core/wellbeing'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
})
afterAll(() => server.close())

const at = (way: string) => `/api/families/${server.family('hansen-ali')}/${way}`
const journeyOf = async (persona: string) => (await server.call(persona, 'GET', at('journey'))).json() as Journey
const answersOf = async (persona: string) => (await server.call(persona, 'GET', at('wellbeing'))).json() as Wellbeing
const anAnswer = (more: Record<string, unknown> = {}) => ({
  commandId: randomUUID(),
  wellbeingId: randomUUID(),
  answer: { kind: 'score', score: 6 },
  words: 'Jeg lo i dag.',
  ...more,
})
const aPlacement = async (persona: string, view: 'family' | 'team', more: Record<string, unknown> = {}) => ({
  commandId: randomUUID(),
  placementId: randomUUID(),
  subject: 'housing',
  mark: 'now',
  situation: 'stable',
  words: 'Vi har nøklene.',
  base: newestOf((await journeyOf(persona)).placements, { subject: 'housing', view, mark: 'now' })?.id ?? null,
  ...more,
})

describe('an answer that is sent', () => {
  it('is not taken with a number out of range, an answer of two kinds, or a day of its own', async () => {
    for (const wrong of [
      { answer: { kind: 'score', score: 11 } },
      { answer: { kind: 'score', score: 4.5 } },
      { answer: { kind: 'score' } },
      { answer: { kind: 'rather_not', score: 0 } },
      { privacy: 'table' },
      { onDay: '2020-01-01' },
    ])
      expect((await server.call('amina', 'POST', at('wellbeing'), anAnswer(wrong))).status).toBe(422)
  })
  it('is refused from a child and from whoever sits at the table', async () => {
    const sara = await server.call('sara', 'POST', at('wellbeing'), anAnswer())
    expect(sara.json()).toEqual({ refused: 'wellbeing-not-for-children' })
    expect((await server.call('solveig', 'POST', at('wellbeing'), anAnswer())).status).toBe(404)
  })
  it('twice with one command id is one answer, and kept to oneself when nothing is said of readers', async () => {
    const before = (await answersOf('jonas')).mine.length
    const body = anAnswer()
    const first = await server.call('jonas', 'POST', at('wellbeing'), body)
    const second = await server.call('jonas', 'POST', at('wellbeing'), body)
    expect([first.status, second.text]).toEqual([200, first.text])
    const { mine } = await answersOf('jonas')
    expect(mine).toHaveLength(before + 1)
    expect(mine.at(-1)).toMatchObject({ privacy: 'own', words: 'Jeg lo i dag.', moment: 'during' })
  })
  it('reaches the leader when it is shared, and leaves her when it is kept', async () => {
    const id = (await answersOf('jonas')).mine.at(-1)?.id
    const share = (persona: string, privacy: string) =>
      server.call(persona, 'POST', at(`wellbeing/${id}/share`), { commandId: randomUUID(), privacy })
    const jonasFor = async (persona: string) =>
      (await answersOf(persona)).shared.find((each) => each.person.id === server.person('jonas'))?.entries.length ?? 0
    await share('jonas', 'child')
    expect([await jonasFor('solveig'), await jonasFor('amina'), await jonasFor('tor')]).toEqual([1, 0, 0])
    expect((await share('solveig', 'own')).status).toBe(404)
    await share('jonas', 'own')
    expect(await jonasFor('solveig')).toBe(0)
    await server.call('jonas', 'POST', at(`wellbeing/${id}/erase`), { commandId: randomUUID() })
    expect((await answersOf('jonas')).mine.map((entry) => entry.id)).not.toContain(id)
  })
})

describe('a placement that is sent', () => {
  it('is refused without a newest base, and both stand when it is sent again', async () => {
    const [amina, jonas] = [await aPlacement('amina', 'family'), await aPlacement('jonas', 'family')]
    const before = (await journeyOf('amina')).placements
    expect((await server.call('amina', 'POST', at('placements'), amina)).status).toBe(200)
    const late = await server.call('jonas', 'POST', at('placements'), jonas)
    expect([late.status, late.json()]).toEqual([409, { refused: 'journey-moved-on' }])
    const again = { ...jonas, commandId: randomUUID(), base: amina.placementId }
    expect((await server.call('jonas', 'POST', at('placements'), again)).status).toBe(200)
    const after = (await journeyOf('amina')).placements
    // What was there is there as it was; the two new ones stand after it.
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after.slice(before.length).map((row) => row.id)).toEqual([amina.placementId, jonas.placementId])
  })
  it('twice with one command id is one placement', async () => {
    const body = await aPlacement('solveig', 'team')
    const answers = [1, 2].map(() => server.call('solveig', 'POST', at('placements'), body))
    expect((await Promise.all(answers)).map((answer) => answer.status)).toEqual([200, 200])
    const { placements } = await journeyOf('solveig')
    expect(placements.filter((row) => row.id === body.placementId)).toHaveLength(1)
  })
  it('is refused as a goal of the team, and from NAV whom not all have said yes to', async () => {
    const goal = await aPlacement('solveig', 'team', { mark: 'goal' })
    expect((await server.call('solveig', 'POST', at('placements'), goal)).json()).toEqual({
      refused: 'journey-goal-by-family',
    })
    const nav = await aPlacement('tor', 'team')
    expect((await server.call('tor', 'POST', at('placements'), nav)).json()).toEqual({
      refused: 'journey-area-not-open',
    })
  })
})

describe('at the cloth meanwhile', () => {
  it('nobody is told of answers and placements, and the next note comes at once', async () => {
    const tor = await server.sit('tor', 'hansen-ali')
    const solveig = await server.sit('solveig', 'hansen-ali')
    await Promise.all([tor.until((frame) => frame.is === 'ready'), solveig.until((frame) => frame.is === 'ready')])
    const heard = [tor.frames.length, solveig.frames.length]
    await server.call('amina', 'POST', at('wellbeing'), anAnswer({ privacy: 'child' }))
    await server.call('amina', 'POST', at('placements'), await aPlacement('amina', 'family'))
    await server.call('jonas', 'POST', at('notes'), {
      commandId: randomUUID(),
      noteId: randomUUID(),
      cell: 'good_at',
      area: 'common',
      about: { persons: [server.person('jonas')] },
      words: { text: 'Jeg bærer tungt.' },
    })
    for (const page of [tor, solveig])
      await page.until((frame) => frame.is === 'note' && frame.note.words.text === 'Jeg bærer tungt.')
    const told = (page: typeof tor, from = 0) =>
      page.frames
        .slice(from)
        .filter((frame) => frame.is !== 'here')
        .map((frame) => frame.is)
    expect([told(tor, heard[0]), told(solveig, heard[1])]).toEqual([['note'], ['note']])
    tor.leave()
    solveig.leave()
  })
})
