import { randomUUID } from 'node:crypto'
import { trace } from '@velferdslab/core/trace'
import { reviewTrace } from '@velferdslab/db/jobs'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { denialsOf, withoutTrace } from '../../testing/openings-for-tests.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
  await withoutTrace(server)
})
afterAll(() => server.close())

const get = (persona: string, path: string) => server.call(persona, 'GET', path)
const traced = async (query = '') => trace.parse((await get('ingvild', `/api/trace${query}`)).json())
const numberOf = (family: string) => {
  const id = server.family(family).toUpperCase()
  return `${id.slice(0, 4)}-${id.slice(4, 8)}`
}
/** Somebody read of a family yesterday, at an hour of the clock in Norway. */
const hasRead = (persona: string, family: string, hour: number) =>
  server.owner.query(
    `insert into lab.opening (municipality_id, id, family_id, person_id, page, purpose, ground, bare, request_id, from_at, to_at)
     select $1, gen_random_uuid(), $2, $3, 'cloth', 'make_and_follow_plan', 'consent', true, gen_random_uuid(), at, at
     from (select ((lab.today() - 1) + make_interval(hours => $4)) at time zone 'Europe/Oslo' as at) t`,
    [server.town.municipality, server.family(family), server.person(persona), hour],
  )
const askedInVain = (persona: string, family: string) =>
  server.owner.query(
    `insert into lab.denial (municipality_id, id, person_id, family_id, door, minute)
     values ($1, gen_random_uuid(), $2, $3, 'GET /api/families/:familyId', date_trunc('minute', now() - interval '1 day'))`,
    [server.town.municipality, server.person(persona), server.family(family)],
  )
const found = async () => {
  const { reviews, people } = await traced()
  const nameOf = (id: string) => people.find((each) => each.id === id)?.name.split(' ')[0]
  return reviews.map(({ readerId, rule, family, times }) => [nameOf(readerId), rule, family, times]).sort()
}

describe('the page of the privacy officer', () => {
  it('is nobody else’s, and an address that never was to everybody else', async () => {
    for (const persona of ['solveig', 'berit', 'geir', 'amina', 'tor'])
      expect((await get(persona, '/api/trace')).status, persona).toBe(404)
  })
  it('shows who has read and who asked in vain, with numbers for families and no name of theirs', async () => {
    const family = server.family('hansen-ali')
    await get('tor', `/api/families/${family}/cloth`)
    await get('siri', `/api/families/${family}/cloth`)
    await denialsOf(server, 1)
    const answer = await get('ingvild', '/api/trace')
    const { openings, denials, people } = trace.parse(answer.json())
    expect(openings).toMatchObject([
      { readerId: server.person('tor'), family: numberOf('hansen-ali'), page: 'cloth', ground: 'consent' },
    ])
    expect(denials).toMatchObject([{ readerId: server.person('siri'), door: 'GET /api/families/:familyId/cloth' }])
    expect(people.map(({ name, service }) => [name, service])).toEqual([
      ['Siri Haug', 'Barnevernet'],
      ['Tor Myhre', 'NAV'],
    ])
    for (const hidden of ['Hansen', 'Amina', family]) expect(answer.text).not.toContain(hidden)
  })
  it('is narrowed by person, by service and by day', async () => {
    expect((await traced(`?person=${server.person('siri')}`)).openings).toEqual([])
    expect((await traced('?service=NAV')).openings).toHaveLength(1)
    expect((await traced('?service=NAV')).denials).toEqual([])
    expect((await traced('?from=2020-01-01&to=2020-01-02')).openings).toEqual([])
    expect((await get('ingvild', '/api/trace?from=yesterday')).status).toBe(422)
  })
  it('sees no row of anybody’s life and no family', async () => {
    await server.as('ingvild', async (tx) => {
      for (const table of ['lab.note', 'lab.goal', 'lab.promise', 'lab.family', 'lab.member', 'lab.event'] as const)
        expect(
          await tx
            .selectFrom(table as 'lab.family')
            .selectAll()
            .execute(),
          table,
        ).toEqual([])
    })
    expect((await get('ingvild', `/api/families/${server.family('hansen-ali')}/cloth`)).status).toBe(404)
  })
})

describe('what is worth a look', () => {
  it('is nothing of an ordinary day', async () => {
    await withoutTrace(server)
    for (const family of ['hansen-ali', 'kowalska', 'lie']) await hasRead('solveig', family, 10)
    await hasRead('tor', 'hansen-ali', 21)
    await hasRead('tor', 'hansen-ali', 6)
    await askedInVain('siri', 'kowalska')
    await askedInVain('siri', 'lie')
    await hasRead('nina', 'lie', 12)
    expect(await reviewTrace(server.system)).toBe(0)
    expect(await found()).toEqual([])
  })
  it('is found by each rule, once, however often the night’s job looks', async () => {
    await hasRead('tor', 'hansen-ali', 22)
    await hasRead('tor', 'hansen-ali', 5)
    await askedInVain('siri', 'hansen-ali')
    // Torbjørn Lie shares his last name with somebody at home there.
    await hasRead('torbjorn', 'lie', 11)
    await server.owner.query(
      `insert into lab.role_held (municipality_id, id, person_id, role, party_id, valid_from)
       values ($1, gen_random_uuid(), $2, 'caseworker', $3, now() - interval '9 days')`,
      [server.town.municipality, server.person('magda'), server.party('nav')],
    )
    await hasRead('hanne', 'kowalska', 9)
    await hasRead('marek', 'kowalska', 9)
    expect(await reviewTrace(server.system)).toBeGreaterThan(0)
    expect(await reviewTrace(server.system)).toBe(0)
    expect(await found()).toEqual([
      ['Hanne', 'colleague', numberOf('kowalska'), 1],
      ['Marek', 'own_family', numberOf('kowalska'), 1],
      ['Marek', 'same_name', numberOf('kowalska'), 1],
      ['Siri', 'no_assignment', null, 3],
      ['Tor', 'night', numberOf('hansen-ali'), 2],
      ['Torbjørn', 'same_name', numberOf('lie'), 1],
    ])
  })
  it('follows the rules of the municipality: many families a day is what it says is many, and a rule that does not count finds nothing', async () => {
    await server.owner.query('delete from lab.review')
    await server.owner.query(`update lab.review_rule set above = 2 where code = 'volume'`)
    await server.owner.query(`update lab.review_rule set counts = false where code <> 'volume'`)
    await reviewTrace(server.system)
    expect(await found()).toEqual([['Solveig', 'volume', null, 3]])
  })
})

describe('an answer', () => {
  const answer = async (persona: string, review: string, given: object) =>
    server.call(persona, 'POST', `/api/reviews/${review}/answer`, { commandId: randomUUID(), found: given })
  const fine = { answer: 'fine', because: 'needed_at_work' }

  it('is refused of everybody else, with words, and with a reason of the other kind', async () => {
    const [review] = (await traced()).reviews
    for (const persona of ['solveig', 'geir', 'amina'])
      expect((await answer(persona, review?.id ?? '', fine)).status, persona).toBe(404)
    for (const wrong of [
      { answer: 'fine', because: 'reported' },
      { ...fine, note: 'x' },
    ])
      expect((await answer('ingvild', review?.id ?? '', wrong)).status).toBe(422)
    expect((await answer('ingvild', randomUUID(), fine)).status).toBe(404)
  })
  it('is kept, once, and stands in the chain of the municipality', async () => {
    const [review] = (await traced()).reviews
    expect((await answer('ingvild', review?.id ?? '', fine)).json()).toEqual({ done: true })
    expect((await answer('ingvild', review?.id ?? '', fine)).json()).toEqual({ refused: 'review-already-answered' })
    expect((await traced()).reviews[0]?.answered).toMatchObject(fine)
    const { rows } = await server.owner.query(`select data, family_id from lab.event where kind = 'review.answered'`)
    expect(rows).toEqual([{ data: { answer: 'fine' }, family_id: null }])
    await expect(server.people.query('update lab.review_answer set answered_at = now()')).rejects.toThrow('denied')
  })
  it('is not given about one’s own reading', async () => {
    await server.owner.query(`update lab.review_rule set above = 1 where code = 'volume'`)
    for (const family of ['lie', 'kowalska']) await hasRead('ingvild', family, 12)
    await reviewTrace(server.system)
    const own = (await traced()).reviews.find(({ mine }) => mine)
    expect((await answer('ingvild', own?.id ?? '', fine)).json()).toEqual({ refused: 'review-own-reading' })
  })
})
