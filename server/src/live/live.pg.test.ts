import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestServer, type Page, type TestServer } from '../../testing/lab-for-tests.ts'
import { closeCodes } from './close-codes.ts'

let server: TestServer
let other: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
  other = await openTestServer(inject('superuserUrl'), { beside: server })
})
afterAll(async () => {
  await other.close()
  await server.close()
})

const write = (persona: string, note: Record<string, unknown>, at: TestServer = server) => {
  const body = {
    commandId: randomUUID(),
    noteId: randomUUID(),
    cell: 'now',
    area: 'economy',
    about: { whole: true },
    ...note,
  }
  return at
    .call(persona, 'POST', `/api/families/${server.family('hansen-ali')}/notes`, body)
    .then((answer) => ({ answer, id: body.noteId }))
}
const words = (text: string) => ({ words: { text } })
const hasNote = (text: string) => (one: { is: string; note?: { words: { text: string } } }) =>
  one.is === 'note' && one.note?.words.text === text
const settle = () => new Promise((resume) => setTimeout(resume, 250))
const textsOf = (page: Page) => page.frames.flatMap((one) => (one.is === 'note' ? [one.note.words.text] : []))

describe('the stream refuses', () => {
  const close = async (persona: string, family = 'hansen-ali') => {
    const page = await server.sit(persona, family)
    expect(page.frames).toEqual([])
    return page.closed
  }
  it('child welfare, the core team, management and another family', async () => {
    for (const persona of ['siri', 'berit', 'geir', 'magda', 'marek']) expect(await close(persona), persona).toBe(1006)
  })
  it('whoever speaks on it: commands go over HTTP', async () => {
    const page = await server.sit('amina', 'hansen-ali')
    page.socket.send('{"is":"note"}')
    expect(await page.closed).toBe(1003)
  })
})

describe('what is told, and to whom', () => {
  it('a note reaches each who may see it and nobody else, in its own process and in another', async () => {
    const pages = {
      solveig: await server.sit('solveig', 'hansen-ali'),
      tor: await server.sit('tor', 'hansen-ali'),
      jonas: await other.sit('jonas', 'hansen-ali'),
      kari: await other.sit('kari', 'hansen-ali'),
    }
    const text = `Strømmen er betalt ${randomUUID()}`
    expect((await write('amina', words(text))).answer.status).toBe(200)
    await pages.solveig.until(hasNote(text))
    await pages.jonas.until(hasNote(text))
    await settle()
    expect(textsOf(pages.tor)).not.toContain(text)
    expect(textsOf(pages.kari)).not.toContain(text)
    for (const page of Object.values(pages)) page.leave()
  })

  it("what one keeps to oneself reaches nobody, and leaves no hole in anybody's count", async () => {
    const [jonas, solveig] = [await server.sit('jonas', 'hansen-ali'), await server.sit('solveig', 'hansen-ali')]
    const first = `En ${randomUUID()}`
    const last = `To ${randomUUID()}`
    await write('amina', words(first))
    const own = await write('amina', {
      ...words('bare mitt'),
      about: { persons: [server.person('amina')] },
      privacy: 'own',
    })
    expect(own.answer.status).toBe(200)
    await write('amina', words(last))
    for (const page of [jonas, solveig]) {
      await page.until(hasNote(last))
      expect(textsOf(page)).toEqual([first, last])
      const numbers = page.frames.flatMap((one) => ('n' in one && one.is !== 'ready' ? [one.n] : []))
      expect(numbers).toEqual(numbers.map((_, index) => index + (numbers[0] ?? 0)))
      page.leave()
    }
  })

  it('a cursor goes on without a gap, and is of no use to anybody else', async () => {
    const before = await server.clothOf('jonas', 'hansen-ali')
    const text = `Mens Jonas var borte ${randomUUID()}`
    const { id } = await write('amina', words(text))
    const back = await other.sit('jonas', 'hansen-ali', before.cursor)
    await back.until(hasNote(text))
    expect(back.frames.filter((one) => one.is === 'sight')).toEqual([])
    const stranger = await server.sit('solveig', 'hansen-ali', before.cursor)
    expect(stranger.frames[0]).toMatchObject({ is: 'sight' })
    const change = { commandId: randomUUID(), baseVersion: 1, words: { text: `${text} igjen` } }
    await server.call('amina', 'POST', `/api/families/${server.family('hansen-ali')}/notes/${id}/change`, change)
    const told = await back.until(hasNote(`${text} igjen`))
    expect(told).toMatchObject({ note: { id, version: 2 } })
    back.leave()
    stranger.leave()
  })

  it('a note moved out of sight is gone for those it left behind, also for one who was away', async () => {
    const text = `Flyttes ${randomUUID()}`
    const { id } = await write('amina', {
      ...words(text),
      area: 'leisure',
      about: { persons: [server.person('elias')] },
    })
    const here = await server.sit('torbjorn', 'hansen-ali')
    const away = (await server.clothOf('torbjorn', 'hansen-ali')).cursor
    const move = {
      commandId: randomUUID(),
      baseVersion: 1,
      cell: 'now',
      area: 'economy',
      about: { whole: true },
      privacy: 'table',
    }
    const moved = await server.call(
      'amina',
      'POST',
      `/api/families/${server.family('hansen-ali')}/notes/${id}/move`,
      move,
    )
    expect(moved.status).toBe(200)
    await here.until((one) => one.is === 'gone' && one.noteId === id)
    const back = await server.sit('torbjorn', 'hansen-ali', away)
    await back.until((one) => one.is === 'gone' && one.noteId === id)
    here.leave()
    back.leave()
  })

  it('a draft shows while it grows, to those who may see the note, and holds the note', async () => {
    const noteId = randomUUID()
    const drafts = `/api/families/${server.family('hansen-ali')}/drafts`
    const place = { noteId, cell: 'now', area: 'economy', about: { whole: true } }
    const [solveig, jonas, kari] = [
      await server.sit('solveig', 'hansen-ali'),
      await other.sit('jonas', 'hansen-ali'),
      await server.sit('kari', 'hansen-ali'),
    ]
    expect((await server.call('amina', 'POST', drafts, { ...place, text: 'Ringe ban' })).status).toBe(200)
    await solveig.until((one) => one.is === 'draft' && one.draft.text === 'Ringe ban')
    await jonas.until((one) => one.is === 'draft' && one.draft.writer === server.person('amina'))
    const held = await server.call('solveig', 'POST', drafts, { ...place, text: 'Jeg også' })
    expect(held.status).toBe(409)
    expect(held.json()).toEqual({ refused: 'note-locked' })
    await server.call('amina', 'POST', `${drafts}/leave`, { noteId })
    await solveig.until((one) => one.is === 'draft-left' && one.noteId === noteId)
    await settle()
    expect(kari.frames.filter((one) => one.is === 'draft')).toEqual([])
    for (const page of [solveig, jonas, kari]) page.leave()
  })
})

describe('the right to see ends at once', () => {
  const nav = () => server.party('nav')
  const say = (path: string, body: Record<string, unknown>) =>
    server.call('amina', 'POST', `/api/families/${server.family('hansen-ali')}/${path}`, {
      commandId: randomUUID(),
      ...body,
    })
  const yes = () =>
    say('consents', {
      partyId: nav(),
      purpose: 'make_and_follow_plan',
      areas: ['economy'],
      persons: ['amina', 'sara', 'elias', 'noor'].map((persona) => server.person(persona)),
      until: new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10),
      language: 'nb',
      textVersion: '2026-11',
    })

  it("a yes opens NAV's page without reloading; stop takes it away within a second, in every process", async () => {
    const [here, there] = [await server.sit('tor', 'hansen-ali'), await other.sit('tor', 'hansen-ali')]
    const isSight = (one: { is: string }) => one.is === 'sight'
    const seen = [here.frames.length, there.frames.length]
    expect((await yes()).status).toBe(200)
    await here.until(isSight, seen[0])
    await there.until(isSight, seen[1])
    const text = `Gjeldsrådgiver torsdag ${randomUUID()}`
    await write('jonas', words(text))
    for (const page of [here, there]) await page.until(hasNote(text))
    const stopped = Date.now()
    expect((await say(`parties/${nav()}/stop`, {})).status).toBe(200)
    const after = `Etter stopp ${randomUUID()}`
    await write('jonas', words(after))
    for (const page of [here, there]) await page.until(isSight, page.frames.findIndex(hasNote(text)))
    expect(Date.now() - stopped).toBeLessThan(1000)
    await settle()
    for (const page of [here, there]) {
      expect(textsOf(page)).not.toContain(after)
      page.leave()
    }
    expect((await server.clothOf('tor', 'hansen-ali')).notes.map((note) => note.words.text)).not.toContain(text)
  })

  it('what was shown between a yes and a stop goes, however fast they follow each other', async () => {
    for (let round = 0; round < 5; round++) {
      const page = await server.sit('tor', 'hansen-ali')
      const text = `I farta ${randomUUID()}`
      await Promise.all([yes(), write('jonas', words(text)), say(`parties/${nav()}/stop`, {})])
      await say(`parties/${nav()}/stop`, {})
      await settle()
      const shown = page.frames.findIndex(hasNote(text))
      if (shown >= 0) await page.until((one) => one.is === 'sight', shown)
      page.leave()
    }
  })

  it('whose last consent stops is closed with "no access"', async () => {
    const page = await other.sit('tor', 'lie')
    const stop = await server.call('marius', 'POST', `/api/families/${server.family('lie')}/parties/${nav()}/stop`, {
      commandId: randomUUID(),
    })
    expect(stop.status).toBe(200)
    expect(await page.closed).toBe(closeCodes.noAccess)
    expect((await server.call('tor', 'GET', `/api/families/${server.family('lie')}/cloth`)).status).toBe(404)
  })

  it('a consent that ends by the clock ends the page by the clock', async () => {
    await server.owner.query(
      `update lab.consent set valid_to = now() + interval '1500 milliseconds' where giver_id = $1 and party_id = $2`,
      [server.person('jonas'), server.party('torbjorn')],
    )
    const next = await server.sit('torbjorn', 'hansen-ali')
    expect(next.frames.length).toBeGreaterThan(0)
    expect(await next.closed).toBe(closeCodes.noAccess)
  })
})
