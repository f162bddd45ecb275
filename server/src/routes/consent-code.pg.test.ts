import { madeConsentCode } from '@velferdslab/core/commands/consent-code'
import { codedSentence } from '@velferdslab/core/consent-code'
import { consentPicture } from '@velferdslab/core/consent'
import { consentRecords } from '@velferdslab/core/consent-record'
import { addDays, dayInOslo } from '@velferdslab/core/dates'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => server.close())

type Party = Parameters<TestServer['party']>[0]
const today = dayInOslo(new Date())
const until = addDays(today, 90)
const at = (path: string) => `/api/families/${server.family('hansen-ali')}${path}`
const post = async (persona: string | null, path: string, body: object) => {
  const answer = await server.call(persona, 'POST', path, body)
  return { status: answer.status, ...(answer.json() as { done?: true; refused?: string; consentIds?: string[] }) }
}
/** Solveig writes down that Jonas said yes aloud, and that Tor heard it: it waits for him. */
const writeDown = async (party: Party = 'school') => {
  const { consentIds, ...rest } = await post('solveig', at('/consents/record'), {
    commandId: randomUUID(),
    giverId: server.person('jonas'),
    partyId: server.party(party),
    purpose: 'make_and_follow_plan',
    saidOn: today,
    language: 'nb',
    textVersion: '2026-11',
    areas: ['leisure'],
    persons: [server.person('jonas')],
    until,
    witnessId: server.person('tor'),
  })
  if (!consentIds?.[0]) throw new Error(JSON.stringify(rest))
  return consentIds[0]
}
const make = (persona: string, consent: string, ids: object = {}) =>
  server.call(persona, 'POST', at(`/consents/${consent}/code`), {
    commandId: randomUUID(),
    codeId: randomUUID(),
    ...ids,
  })
const codeFor = async (consent: string) => {
  const made = await make('solveig', consent)
  if (made.status !== 200) throw new Error(made.text)
  return madeConsentCode.parse(made.json()).code
}
const answer = (code: string, said: string) => post(null, '/api/confirm/answer', { code, answer: said })
const help = (persona: string, code: string, said: string) =>
  post(persona, '/api/help/answer', { commandId: randomUUID(), code, answer: said })
const counts = (party: Party = 'school') =>
  server.as('solveig', async (tx) => {
    const { rows } = await sql`select 1 from lab.my_effective_consents(${server.family('hansen-ali')})
      where party_id = ${server.party(party)} and person_id = ${server.person('jonas')} and area = 'leisure'`.execute(
      tx,
    )
    return rows.length > 0
  })
const record = async (consent: string) =>
  consentRecords
    .parse((await server.call('solveig', 'GET', at('/consents/recorded'))).json())
    .records.find(({ id }) => id === consent)
const mine = async (party: Party = 'school') =>
  consentPicture
    .parse((await server.call('jonas', 'GET', at('/consents'))).json())
    .services.find(({ partyId }) => partyId === server.party(party))?.mine[0]

describe('a code to confirm what was written down', () => {
  it('is made by the leader alone, for what stands of what was written down, and never for what was said on a screen', async () => {
    const consent = await writeDown()
    for (const persona of ['amina', 'jonas', 'tor', 'kari', 'siri', 'berit'])
      expect((await make(persona, consent)).status, persona).toBe(404)
    const { rows } = await server.owner.query(
      `select id from lab.consent where family_id = $1 and channel = 'digital' and answer = 'yes' limit 1`,
      [server.family('hansen-ali')],
    )
    expect((await make('solveig', (rows[0] as { id: string }).id)).status).toBe(404)
    expect((await make('solveig', randomUUID())).status).toBe(404)
    const byHand = (as: string) =>
      server.as(as, (tx) =>
        sql`insert into lab.consent_code (municipality_id, id, consent_id, family_id, code_hash, made_by, ends_at) values (lab.current_municipality(),
          gen_random_uuid(), ${consent}, ${server.family('hansen-ali')}, '\\x01', lab.current_person(), now() + interval '9 years')`.execute(
          tx,
        ),
      )
    for (const persona of ['amina', 'tor', 'kari'])
      await expect(byHand(persona), persona).rejects.toThrow(/row-level security/)
  })

  it('stands nowhere: the database keeps a hash, the same command answers the same code, and a new code stops the old one', async () => {
    const consent = await writeDown()
    const ids = { commandId: randomUUID(), codeId: randomUUID() }
    const first = madeConsentCode.parse((await make('solveig', consent, ids)).json())
    expect(madeConsentCode.parse((await make('solveig', consent, ids)).json())).toEqual(first)
    expect(first.until).toBe(addDays(today, 14))
    const plain = first.code.replaceAll('-', '')
    const kept = await server.owner.query(
      `select row_to_json(k)::text as row from lab.consent_code k union all select row_to_json(c)::text from lab.command c`,
    )
    for (const { row } of kept.rows as { row: string }[]) expect(row).not.toContain(plain)
    await expect(server.as('solveig', (tx) => sql`select code_hash from lab.consent_code`.execute(tx))).rejects.toThrow(
      /permission denied/,
    )
    const second = await codeFor(consent)
    expect((await answer(first.code, 'yes')).refused).toBe('code-opens-nothing')
    expect((await answer(second, 'yes')).done).toBe(true)
  })

  it('opens one sentence to who has it, in first names, and nothing of the family', async () => {
    const code = await codeFor(await writeDown())
    const answered = await server.call(null, 'POST', '/api/confirm/read', { code: code.toLowerCase() })
    expect(codedSentence.parse(answered.json())).toMatchObject({
      service: 'skolen',
      areas: ['leisure'],
      forMe: true,
      persons: [],
      until,
      language: 'nb',
    })
    for (const told of [server.family('hansen-ali'), server.person('jonas'), 'Hansen', 'Jonas', 'Solveig'])
      expect(answered.text).not.toContain(told)
    expect(answered.headers.get('set-cookie')).toBeNull()
  })

  it('counts from the yes and not before, to the day that was said; once', async () => {
    await post('jonas', at(`/parties/${server.party('school')}/stop`), { commandId: randomUUID() })
    const consent = await writeDown()
    const code = await codeFor(consent)
    expect(await counts()).toBe(false)
    expect((await answer(code, 'yes')).done).toBe(true)
    expect(await counts()).toBe(true)
    expect(await mine()).toMatchObject({
      byCode: { helper: null, place: null },
      until,
      state: 'active',
      areas: ['leisure'],
    })
    expect(await record(consent)).toMatchObject({ state: 'confirmed', code: { helper: null } })
    for (const said of ['yes', 'no', 'call'])
      expect((await answer(code, said)).refused, said).toBe('code-opens-nothing')
    await server.owner.query(
      `update lab.consent set valid_to = now() - interval '1 second', valid_from = now() - interval '1 day' where channel = 'code' and ended_at is null`,
    )
    expect(await counts()).toBe(false)
  })

  it('says no at once, to all of it; and “call me” leaves it open and tells the leader', async () => {
    const consent = await writeDown('health-clinic')
    const code = await codeFor(consent)
    expect((await answer(code, 'call')).done).toBe(true)
    expect((await record(consent))?.code?.callAt).not.toBeNull()
    expect((await answer(code, 'no')).done).toBe(true)
    expect(await record(consent)).toMatchObject({ state: 'refused' })
    expect(await mine('health-clinic')).toMatchObject({ answer: 'no', state: 'refused' })
  })

  it('opens nothing when its day is over, when the sentence has ended, or to a guess', async () => {
    const late = await codeFor(await writeDown('health-clinic'))
    await server.owner.query(`update lab.consent_code set ends_at = now() where answer is null and stopped_at is null`)
    const stopped = await writeDown('health-clinic')
    const gone = await codeFor(stopped)
    await post('jonas', at(`/consents/${stopped}/withdraw`), { commandId: randomUUID() })
    const unknown = await server.call(null, 'POST', '/api/confirm/read', { code: '0000-0000-00000' })
    for (const code of [late, gone]) {
      const refused = await server.call(null, 'POST', '/api/confirm/read', { code })
      expect([refused.status, refused.text]).toEqual([unknown.status, unknown.text])
    }
  })

  it('is no way to another sentence by hand: nobody writes a sentence by code, nor an answer', async () => {
    const forged = (as: string) =>
      server.as(as, (tx) =>
        sql`insert into lab.consent (municipality_id, id, family_id, giver_id, party_id, answer, purpose, areas, persons, giving_parties, valid_from, valid_to,
            text_version, language, channel, recorded_by)
          values (lab.current_municipality(), gen_random_uuid(), ${server.family('hansen-ali')}, ${server.person('jonas')}, ${server.party('school')}, 'yes',
            'make_and_follow_plan', '{leisure}', array[${server.person('jonas')}::uuid], '{}', now(), now() + interval '9 days', '2026-11', 'nb', 'code',
            lab.current_person())`.execute(tx),
      )
    for (const persona of ['tor', 'jonas']) await expect(forged(persona), persona).rejects.toThrow(/row-level security/)
    await expect(
      server.as('solveig', (tx) => sql`update lab.consent_code set answer = 'yes'`.execute(tx)),
    ).rejects.toThrow(/permission denied/)
    await expect(
      server.as('tor', (tx) => sql`select * from lab.read_consent_code('\\x01')`.execute(tx)),
    ).rejects.toThrow(/permission denied/)
  })
})

describe('an answer with help', () => {
  it('is no help by who wrote it down, heard it, receives it, is of the family or works nowhere', async () => {
    const code = await codeFor(await writeDown())
    for (const persona of ['solveig', 'kari', 'tor', 'amina', 'jonas', 'torbjorn']) {
      expect((await server.call(persona, 'POST', '/api/help/read', { code })).status, persona).toBe(409)
      expect((await help(persona, code, 'yes')).refused, persona).toBe('code-opens-nothing')
    }
  })

  it('is marked with who helped and where they work: for the leader, for who answered and in the chain; and gives no sight', async () => {
    const consent = await writeDown()
    const code = await codeFor(consent)
    const before = await server.as(
      'mona',
      async (tx) => (await sql`select about_id from lab.my_cells()`.execute(tx)).rows.length,
    )
    expect((await server.call('mona', 'POST', '/api/help/read', { code })).status).toBe(200)
    expect((await help('mona', code, 'yes')).done).toBe(true)
    const helped = { helper: 'Mona', place: expect.any(String) as string }
    expect(await record(consent)).toMatchObject({ state: 'confirmed', code: helped })
    expect((await mine())?.byCode).toMatchObject(helped)
    const { rows } = await server.owner.query(
      `select actor_id, data from lab.event where kind = 'consent.coded' order by seq desc limit 1`,
    )
    expect(rows[0]).toMatchObject({
      actor_id: server.person('mona'),
      data: { answer: 'yes', helper: server.person('mona') },
    })
    expect(
      await server.as('mona', async (tx) => (await sql`select about_id from lab.my_cells()`.execute(tx)).rows.length),
    ).toBe(before)
    const unknown = await server.call('mona', 'GET', `/api/families/${randomUUID()}`)
    const family = await server.call('mona', 'GET', at(''))
    expect([family.status, family.text]).toEqual([unknown.status, unknown.text])
  })
})

describe('guessing a code', () => {
  it('is slowed down: after ten wrong ones from one address none is tried', async () => {
    const tries = []
    for (let turn = 0; turn < 11; turn++)
      tries.push((await post(null, '/api/confirm/read', { code: '0000-0000-00000' })).status)
    expect(tries.at(-1)).toBe(429)
  })
})
