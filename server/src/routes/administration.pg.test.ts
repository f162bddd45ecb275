import { administration, type Administration } from '@velferdslab/core/administration'
import { consentPicture } from '@velferdslab/core/consent'
import { me } from '@velferdslab/core/people'
import { addDays, dayInOslo } from '@velferdslab/core/dates'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

vi.setConfig({ testTimeout: 60_000 })

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => server.close())

const day = (days: number) => addDays(dayInOslo(new Date()), days)
const read = async (persona = 'frode'): Promise<Administration> =>
  administration.parse((await server.call(persona, 'GET', '/api/administration')).json())
const propose = async (persona: string, kind: string, subject: string, after: object, more: object = {}) => {
  const changeId = randomUUID()
  const answer = await server.call(persona, 'POST', '/api/administration/changes', {
    commandId: randomUUID(),
    changeId,
    proposal: { kind, subject, after },
    why: 'Kommunestyret, sak 14/26',
    ...more,
  })
  return { id: changeId, answer: answer.json() as object, status: answer.status }
}
const settle = async (persona: string, id: string, outcome: string) =>
  (
    await server.call(persona, 'POST', `/api/administration/changes/${id}/settle`, { commandId: randomUUID(), outcome })
  ).json() as object
const done = { done: true, waits: false }
const waits = { done: true, waits: true }
const aRole = (person: string, role: string, party: string | null = null) => ({
  personId: server.person(person),
  role,
  partyId: party,
  from: day(0),
  to: null,
})
const events = async (subject: string) =>
  (
    await server.owner.query<{ kind: string }>(
      `select kind from lab.event where subject_id = $1 and chain_id = $2 order by seq`,
      [subject, server.town.municipality],
    )
  ).rows.map(({ kind }) => kind)

describe('the registers of the municipality', () => {
  it('are not there for anybody but its administrators', async () => {
    for (const persona of ['amina', 'solveig', 'tor', 'berit', 'geir', 'eivind', 'stig', 'turid']) {
      expect((await server.call(persona, 'GET', '/api/administration')).status, persona).toBe(404)
      expect((await propose(persona, 'word', 'lab', { nb: 'x', nbDefinite: 'x', en: 'x', from: day(0) })).status).toBe(
        404,
      )
      expect(await settle(persona, randomUUID(), 'effective')).toEqual({ refused: 'not-found' })
    }
  })

  it('hold services, people and mandates, and nobody of a family', async () => {
    const all = await read()
    expect(all.services.map(({ name }) => name)).toContain('NAV')
    expect(all.services.map(({ name }) => name)).not.toContain('Torbjørn Lie')
    expect(all.staff.find(({ name }) => name === 'Tor Myhre')?.roles[0]).toMatchObject({
      role: 'caseworker',
      isCurrent: true,
    })
    expect(all.mandates.length).toBeGreaterThan(3)
    const text = JSON.stringify(all)
    for (const name of ['Amina', 'Jonas', 'Hansen', 'Kowalsk', 'Marius', 'Torbjørn']) expect(text).not.toContain(name)
  })

  it('take no legal body whose number is no number, and keep one that is', async () => {
    const body = { name: 'Solbakken barnehage AS', organisationNumber: '310000123', sector: 'private' }
    expect((await propose('frode', 'organisation', randomUUID(), body)).answer).toEqual({
      refused: 'change-number-wrong',
    })
    const id = randomUUID()
    const kept = await propose('frode', 'organisation', id, { ...body, organisationNumber: '310000345' })
    expect(kept.answer).toEqual(done)
    const kindergarten = {
      organisationId: id,
      name: 'Solbakken barnehage',
      inSentence: 'Solbakken barnehage',
      inSentenceNn: 'Solbakken barnehage',
      inSentenceEn: 'Solbakken kindergarten',
      serviceType: 'kindergarten',
      declarationRequired: true,
      opensOn: day(0),
      closesOn: null,
    }
    const its = randomUUID()
    expect((await propose('frode', 'service', its, kindergarten)).answer).toEqual(done)
    // The private kindergarten and the municipal one are two receivers (REQ-12).
    const all = await read()
    const both = all.services.filter(({ serviceType }) => serviceType === 'kindergarten')
    expect(new Set(both.map(({ organisationId }) => organisationId)).size).toBe(2)
    expect((await propose('frode', 'service', its, kindergarten)).answer).toEqual({ refused: 'change-nothing-new' })
    expect(await events(kept.id)).toEqual(['change.effective'])
    expect(all.history[0]).toMatchObject({
      kind: 'service',
      before: null,
      proposedBy: 'Frode Lund',
      settledBy: 'Frode Lund',
    })
  })

  it('close an area for what is new; what stands in it stays', async () => {
    const consents = () =>
      server.call('amina', 'GET', `/api/families/${server.family('hansen-ali')}/consents`).then((said) => said.json())
    const before = await server.clothOf('amina', 'hansen-ali')
    expect(before.mayWrite.map(({ area }) => area)).toContain('voluntarism')
    const closed = { wordNb: null, wordEn: null, closesOn: day(0) }
    expect((await propose('frode', 'area', 'voluntarism', closed)).answer).toEqual(done)
    const after = await server.clothOf('amina', 'hansen-ali')
    expect(after.mayWrite.map(({ area }) => area)).not.toContain('voluntarism')
    expect(after.mayWrite.length).toBe(before.mayWrite.length - 1)
    expect(after.notes.length).toBe(before.notes.length)
    // What was said of it is shown as before; where nothing was, it is not asked for.
    expect(consentPicture.parse(await consents()).areas).toContain('voluntarism')
    await server.owner.query(`update lab.consent set areas = array_remove(areas, 'voluntarism') where answer = 'yes'`)
    expect(consentPicture.parse(await consents()).areas).not.toContain('voluntarism')
    expect((await propose('frode', 'area', 'voluntarism', { ...closed, closesOn: null })).answer).toEqual(done)
    expect(consentPicture.parse(await consents()).areas).toContain('voluntarism')
  })

  it('say the municipality’s words to everybody in it, and take them back', async () => {
    const words = async () => me.parse((await server.call('amina', 'GET', '/api/me')).json()).ownWords
    expect(await words()).toBeNull()
    const word = { nb: 'velferdsteam', nbDefinite: 'velferdsteamet', en: 'welfare team' }
    expect((await propose('frode', 'word', 'lab', { ...word, from: day(0) })).answer).toEqual(done)
    expect(await words()).toEqual({ words: [{ key: 'lab', ...word }], areas: [] })
    const none = { nb: null, nbDefinite: null, en: null }
    expect((await propose('frode', 'word', 'lab', { ...none, from: day(0) })).answer).toEqual({
      refused: 'change-begins-in-past',
    })
    expect((await propose('frode', 'word', 'team', { ...none, nb: 'lag', from: day(0) })).status).not.toBe(200)
  })

  it('keep a question’s older words beside the answers, and never begin in the past', async () => {
    const asked = (await read()).questions.find(({ code }) => code === 'voluntary')
    const after = {
      textNb: 'Vet dere at dette er frivillig?',
      textEn: 'Do you know this is voluntary?',
      needsYes: true,
      position: 0,
      closed: false,
    }
    expect(asked?.textNb).toContain('slutte når dere vil')
    expect((await propose('frode', 'question', 'voluntary', { ...after, from: day(-2) })).answer).toEqual({
      refused: 'change-begins-in-past',
    })
    expect((await propose('frode', 'question', 'voluntary', { ...after, from: day(0) })).answer).toEqual(done)
    const { rows } = await server.owner.query(`select 1 from lab.check_question where code = 'voluntary'`)
    expect(rows).toHaveLength(2)
  })
})

describe('what two must say yes to', () => {
  it('stands only when a second administrator has said yes; the first cannot', async () => {
    const { id, answer } = await propose('frode', 'consent_age', 'school', { age: 16, from: day(30) })
    expect(answer).toEqual(waits)
    const age = async () =>
      (
        await server.owner.query<{ from_age: number }>(
          `select from_age from lab.consent_age where area = 'school' order by valid_from desc limit 1`,
        )
      ).rows[0]?.from_age
    expect(await age()).toBe(15)
    for (const outcome of ['effective', 'turned_down'])
      expect(await settle('frode', id, outcome)).toEqual({ refused: 'change-own' })
    expect(await settle('ingunn', id, 'withdrawn')).toEqual({ refused: 'change-own' })
    expect((await read('ingunn')).waiting[0]).toMatchObject({
      id,
      isMine: false,
      proposedBy: 'Frode Lund',
      before: { age: 15 },
      after: { age: 16 },
    })
    expect((await propose('ingunn', 'consent_age', 'school', { age: 14, from: day(40) })).answer).toEqual({
      refused: 'change-already-waits',
    })
    expect(await settle('ingunn', id, 'effective')).toEqual({ done: true })
    expect(await age()).toBe(16)
    expect(await settle('ingunn', id, 'effective')).toEqual({ refused: 'change-settled' })
    expect(await events(id)).toEqual(['change.proposed', 'change.effective'])
  })

  it('a no leaves everything as it was, and who proposed it may take it back', async () => {
    const one = await propose('frode', 'setting', 'trace.names', { value: false, from: day(0) })
    expect(await settle('ingunn', one.id, 'turned_down')).toEqual({ done: true })
    const two = await propose('frode', 'setting', 'trace.names', { value: false, from: day(0) })
    expect(await settle('frode', two.id, 'withdrawn')).toEqual({ done: true })
    expect((await read()).settings).toEqual([{ key: 'trace.names', value: true, from: null }])
    expect(
      (await read()).history
        .slice(0, 2)
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['turned_down', 'withdrawn'])
  })

  it('a mandate above the limit waits; one below stands at once, and only its end moves', async () => {
    const mandate = {
      partyId: server.party('nav'),
      personId: server.person('nina'),
      role: null,
      kinds: ['agreement', 'information'],
      amountOre: 2_000_000,
      totalOre: null,
      source: 'Fullmakter i NAV, punkt 5',
      from: day(0),
      to: day(300),
    }
    const id = randomUUID()
    expect((await propose('frode', 'mandate', id, mandate)).answer).toEqual(done)
    expect((await propose('frode', 'mandate', id, { ...mandate, amountOre: 3_000_000 })).answer).toEqual({
      refused: 'change-only-end-moves',
    })
    expect((await propose('frode', 'mandate', id, { ...mandate, to: day(-1) })).answer).toEqual({
      refused: 'change-ends-in-past',
    })
    expect((await propose('frode', 'mandate', id, { ...mandate, to: day(10) })).answer).toEqual(done)
    expect((await propose('frode', 'mandate', randomUUID(), { ...mandate, amountOre: 10_000_001 })).answer).toEqual(
      waits,
    )
    expect(
      (await propose('frode', 'mandate', randomUUID(), { ...mandate, personId: server.person('amina') })).answer,
    ).toEqual({
      refused: 'change-person-unknown',
    })
  })

  it('nobody gives themself anything, nor says yes to what they would get', async () => {
    const mine = await propose('frode', 'role', randomUUID(), aRole('frode', 'caseworker', server.party('nav')))
    expect(mine.answer).toEqual(waits)
    const hers = await propose('frode', 'role', randomUUID(), aRole('ingunn', 'privacy_officer'))
    expect(hers.answer).toEqual(waits)
    expect(await settle('ingunn', hers.id, 'effective')).toEqual({ refused: 'change-own' })
    expect(await settle('ingunn', hers.id, 'turned_down')).toEqual({ done: true })
    expect(await settle('ingunn', mine.id, 'turned_down')).toEqual({ done: true })
  })

  it('who keeps the keys keeps nothing else', async () => {
    for (const role of ['administrator', 'support'])
      expect((await propose('frode', 'role', randomUUID(), aRole('turid', role))).answer).toEqual({
        refused: 'change-keys-apart',
      })
    expect((await propose('frode', 'role', randomUUID(), aRole('stig', 'key_administrator'))).answer).toEqual({
      refused: 'change-keys-apart',
    })
  })

  it('what changed meanwhile is not overwritten by a yes to something older', async () => {
    const { id } = await propose('frode', 'child_rule', 'school:life', { age: 16, from: day(50) })
    await server.owner.query(
      `insert into lab.child_rule (municipality_id, area, subject, valid_from, parents_until, source)
       values ($1, 'school', 'life', lab.today() + 3, 17, 'Lovavdelingen')`,
      [server.town.municipality],
    )
    expect(await settle('ingunn', id, 'effective')).toEqual({ refused: 'change-overtaken' })
    expect((await read()).history[0]?.outcome).toBe('overtaken')
    expect(await events(id)).toEqual(['change.proposed', 'change.overtaken'])
  })
})

describe('somebody who begins to work here', () => {
  it('is taken in once, and gets a role when it is given; their sign-in is known to nobody', async () => {
    const id = randomUUID()
    const signInAs = 'entra-7f31'
    expect((await propose('frode', 'person', id, { name: 'Ola Bakke' })).answer).toEqual({ refused: 'not-valid' })
    expect((await propose('frode', 'person', id, { name: 'Ola Bakke' }, { signInAs })).answer).toEqual(done)
    expect((await propose('frode', 'person', randomUUID(), { name: 'Ola Bakken' }, { signInAs })).answer).toEqual({
      refused: 'change-known-already',
    })
    const role = { personId: id, role: 'caseworker', partyId: server.party('school'), from: day(0), to: day(90) }
    expect((await propose('frode', 'role', randomUUID(), role)).answer).toEqual(done)
    expect((await read()).staff.find((each) => each.id === id)?.roles).toMatchObject([
      { role: 'caseworker', isCurrent: true },
    ])
    const { rows } = await server.owner.query<{ known: boolean }>(
      `select blind_index = $1 as known from lab.person_identity where person_id = $2`,
      [server.ring.blindIndex(server.town.municipality, 'staff', signInAs), id],
    )
    expect(rows).toEqual([{ known: true }])
    expect(JSON.stringify(await read())).not.toContain(signInAs)
  })
})
