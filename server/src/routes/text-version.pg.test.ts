import { versionedText } from '@velferdslab/core/text-version'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'
import { consentSheetOf } from '../print/consent-sheet.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => server.close())

const text = async (language: string, version?: string) =>
  versionedText.parse(
    (
      await server.call(
        'amina',
        'GET',
        `/api/texts/consent_sentence?language=${language}${version ? `&version=${version}` : ''}`,
      )
    ).json(),
  )
const sheet = (persona: string | null, query: string) =>
  server.call(persona, 'GET', `/api/families/${server.family('hansen-ali')}/consents/sheet.pdf?${query}`)

describe('a text people say yes to', () => {
  it('is not for who has not signed in, and a version that never was is not found', async () => {
    expect((await server.call(null, 'GET', '/api/texts/consent_sentence?language=nb')).status).toBe(401)
    expect((await server.call('amina', 'GET', '/api/texts/consent_sentence?language=nb&version=1999-1')).status).toBe(
      404,
    )
    expect((await server.call('amina', 'GET', '/api/texts/something_else?language=nb')).status).toBe(404)
  })

  it('is shown in bokmål, and says so, where its language is owed', async () => {
    expect(await text('so')).toMatchObject({ asked: 'so', language: 'nb', version: '2026-11' })
    expect(await text('nn')).toMatchObject({ asked: 'nn', language: 'nn' })
  })

  it('becomes another version from its day on, and the old words can be read again', async () => {
    const add = (version: string, day: string, words: string) =>
      server.owner.query(
        `insert into lab.text_version (municipality_id, key, version, language, words, valid_from, source)
         values ($1, 'consent_sentence', $2, 'nb', $3, lab.today() + $4::integer, 'test')`,
        [server.town.municipality, version, words, day],
      )
    await add('2027-2', '1', 'I morgen.')
    expect((await text('nb')).version).toBe('2026-11')
    await add('2027-1', '0', 'Nye ord til {service}.')
    expect(await text('nb')).toMatchObject({ version: '2027-1', lines: ['Nye ord til {service}.'] })
    expect((await text('en', '2026-11')).lines[0]).toMatch(/^I say yes to \{service\}/)
    await expect(
      server.as('amina', (tx) => tx.updateTable('lab.text_version').set({ words: 'x' }).execute()),
    ).rejects.toThrow('permission denied')
  })
})

describe('a consent on paper', () => {
  it('is printed for the leader and the family, and for nobody else', async () => {
    const query = `party=${server.party('school')}&language=nb`
    for (const persona of ['tor', 'siri', 'berit']) expect((await sheet(persona, query)).status, persona).toBe(404)
    expect((await sheet(null, query)).status).toBe(401)
    expect((await sheet('solveig', 'party=00000000-0000-4000-8000-000000000000')).status).toBe(404)
    for (const persona of ['solveig', 'amina']) {
      const pdf = await sheet(persona, query)
      expect(pdf.headers.get('content-type')).toBe('application/pdf')
      expect(pdf.text.slice(0, 5)).toBe('%PDF-')
    }
  })

  it('has nothing ticked, and names the language that is owed in its own name', async () => {
    const [sentence, words] = await Promise.all(
      ['consent_sentence', 'consent_sheet'].map(async (key) =>
        versionedText.parse((await server.call('amina', 'GET', `/api/texts/${key}?language=ti`)).json()),
      ),
    )
    if (!sentence || !words) throw new Error('two texts')
    const drawn = consentSheetOf({
      sentence,
      sheet: words,
      service: 'skolen',
      onePerson: false,
      printedOn: '2026-11-24' as never,
    })
    expect(drawn.owed?.lines).toEqual(['ትግርኛ: ikke oversatt ennå'])
    expect(drawn.title.lines).toEqual(['Hva kan skolen få vite?'])
    expect(drawn.areas).toHaveLength(11)
    expect((await sheet('solveig', `party=${server.party('school')}&language=ti`)).status).toBe(200)
  })
})
