import { door, type Door } from '@velferdslab/core/referral'
import { coreTeamHome } from '@velferdslab/core/core-team'
import { found } from '@velferdslab/core/duplicate'
import { whoIsMeant } from '@velferdslab/core/duplicate-rules'
import { dayInOslo } from '@velferdslab/core/dates'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { asOwner, sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
  for (let nth = 0; nth < 45; nth++) await refer(nth % 3 === 0 ? `Kari Prøve ${letters(nth)}` : `Navn ${letters(nth)}`)
})
afterAll(() => server.close())

/** A word of letters for a number: names have none. */
const letters = (nth: number) => [...String(nth)].map((digit) => 'abdefghijk'[Number(digit)]).join('')
const refer = (name: string) =>
  server.call('anne', 'POST', '/api/referrals', {
    commandId: randomUUID(),
    referralId: randomUUID(),
    partyId: server.party('kindergarten'),
    name,
    born: '1994-05-17',
    relation: 'mother',
    language: 'nb',
    reach: 'sender',
    contact: null,
    hopes: 'At Mia får en fast plass.',
    yes: { how: 'spoken', on: dayInOslo(new Date()) },
  })
const ask = (text: string) =>
  server.call('anne', 'POST', '/api/questions', {
    commandId: randomUUID(),
    questionId: randomUUID(),
    partyId: server.party('kindergarten'),
    text,
  })
const part = async (query = ''): Promise<Door> =>
  door.parse((await server.call('berit', 'GET', `/api/door${query}`)).json())
/** All parts, one after the other; `between` happens after the first. */
async function walk(list: 'referrals' | 'questions', between?: () => Promise<unknown>): Promise<string[]> {
  const [name, cursor] =
    list === 'referrals' ? (['after', 'more'] as const) : (['questionsAfter', 'moreQuestions'] as const)
  const first = await part()
  const ids = first[list].map(({ id }) => id as string)
  await between?.()
  for (let more = first[cursor]; more;) {
    const next = await part(`?${name}=${more}`)
    expect(next[list].length).toBeGreaterThan(0)
    ids.push(...next[list].map(({ id }) => id as string))
    more = next[cursor]
  }
  return ids
}
const inOrder = async (table: 'referral' | 'question', at: string) =>
  (
    await server.owner.query<{ id: string }>(
      `select id from lab.${table} where municipality_id = $1 order by ${at} desc, id`,
      [server.town.municipality],
    )
  ).rows.map(({ id }) => id)

describe('the door of many', () => {
  it('is not told to others, also not a part of it, and has no part after what is no place in it', async () => {
    const { more } = await part()
    for (const persona of ['solveig', 'anne', 'amina', 'frode'])
      expect((await server.call(persona, 'GET', `/api/door?after=${more}`)).status, persona).toBe(404)
    for (const none of ['x', '1_2', `1_${randomUUID()}';--`, '99999999999999999999_x'])
      expect((await server.call('berit', 'GET', `/api/door?after=${encodeURIComponent(none)}`)).status, none).toBe(422)
    expect((await part(`?after=1_${randomUUID()}`)).referrals).toEqual([])
  })

  it('comes twenty at a time, in the order of the whole, each once', async () => {
    const first = await part()
    expect(first.referrals).toHaveLength(20)
    const ids = await walk('referrals')
    expect(ids).toEqual(await inOrder('referral', 'received_at'))
    expect(ids).toHaveLength(45)
  })

  it('is the same also where many came in the same moment', async () => {
    await asOwner(server, (tx) =>
      sql`update lab.referral set received_at = (select max(received_at) from lab.referral) where municipality_id = ${server.town.municipality}`.execute(
        tx,
      ),
    )
    expect(await walk('referrals')).toEqual(await inOrder('referral', 'received_at'))
  })

  it('skips nobody and shows nobody twice when a family comes while somebody reads', async () => {
    const before = await inOrder('referral', 'received_at')
    expect(await walk('referrals', () => refer('Ny Familie'))).toEqual(before)
    expect((await part()).referrals[0]?.name).toBe('Ny Familie')
  })

  it('shows questions the same way', async () => {
    for (let nth = 0; nth < 24; nth++) await ask(`Et spørsmål ${letters(nth)}`)
    const first = await part()
    expect(first.questions).toHaveLength(20)
    expect(await walk('questions', () => ask('Enda et'))).toEqual((await inOrder('question', 'asked_at')).slice(1))
  })
})

describe('the home of the core team', () => {
  const home = async (query = '') =>
    coreTeamHome.parse((await server.call('berit', 'GET', `/api/core-team${query}`)).json())

  it('has a part of those who wait, the longest first, and how many wait in all', async () => {
    const first = await home()
    expect(first.waiting).toHaveLength(20)
    const ids = first.waiting.map(({ familyId }) => familyId)
    let more = first.moreWaiting
    await refer('Kom Imens')
    while (more) {
      const next = await home(`?waitingAfter=${more}`)
      ids.push(...next.waiting.map(({ familyId }) => familyId))
      more = next.moreWaiting
    }
    // Who came meanwhile waits shortest, and stands last.
    expect(ids).toHaveLength(first.waitingCount + 1)
    const { rows } = await server.owner.query<{ id: string }>(
      `select family_id as id from lab.referral where municipality_id = $1 and answered_at is null order by received_at, family_id`,
      [server.town.municipality],
    )
    expect(ids).toEqual(rows.map(({ id }) => id))
  })

  it('has a part of those who lead, who leads fewest first, each once', async () => {
    const lab = (await server.owner.query<{ id: string }>(`select id from lab.party where kind = 'lab'`)).rows[0]?.id
    for (let nth = 0; nth < 24; nth++)
      await server.owner.query(
        `with p as (insert into lab.person (municipality_id, id, name, called_name, initials) values ($1, gen_random_uuid(), $2, 'L', 'L') returning id)
         insert into lab.role_held (municipality_id, id, person_id, role, party_id, valid_from)
         select $1, gen_random_uuid(), p.id, 'investment_leader', $3, now() - interval '1 day' from p`,
        [server.town.municipality, nth % 2 ? 'Lik Leder' : `Leder ${letters(nth)}`, lab],
      )
    const all = []
    let part = await home()
    expect(part.leaders).toHaveLength(20)
    all.push(...part.leaders)
    while (part.moreLeaders) {
      part = await home(`?leadersAfter=${part.moreLeaders}`)
      all.push(...part.leaders)
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(all.length).toBeGreaterThanOrEqual(24)
    expect(all.map(({ leads }) => leads)).toEqual(all.map(({ leads }) => leads).toSorted((a, b) => a - b))
  })
})

describe('the search by name', () => {
  const search = async (name: string, persona = 'berit') =>
    found.parse((await server.call(persona, 'POST', '/api/people/search', { name })).json()).people

  it('tells the names at the door to the core team alone', async () => {
    for (const persona of ['solveig', 'anne', 'frode', 'geir', 'amina']) {
      expect(await search('Kari Prøve', persona), persona).toEqual([])
      const seen = await server.as(persona, async (tx) => [
        (await sql<{ n: string | null }>`select lab.names_at_door() as n`.execute(tx)).rows[0]?.n,
        ...(await sql`select 1 from lab.at_door_named(array['Kari Prøve a'])`.execute(tx)).rows,
        ...(await sql`select 1 from lab.referred_of(array(select id from lab.referral))`.execute(tx)).rows,
      ])
      expect(seen, persona).toEqual([null])
    }
  })

  it('finds whom it found when every name was read: the same people in the same order', async () => {
    const { rows } = await server.owner.query<{ id: string; name: string }>(
      `select distinct p.id, p.name from lab.referral r join lab.present_member m on m.family_id = r.family_id and m.person_id = r.person_id
       join lab.person p on p.id = r.person_id where r.municipality_id = $1`,
      [server.town.municipality],
    )
    const all = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    for (const typed of [
      'Kari',
      'Kari Prøve',
      'kari pröve b',
      'Prøve',
      'Navn d',
      'Nawn',
      'Xander Quist',
      'prove kari',
    ]) {
      const meant = whoIsMeant(typed, all as never).map(({ id }) => id)
      expect(
        (await search(typed)).map(({ id }) => id),
        typed,
      ).toEqual(meant)
    }
  })

  it('never names who is strictly protected, nor lets their name be seen to be there', async () => {
    await refer('Skjult Utenlik')
    expect((await search('Skjult Utenlik')).length).toBe(1)
    await asOwner(server, (tx) =>
      sql`insert into lab.protection (municipality_id, id, person_id, level, source, valid_from, recorded_by)
        select p.municipality_id, gen_random_uuid(), p.id, 'strictly_confidential', 'register', lab.today(), p.id from lab.person p where p.name = 'Skjult Utenlik'`.execute(
        tx,
      ),
    )
    expect(await search('Skjult Utenlik')).toEqual([])
    const names = await server.as('berit', async (tx) =>
      (await sql<{ n: string }>`select lab.names_at_door() as n`.execute(tx)).rows[0]?.n.split('\u001f'),
    )
    expect(names).not.toContain('Skjult Utenlik')
    expect(names).toContain('Navn b')
  })
})
