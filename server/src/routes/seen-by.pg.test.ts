import { seenByParty } from '@velferdslab/core/seen-by'
import { cloth } from '@velferdslab/core/cloth'
import { addMonths, dayInOslo } from '@velferdslab/core/dates'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => server.close())

const family = () => server.family('hansen-ali')
const ask = (persona: string, party: string) =>
  server.call(persona, 'GET', `/api/families/${family()}/parties/${party}/seen`)
const seen = async (persona: string, party: Parameters<TestServer['party']>[0]) =>
  seenByParty.parse((await ask(persona, server.party(party))).json())
const clothOf = async (persona: string) =>
  cloth.parse((await server.call(persona, 'GET', `/api/families/${family()}/cloth`)).json())
const idsOf = (notes: readonly { id: string }[]) => notes.map(({ id }) => id).toSorted()
const say = (persona: string, areas: string[], persons: string[]) =>
  server.call(persona, 'POST', `/api/families/${family()}/consents`, {
    commandId: randomUUID(),
    partyId: server.party('nav'),
    purpose: 'make_and_follow_plan',
    areas,
    persons: persons.map((each) => server.person(each)),
    until: addMonths(dayInOslo(new Date()), 3),
    language: 'nb',
    textVersion: '2026-11',
  })

describe('what a service sees of what is mine', () => {
  it('is told to the family alone: for everybody else there is no such page, as for a service that never was', async () => {
    const unknown = await ask('amina', randomUUID())
    expect(unknown.status).toBe(404)
    for (const persona of ['tor', 'kari', 'solveig', 'siri', 'berit']) {
      const answer = await ask(persona, server.party('nav'))
      expect(answer.status, persona).toBe(404)
      expect(answer.json(), persona).toEqual(unknown.json())
    }
  })

  it('holds nothing before a yes, and then what was said yes to and nothing about another grown person', async () => {
    expect((await seen('amina', 'nav')).notes).toEqual([])
    expect((await say('amina', ['work', 'economy'], ['amina'])).status).toBe(200)
    const { notes, seatedBy } = await seen('amina', 'nav')
    expect(seatedBy).toEqual(['Tor'])
    expect(notes.length).toBeGreaterThan(0)
    for (const note of notes) {
      expect(note.about.persons).toEqual([server.person('amina')])
      expect(['work', 'economy', 'common']).toContain(note.area)
      expect(note.privacy).toBe('table')
    }
  })

  it('is what the service reads itself, of me: neither more nor less', async () => {
    const tors = (await clothOf('tor')).notes
    const ofAmina = tors.filter(
      ({ about }) => about.persons.length > 0 && about.persons.every((id) => id === server.person('amina')),
    )
    expect(idsOf((await seen('amina', 'nav')).notes)).toEqual(idsOf(ofAmina))
    // Jonas has said yes to NAV as well. It is his to tell: what NAV sees of him is not among what Amina is shown.
    const ofJonas = tors.filter(({ about }) => about.persons.includes(server.person('jonas')))
    expect(ofJonas.length).toBeGreaterThan(0)
    const toAmina = idsOf((await seen('amina', 'nav')).notes)
    for (const { id } of ofJonas) expect(toAmina).not.toContain(id)
    const toJonas = idsOf((await seen('jonas', 'nav')).notes)
    for (const { id } of ofJonas.filter(({ about }) => about.persons.length === 1)) expect(toJonas).toContain(id)
  })

  it('never shows what I do not see myself', async () => {
    for (const persona of ['amina', 'jonas', 'sara']) {
      const mine = idsOf((await clothOf(persona)).notes)
      for (const party of ['nav', 'school', 'lab'] as const) {
        const answer = await ask(persona, server.party(party))
        if (answer.status !== 200) continue
        for (const { id } of seenByParty.parse(answer.json()).notes) expect(mine, `${persona}, ${party}`).toContain(id)
      }
    }
  })

  it('is nothing again in the moment it is stopped', async () => {
    const stopped = await server.call(
      'amina',
      'POST',
      `/api/families/${family()}/parties/${server.party('nav')}/stop`,
      {
        commandId: randomUUID(),
      },
    )
    expect(stopped.status).toBe(200)
    expect((await seen('amina', 'nav')).notes).toEqual([])
  })
})
