import { addDays, dayInOslo } from '@velferdslab/core/dates'
import { sharing } from '@velferdslab/core/share'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { laidToShare, necessity } from '../../testing/laid-to-share.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

/** Where handing over meets whose yes it is: guardians, codes, two who answer for a child, and who is told of a referral. */
vi.setConfig({ testTimeout: 30_000 })

let server: TestServer
let laid: Awaited<ReturnType<typeof laidToShare>>
const veraId = randomUUID()
const mandateId = randomUUID()
const today = dayInOslo(new Date())
const until = addDays(today, 40)

beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
  laid = await laidToShare(server)
  ;(server.town.persons as Record<string, string>)['vera'] = veraId
  expect(
    await post('solveig', '/responsibilities', {
      responsibilityId: mandateId,
      personId: server.person('jonas'),
      holderId: veraId,
      holderName: 'Vera Vik',
      kind: 'guardian',
      areas: ['economy'],
      source: 'state_administrator',
      documentOn: today,
      until,
    }),
  ).toEqual({ done: true })
}, 60_000)
afterAll(() => server.close())

type Party = Parameters<TestServer['party']>[0]
const post = (persona: string, path: string, body: object = {}) => laid.post(persona, laid.home(path), body)
const sayYes = async (giver: string, party: Party, area: string, persons: string[], last = addDays(today, 30)) => {
  const answer = await post(giver, '/consents', {
    partyId: server.party(party),
    purpose: 'make_and_follow_plan',
    areas: [area],
    persons: persons.map((each) => server.person(each)),
    until: last,
    language: 'nb',
    textVersion: '2026-11',
  })
  const [id] = (answer['consentIds'] as string[] | undefined) ?? []
  if (!id) throw new Error(JSON.stringify(answer))
  return id
}
const on = (id: string) => ({ by: 'consent', id })
const note = (id: string) => ({ kind: 'note', id })
const toNav = (consent: string, id: string) =>
  laid.share('kari', { to: server.party('nav'), ground: on(consent), things: [note(id)] })
const received = async (persona: string, shareId: unknown) =>
  (await laid.keptBy(persona)).find(({ id }) => id === shareId)

describe('what was handed over on a guardian’s yes', () => {
  let money = ''
  let guardians = ''
  let shareId: unknown

  it('goes within the mandate; the guardian sees it there, and nothing that was handed over beside it', async () => {
    await sayYes('jonas', 'school', 'economy', ['jonas'])
    money = await laid.write('jonas', 'Jeg vil betale ned på lånet.', ['jonas'], 'economy')
    guardians = await sayYes('vera', 'nav', 'economy', ['jonas'])
    const answer = await toNav(guardians, money)
    expect(answer).toMatchObject({ done: true })
    shareId = answer['shareId']
    const school = await laid.share('kari')
    expect(school).toMatchObject({ done: true })
    const seen = await laid.keptBy('vera')
    expect(seen.map(({ id }) => id)).toEqual([shareId])
    expect(seen[0]).toMatchObject({ seenAs: 'family', necessity: null, ground: { isMine: true } })
    expect((await server.call('vera', 'GET', laid.home('/shares'))).text).not.toContain(String(school['shareId']))
    expect(await laid.statusOf('vera', '/sharing')).toBe(404)
    expect(await toNav(guardians, money).then(() => laid.share('vera'))).toEqual({ refused: 'not-found' })
  })

  it('is over when the person speaks against it, and nothing more goes on it; a later yes of their own lifts it', async () => {
    const refusing = {
      partyId: server.party('nav'),
      purpose: 'make_and_follow_plan',
      language: 'nb',
      textVersion: '2026-11',
    }
    expect(await received('tor', shareId)).toBeDefined()
    expect(await post('jonas', '/consents/refuse', refusing)).toMatchObject({ done: true })
    expect(await received('tor', shareId)).toBeUndefined()
    expect(await toNav(guardians, money)).toMatchObject({ refused: expect.stringMatching(/^share-/) as string })
  })

  it('is over with the mandate, also where the person has said yes themself: that is another yes', async () => {
    await sayYes('jonas', 'nav', 'economy', ['jonas'])
    expect(await received('tor', shareId)).toBeDefined()
    expect(await post('solveig', `/responsibilities/${mandateId}/end`)).toEqual({ done: true })
    expect(await received('tor', shareId)).toBeUndefined()
    const offered = sharing.parse((await server.call('kari', 'GET', laid.home('/sharing'))).json())
    expect(offered.grounds.map(({ ground }) => ground.id)).not.toContain(guardians)
    expect(await toNav(guardians, money)).toMatchObject({ refused: 'share-ground-over' })
    // Who gave it, and whom it is about, see it always; who was guardian is nobody here.
    for (const persona of ['kari', 'jonas']) expect(await received(persona, shareId), persona).toBeDefined()
    expect(await laid.statusOf('vera', '/shares')).toBe(404)
  })
})

describe('what was handed over on the yes of a parent', () => {
  const asOwner = (text: string, values: unknown[]) => server.owner.query(text, values)

  it('is over when they answer for the child no more, though the other’s yes stands', async () => {
    await sayYes('jonas', 'school', 'school', ['elias', 'sara'])
    const yes = await sayYes('amina', 'health-clinic', 'school', ['amina', 'elias'])
    const word = await laid.write('amina', 'Elias trives i gymmen.', ['elias'], 'school')
    const answer = await laid.share('kari', { ground: on(yes), things: [note(word)] })
    expect(answer).toMatchObject({ done: true })
    expect(await received('mona', answer['shareId'])).toBeDefined()
    const hers = [server.person('elias'), server.person('amina')]
    await asOwner('update lab.responsibility set valid_to = now() where person_id = $1 and holder_id = $2', hers)
    expect(await received('mona', answer['shareId'])).toBeUndefined()
    await asOwner('update lab.responsibility set valid_to = null where person_id = $1 and holder_id = $2', hers)
    expect(await received('mona', answer['shareId'])).toBeDefined()
  })

  it('loses its reason where one thing rests on it no more: the words belong to the whole, and could tell of it', async () => {
    const yes = await sayYes('amina', 'health-clinic', 'school', ['amina', 'elias'])
    const [hers, his] = [
      laid.notes[0] as string,
      await laid.write('amina', 'Elias vil lære mer matte.', ['elias'], 'school'),
    ]
    const answer = await laid.share('kari', { ground: on(yes), things: [note(hers), note(his)] })
    expect(await received('mona', answer['shareId'])).toMatchObject({ necessity, things: [{}, {}] })
    expect(await post('jonas', `/parties/${server.party('health-clinic')}/stop`)).toMatchObject({ done: true })
    const left = await received('mona', answer['shareId'])
    expect(left?.things.map(({ words }) => words.text)).toEqual(['Jeg kommer til alle møtene på skolen.'])
    expect(left?.necessity).toBeNull()
    expect((await received('kari', answer['shareId']))?.necessity).toBe(necessity)
  })
})

describe('a yes by code', () => {
  it('lets nothing go before it is answered, nor when it was stopped; nor on the sentence that waited for it', async () => {
    const written = await post('solveig', '/consents/record', {
      giverId: server.person('amina'),
      partyId: server.party('nav'),
      purpose: 'make_and_follow_plan',
      saidOn: today,
      language: 'nb',
      textVersion: '2026-11',
      areas: ['school'],
      persons: [server.person('amina')],
      until,
      witnessId: server.person('mona'),
    })
    const [waits] = written['consentIds'] as string[]
    const code = await server.call('solveig', 'POST', laid.home(`/consents/${waits}/code`), {
      commandId: randomUUID(),
      codeId: randomUUID(),
    })
    expect(await toNav(waits as string, laid.notes[0] as string)).toMatchObject({ refused: 'share-ground-over' })
    const answered = await server.call(null, 'POST', '/api/confirm/answer', {
      code: (code.json() as { code: string }).code,
      answer: 'yes',
    })
    expect(answered.json()).toEqual({ done: true })
    expect(await toNav(waits as string, laid.notes[0] as string)).toMatchObject({ refused: 'share-ground-over' })
    const { rows } = await server.owner.query<{ id: string }>(
      `select said_id as id from lab.consent_code where consent_id = $1`,
      [waits],
    )
    const given = await toNav(rows[0]?.id as string, laid.notes[0] as string)
    expect(given).toMatchObject({ done: true })
    expect(await received('tor', given['shareId'])).toBeDefined()
    expect(await post('amina', `/parties/${server.party('nav')}/stop`)).toMatchObject({ done: true })
    expect(await received('tor', given['shareId'])).toBeUndefined()
  })
})
