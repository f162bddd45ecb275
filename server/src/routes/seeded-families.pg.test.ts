import { addDays, dayInOslo } from '@velferdslab/core/dates'
import { cloth } from '@velferdslab/core/cloth'
import { takenOut } from '@velferdslab/core/commands/my-data'
import { noteBirthdays } from '@velferdslab/db/jobs'
import { strFromU8 } from 'fflate'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { olsen } from '@velferdslab/db/seed/families/olsen'
import { asOwner, sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'
import { readPdf } from '../print/read-pdf.ts'
import { apiRoutes } from './all.ts'
import { unpack } from '../../testing/unpack.ts'

// A busy machine sets a paper slowly.
vi.setConfig({ testTimeout: 60_000 })

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
})
afterAll(() => server.close())

const today = dayInOslo(new Date())
/** Every page and list there is to read, of a family or of oneself. */
const pages = (family: string) =>
  apiRoutes
    .filter(({ method, path }) => method === 'GET' && !/:(?!familyId)/.test(path))
    .map(({ path }) => path.replace(':familyId', server.family(family)))
const textsOf = async (persona: string, family: string) => {
  const { notes } = cloth.parse(
    (await server.call(persona, 'GET', `/api/families/${server.family(family)}/cloth`)).json(),
  )
  return notes.map(({ words }) => words.text)
}

describe('Olsen, whose address is strictly confidential (scenario 28)', () => {
  const places = [...(olsen.whereabouts ?? []).map(({ text }) => text), olsen.meeting?.place ?? '']
  const told = (text: string) => places.filter((place) => text.includes(place))

  it('is nowhere for whoever sits at the table without being named for it, nor for anybody outside: no page, list or search', async () => {
    expect(pages('olsen').length).toBeGreaterThan(30)
    for (const persona of ['mona', 'berit', 'ingvild', 'solveig', 'amina'])
      for (const path of pages('olsen'))
        expect(told((await server.call(persona, 'GET', path)).text), `${persona} ${path}`).toEqual([])
    for (const persona of ['ragnhild', 'mona', 'anne', 'berit', 'siri', 'frode'])
      for (const name of ['Vibeke Olsen', 'Jakob Olsen', 'Vibeke'])
        expect((await server.call(persona, 'POST', '/api/people/search', { name })).text, `${persona} ${name}`).toBe(
          (await server.call(persona, 'POST', '/api/people/search', { name: 'Xilo Quorn' })).text,
        )
  })

  it('is on no paper, in nobody else’s file, and in no line of the trace or of what has happened', async () => {
    const paper = async (persona: string) => {
      const response = await fetch(`${server.url}/api/families/${server.family('olsen')}/cloth.pdf`, {
        headers: { cookie: `lab=${(await server.session(persona)).token}` },
      })
      const pdf = await readPdf(new Uint8Array(await response.arrayBuffer()))
      return pdf.pages.map(({ text }) => text).join(' ')
    }
    for (const persona of ['vibeke', 'ragnhild', 'mona', 'anne']) {
      const text = await paper(persona)
      expect(text, persona).toContain('Planen til Olsen')
      expect(told(text), persona).toEqual([])
    }
    const take = { commandId: randomUUID(), language: 'nb' }
    for (const persona of ['mona', 'anne', 'ragnhild', 'amina']) {
      const answer = await server.call(persona, 'POST', '/api/my-data', { ...take, commandId: randomUUID() })
      const files = unpack(takenOut.parse(answer.json()).file)
      for (const name of ['my-data.html', 'my-data.json'])
        expect(told(strFromU8(files[name] as Uint8Array)), `${persona} ${name}`).toEqual([])
    }
    const { rows } = await asOwner(server, (tx) =>
      sql<{ line: string }>`
        select e::text as line from lab.event e union all select o::text from lab.opening o union all select c::text from lab.command c
        union all select d::text from lab.denial d union all select n::text from lab.notice n union all select m::text from lab.meeting m`.execute(
        tx,
      ),
    )
    expect(rows.length).toBeGreaterThan(100)
    expect(rows.flatMap(({ line }) => told(line))).toEqual([])
  })

  it('is read by the family, its leader, and Anne, whom Vibeke has named; Mona’s meeting has no place', async () => {
    const read = async (persona: string, page: string) =>
      (await server.call(persona, 'GET', `/api/families/${server.family('olsen')}/${page}`)).text
    for (const persona of ['vibeke', 'ragnhild']) expect(told(await read(persona, 'people'))).toHaveLength(3)
    for (const persona of ['vibeke', 'ragnhild', 'anne']) expect(told(await read(persona, 'meeting'))).toHaveLength(1)
    expect(await read('mona', 'meeting')).toContain('Hverdagen framover')
    expect(await read('mona', 'meeting')).toContain('"place":""')
  })
})

describe('Ida, who turns eighteen while the lab works with her (scenario 27)', () => {
  const turns = (age: number, days: number) =>
    server.owner.query(
      'update lab.birth set born = ($1::date - make_interval(years => $2))::date where person_id = $3',
      [addDays(today, days), age, server.person('ida')],
    )
  /** What her mother said yes to for her that counts, and what she herself did. */
  const counting = () =>
    server.as(
      'ida',
      async (tx) =>
        (
          await sql<{ area: string }>`select area from lab.my_effective_consents(${server.family('saether')})
            where person_id = ${server.person('ida')} and party_id = ${server.party('lab')} order by area`.execute(tx)
        ).rows.map(({ area }) => area),
      'saether',
    )
  const hers = ['mental_health', 'physical_health', 'school', 'substance']
  const dream = 'Å bli ambulansearbeider.'
  const childs = 'Om kvelden blir det for mye. Da tekster jeg Mona i stedet for å skade meg.'
  const own = 'Jeg tør ikke si til mamma at jeg savner henne.'
  const living = 'Jeg bor hos Mathias og moren hans.'

  it('keeps what is hers from her mother while she is seventeen: her own words, and what she told the leader', async () => {
    await turns(18, 1)
    const mothers = await textsOf('trine', 'saether')
    expect(mothers).not.toContain(childs)
    expect(mothers).not.toContain(own)
    expect(mothers).toEqual(expect.arrayContaining([dream, living]))
    expect(await textsOf('mona', 'saether')).not.toContain(living)
    expect(await textsOf('ragnhild', 'saether')).toEqual(expect.arrayContaining([childs, living]))
    expect(await counting()).toEqual([
      'economy',
      'housing',
      'leisure',
      'mental_health',
      'network',
      'physical_health',
      'school',
      'substance',
      'upbringing',
      'voluntarism',
      'work',
    ])
  })

  it('ends what her mother answers for on the birthday itself: no yes of the mother’s counts, and she is asked', async () => {
    await turns(18, 0)
    expect(await counting()).toEqual(hers)
    expect(await textsOf('ragnhild', 'saether'), 'housing was her mother’s to say yes to').not.toContain(living)
    expect(
      await server.as(
        'trine',
        (tx) =>
          sql`select 1 from lab.consent where giver_id = ${server.person('trine')} and ${server.person('ida')} = any (persons)`.execute(
            tx,
          ),
        'saether',
      ),
    ).toMatchObject({ rows: [{}] })
    await noteBirthdays(server.system, randomUUID())
    const home = (await server.call('ida', 'GET', `/api/families/${server.family('saether')}/people`)).text
    expect(home).toContain('"age":18')
    const { rows } = await server.owner.query('select 1 from lab.answers_for where person_id = $1', [
      server.person('ida'),
    ])
    expect(rows).toEqual([])
  })

  it('at sixteen health is hers and the rest is not: before the birthday her mother’s yes, from it her own', async () => {
    await turns(16, 1)
    expect(await counting()).not.toContain('mental_health')
    await turns(16, 0)
    expect(await counting()).toContain('mental_health')
    expect(await counting()).toContain('housing')
    await turns(17, -344)
  })
})

describe('Nora, who lives in two homes (scenario 33)', () => {
  const atHome = {
    haugen: 'Svømming på mandag. Jeg vil gå på disko også.',
    pettersen: 'Et rom der jeg bestemmer fargen.',
  }

  it('has parents who each read the own table and find nothing of the other, though both answer for her', async () => {
    expect(await textsOf('camilla', 'haugen')).toContain(atHome.haugen)
    expect(await textsOf('stian', 'pettersen')).toContain(atHome.pettersen)
    for (const [persona, family] of [
      ['camilla', 'pettersen'],
      ['stian', 'haugen'],
    ] as const) {
      const unknown = randomUUID()
      for (const path of pages(family)) {
        if (!path.includes(server.family(family))) continue
        const [there, nowhere] = await Promise.all([
          server.call(persona, 'GET', path),
          server.call(persona, 'GET', path.replace(server.family(family), unknown)),
        ])
        expect([path, there.status, there.text]).toEqual([path, nowhere.status, nowhere.text])
      }
      expect((await server.call(persona, 'GET', '/api/me')).text).not.toContain(server.family(family))
    }
    const { rows } = await server.owner.query('select holder_id from lab.answers_for where person_id = $1', [
      server.person('nora'),
    ])
    expect(rows).toHaveLength(2)
  })

  it('reads both tables herself, and finds her own words right in each', async () => {
    expect(await textsOf('nora', 'haugen')).toContain(atHome.haugen)
    expect(await textsOf('nora', 'pettersen')).toContain(atHome.pettersen)
    expect(await textsOf('nora', 'haugen')).not.toContain(atHome.pettersen)
  })

  it('takes everything about herself out of both homes; each parent’s file has the own home alone', async () => {
    const json = async (persona: string) => {
      const answer = await server.call(persona, 'POST', '/api/my-data', { commandId: randomUUID(), language: 'nb' })
      return strFromU8(unpack(takenOut.parse(answer.json()).file)['my-data.json'] as Uint8Array)
    }
    for (const [persona, mine, other] of [
      ['camilla', atHome.haugen, atHome.pettersen],
      ['stian', atHome.pettersen, atHome.haugen],
    ] as const) {
      const file = await json(persona)
      expect(file).toContain(mine)
      expect(file).not.toContain(other)
    }
    const hers = await json('nora')
    for (const words of Object.values(atHome)) expect(hers).toContain(words)
  })
})
