import { breakGlass } from '@velferdslab/core/break-glass'
import { dayInOslo } from '@velferdslab/core/dates'
import { identityOf } from '@velferdslab/db/seed/fjordvik'
import { people } from '@velferdslab/db/seed/fjordvik-people'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'
import { apiRoutes } from './all.ts'

vi.setConfig({ testTimeout: 60_000 })

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
  const today = dayInOslo(new Date())
  const jonas = people(today).find(({ persona }) => persona === 'jonas')
  const opened = await server.call('mona', 'POST', '/api/break-glass', {
    commandId: randomUUID(),
    actId: randomUUID(),
    reviewId: randomUUID(),
    who: { by: 'number', number: jonas && identityOf(jonas, today) },
    family: null,
    areas: ['housing', 'school', 'economy', 'network'],
    minutes: 30,
    necessity: 'Elias er hentet i ambulanse. Vi må vite hvem han er trygg hos.',
  })
  expect(opened.json()).toMatchObject({ came: 'open' })
})
afterAll(() => server.close())

/** Where an answer says that its reader may do something: a key that promises, and what it says. */
function promised(answer: unknown, at = ''): { at: string; says: unknown }[] {
  if (Array.isArray(answer)) return answer.flatMap((each) => promised(each, `${at}[]`))
  if (typeof answer !== 'object' || answer === null) return []
  return Object.entries(answer).flatMap(([key, says]) =>
    /^(may|can|could)[A-Z]|^i(Lead|Speak)$/.test(key) ? [{ at: `${at}.${key}`, says }] : promised(says, `${at}.${key}`),
  )
}
/** What a service at the table may read is told as it is: it is no offer to the reader. */
const tellsOfOthers = /seats\[\]\.mayRead$/
const offersNothing = (says: unknown) =>
  says === false || says === null || says === 0 || (Array.isArray(says) && says.length === 0)

const pages = apiRoutes.filter(
  ({ method, path }) => method === 'GET' && path.startsWith('/api/families/:familyId') && path.split(':').length === 2,
)
const answersOf = async (persona: string) => {
  const family = server.family('hansen-ali')
  const answers = await Promise.all(
    pages.map(async ({ path }) => ({
      path,
      answer: await server.call(persona, 'GET', path.replace(':familyId', family)),
    })),
  )
  return answers.filter(({ answer }) => answer.status === 200)
}

describe('what the pages of a family offer to who reads them by break-glass alone (REQ-57)', () => {
  it('is nothing: no answer of any door says that they may write, as no command lets them', async () => {
    const read = await answersOf('mona')
    expect(read.length).toBeGreaterThan(5)
    const offered = read.flatMap(({ path, answer }) =>
      promised(answer.json())
        .filter(({ at, says }) => !tellsOfOthers.test(at) && !offersNothing(says))
        .map(({ at, says }) => ({ path, at, says })),
    )
    expect(offered).toEqual([])
  })

  it('is looked for in the right places: to the leader the same doors offer a good deal', async () => {
    const read = await answersOf('solveig')
    const offered = read.flatMap(({ answer }) => promised(answer.json()).filter(({ says }) => !offersNothing(says)))
    expect(offered.length).toBeGreaterThan(5)
  })

  it('is known to the page itself: it is told that they come by that alone, and who also sits there is not', async () => {
    const openOf = async (persona: string) =>
      breakGlass.parse((await server.call(persona, 'GET', '/api/break-glass')).json()).open
    expect(await openOf('mona')).toMatchObject({ family: { id: server.family('hansen-ali') }, alone: true })
    expect(await openOf('solveig')).toBeNull()
  })
})

describe('what was read by break-glass', () => {
  it('was read for an emergency, and says so in the trace; what others read was not (REQ-56)', async () => {
    const family = server.family('hansen-ali')
    await server.call('mona', 'GET', `/api/families/${family}/cloth`)
    await server.call('mona', 'GET', `/api/families/${family}/cloth`)
    await server.call('solveig', 'GET', `/api/families/${family}/cloth`)
    const { rows } = await server.owner.query<{ ground: string; purpose: string; n: number }>(
      `select ground, purpose, count(*)::int as n from lab.opening where family_id = $1 and page = 'cloth' and person_id = any ($2) group by 1, 2 order by 1`,
      [family, [server.person('mona'), server.person('solveig')]],
    )
    // Read again within a quarter of an hour, it is one opening.
    expect(rows).toMatchObject([
      { ground: 'break_glass', purpose: 'emergency', n: 1 },
      { ground: 'leader', purpose: 'make_and_follow_plan' },
    ])
  })

  it('stands in the trace of no other purpose: the table itself refuses it', async () => {
    const insert = (ground: string, purpose: string) =>
      server.owner.query(
        `insert into lab.opening (municipality_id, id, family_id, person_id, page, purpose, ground, bare, request_id)
         values ($1, gen_random_uuid(), $2, $3, 'cloth', $4, $5, true, gen_random_uuid())`,
        [server.town.municipality, server.family('hansen-ali'), server.person('mona'), purpose, ground],
      )
    await expect(insert('break_glass', 'make_and_follow_plan')).rejects.toMatchObject({ code: '23514' })
    await expect(insert('consent', 'emergency')).rejects.toMatchObject({ code: '23514' })
  })
})
