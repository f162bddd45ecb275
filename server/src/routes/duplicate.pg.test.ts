import { dayInOslo } from '@velferdslab/core/dates'
import { duplicates, found } from '@velferdslab/core/duplicate'
import { door, sentByMe } from '@velferdslab/core/referral'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { asOwner, sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => server.close())

const today = dayInOslo(new Date())
const refer = async (
  persona: string,
  party: 'kindergarten' | 'school' | 'health-clinic',
  more: Record<string, unknown>,
) => {
  const referralId: string = randomUUID()
  const answer = await server.call(persona, 'POST', '/api/referrals', {
    commandId: randomUUID(),
    referralId,
    partyId: server.party(party),
    name: 'Gro Lia',
    born: '1994-05-17',
    relation: 'mother',
    language: 'nb',
    reach: 'sms',
    contact: '400 00 111',
    hopes: 'Ro om kvelden.',
    yes: { how: 'spoken', on: today },
    ...more,
  })
  expect(answer.json()).toEqual({ done: true })
  return referralId
}
const pairsFor = async (persona: string) =>
  duplicates.parse((await server.call(persona, 'GET', '/api/duplicates')).json()).pairs
const pairOf = async (name: string, persona = 'berit') =>
  (await pairsFor(persona)).find(({ person }) => person.name === name)
const say = (persona: string, pair: { person: { id: string }; candidate: { id: string } }, answer: 'same' | 'other') =>
  server.call(persona, 'POST', '/api/duplicates/answer', {
    commandId: randomUUID(),
    personId: pair.person.id,
    candidateId: pair.candidate.id,
    answer,
  })
const doorOf = async () => door.parse((await server.call('berit', 'GET', '/api/door')).json())
const bornOf = async (persona: string) =>
  (
    await asOwner(server, (tx) =>
      sql<{ born: string }>`select born::text from lab.birth where person_id = ${server.person(persona)}`.execute(tx),
    )
  ).rows[0]?.born as string

describe('a hint that somebody is here already', () => {
  it('is given to nobody but the core team: everybody else is answered as if there were none', async () => {
    await refer('anne', 'kindergarten', { name: 'Tone Dal' })
    await refer('kari', 'school', { name: 'Tone Dahl' })
    const pair = await pairOf('Tone Dahl')
    expect(pair).toMatchObject({
      candidate: { name: 'Tone Dal' },
      likeness: 'same_day',
      byReferral: true,
      leader: null,
    })
    for (const persona of ['anne', 'kari', 'tor', 'solveig', 'geir', 'eivind', 'amina', 'magda']) {
      expect(await pairsFor(persona), persona).toEqual([])
      expect((await say(persona, pair as never, 'same')).json(), persona).toEqual({ refused: 'not-found' })
      expect((await server.call(persona, 'POST', '/api/people/search', { name: 'Tone Dal' })).json()).toEqual({
        people: [],
      })
    }
    // The newer of the two is named first, and the pair stands once.
    expect(await pairOf('Tone Dal')).toBeUndefined()
  })

  it('is not given of two who are not alike, and an answer about them is not found', async () => {
    await refer('anne', 'kindergarten', { name: 'Vilde Ek', born: '1990-01-02' })
    expect(await pairOf('Vilde Ek')).toBeUndefined()
    const strangers = { person: { id: server.person('amina') }, candidate: { id: server.person('magda') } }
    expect((await say('berit', strangers, 'same')).json()).toEqual({ refused: 'not-found' })
  })

  it('of a child a parent told of comes to the core team, and the parent learns nothing', async () => {
    const told = await server.call('magda', 'POST', `/api/families/${server.family('kowalska')}/members/child`, {
      commandId: randomUUID(),
      personId: randomUUID(),
      name: 'Sarah Hansen Ali',
      born: await bornOf('sara'),
      holders: [],
      otherHolder: null,
    })
    expect(told.json()).toEqual({ done: true })
    expect(await pairsFor('magda')).toEqual([])
    expect(await pairOf('Sarah Hansen Ali')).toMatchObject({
      byReferral: false,
      candidate: { id: server.person('sara') },
      candidateFamily: { id: server.family('hansen-ali') },
      leader: 'Solveig',
    })
  })
})

describe('two referrals of one person on one day', () => {
  it('are one case when the core team says so, and not before; both senders learn that theirs came, and nothing else', async () => {
    const first = await refer('anne', 'kindergarten', {})
    const second = await refer('kari', 'school', { name: 'gro  lía' })
    const before = await doorOf()
    expect(
      new Set(before.referrals.filter(({ id }) => [first, second].includes(id)).map((each) => each.familyId)).size,
    ).toBe(2)

    const pair = await pairOf('gro  lía')
    expect((await say('berit', pair as never, 'same')).json()).toEqual({ done: true })
    expect(await pairOf('gro  lía')).toBeUndefined()
    const now = (await doorOf()).referrals.filter(({ id }) => [first, second].includes(id))
    expect(now).toHaveLength(2)
    expect(new Set(now.map((each) => each.familyId)).size).toBe(1)
    for (const each of now) expect(each).toMatchObject({ name: 'Gro Lia', contact: '400 00 111', answered: false })
    for (const [persona, id] of [
      ['anne', first],
      ['kari', second],
    ] as const) {
      const mine = sentByMe.parse((await server.call(persona, 'GET', '/api/referrals')).json()).referrals
      expect(mine.find((each) => each.id === id)).toMatchObject({ answered: false })
    }
    const { rows } = await asOwner(server, (tx) =>
      sql<{ kind: string }>`select kind from lab.event where family_id = ${now[0]?.familyId} order by seq`.execute(tx),
    )
    expect(rows.map(({ kind }) => kind)).toEqual(['referral.received', 'referral.joined'])
  })

  it('are two when the core team says that it is another person, and are not asked about again', async () => {
    await refer('anne', 'kindergarten', { name: 'Marit Eng' })
    await refer('kari', 'school', { name: 'Marit Engh' })
    const pair = await pairOf('Marit Engh')
    expect((await say('berit', pair as never, 'other')).json()).toEqual({ done: true })
    expect(await pairOf('Marit Engh')).toBeUndefined()
    expect((await say('berit', pair as never, 'same')).json()).toEqual({ refused: 'not-found' })
    const there = (await doorOf()).referrals.filter(({ name }) => name.startsWith('Marit Eng'))
    expect(new Set(there.map(({ familyId }) => familyId)).size).toBe(2)
  })

  it('of somebody the lab works with already is answered at once, as for whoever is answered', async () => {
    const id = await refer('anne', 'kindergarten', { name: 'Magda Kowalska', born: await bornOf('magda') })
    const pair = await pairOf('Magda Kowalska')
    expect((await say('berit', pair as never, 'same')).json()).toEqual({ done: true })
    const there = (await doorOf()).referrals.find((each) => each.id === id)
    expect(there).toMatchObject({ familyId: server.family('kowalska'), answered: true })
  })

  it('are not joined when something has begun under both names', async () => {
    await refer('anne', 'kindergarten', { name: 'Unni Bø' })
    await refer('kari', 'school', { name: 'Unni Boe' })
    const pair = await pairOf('Unni Boe')
    await asOwner(server, (tx) =>
      sql`update lab.invitation set used_at = now() where person_id = ${pair?.person.id}`.execute(tx),
    )
    expect((await say('berit', pair as never, 'same')).json()).toEqual({ refused: 'duplicate-already-begun' })
    expect(await pairOf('Unni Boe')).toBeDefined()
  })
})

describe('a child in two households', () => {
  it('is one person in both when the core team says so, with everybody who answers for it', async () => {
    const pair = await pairOf('Sarah Hansen Ali')
    expect((await say('berit', pair as never, 'same')).json()).toEqual({ done: true })
    const { rows } = await asOwner(server, (tx) =>
      sql<{
        family_id: string
      }>`select family_id from lab.member where person_id = ${server.person('sara')} order by family_id`.execute(tx),
    )
    expect(rows.map((row) => row.family_id)).toEqual(
      [server.family('hansen-ali'), server.family('kowalska')].toSorted(),
    )
    const holders = await asOwner(server, (tx) =>
      sql<{ holder_id: string }>`
        select holder_id from lab.answers_for where person_id = ${server.person('sara')}`.execute(tx),
    )
    expect(holders.rows.map((row) => row.holder_id).toSorted()).toEqual(
      ['amina', 'jonas', 'magda'].map((each) => server.person(each)).toSorted(),
    )
  })
})

describe('a search by name', () => {
  const names = async (persona: string, name: string) =>
    found
      .parse((await server.call(persona, 'POST', '/api/people/search', { name })).json())
      .people.map((each) => each.name)
  it('finds nobody one may not know of, and answers as for a name that is nobody’s', async () => {
    for (const persona of ['siri', 'geir', 'magda', 'anne']) {
      const one = await server.call(persona, 'POST', '/api/people/search', { name: 'Amina Ali' })
      const nobody = await server.call(persona, 'POST', '/api/people/search', { name: 'Xilo Quorn' })
      expect(one.text).toBe(nobody.text)
    }
    expect(await names('berit', 'Amina Ali')).toEqual([])
  })
  it('finds, for who sits there, also what is typed wrong', async () => {
    expect(await names('solveig', 'Amnia Aly')).toEqual(['Amina Ali'])
    expect(await names('tor', 'amina')).toEqual(['Amina Ali'])
    expect(await names('berit', 'Geir Lia')).toEqual([])
    expect(await names('berit', 'Groo Lia')).toContain('Gro Lia')
  })
})
