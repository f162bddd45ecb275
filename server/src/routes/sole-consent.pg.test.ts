import { consentPicture } from '@velferdslab/core/consent'
import { addDays, addMonths, dayInOslo } from '@velferdslab/core/dates'
import { soleConsents, soleElsewhere } from '@velferdslab/core/sole-consent'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => server.close())

const today = dayInOslo(new Date())
const why = 'Vi har ringt og skrevet fire ganger siden september.'
const at = (path = '') => `/api/families/${server.family('hansen-ali')}/sole-consents${path}`
const input = (changes: object = {}) => ({
  commandId: randomUUID(),
  soleConsentId: randomUUID(),
  personId: server.person('noor'),
  withoutId: server.person('jonas'),
  ground: 'cannot_be_reached',
  documentOn: today,
  until: addDays(today, 60),
  reason: why,
  ...changes,
})
const post = async (persona: string, body: object, path = '') =>
  (await server.call(persona, 'POST', at(path), body)).json()
const read = async (persona: string) => soleConsents.parse((await server.call(persona, 'GET', at())).json())
const say = (persona: string, answer: 'yes' | 'no') => {
  const sentence = {
    commandId: randomUUID(),
    partyId: server.party('health-clinic'),
    purpose: 'make_and_follow_plan',
    language: 'nb',
    textVersion: '2026-11',
  }
  const path = `/api/families/${server.family('hansen-ali')}/consents`
  return answer === 'no'
    ? server.call(persona, 'POST', `${path}/refuse`, sentence)
    : server.call(persona, 'POST', path, {
        ...sentence,
        areas: ['physical_health'],
        persons: [server.person('noor')],
        until: addMonths(today, 3),
      })
}
/** What Amina's picture says of the health clinic, physical health and Noor. */
const square = async () => {
  const { services } = consentPicture.parse(
    (await server.call('amina', 'GET', `/api/families/${server.family('hansen-ali')}/consents`)).json(),
  )
  return services
    .find(({ partyId }) => partyId === server.party('health-clinic'))
    ?.squares.find(({ area, personId }) => area === 'physical_health' && personId === server.person('noor'))?.state
}

describe('that the yes of one who answers for a child is enough', () => {
  it('is written down by who leads, and nobody else', async () => {
    for (const persona of ['amina', 'jonas', 'tor', 'kari', 'siri', 'berit', 'sara'])
      expect(await post(persona, input()), persona).toEqual({ refused: 'not-found' })
    for (const persona of ['tor', 'siri', 'berit'])
      expect((await server.call(persona, 'GET', at())).status, persona).toBe(404)
    expect((await read('amina')).form).toBeNull()
  })

  it('needs a child of two, a ground of the list, a day behind, an end ahead, and one within what the ground allows', async () => {
    const refused = async (changes: object) => ((await post('solveig', input(changes))) as { refused?: string }).refused
    expect(await refused({ personId: server.person('amina') })).toBe('sole-consent-not-of-two')
    expect(await refused({ withoutId: server.person('tor') })).toBe('sole-consent-not-of-two')
    expect(await refused({ ground: 'he_is_difficult' })).toBe('sole-consent-ground-unknown')
    expect(await refused({ documentOn: addDays(today, 1) })).toBe('sole-consent-days')
    expect(await refused({ until: addDays(today, -1) })).toBe('sole-consent-days')
    expect(await refused({ until: addDays(today, 91) })).toBe('sole-consent-too-long')
    expect(await refused({ reason: 'Nei.' })).toBe('not-valid')
  })

  it('is guarded by the database too: by hand nobody else writes it, for longer, or ends it', async () => {
    const byHand = (as: string, days: number) =>
      server.as(as, (tx) =>
        sql`insert into lab.sole_consent (municipality_id, id, family_id, person_id, without_id, ground_code, ground_from, document_on, sealed, valid_to, recorded_by)
          select lab.current_municipality(), gen_random_uuid(), ${server.family('hansen-ali')}, ${server.person('noor')}, ${server.person('jonas')}, g.code,
            g.valid_from, lab.today(), '\\x00', now() + make_interval(days => ${days}), lab.current_person()
          from lab.sole_consent_ground g where g.code = 'emergency'`.execute(tx),
      )
    for (const persona of ['amina', 'jonas', 'tor', 'siri'])
      await expect(byHand(persona, 3), persona).rejects.toThrow(/row-level security/)
    await expect(byHand('solveig', 17)).rejects.toThrow(/row-level security/)
    await expect(byHand('solveig', 3)).resolves.toMatchObject({ numAffectedRows: 1n })
  })

  it('lets a mother’s yes count without the father’s, until it is ended; both read it, and why', async () => {
    expect((await say('amina', 'yes')).status).toBe(200)
    expect(await square()).toBe('awaiting')
    const written = input()
    expect(await post('solveig', written)).toEqual({ done: true })
    expect(await post('solveig', input())).toEqual({ refused: 'sole-consent-already-there' })
    expect(await square()).toBe('yes')
    for (const persona of ['amina', 'jonas', 'solveig']) {
      const [first] = (await read(persona)).recorded
      expect(first, persona).toMatchObject({ reason: why, counts: true, until: addDays(today, 60) })
      expect(first?.without, persona).toMatchObject({ calledName: 'Jonas', isMe: persona === 'jonas' })
    }
    // Sara is their child, and answers for nobody.
    expect((await read('sara')).recorded).toEqual([])
    const end = { commandId: randomUUID() }
    expect(await post('jonas', end, `/${written.soleConsentId}/end`)).toEqual({ refused: 'not-found' })
    expect(await post('solveig', end, `/${written.soleConsentId}/end`)).toEqual({ done: true })
    expect(await square()).toBe('awaiting')
    expect((await read('amina')).recorded[0]).toMatchObject({ counts: false, endedOn: today })
  })

  it('does not go on for a write that began before its end and waited: asked under the lock, it is over', async () => {
    const written = input()
    expect(await post('solveig', written)).toEqual({ done: true })
    await server.as('solveig', async (tx) => {
      // The clock of this transaction stands here; the end comes after it.
      const standing = () => sql`select 1 from lab.active_sole_consent where id = ${written.soleConsentId}`.execute(tx)
      expect((await standing()).rows).toHaveLength(1)
      expect(await post('solveig', { commandId: randomUUID() }, `/${written.soleConsentId}/end`)).toEqual({
        done: true,
      })
      expect((await standing()).rows).toEqual([])
    })
  })

  it('is said to each in words that are said to them', async () => {
    const [forJonas] = (await read('jonas')).recorded
    const [forAmina] = (await read('amina')).recorded
    expect(forJonas?.ground.title.nb).toBe('Vi har ikke fått tak i deg')
    expect(forAmina?.ground.title.nb).toBe('Den andre kan ikke nås')
  })

  it('is read by the parent who lives elsewhere too: theirs and the child’s, and nothing else of that home', async () => {
    const home = server.family('haugen')
    const { rows } = await server.owner.query<{ person_id: string }>(
      `select person_id from lab.active_seat where family_id = $1 and role = 'leader'`,
      [home],
    )
    const leader = Object.entries(server.town.persons).find(([, id]) => id === rows[0]?.person_id)?.[0] ?? ''
    const written = input({ personId: server.person('nora'), withoutId: server.person('stian') })
    expect((await server.call(leader, 'POST', `/api/families/${home}/sole-consents`, written)).json()).toEqual({
      done: true,
    })
    const elsewhere = async (persona: string) => {
      const answer = await server.call(persona, 'GET', '/api/sole-consents')
      return { text: answer.text, recorded: soleElsewhere.parse(answer.json()).recorded }
    }
    const { text, recorded } = await elsewhere('stian')
    expect(recorded).toMatchObject([
      { reason: why, counts: true, person: { calledName: 'Nora' }, without: { calledName: 'Stian', isMe: true } },
    ])
    expect(recorded[0]?.ground.title.nb).toBe('Vi har ikke fått tak i deg')
    for (const told of [home, server.person('camilla'), 'Camilla', 'Haugen']) expect(text).not.toContain(told)
    // It opens no door of that home; and to who lives there it is no news from elsewhere.
    const unknown = await server.call('stian', 'GET', `/api/families/${randomUUID()}/sole-consents`)
    const there = await server.call('stian', 'GET', `/api/families/${home}/sole-consents`)
    expect([there.status, there.text]).toEqual([unknown.status, unknown.text])
    for (const persona of ['camilla', 'nora', 'amina', 'jonas', leader, 'tor', 'siri'])
      expect((await elsewhere(persona)).recorded, persona).toEqual([])
    // Once somebody there must not be found, nothing tells them of that home: not by plain SQL either.
    const byHand = () =>
      server.as('stian', async (tx) => {
        const reasons = await sql`select id from lab.sole_consent`.execute(tx)
        const answering = await sql`select id from lab.my_responsibilities(${home})`.execute(tx)
        return [reasons.rows.length > 0, answering.rows.length > 0]
      })
    expect(await byHand()).toEqual([true, true])
    await server.owner.query(
      `insert into lab.protection (municipality_id, id, person_id, level, source, valid_from, recorded_by)
       values ($1, gen_random_uuid(), $2, 'strictly_confidential', 'register', lab.today(), $2)`,
      [server.town.municipality, server.person('camilla')],
    )
    expect((await elsewhere('stian')).recorded).toEqual([])
    expect(await byHand()).toEqual([false, false])
  })

  it('gives nothing by itself, and nothing against a no: who has said no was reached', async () => {
    expect(await post('solveig', input())).toEqual({ done: true })
    expect(await square()).toBe('yes')
    expect((await say('jonas', 'no')).status).toBe(200)
    expect(await square()).toBe('awaiting')
    expect((await say('amina', 'no')).status).toBe(200)
    expect(await square()).not.toBe('yes')
  })
})
