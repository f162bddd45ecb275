import { consentPicture, type ConsentPicture } from '@velferdslab/core/consent'
import { addDays, dayInOslo } from '@velferdslab/core/dates'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'
import { apiRoutes } from './all.ts'

let server: TestServer
const today = dayInOslo(new Date())
const lastDay = addDays(today, 40)
const veraId = randomUUID()
const mandateId = randomUUID()

beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
  ;(server.town.persons as Record<string, string>)['vera'] = veraId
})
afterAll(() => server.close())

const at = (path: string) => `/api/families/${server.family('hansen-ali')}${path}`
const post = async (persona: string, path: string, body: object = {}) =>
  (await server.call(persona, 'POST', at(path), { commandId: randomUUID(), ...body })).json() as {
    done?: true
    refused?: string
  }
const sentence = (changes: object = {}) => ({
  partyId: server.party('nav'),
  purpose: 'make_and_follow_plan',
  language: 'nb',
  textVersion: '2026-11',
  areas: ['economy'],
  persons: [server.person('jonas')],
  until: addDays(today, 30),
  ...changes,
})
const no = () => {
  const { partyId, purpose, language, textVersion } = sentence()
  return { partyId, purpose, language, textVersion }
}
const picture = async (persona: string): Promise<ConsentPicture> =>
  consentPicture.parse((await server.call(persona, 'GET', at('/consents'))).json())
/** What NAV may read about Jonas and economy, as the leader sees it. */
const counts = () =>
  server.as('solveig', async (tx) => {
    const { rows } = await sql`select 1 from lab.my_effective_consents(${server.family('hansen-ali')})
      where party_id = ${server.party('nav')} and person_id = ${server.person('jonas')} and area = 'economy'`.execute(
      tx,
    )
    return rows.length > 0
  })

describe('a guardian for economy', () => {
  it('is one when the leader has written it down, and by nobody else', async () => {
    const told = {
      responsibilityId: mandateId,
      personId: server.person('jonas'),
      holderId: veraId,
      holderName: 'Vera Vik',
      kind: 'guardian',
      areas: ['economy'],
      source: 'state_administrator',
      documentOn: today,
      until: lastDay,
    }
    for (const persona of ['amina', 'jonas', 'tor'])
      expect(await post(persona, '/responsibilities', told), persona).toEqual({ refused: 'not-found' })
    expect(await post('solveig', '/responsibilities', told)).toEqual({ done: true })
  })

  it('is shown the mandate and nothing beside it: whose, which area, until when', async () => {
    const { persons, areas, services, answerForThemselves } = await picture('vera')
    expect(persons.map(({ calledName, isMe, asGuardian }) => ({ calledName, isMe, asGuardian }))).toEqual([
      { calledName: 'Jonas', isMe: false, asGuardian: { areas: ['economy'], until: lastDay } },
    ])
    expect(areas).toEqual(['economy'])
    expect(answerForThemselves).toEqual([])
    expect(new Set(services.flatMap(({ squares }) => squares.map(({ area }) => area)))).toEqual(new Set(['economy']))
  })

  it('is refused every other area, person and later day', async () => {
    const refused = async (changes: object) => (await post('vera', '/consents', sentence(changes))).refused
    expect(await refused({ areas: ['work'] })).toBe('consent-outside-mandate')
    expect(await refused({ areas: ['economy', 'mental_health'] })).toBe('consent-outside-mandate')
    expect(await refused({ persons: [server.person('amina')] })).toBe('consent-needs-person-you-answer-for')
    expect(await refused({ persons: [server.person('noor')] })).toBe('consent-needs-person-you-answer-for')
    expect(await refused({ until: addDays(lastDay, 1) })).toBe('consent-mandate-ends')
  })

  it('is held to it by the database too: by hand no sentence outside it is written', async () => {
    const byHand = (areas: string, person: string) =>
      server.as('vera', (tx) =>
        sql`insert into lab.consent (municipality_id, id, family_id, giver_id, party_id, answer, purpose, areas, persons, giving_parties, valid_from, valid_to,
            text_version, language, channel, recorded_by)
          values (lab.current_municipality(), gen_random_uuid(), ${server.family('hansen-ali')}, lab.current_person(), ${server.party('nav')}, 'yes',
            'make_and_follow_plan', ${areas}::text[], array[${server.person(person)}::uuid], '{}', now(), now() + interval '9 days', '2026-11', 'nb', 'digital',
            lab.current_person())`.execute(tx),
      )
    await expect(byHand('{work}', 'jonas')).rejects.toThrow(/row-level security/)
    await expect(byHand('{economy,work}', 'jonas')).rejects.toThrow(/row-level security/)
    await expect(byHand('{economy}', 'amina')).rejects.toThrow(/row-level security/)
  })

  it('says yes within it: it counts, says “as guardian”, and the person sees it', async () => {
    // What he has said himself is over by its day: nobody has taken anything back.
    await server.owner.query(
      `update lab.consent set valid_from = now() - interval '9 days', valid_to = now() - interval '1 second' where giver_id = $1 and answer = 'yes' and ended_at is null`,
      [server.person('jonas')],
    )
    expect(await counts()).toBe(false)
    expect(await post('vera', '/consents', sentence())).toMatchObject({ done: true })
    expect(await counts()).toBe(true)
    const nav = (await picture('vera')).services.find(({ partyId }) => partyId === server.party('nav'))
    expect(nav?.mine[0]).toMatchObject({ asGuardianFor: ['Jonas'], state: 'active' })
    expect((await picture('jonas')).byGuardian).toMatchObject([
      { guardian: 'Vera', areas: ['economy'], until: addDays(today, 30), counts: true },
    ])
    expect((await picture('amina')).byGuardian).toEqual([])
  })

  it('is not above the person: a no of theirs stands, also against a guardian who says yes again', async () => {
    expect(await post('jonas', '/consents/refuse', no())).toMatchObject({ done: true })
    expect(await counts()).toBe(false)
    expect((await picture('jonas')).byGuardian[0]?.counts).toBe(false)
    expect(await post('vera', '/consents', sentence())).toMatchObject({ done: true })
    expect(await counts()).toBe(false)
    // A yes of their own is theirs to give, beside the guardian.
    expect(await post('jonas', '/consents', sentence())).toMatchObject({ done: true })
    expect(await counts()).toBe(true)
    // And what they take back stays taken back, whatever the guardian has said.
    expect(await post('jonas', `/parties/${server.party('nav')}/stop`)).toMatchObject({ done: true })
    expect(await counts()).toBe(false)
  })

  it('stops what they have said, and says no; neither stops what the person says for themself', async () => {
    expect(await post('vera', `/parties/${server.party('nav')}/stop`)).toMatchObject({ done: true })
    expect(await post('jonas', '/consents', sentence())).toMatchObject({ done: true })
    expect(await post('vera', '/consents/refuse', no())).toMatchObject({ done: true })
    expect(await counts()).toBe(true)
  })

  it('opens nothing else at any door: no words about another area or person, and nobody’s age', async () => {
    const notesOf = async (persona: string) =>
      (await server.clothOf(persona, 'hansen-ali')).notes.map(({ area, about, words }) => ({
        area,
        about,
        text: words.text,
      }))
    const hers = await notesOf('vera')
    expect(hers.length).toBeGreaterThan(0)
    for (const { area, about } of hers) {
      expect(area).toBe('economy')
      expect(about.whole || about.persons.includes(server.person('jonas') as never)).toBe(true)
    }
    const others = (await Promise.all(['amina', 'jonas', 'solveig'].map(notesOf))).flat()
    // A placement of hers to read says the same as a note that is not.
    const { placements } = (await server.call('vera', 'GET', at('/journey'))).json() as {
      placements: { subject: string; words: string | null }[]
    }
    expect(placements.every(({ subject }) => subject === 'economy')).toBe(true)
    const alsoHers = new Set(placements.map(({ words }) => words))
    const kept = others.filter(
      ({ area, text }) =>
        area !== 'economy' && text.length > 12 && !alsoHers.has(text) && !hers.some((each) => each.text === text),
    )
    expect(kept.length).toBeGreaterThan(5)
    const doors = apiRoutes.filter(
      ({ method, path }) =>
        method === 'GET' && path.includes(':familyId') && !path.replace(':familyId', '').includes(':'),
    )
    expect(doors.length).toBeGreaterThan(15)
    for (const { path } of doors) {
      const { text } = await server.call('vera', 'GET', path.replace(':familyId', server.family('hansen-ali')))
      for (const { text: words } of kept) expect(text, path).not.toContain(JSON.stringify(words).slice(1, -1))
    }
    const { members } = (await server.call('vera', 'GET', at(''))).json() as {
      members: { calledName: string; age: number | null }[]
    }
    expect(members.filter(({ age }) => age !== null).map(({ calledName }) => calledName)).toEqual(['Jonas'])
  })

  it('is nobody again when the mandate is over, and what they said counts no more', async () => {
    await post('jonas', `/parties/${server.party('nav')}/stop`)
    expect(await post('solveig', `/responsibilities/${mandateId}/end`)).toEqual({ done: true })
    expect((await server.call('vera', 'GET', at('/consents'))).status).toBe(404)
    expect(await post('vera', '/consents', sentence())).toEqual({ refused: 'not-found' })
    expect((await picture('jonas')).byGuardian).toEqual([])
  })
})
