import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { anAct, denialsOf, openingsOf, withoutTrace } from '../../testing/openings-for-tests.ts'
import { sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { aFamilyAtDoor, type FamilyAtDoor } from '../../testing/family-at-door.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'
import { signingActs } from '../../testing/signing-for-tests.ts'
import { apiRoutes } from './all.ts'

let server: TestServer
let meeting = ''
let atDoor: FamilyAtDoor
let version = ''
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
  const signs = signingActs(server, 'hansen-ali')
  await signs.putUp('solveig')
  version = (await signs.openOf('solveig')).id
  await signs.sign('solveig')
  atDoor = await aFamilyAtDoor(server, 'Turid Aas')
  meeting = randomUUID()
  const words = { place: 'x', link: '', agenda: '' }
  await post('solveig', '/meetings', { meetingId: meeting, plannedAt: '2099-01-01T10:00:00.000Z', words })
  await post('solveig', `/meetings/${meeting}/start`, {})
})
afterAll(() => server.close())
beforeEach(() => withoutTrace(server))

const home = () => server.family('hansen-ali')
const get = (persona: string, path: string) => server.call(persona, 'GET', path)
const read = (persona: string, page: string) => get(persona, `/api/families/${home()}${page}`)
const post = (persona: string, path: string, body: object) =>
  server.call(persona, 'POST', `/api/families/${home()}${path}`, { commandId: randomUUID(), ...body })
const addressOf = (path: string, family: string = home()) =>
  path
    .replace(':familyId', family)
    .replace(':versionId', version)
    .replace(':meetingId', meeting)
    .replace(':partyId', server.party('nav'))
/** Where there is something of the kind. */
const familyWith = (path: string): string =>
  /\/(?:qualification|door\/responsibilities)$/.test(path) ? atDoor.id : home()

const reads = apiRoutes.filter((route) => route.method === 'GET')
const papers = [
  { path: '/api/families/:familyId/cloth.pdf', opens: 'cloth_paper' },
  { path: '/api/families/:familyId/signing/:versionId/plan.pdf', opens: 'plan_paper' },
]
/** Doors that show nothing of a family: who I am, my own table, what I sent, what I was asked to, the one promise of a link, what is held of mine. */
const ofNoFamily = [
  ...[
    '/api/trace',
    '/api/me',
    '/api/table',
    '/api/referrals',
    '/api/seats/asked',
    '/api/joining',
    '/api/texts/:key',
    '/api/privacy-words',
    '/api/break-glass',
    '/api/retention',
    '/api/my/holds',
    '/api/task',
    '/api/children-rules',
    // What was written down of who reads it, by another.
    '/api/sole-consents',
  ],
  ...['/api/administration', '/api/administration/people/:personId/in-hand'],
]
/** Doors that must leave nothing where the family looks: that somebody thinks of reporting, or of the law, is hidden. And names at the door (0027). */
const quiet = [
  ...['/api/families/:familyId/law', '/api/families/:familyId/report', '/api/acts', '/api/reports'],
  ...['/api/duplicates', '/api/self-referrals'],
]
/** Doors that answer members alone: nobody else has read anything by them. */
const membersOnly = ['consents', 'agreement', 'members', 'looked']
/** Who reads it at work, where it is not the leader. */
const readers: Record<string, string> = { qualification: 'berit', core_team: 'berit', door: 'berit', asked: 'hanne' }

describe('a door that shows something of a family', () => {
  it('says which page it opens: a new one that does not is found here', () => {
    const silent = reads.filter(({ opens, path }) => opens === null && ![...ofNoFamily, ...quiet].includes(path))
    expect(silent.map(({ path }) => path)).toEqual([])
  })
  it.each([...reads, ...papers].filter((route) => route.opens).map(({ path, opens }) => [path, opens] as const))(
    '%s leaves exactly one opening of each family it shows',
    async (path, opens) => {
      const reader = readers[opens as string] ?? 'solveig'
      const isMembersOnly = membersOnly.includes(opens as string)
      if (opens === 'asked') await askHanne()
      const address = addressOf(path, familyWith(path))
      const answer = await get(reader, address)
      expect(answer.status).toBe(isMembersOnly ? 404 : 200)
      const left = await openingsOf(server)
      if (isMembersOnly) {
        expect(left).toEqual([])
        return
      }
      const shown = new Set(left.map(({ family }) => family))
      expect(left.map((opening) => [opening.persona, opening.page])).toEqual(left.map(() => [reader, opens]))
      expect(shown.size).toBe(left.length)
      const { rows } = await server.owner.query<{ family_id: string }>('select distinct family_id from lab.opening')
      if (path.includes(':familyId')) expect(rows).toEqual([{ family_id: familyWith(path) }])
      else expect(rows.length > 0, 'a list shows somebody').toBe(opens !== 'stopped')
      // Once more is the same opening.
      await get(reader, address)
      expect(await openingsOf(server)).toHaveLength(left.length)
    },
  )
  it.each([...reads, ...papers].map(({ path }) => [path] as const))(
    '%s leaves none of who reads their own life',
    async (path) => {
      await get('amina', addressOf(path))
      expect(await openingsOf(server)).toEqual([])
    },
  )
})

/** Something that waits for the mandate of Hanne. */
async function askHanne(): Promise<void> {
  await server.owner.query(
    `insert into lab.decision_asked (municipality_id, id, family_id, decision_id, version, asked_id, asked_by, answer_by)
     select d.municipality_id, gen_random_uuid(), d.family_id, d.id, 1, $1, d.author_id, lab.today() + 7 from lab.decision d
     where d.party_id = $2 and not exists (select 1 from lab.decided x where x.decision_id = d.id)
       and not exists (select 1 from lab.decision_asked a where a.decision_id = d.id) limit 1`,
    [server.person('hanne'), server.party('nav')],
  )
}

describe('who may not know the family', () => {
  const staff = ['siri', 'geir']
  it.each(reads.filter(({ path }) => path.includes(':familyId')).map(({ path }) => [path] as const))(
    '%s: leaves a denial and no opening',
    async (path) => {
      for (const persona of staff) {
        expect((await get(persona, addressOf(path))).status).toBe(404)
      }
      const denied = await denialsOf(server, staff.length)
      expect(denied.map(({ persona }) => persona).sort()).toEqual([...staff].sort())
      expect(denied.map(({ door, family }) => `${door} ${family}`)).toEqual(staff.map(() => `GET ${path} hansen-ali`))
      expect(await openingsOf(server)).toEqual([])
    },
  )
  it('leaves one a minute, however often it asks', async () => {
    await server.as('siri', async (tx) => {
      const ask = (door: string) => sql`select lab.leave_denial(${home()}, ${door})`.execute(tx)
      for (const door of ['GET /api/a', 'GET /api/a', 'GET /api/b']) await ask(door)
      await expect(ask('GET /api/a?name=Amina')).rejects.toMatchObject({ code: '23514' })
    })
    await server.call('siri', 'GET', addressOf('/api/families/:familyId/plan'))
    expect(await denialsOf(server, 1)).toHaveLength(1)
  })
  it('also by a command, by paper and by the live stream', async () => {
    await post('siri', '/notes', aNoteIn('economy'))
    await read('siri', '/cloth.pdf')
    await expect(server.sit('siri', 'hansen-ali')).resolves.toBeDefined()
    const doors = (await denialsOf(server, 3)).map(({ door }) => door)
    expect(doors).toEqual([
      'GET /api/families/:familyId/cloth.pdf',
      'GET /api/families/:familyId/live',
      'POST /api/families/:familyId/notes',
    ])
  })
  it('leaves nothing of a citizen, of an id that never was, or where nobody is signed in', async () => {
    await read('magda', '/cloth')
    await get('siri', `/api/families/${randomUUID()}/cloth`)
    await server.call(null, 'GET', `/api/families/${home()}/cloth`)
    expect(await denialsOf(server, 0)).toEqual([])
  })
  it('leaves nothing of who is at home there and asked for something that is not', async () => {
    expect((await read('solveig', `/signing/${randomUUID()}/check`)).status).toBe(404)
    expect(await denialsOf(server, 0)).toEqual([])
    expect(await openingsOf(server)).toEqual([])
  })
})

describe('an opening', () => {
  it('says by which right, for what and of which areas: a service by consent, the leader, who is at the table', async () => {
    await read('tor', '/cloth')
    await read('solveig', '/journey')
    expect(await openingsOf(server)).toMatchObject([
      {
        persona: 'tor',
        party: 'NAV',
        role: 'member',
        ground: 'consent',
        purpose: 'make_and_follow_plan',
        page: 'cloth',
      },
      { persona: 'solveig', party: 'Velferdslaben', role: 'leader', ground: 'leader', page: 'journey' },
    ])
    const [tor] = await openingsOf(server)
    const { notes } = await server.clothOf('tor', 'hansen-ali')
    expect(tor?.areas).toEqual([...new Set(notes.map(({ area }) => area as string))].sort())
  })
  it('of an act stands apart from what was read without it, and names no other', async () => {
    await anAct(server, { persona: 'tor', family: 'hansen-ali', kind: 'break_glass', areas: ['school', 'leisure'] })
    await read('tor', '/cloth')
    const left = await openingsOf(server)
    expect(left.map(({ ground }) => ground)).toEqual(['break_glass', 'consent'])
    expect(left[0]).toMatchObject({ persona: 'tor', role: 'caseworker', party: 'NAV' })
    expect(left[1]?.areas.filter((area) => left[0]?.areas.includes(area))).toEqual([])
    await server.owner.query('delete from lab.opening_cell')
    await server.owner.query('delete from lab.opening')
    await server.owner.query('delete from lab.act')
  })
  it('goes on while it is read, is a new one when there is more to read, and after a quarter of an hour', async () => {
    await read('tor', '/cloth')
    await read('tor', '/cloth')
    expect(await openingsOf(server)).toHaveLength(1)
    const { rows } = await server.owner.query<{ longer: boolean }>('select to_at > from_at as longer from lab.opening')
    expect(rows).toEqual([{ longer: true }])
    await post('jonas', '/notes', aNoteIn('economy'))
    await read('tor', '/cloth')
    expect((await openingsOf(server)).map(({ areas }) => areas.includes('economy'))).toEqual([false, true])
    await server.owner.query(
      `update lab.opening set from_at = from_at - interval '16 minutes', to_at = to_at - interval '16 minutes'`,
    )
    await read('tor', '/cloth')
    expect(await openingsOf(server)).toHaveLength(3)
  })
  it('and the read are one: what cannot be written down was not read', async () => {
    await server.owner.query(`alter table lab.opening add constraint never check (page <> 'cloth') not valid`)
    try {
      expect((await read('tor', '/cloth')).status).toBe(500)
      expect((await read('tor', '/cloth.pdf')).status).toBe(200)
      expect((await read('amina', '/cloth')).status).toBe(200)
    } finally {
      await server.owner.query('alter table lab.opening drop constraint never')
    }
    expect((await openingsOf(server)).map(({ page }) => page)).toEqual(['cloth_paper'])
  })
  it('is changed and taken away by nobody who works while the server runs', async () => {
    await read('tor', '/cloth')
    for (const pool of [server.people, server.system])
      for (const sql of [
        `update lab.opening set ground = 'leader'`,
        'delete from lab.opening',
        'delete from lab.opening_cell',
        'delete from lab.denial',
        'insert into lab.denial select * from lab.denial',
        'truncate lab.opening',
      ])
        await expect(pool.query(sql)).rejects.toMatchObject({ code: '42501' })
  })
})

const aNoteIn = (area: string) => ({
  noteId: randomUUID(),
  cell: 'today',
  area,
  about: { persons: [server.person('jonas')] },
  privacy: 'table',
  words: { text: 'x' },
  bright: false,
  due: null,
  sector: null,
  ring: null,
  beside: null,
})

describe('the live stream', () => {
  it('leaves one for its page, and of the family none', async () => {
    const [tor, amina] = [await server.sit('tor', 'hansen-ali'), await server.sit('amina', 'hansen-ali')]
    expect((await openingsOf(server)).map(({ persona, page }) => [persona, page])).toEqual([['tor', 'cloth']])
    tor.leave()
    amina.leave()
  })
  it('shows a note where one has read nothing only after that is written down', async () => {
    const tor = await server.sit('tor', 'hansen-ali')
    const [before] = await openingsOf(server)
    const note = aNoteIn('housing')
    await post('jonas', '/notes', note)
    await tor.until((frame) => frame.is === 'note' && frame.note.id === note.noteId)
    const after = await openingsOf(server)
    expect(before?.areas).not.toContain('housing')
    expect(after.map(({ areas }) => areas.includes('housing'))).toEqual([false, true])
    tor.leave()
  })
  it('also a word that is still being written', async () => {
    const tor = await server.sit('tor', 'hansen-ali')
    const { noteId, cell, area, about, privacy } = aNoteIn('work')
    await server.call('jonas', 'POST', `/api/families/${home()}/drafts`, {
      noteId,
      cell,
      area,
      about,
      privacy,
      text: 'Jeg vil',
    })
    await tor.until((frame) => frame.is === 'draft')
    expect((await openingsOf(server)).at(-1)?.areas).toContain('work')
    tor.leave()
  })
})
