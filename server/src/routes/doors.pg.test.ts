import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { aNote, commandBodies } from '../../testing/command-bodies.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'
import { apiRoutes } from './all.ts'

let server: TestServer
let bodies: ReturnType<typeof commandBodies>
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
  bodies = commandBodies(server)
})
afterAll(() => server.close())

const family = () => server.family('hansen-ali')
const addressOf = (path: string, id: string) =>
  path
    .replace(':familyId', id)
    .replace(':partyId', server.party('nav'))
    .replace(/:\w+/g, () => randomUUID())

describe('every door', () => {
  it.each(apiRoutes.map((route) => [route.method, route.path] as const))(
    '%s %s asks who it is first',
    async (method, path) => {
      const answer = await server.call(null, method, addressOf(path, family()), bodies[path]?.())
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
    const paper = ['cloth.pdf', 'signing/{versionId}/plan.pdf', 'consents/sheet.pdf', 'shares/{shareId}/share.pdf'].map(
      (file) => `GET /api/families/{familyId}/${file}`,
    )
    expect(described.sort()).toEqual([...built, ...paper].sort())
  })
})
