import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, dayInOslo } from '@velferdslab/core/dates'
import { looked } from '@velferdslab/core/looked'
import { takenOut } from '@velferdslab/core/commands/my-data'
import { myData, type MyData } from '@velferdslab/core/my-data'
import { strFromU8 } from 'fflate'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { z } from 'zod'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'
import { readPdf } from '../print/read-pdf.ts'
import { unpack } from '../../testing/unpack.ts'

// A busy machine sets a paper slowly.
vi.setConfig({ testTimeout: 60_000 })

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
})
afterAll(() => server.close())

const family = 'hansen-ali'
const take = (who: string | null, language = 'nb') =>
  server.call(who, 'POST', '/api/my-data', { commandId: randomUUID(), language })

async function taken(who: string, language = 'nb') {
  const answer = await take(who, language)
  expect([answer.status, answer.status === 200 ? '' : answer.text]).toEqual([200, ''])
  const { file, fileName } = takenOut.parse(answer.json())
  const files = unpack(file)
  const text = (name: string) => strFromU8(files[name] as Uint8Array)
  return {
    fileName,
    files,
    html: text('my-data.html'),
    json: text('my-data.json'),
    data: JSON.parse(text('my-data.json')) as MyData,
  }
}

async function note(who: string, text: string, more: object): Promise<string> {
  const noteId = randomUUID()
  const body = { commandId: randomUUID(), noteId, cell: 'today', area: 'economy', words: { text }, ...more }
  const answer = await server.call(who, 'POST', `/api/families/${server.family(family)}/notes`, body)
  expect([who, answer.status, answer.text]).toEqual([who, 200, answer.text])
  return noteId
}
const about = (...who: string[]) => ({ about: { persons: who.map((each) => server.person(each)) } })

describe('everything about me', () => {
  it('is given to nobody who is not signed in, and holds nothing of a family for who only works there', async () => {
    expect((await take(null)).status).toBe(401)
    const { data, html } = await taken('tor')
    expect(data.families).toEqual([])
    expect(html).not.toContain('Hansen-Ali')
  })

  it('holds no word, yes or name of another grown person’s own life: third persons are seeded, and none is found', async () => {
    await note('jonas', 'Det Jonas har for seg selv', { ...about('jonas'), privacy: 'own' })
    await note('tor', 'Bare om Jonas fra Tor', about('jonas'))
    await note('jonas', 'Jonas om gjelda si', about('jonas'))
    const { html, json, data, files } = await taken('amina')
    const pdf = await readPdf(files['my-data.pdf'] as Uint8Array)
    const paper = pdf.pages.map((page) => page.text).join(' ')
    // A stretch of words around what should not be there, to see where it came from.
    const foundIn = (hidden: string) =>
      [html, json, paper].flatMap((drawn) =>
        drawn.includes(hidden) ? [drawn.slice(drawn.indexOf(hidden) - 80, drawn.indexOf(hidden) + 80)] : [],
      )
    for (const hidden of ['Det Jonas har for seg selv', 'Bare om Jonas fra Tor', 'Jonas om gjelda si'])
      expect(foundIn(hidden)).toEqual([])
    // His whole name: on paper "Jonas" can stand before "Hansen-Ali: ..." of the next heading.
    expect([html, json].filter((drawn) => drawn.includes('Jonas Hansen'))).toEqual([])
    const [mine] = data.families
    const jonas = server.person('jonas')
    expect(mine?.others).toContain('Jonas')
    expect(mine?.consents.filter((consent) => consent.givenBy === jonas)).toEqual([])
    expect(mine?.decisions.flatMap((each) => each.answers).filter((answer) => answer.personId === jonas)).toEqual([])
    expect(mine?.notes.filter((each) => !each.about.whole && each.about.persons.every((id) => id === jonas))).toEqual(
      [],
    )
  })

  it('holds one’s own: notes with their source, what stands beside them, yeses, who can read, plan, papers and account', async () => {
    const id = await note('jonas', 'Vi har betalt strømmen', { about: { whole: true } })
    const struck = await note('amina', 'Feil tall', about('amina'))
    await server.call('amina', 'POST', `/api/families/${server.family(family)}/notes/${struck}/void`, {
      commandId: randomUUID(),
      reason: 'wrong_words',
    })
    await server.call('amina', 'POST', `/api/families/${server.family(family)}/notes/${id}/correct`, {
      commandId: randomUUID(),
      correctionId: randomUUID(),
      baseVersion: 1,
      text: 'Strømmen er ikke betalt.',
    })
    const { data, html } = await taken('amina')
    const [mine] = data.families
    expect(data.me.name).toBe('Amina Ali')
    expect(mine?.answersFor.map((child) => child.name)).toContain('Sara Hansen Ali')
    expect(mine?.notes.find((each) => each.id === id)).toMatchObject({
      author: server.person('jonas'),
      corrections: [{ text: 'Strømmen er ikke betalt.' }],
    })
    expect(mine?.notes.find((each) => each.id === struck)?.voided).toMatchObject({ reason: 'wrong_words' })
    expect(mine?.consents.map((consent) => consent.answer)).toContain('yes')
    for (const part of ['mayRead', 'goals', 'measures', 'decisions', 'promises', 'account', 'seats', 'events'] as const)
      expect([part, (mine?.[part].length ?? 0) > 0]).toEqual([part, true])
    expect(html.includes('Amina Ali er ikke enig: Strømmen er ikke betalt.')).toBe(true)
    expect(html.includes('Skrevet av Jonas<')).toBe(true)
  })

  it('is well formed: by its schema, as one page with nothing fetched, in both languages, and with no name in a file’s name', async () => {
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../docs/my-data.schema.json'), 'utf8'),
    ) as Parameters<typeof z.fromJSONSchema>[0]
    await note('amina', '<script>alert(1)</script> & "hei"', about('amina'))
    for (const language of ['nb', 'en']) {
      const { data, html, files, fileName } = await taken('amina', language)
      expect(myData.safeParse(data).success).toBe(true)
      expect(z.fromJSONSchema(schema).safeParse(data).success).toBe(true)
      expect(z.fromJSONSchema(schema).safeParse({ ...data, families: [{}] }).success).toBe(false)
      expect(html).toContain(`<html lang="${language}">`)
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;hei&quot;')
      expect(html).not.toMatch(/<script|src=|href=|url\(/)
      expect([fileName, ...Object.keys(files)].join(' ')).toMatch(
        /^velferdslab-\d{4}-\d\d-\d\d\.zip my-data\.html my-data\.json my-data\.pdf( plan-\d+-[0-9a-f]{8}\.pdf)*$/,
      )
    }
  })

  it('is remembered, to the person alone; and what is kept of the answer has nothing of it', async () => {
    await taken('amina')
    const events = (who: string) =>
      server.as(who, (tx) => tx.selectFrom('lab.event').select('kind').where('kind', '=', 'data.taken_out').execute())
    expect(await events('jonas')).toEqual([])
    expect(await events('solveig')).toEqual([])
    expect((await events('amina')).length).toBeGreaterThan(0)
    const { rows } = await server.owner.query<{ answer: unknown }>(
      `select distinct answer from lab.command where name = 'data.taken_out'`,
    )
    expect(rows).toEqual([{ answer: { done: true } }])
  })
})

describe('who has read about me', () => {
  const visitsOf = async (who: string) =>
    looked.parse((await server.call(who, 'GET', `/api/families/${server.family(family)}/looked`)).json()).visits
  const read = (who: string) => server.call(who, 'GET', `/api/families/${server.family(family)}/cloth`)

  it('is what the page tells, and nothing else: an act nobody has told of is in no file, before or after it is read by', async () => {
    const before = await taken('amina')
    const act = await server.call('solveig', 'POST', `/api/families/${server.family(family)}/acts`, {
      commandId: randomUUID(),
      actId: randomUUID(),
      rule: 'fvl_13b_7',
      partyId: server.party('lab'),
      receiver: { personId: server.person('mona'), partyId: server.party('health-clinic') },
      areas: ['housing'],
      until: addDays(dayInOslo(new Date()), 5),
      necessity: 'Mona må vite om boligen før hjemmebesøket i dag.',
      tell: { when: 'later', on: addDays(dayInOslo(new Date()), 3), because: 'Det kan bli utrygt for barna nå.' },
    })
    expect(act.json()).toMatchObject({ done: true })
    expect((await read('mona')).status).toBe(200)
    for (const who of ['amina', 'jonas', 'sara']) {
      const { data, html, json } = await taken(who)
      expect(data.families[0]?.looked, who).toEqual(await visitsOf(who))
      for (const drawn of [html, json]) expect(drawn.includes('Mona'), who).toBe(false)
      for (const drawn of [html, json]) expect(drawn.includes('hjemmebesøket'), who).toBe(false)
    }
    expect((await taken('amina')).data.families[0]?.looked).toEqual(before.data.families[0]?.looked)
  })

  it('has who, for which service, about what and by which right, on the page and on the paper, for the person alone', async () => {
    await read('tor')
    const mine = (await taken('amina')).data.families[0]?.looked ?? []
    expect(mine.filter(({ name }) => name === 'Tor')).toContainEqual(expect.objectContaining({ service: 'NAV' }))
    const { html, files } = await taken('amina')
    const pdf = await readPdf(files['my-data.pdf'] as Uint8Array)
    const paper = pdf.pages.map((page) => page.text).join(' ')
    for (const drawn of [html, paper]) {
      expect(drawn).toContain('Hvem har lest om deg')
      expect(drawn).toContain('Tor fra NAV')
    }
    // Marius has a leader and a table of his own: nobody of theirs is in what she takes out.
    expect((await taken('marius')).data.families[0]?.looked).not.toEqual(mine)
  })

  it('holds no other grown person’s name but as they are called at home', async () => {
    const about = new Set((await taken('amina')).data.families[0]?.looked.flatMap((visit) => visit.about))
    expect([...about].filter((name) => name.includes(' '))).toEqual([])
  })
})

describe('the municipality’s own words', () => {
  it('reach paper: the file and the cloth say them, and what people wrote stands as they wrote it', async () => {
    await note('amina', 'Duken ligger hos oss', about('amina'))
    const change = (kind: string, subject: string, after: object) =>
      server.call('frode', 'POST', '/api/administration/changes', {
        commandId: randomUUID(),
        changeId: randomUUID(),
        proposal: { kind, subject, after },
        why: 'Kommunestyret, sak 16/26',
      })
    const from = dayInOslo(new Date())
    const word = { nb: 'bordduk', nbDefinite: 'bordduken', en: 'table sheet', from }
    expect((await change('word', 'cloth', word)).json()).toMatchObject({ done: true })
    expect((await change('area', 'economy', { wordNb: 'Penger', wordEn: null, closesOn: null })).json()).toMatchObject({
      done: true,
    })
    const { html } = await taken('amina')
    expect(html).toContain('Lapper på bordduken')
    expect(html).not.toContain('Lapper på duken')
    expect(html).toContain('Duken ligger hos oss')
    const response = await fetch(`${server.url}/api/families/${server.family(family)}/cloth.pdf`, {
      headers: { cookie: `lab=${(await server.session('amina')).token}` },
    })
    const pdf = await readPdf(new Uint8Array(await response.arrayBuffer()))
    const paper = pdf.pages.map((page) => page.text).join(' ')
    expect(paper).toContain('Penger')
    expect(paper).not.toContain('Økonomi')
    expect(paper).toContain('Duken ligger hos oss')
  })
})
