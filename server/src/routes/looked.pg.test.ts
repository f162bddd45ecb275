import { randomUUID } from 'node:crypto'
import { looked } from '@velferdslab/core/looked'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { anAct, withoutTrace } from '../../testing/openings-for-tests.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
})
afterAll(() => server.close())
beforeEach(() => withoutTrace(server))

const read = (persona: string, page: string) =>
  server.call(persona, 'GET', `/api/families/${server.family('hansen-ali')}${page}`)
const lookedBy = async (persona: string) => looked.parse((await read(persona, '/looked')).json())
const visits = async (persona: string) => (await lookedBy(persona)).visits

describe('who has read about me', () => {
  it('is nobody’s outside the family', async () => {
    for (const persona of ['solveig', 'tor', 'siri', 'berit', 'magda', 'torbjorn'])
      expect((await read(persona, '/looked')).status, persona).toBe(404)
  })
  it('names the reader, the service, the areas and the right, to whom it was about', async () => {
    await read('tor', '/plan')
    const [visit, ofWork] = await visits('jonas')
    expect(visit).toMatchObject({ name: 'Tor', service: 'NAV', aboutMe: true, byMyYes: true, ground: 'consent' })
    expect(ofWork).toMatchObject({ name: 'Tor', service: 'NAV', ground: 'own_work' })
    expect(visit?.areas.length).toBeGreaterThan(0)
  })
  it('tells one grown person nothing of what was about another alone', async () => {
    const note = { cell: 'today', area: 'work', about: { persons: [server.person('jonas')] }, words: { text: 'x' } }
    const path = `/api/families/${server.family('hansen-ali')}/notes`
    await server.call('jonas', 'POST', path, { commandId: randomUUID(), noteId: randomUUID(), ...note })
    await read('tor', '/cloth')
    const seen = (await visits('amina')).flatMap(({ areas }) => areas)
    const own = (await visits('jonas')).flatMap(({ areas }) => areas)
    expect(seen).not.toContain('work')
    expect(own).toContain('work')
  })
  it('shows the service and no name where the municipality has chosen so', async () => {
    await read('tor', '/plan')
    await server.owner.query(
      `insert into lab.municipality_setting (municipality_id, key, valid_from, value, source) values ($1, 'trace.names', lab.today(), 'false', 'test')`,
      [server.town.municipality],
    )
    try {
      const answer = await read('jonas', '/looked')
      expect(looked.parse(answer.json()).visits[0]).toMatchObject({ name: null, service: 'NAV' })
      expect(JSON.stringify(looked.parse(answer.json()).visits)).not.toContain('Tor')
      expect(answer.text).not.toContain(server.person('tor'))
    } finally {
      await server.owner.query('delete from lab.municipality_setting')
    }
  })
  it('of an act that has not been told, everybody’s answer is the same as if nobody had read', async () => {
    const ask = async () =>
      Promise.all(['amina', 'jonas', 'sara'].map(async (who) => (await read(who, '/looked')).text))
    const before = await ask()
    await anAct(server, { persona: 'siri', family: 'hansen-ali', kind: 'exception', areas: ['school', 'economy'] })
    for (const page of ['', '/cloth', '/plan', '/journey', '/cloth.pdf'])
      expect((await read('siri', page)).status, page).toBe(200)
    expect(await ask()).toEqual(before)
    await server.owner.query('update lab.act set told_at = now()')
    expect((await visits('amina'))[0]).toMatchObject({ name: 'Siri', service: 'barnevernet', ground: 'exception' })
  })
  it('is told a young person by the same rule as the row, and the page that shows nobody’s life to who speaks for the family', async () => {
    await read('solveig', '/seats')
    expect(await visits('amina')).toMatchObject([{ areas: [], ground: 'leader' }])
    expect(await visits('sara')).toEqual([])
    await read('solveig', '/cloth')
    expect((await visits('sara')).length).toBe(1)
  })
  it('stands beside what has happened, of which each sees what they could read', async () => {
    const { happened } = await lookedBy('amina')
    expect(happened.map(({ kind }) => kind)).toContain('note.written')
    const sara = (await lookedBy('sara')).happened
    expect(sara.filter(({ kind }) => kind.startsWith('consent.')).every(({ by }) => by !== null)).toBe(true)
    expect(sara.length).toBeLessThan(happened.length)
  })
})
