import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'
import { apiRoutes } from './all.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
})
afterAll(() => server.close())

const family = () => server.family('hansen-ali')
const strangers = ['siri', 'berit', 'geir', 'magda', 'marek', 'mona']

/** Doors at which the core team is no stranger: it asks for leaders, and knows who sits where (house rule, "Who sees a row"). */
const coreTeamDoors = ['/api/families/:familyId/seats', '/api/families/:familyId/seats/leader']

/** A body that fits the schema of each command, so that what is refused is the right and not the form. */
const bodies: Record<string, () => unknown> = {
  '/api/families/:familyId/signing': () => ({ commandId: randomUUID(), versionId: randomUUID() }),
  '/api/families/:familyId/signing/:versionId/sign': () => ({
    commandId: randomUUID(),
    contentSha256: 'a'.repeat(64),
    paperSha256: 'a'.repeat(64),
  }),
  '/api/families/:familyId/promises/:promiseId/answer': () => ({ commandId: randomUUID(), answer: 'done' }),
  '/api/families/:familyId/consents': () => ({
    commandId: randomUUID(),
    partyId: server.party('nav'),
    purpose: 'make_and_follow_plan',
    areas: ['economy'],
    persons: [server.person('amina')],
    until: new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10),
    language: 'nb',
    textVersion: '2026-11',
  }),
  '/api/families/:familyId/consents/refuse': () => ({
    commandId: randomUUID(),
    partyId: server.party('child-welfare'),
    purpose: 'make_and_follow_plan',
    language: 'nb',
    textVersion: '2026-11',
  }),
  '/api/families/:familyId/consents/:consentId/withdraw': () => ({ commandId: randomUUID() }),
  '/api/families/:familyId/consents/stop-square': () => ({
    commandId: randomUUID(),
    partyId: server.party('nav'),
    area: 'economy',
    personId: server.person('amina'),
  }),
  '/api/families/:familyId/parties/:partyId/stop': () => ({ commandId: randomUUID() }),
  '/api/families/:familyId/agreement': () => ({ commandId: randomUUID(), textVersion: '2026-11', language: 'nb' }),
  '/api/families/:familyId/qualification/answers': () => ({
    commandId: randomUUID(),
    code: 'voluntary',
    answer: 'yes',
    reason: 'x',
    withId: server.person('amina'),
  }),
  '/api/families/:familyId/qualification/outcome': () => ({
    commandId: randomUUID(),
    outcome: { is: 'accepted', targetGroup: 'a' },
  }),
  '/api/families/:familyId/seats/leader': () => aSeat({ personId: server.person('solveig') }),
  '/api/families/:familyId/seats/service': () =>
    aSeat({ personId: server.person('mona'), partyId: server.party('health-clinic'), why: 'x' }),
  '/api/families/:familyId/seats/trusted': () => aSeat({ firstName: 'Arne', telephone: '400 00 444' }),
  '/api/families/:familyId/seats/:seatId/answer': () => ({ commandId: randomUUID(), answer: 'yes', reason: null }),
  '/api/families/:familyId/seats/:seatId/end': () => ({ commandId: randomUUID() }),
  '/api/seats/:seatId/take': () => ({ commandId: randomUUID(), answer: 'yes' }),
  '/api/families/:familyId/notes': () => aNote(),
  '/api/families/:familyId/notes/:noteId/change': () => ({
    commandId: randomUUID(),
    baseVersion: 1,
    words: { text: 'x' },
  }),
  '/api/families/:familyId/notes/:noteId/move': () => ({
    commandId: randomUUID(),
    baseVersion: 1,
    cell: 'now',
    area: 'economy',
    about: { whole: true },
  }),
  '/api/families/:familyId/notes/:noteId/erase': () => ({ commandId: randomUUID() }),
  '/api/referrals': () => ({
    commandId: randomUUID(),
    referralId: randomUUID(),
    partyId: null,
    name: 'Nadia Berg',
    born: '1994-05-17',
    relation: 'mother',
    language: 'nb',
    reach: 'sender',
    contact: null,
    hopes: 'x',
    yes: { how: 'spoken', on: '2026-01-01' },
  }),
  '/api/questions': () => ({ commandId: randomUUID(), questionId: randomUUID(), partyId: null, text: 'x' }),
  '/api/questions/:questionId/answer': () => ({ commandId: randomUUID(), answer: 'x' }),
  '/api/families/:familyId/drafts': () => ({
    noteId: randomUUID(),
    cell: 'now',
    area: 'economy',
    about: { whole: true },
    text: 'x',
  }),
  '/api/families/:familyId/goals': () => ({
    commandId: randomUUID(),
    goalId: randomUUID(),
    noteId: randomUUID(),
    term: 'short',
    area: 'economy',
    about: { whole: true },
    words: { text: 'x' },
  }),
  '/api/families/:familyId/measures': () => ({
    commandId: randomUUID(),
    measureId: randomUUID(),
    goalId: randomUUID(),
    area: 'economy',
    about: { whole: true },
    words: { text: 'x' },
    doer: { is: 'member', personId: server.person('jonas') },
    due: '2027-01-01',
  }),
  '/api/families/:familyId/measures/:measureId/stop': () => ({ commandId: randomUUID(), on: '2027-01-01' }),
  '/api/families/:familyId/decisions': () => ({
    commandId: randomUUID(),
    decisionId: randomUUID(),
    measureId: randomUUID(),
    partyId: server.party('nav'),
    area: 'economy',
    persons: [server.person('jonas')],
    kind: 'agreement',
    amountOre: 100,
    words: { what: 'x' },
  }),
  '/api/families/:familyId/decisions/:decisionId/change': () => ({
    commandId: randomUUID(),
    baseVersion: 1,
    kind: 'agreement',
    amountOre: 100,
    words: { what: 'x' },
  }),
  '/api/families/:familyId/decisions/:decisionId/answer': () => ({
    commandId: randomUUID(),
    version: 1,
    answer: 'yes',
  }),
  '/api/families/:familyId/decisions/:decisionId/confirm': () => ({
    commandId: randomUUID(),
    answerIds: [randomUUID()],
  }),
  '/api/families/:familyId/decisions/:decisionId/hear-child': () => ({
    commandId: randomUUID(),
    version: 1,
    childId: server.person('sara'),
    view: 'said',
  }),
  '/api/families/:familyId/decisions/:decisionId/ask': () => ({
    commandId: randomUUID(),
    version: 1,
    personId: server.person('hanne'),
    by: '2099-01-01',
  }),
  '/api/families/:familyId/decisions/:decisionId/decide': () => ({ commandId: randomUUID(), version: 1 }),
  '/api/families/:familyId/decisions/:decisionId/reply': () => ({ commandId: randomUUID(), version: 1, answer: 'no' }),
  '/api/families/:familyId/entries/meeting': () => ({
    commandId: randomUUID(),
    onDay: '2026-11-20',
    minutes: 90,
    present: [{ partyId: server.party('nav'), item: 'hour_default' }],
  }),
  '/api/families/:familyId/entries/cost': () => ({
    commandId: randomUUID(),
    measureId: randomUUID(),
    onDay: '2026-11-20',
    ore: 100,
  }),
  '/api/families/:familyId/entries/:entryId/reverse': () => ({ commandId: randomUUID() }),
  '/api/families/:familyId/outside-decisions': () => ({
    commandId: randomUUID(),
    decisionId: randomUUID(),
    partyId: server.party('child-welfare'),
    area: 'upbringing',
    persons: [server.person('noor')],
    on: '2026-11-01',
    words: { what: 'x', ground: 'Barnevernsloven § 4-2' },
  }),
  '/api/families/:familyId/meetings': () => ({ commandId: randomUUID(), meetingId: randomUUID(), ...aPlan }),
  '/api/families/:familyId/meetings/:meetingId/change': () => ({ commandId: randomUUID(), ...aPlan }),
  '/api/families/:familyId/meetings/:meetingId/stage': () => ({ commandId: randomUUID(), stage: 'today' }),
  '/api/families/:familyId/meetings/:meetingId/open': () => ({ commandId: randomUUID(), area: 'economy' }),
  '/api/families/:familyId/meetings/:meetingId/close': () => ({ commandId: randomUUID(), area: null }),
  '/api/families/:familyId/meetings/:meetingId/people/:personId': () => ({ commandId: randomUUID(), answer: 'yes' }),
  ...Object.fromEntries(
    ['start', 'end', 'pause', 'go-on', 'come', 'leave', 'screen'].map((act) => [
      `/api/families/:familyId/meetings/:meetingId/${act}`,
      () => ({ commandId: randomUUID() }),
    ]),
  ),
  '/api/table/come': () => ({ commandId: randomUUID(), ticket: 'x' }),
  '/api/families/:familyId/wellbeing': () => anAnswer(),
  '/api/families/:familyId/wellbeing/:wellbeingId/share': () => ({ commandId: randomUUID(), privacy: 'child' }),
  '/api/families/:familyId/wellbeing/:wellbeingId/erase': () => ({ commandId: randomUUID() }),
  '/api/families/:familyId/placements': () => aPlacement(),
}
const aPlan = { plannedAt: '2099-01-01T10:00:00Z', words: { place: '', link: '', agenda: '' } }
const aSeat = (more: Record<string, unknown>) => ({ commandId: randomUUID(), seatId: randomUUID(), ...more })
const anAnswer = () => ({
  commandId: randomUUID(),
  wellbeingId: randomUUID(),
  answer: { kind: 'score', score: 4 },
  words: null,
})
const aPlacement = () => ({
  commandId: randomUUID(),
  placementId: randomUUID(),
  subject: 'housing',
  mark: 'now',
  situation: 'vulnerable',
  words: null,
  base: null,
})
const aNote = (more: Record<string, unknown> = {}) => ({
  commandId: randomUUID(),
  noteId: randomUUID(),
  cell: 'now',
  area: 'economy',
  about: { whole: true },
  words: { text: 'Ringe banken' },
  ...more,
})
const ofFamily = apiRoutes.filter((route) => route.path.includes(':familyId') && !route.path.endsWith('/drafts/leave'))
const addressOf = (path: string, id: string) =>
  path
    .replace(':familyId', id)
    .replace(':partyId', server.party('nav'))
    .replace(/:\w+/g, () => randomUUID())

describe('every door, to whoever may not know the family', () => {
  it.each(ofFamily.map((route) => [route.method, route.path] as const))(
    '%s %s answers as if it never was (REQ-53)',
    async (method, path) => {
      for (const persona of strangers) {
        if (persona === 'berit' && coreTeamDoors.includes(path)) continue
        const real = await server.call(persona, method, addressOf(path, family()), bodies[path]?.())
        const never = await server.call(persona, method, addressOf(path, randomUUID()), bodies[path]?.())
        expect(real.status, persona).toBe(404)
        expect(real.text).toBe(never.text)
        expect([...real.headers.keys()].sort()).toEqual([...never.headers.keys()].sort())
      }
    },
  )
  it.each(apiRoutes.map((route) => [route.method, route.path] as const))(
    '%s %s asks who it is first',
    async (method, path) => {
      const answer = await server.call(
        null,
        method,
        addressOf(path, family()),
        bodies[path]?.() ?? (method === 'POST' ? { noteId: randomUUID() } : undefined),
      )
      expect(answer.status).toBe(401)
      expect(answer.json()).toEqual({ refused: 'not-signed-in' })
    },
  )
  it.each(apiRoutes.filter((route) => route.method === 'POST').map((route) => [route.path] as const))(
    'POST %s refuses another origin, and what is not JSON (REQ-113)',
    async (path) => {
      const address = addressOf(path, family())
      for (const headers of [{ origin: 'https://else.example' }, { 'sec-fetch-site': 'cross-site' }]) {
        const answer = await server.call('amina', 'POST', address, bodies[path]?.(), headers)
        expect(answer.status).toBe(403)
      }
      const form = await server.call('amina', 'POST', address, 'a=b', {
        'content-type': 'application/x-www-form-urlencoded',
      })
      expect(form.status).toBe(422)
    },
  )
})

describe('a command', () => {
  const post = (persona: string, path: string, body: unknown) =>
    server.call(persona, 'POST', `/api/families/${family()}${path}`, body)

  it('names the field that is wrong and takes nothing it does not know', async () => {
    const wrong = await post('amina', '/notes', aNote({ words: { text: '   ' } }))
    expect(wrong.status).toBe(422)
    expect(wrong.json()).toMatchObject({ refused: 'not-valid', fields: [{ path: 'words.text' }] })
    const more = await post('amina', '/notes', aNote({ author: server.person('jonas') }))
    expect(more.status).toBe(422)
    const misplaced = await post('amina', '/notes', aNote({ area: 'common' }))
    expect(misplaced.json()).toMatchObject({ fields: [{ path: 'area' }] })
  })
  it('too large is refused without a trace of how we are built', async () => {
    const answer = await post('amina', '/notes', aNote({ words: { text: 'x'.repeat(100_000) } }))
    expect(answer.status).toBe(413)
    expect(answer.text).toBe('{"refused":"too-large"}')
  })
  it('sent twice with the same id is done once, and answers the same', async () => {
    const body = aNote()
    const [one, two] = [await post('amina', '/notes', body), await post('amina', '/notes', body)]
    expect(two.text).toBe(one.text)
    const cloth = await server.clothOf('amina', 'hansen-ali')
    expect(cloth.notes.filter((note) => note.id === body.noteId)).toHaveLength(1)
  })
  it('sent twice at the same moment is done once', async () => {
    const body = aNote()
    const answers = await Promise.all(Array.from({ length: 6 }, () => post('amina', '/notes', body)))
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1)
    const { rows } = await server.owner.query(`select 1 from lab.event where subject_id = $1`, [body.noteId])
    expect(rows).toHaveLength(1)
  })
  it('where two edits meet, both texts stay', async () => {
    const body = aNote()
    await post('amina', '/notes', body)
    const change = (persona: string, text: string) =>
      post(persona, `/notes/${body.noteId}/change`, { commandId: randomUUID(), baseVersion: 1, words: { text } })
    await Promise.all([change('amina', 'på dagtid'), change('solveig', 'på kveldstid'), change('jonas', 'i helga')])
    const { notes } = await server.clothOf('amina', 'hansen-ali')
    const here = notes.filter((note) => note.id === body.noteId || note.beside === body.noteId)
    expect(here.map((note) => note.words.text).sort()).toEqual(['i helga', 'på dagtid', 'på kveldstid'])
  })
  it('erased words are gone from the row, and the note from every cloth', async () => {
    const body = aNote({ words: { text: 'Skal bort' } })
    await post('amina', '/notes', body)
    const by = (persona: string) => post(persona, `/notes/${body.noteId}/erase`, { commandId: randomUUID() })
    expect((await by('solveig')).json()).toEqual({ refused: 'note-only-author-erases' })
    expect((await by('amina')).status).toBe(200)
    expect((await by('amina')).json()).toEqual({ refused: 'note-erased' })
    const { rows } = await server.owner.query<{ sealed: Buffer | null }>('select sealed from lab.note where id = $1', [
      body.noteId,
    ])
    expect(rows).toEqual([{ sealed: null }])
  })
  it('a consent too long, past, or for somebody one does not answer for is refused with its reason', async () => {
    const sentence = bodies['/api/families/:familyId/consents']?.() as Record<string, unknown>
    const say = async (more: Record<string, unknown>) =>
      (await post('amina', '/consents', { ...sentence, commandId: randomUUID(), ...more })).json()
    expect(await say({ until: '2020-01-01' })).toEqual({ refused: 'consent-end-passed' })
    expect(await say({ until: '2099-01-01' })).toEqual({ refused: 'consent-too-long' })
    expect(await say({ persons: [server.person('jonas')] })).toEqual({ refused: 'consent-needs-person-you-answer-for' })
    expect(await say({ areas: ['common'] })).toMatchObject({ refused: 'not-valid' })
  })
})

describe('headers', () => {
  it('personal answers are never stored, nobody frames us, scripts are ours alone (REQ-70)', async () => {
    const { headers } = await server.call('amina', 'GET', `/api/families/${family()}/cloth`)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-powered-by')).toBeNull()
  })
  it('the description of the API names exactly the doors there are (REQ-71)', async () => {
    const { paths } = (await server.call(null, 'GET', '/api/openapi.json')).json() as { paths: Record<string, object> }
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const built = apiRoutes.map((route) => `${route.method} ${route.path.replace(/:(\w+)/g, '{$1}')}`)
    const paper = ['cloth.pdf', 'signing/{versionId}/plan.pdf'].map((file) => `GET /api/families/{familyId}/${file}`)
    expect(described.sort()).toEqual([...built, ...paper].sort())
  })
})
