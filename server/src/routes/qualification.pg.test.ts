import { sentByMe } from '@velferdslab/core/referral'
import { eraseFamily } from '@velferdslab/db/erase'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { asOwner, sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { aFamilyAtDoor, movesIn } from '../../testing/family-at-door.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
})
afterAll(() => server.close())

const accepted = { outcome: { is: 'accepted', targetGroup: 'a' } }
const declined = {
  outcome: { is: 'declined', reason: 'Én tjeneste kan hjelpe.', instead: 'Helsestasjonen ringer deg i morgen.' },
}

describe('nobody is qualified', () => {
  it('by who is not of the core team: not by the sender, a leader, or the family itself', async () => {
    const family = await aFamilyAtDoor(server, 'Nadia Berg')
    const body = { code: 'voluntary', answer: 'yes', reason: 'x', withId: server.person('nadia') }
    for (const persona of ['anne', 'solveig', 'tor', 'geir', 'magda', 'nadia']) {
      expect(await family.post(persona, '/qualification/answers', body)).toEqual({ refused: 'not-found' })
      expect(await family.post(persona, '/qualification/outcome', declined)).toEqual({ refused: 'not-found' })
    }
    for (const persona of ['anne', 'solveig', 'tor', 'geir', 'magda'])
      expect(await family.get(persona, '/qualification')).toEqual({ refused: 'not-found' })
  })

  it('when nobody has sent them', async () => {
    const address = `/api/families/${server.family('hansen-ali')}/qualification`
    expect((await server.call('berit', 'GET', address)).json()).toEqual({ refused: 'not-found' })
    const never = `/api/families/${randomUUID()}/qualification`
    expect((await server.call('berit', 'GET', address)).text).toBe((await server.call('berit', 'GET', never)).text)
  })

  it('without somebody of the family present, or with no reason given', async () => {
    const family = await aFamilyAtDoor(server, 'Toril Vik')
    expect(await family.answer('voluntary', { withId: server.person('berit') })).toEqual({
      refused: 'qualification-nobody-present',
    })
    expect(await family.answer('voluntary', { reason: '  ' })).toMatchObject({ refused: 'not-valid' })
  })

  it('before each grown person who takes part has signed, and every question is answered', async () => {
    const family = await aFamilyAtDoor(server, 'Ragna Moe')
    await family.answer('voluntary')
    expect(await family.post('berit', '/qualification/outcome', accepted)).toEqual({
      refused: 'qualification-not-signed',
    })
    await family.sign()
    expect(await family.post('berit', '/qualification/outcome', accepted)).toEqual({
      refused: 'qualification-unanswered',
    })
    for (const { code } of (await family.checkList('berit')).questions) await family.answer(code)
    await movesIn(server, family, 'omar', '1990-02-03')
    expect(await family.post('berit', '/qualification/outcome', accepted)).toEqual({
      refused: 'qualification-not-signed',
    })
  })

  it('when it does not itself want it', async () => {
    const family = await aFamilyAtDoor(server, 'Pia Ek')
    await family.sign()
    for (const { code } of (await family.checkList('berit')).questions) await family.answer(code)
    await family.answer('wants_change', { answer: 'unsure', reason: 'Jeg vil snakke med søsteren min først.' })
    expect(await family.post('berit', '/qualification/outcome', accepted)).toEqual({
      refused: 'qualification-needs-yes',
    })
  })

  it('past the rule, by plain SQL as the core team: the database asks for signatures and answers as well', async () => {
    const family = await aFamilyAtDoor(server, 'Gerd Ask')
    await family.answer('voluntary')
    const { rows } = await asOwner(server, (tx) =>
      sql<{ id: string }>`select id from lab.qualification where family_id = ${family.id}`.execute(tx),
    )
    const accept = server.as('berit', (tx) =>
      sql`update lab.qualification set outcome = 'accepted', target_group = 'a', decided_by = lab.current_person(), decided_at = now()
        where id = ${rows[0]?.id}`.execute(tx),
    )
    await expect(accept).rejects.toThrow(/participation agreement is signed/)
  })
})

describe('the check list', () => {
  it('is read by the family word for word as it is answered; answered anew, the last answer counts', async () => {
    const family = await aFamilyAtDoor(server, 'Hilde Krog')
    expect((await family.checkList('hilde')).questions.every(({ answer }) => answer === null)).toBe(true)
    const commandId = randomUUID()
    for (let sent = 0; sent < 2; sent++) expect(await family.answer('over_time', { commandId })).toEqual({ done: true })
    const seen = (await family.checkList('hilde')).questions.find(({ code }) => code === 'over_time')
    expect(seen?.answer).toMatchObject({ answer: 'yes', reason: 'Vi vil ha ro om kvelden.', with: 'Hilde' })
    await family.answer('over_time', { answer: 'unsure', reason: 'Det kom i vår.' })
    const anew = (await family.checkList('hilde')).questions.find(({ code }) => code === 'over_time')
    expect(anew?.answer).toMatchObject({ answer: 'unsure', reason: 'Det kom i vår.' })
    const { rows } = await asOwner(server, (tx) =>
      sql`select 1 from lab.check_answer where family_id = ${family.id}`.execute(tx),
    )
    expect(rows).toHaveLength(2)
  })

  it('gives the core team no key of the family: what it writes lies sealed under another', async () => {
    const family = await aFamilyAtDoor(server, 'Liv Dahl')
    await family.answer('over_time', { reason: 'Regningene kom i mars.' })
    const keys = await server.as('berit', (tx) =>
      sql`select 1 from lab.family_key where family_id = ${family.id}`.execute(tx),
    )
    expect(keys.rows).toEqual([])
    const { rows } = await asOwner(server, (tx) =>
      sql<{ line: string }>`
      select a::text as line from lab.check_answer a where family_id = ${family.id}
      union all select e::text from lab.event e where family_id = ${family.id}`.execute(tx),
    )
    expect(rows.length).toBeGreaterThan(2)
    for (const { line } of rows) expect(Buffer.from(line).toString('latin1')).not.toMatch(/Regningene/)
  })

  it('accepted: the family sees it, and who sent it learns that there is an answer and not which', async () => {
    const sentOf = async () =>
      sentByMe.parse((await server.call('anne', 'GET', '/api/referrals')).json()).referrals.map((each) => each.answered)
    const family = await aFamilyAtDoor(server, 'Unni Sol')
    const [yes, no] = [family, await aFamilyAtDoor(server, 'Berta Lie')]
    expect((await sentOf()).slice(0, 2)).toEqual([false, false])
    expect(await yes.accept()).toEqual({ done: true })
    await no.answer('several_services', { answer: 'no', reason: 'Bare barnehageplass.' })
    expect(await no.post('berit', '/qualification/outcome', declined)).toEqual({ done: true })
    expect((await sentOf()).slice(0, 2)).toEqual([true, true])
    expect((await yes.checkList('unni')).outcome).toMatchObject({ is: 'accepted', targetGroup: 'a' })
    expect((await no.checkList('berta')).outcome).toMatchObject(declined.outcome)
    const { text } = await server.call('anne', 'GET', '/api/referrals')
    expect(text).not.toMatch(/declined|accepted|Helsestasjonen/)
    expect(await no.answer('voluntary')).toEqual({ refused: 'qualification-decided' })
  })

  it('of an erased family is nowhere: its words do not open, and its answers are gone', async () => {
    const family = await aFamilyAtDoor(server, 'Signe Ås')
    await family.answer('voluntary')
    await eraseFamily(server.system, server.ring, family.id)
    const { rows } = await asOwner(server, (tx) =>
      sql<{
        id: string
        wrapped: Buffer
      }>`select id, wrapped from lab.qualification where family_id = ${family.id}`.execute(tx),
    )
    expect(() =>
      server.ring.openKey(server.town.municipality, rows[0]?.id as string, rows[0]?.wrapped as Buffer),
    ).toThrow()
    const left = await asOwner(server, (tx) =>
      sql`select 1 from lab.check_answer where family_id = ${family.id}`.execute(tx),
    )
    expect(left.rows).toEqual([])
  })
})
