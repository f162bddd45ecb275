import { childrenRules, type ChildrenRules } from '@velferdslab/core/children-rules'
import { addDays, dayInOslo } from '@velferdslab/core/dates'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => server.close())

const today = dayInOslo(new Date())
const read = async (persona: string): Promise<ChildrenRules> =>
  childrenRules.parse((await server.call(persona, 'GET', '/api/children-rules')).json())
const ageOf = (rules: ChildrenRules['consent'], area: string) =>
  rules.find(({ areas }) => areas.includes(area as never))

describe('the children’s rules', () => {
  it('are nobody’s who has not signed in', async () => {
    expect((await server.call(null, 'GET', '/api/children-rules')).status).toBe(401)
  })

  it('are the same for the family and for those who work here, each with its source; the reader’s own age is told to them alone', async () => {
    const { age, ...amina } = await read('amina')
    const { age: ofSara, ...sara } = await read('sara')
    const { age: ofTor, ...tor } = await read('tor')
    expect([age !== null && age > 18, ofSara, ofTor]).toEqual([true, 11, null])
    expect(sara).toEqual(amina)
    expect(tor).toEqual(amina)
    expect(ageOf(amina.consent, 'mental_health')).toMatchObject({
      age: 16,
      source: 'pasient- og brukerrettighetsloven § 4-3',
      reviewedAt: null,
    })
    expect(ageOf(amina.consent, 'economy')?.age).toBe(18)
    expect(ageOf(amina.words, 'school')?.age).toBe(12)
    expect(amina.consent.flatMap(({ areas }) => areas)).not.toContain('common')
  })

  it('follow the table, from the day a new version counts and not before', async () => {
    const version = (from: string, age: number) =>
      server.owner.query(
        `insert into lab.consent_age (municipality_id, area, valid_from, from_age, source) values ($1, 'leisure', $2, $3, 'ny lov')`,
        [server.town.municipality, from, age],
      )
    await version(addDays(today, 1), 13)
    expect(ageOf((await read('amina')).consent, 'leisure')?.age).toBe(18)
    await version(today, 14)
    expect(ageOf((await read('amina')).consent, 'leisure')).toMatchObject({
      age: 14,
      source: 'ny lov',
      validFrom: today,
    })
  })
})
