import { door, sentByMe } from '@velferdslab/core/referral'
import type { InHand } from '@velferdslab/core/departure'
import { addDays, dayInOslo, type CalendarDay } from '@velferdslab/core/dates'
import { openSession } from '@velferdslab/db/sessions'
import { sendNotices } from '@velferdslab/db/send-notices'
import { syntheticIdentity } from '@velferdslab/db/seed/synthetic-identity'
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { asOwner, sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'
import { sendSms } from '../notices/sms-gateway.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
})
afterAll(() => server.close())

const today = dayInOslo(new Date())
const born = '1994-05-17' as CalendarDay
const aReferral = (more: Record<string, unknown> = {}) => ({
  commandId: randomUUID(),
  referralId: randomUUID(),
  partyId: server.party('kindergarten'),
  name: 'Nadia Berg',
  born,
  relation: 'mother',
  language: 'nb',
  reach: 'sms',
  contact: '400 00 111',
  hopes: 'At Mia får en fast plass i barnehagen.',
  yes: { how: 'spoken', on: today },
  ...more,
})
const refer = (persona: string | null, more: Record<string, unknown> = {}) =>
  server.call(persona, 'POST', '/api/referrals', aReferral(more))
const doorOf = async (persona: string) => door.parse((await server.call(persona, 'GET', '/api/door')).json())

describe('nobody is named to the lab', () => {
  it('by somebody who is not signed in, or who does not work here', async () => {
    expect((await refer(null)).status).toBe(401)
    expect((await refer('amina', { partyId: null })).json()).toEqual({ refused: 'not-found' })
  })

  it('in the name of a service one does not work in', async () => {
    expect((await refer('anne', { partyId: server.party('nav') })).json()).toEqual({ refused: 'not-found' })
    expect((await refer('anne', { partyId: null })).json()).toEqual({ refused: 'not-found' })
  })

  it('without a yes, or with one that has not been said yet', async () => {
    expect((await refer('anne', { yes: undefined })).json()).toMatchObject({ refused: 'not-valid' })
    expect((await refer('anne', { yes: { how: 'spoken', on: addDays(today, 1) } })).json()).toEqual({
      refused: 'referral-yes-not-yet',
    })
  })

  it('by a child, or by somebody born in a year that was typed wrong', async () => {
    for (const wrong of [addDays(today, -366 * 12), '1894-05-17'])
      expect((await refer('anne', { born: wrong })).json()).toEqual({ refused: 'referral-born-unlikely' })
  })

  it('to be sent a message without a number to send it to; the field is named', async () => {
    expect((await refer('anne', { contact: null })).json()).toMatchObject({
      refused: 'not-valid',
      fields: [{ path: 'contact' }, { path: 'contact' }],
    })
  })

  it('with an identity number: there is no place for one', async () => {
    expect((await refer('anne', { identityNumber: syntheticIdentity(born, 0) })).json()).toMatchObject({
      refused: 'not-valid',
    })
  })

  it('past the function, by plain SQL as somebody who works here', async () => {
    for (const table of ['referral', 'family', 'member', 'person', 'invitation', 'notice'])
      await expect(
        server.as('anne', (tx) => sql`insert into ${sql.table(`lab.${table}`)} default values`.execute(tx)),
      ).rejects.toThrow(/permission denied/)
  })
})

describe('a referral', () => {
  it('is done once, however often it is sent, and its sender learns that it came and nothing more', async () => {
    const sent = aReferral({ name: 'Tone Dal' })
    const answers = await Promise.all([1, 2, 3].map(() => server.call('anne', 'POST', '/api/referrals', sent)))
    for (const answer of answers) expect(answer.json()).toEqual({ done: true })
    const mine = sentByMe.parse((await server.call('anne', 'GET', '/api/referrals')).json())
    expect(mine.referrals.filter(({ id }) => id === sent.referralId)).toHaveLength(1)
    const { text } = await server.call('anne', 'GET', '/api/referrals')
    for (const word of ['Tone', 'Dal', 'barnehagen', '400 00 111']) expect(text).not.toContain(word)
    expect((await server.call('anne', 'GET', '/api/families')).text).not.toContain('Dal')
  })

  it('is read by the core team, word for word, and by nobody else who works here', async () => {
    await refer('anne', { name: 'Ellen Vik', hopes: 'Ro om kvelden.' })
    for (const persona of ['anne', 'tor', 'kari', 'siri', 'mona', 'geir', 'solveig']) {
      expect((await server.call(persona, 'GET', '/api/door')).status).toBe(404)
      const seen = await server.as(persona, (tx) => sql<{ id: string }>`select id from lab.referral`.execute(tx))
      expect(seen.rows).toEqual([])
    }
    expect((await doorOf('berit')).referrals.find(({ name }) => name === 'Ellen Vik')).toMatchObject({
      hopes: 'Ro om kvelden.',
      contact: '400 00 111',
      service: 'Barnehagen',
      sentBy: 'Anne Moe',
      yesHow: 'spoken',
      phase: 'capture',
      message: 'waiting',
      hasSignedIn: false,
    })
  })

  it('lies sealed: not a word of it is found in the table, and who is reached in no other', async () => {
    await refer('anne', { name: 'Siv Lund', hopes: 'Et eget rom til gutten.', contact: '400 00 999' })
    const { rows } = await asOwner(server, (tx) =>
      sql<{ line: string }>`
      select r::text as line from lab.referral r union all select n::text from lab.notice n union all select e::text from lab.event e`.execute(
        tx,
      ),
    )
    expect(rows.length).toBeGreaterThan(2)
    for (const { line } of rows) expect(Buffer.from(line).toString('latin1')).not.toMatch(/eget rom|400 00 999/)
  })

  it('of the same person by two services on one day is never joined by itself: each is there, and each sender learns the same', async () => {
    await Promise.all([
      refer('anne', { name: 'Gro Lia' }),
      refer('kari', { name: 'gro lia', partyId: server.party('school') }),
      refer('mona', { name: 'Gro Lia', partyId: server.party('health-clinic') }),
    ])
    const found = (await doorOf('berit')).referrals.filter(({ name }) => name.toLowerCase() === 'gro lia')
    expect(found).toHaveLength(3)
    expect(new Set(found.map(({ familyId }) => familyId)).size).toBe(3)
  })
})

describe('the way in', () => {
  const own = syntheticIdentity(born, 0)
  const other = syntheticIdentity('1990-01-02' as CalendarDay, 0)
  const signIn = async (subject: string, invitation?: string) => {
    const { rows } = await asOwner(server, (tx) => sql<{ id: string }>`select id from lab.municipality`.execute(tx))
    return openSession(server.system, server.ring, {
      municipality: rows[0]?.id as string,
      issuer: 'citizen',
      subject,
      acr: 'idporten-loa-high',
      minutes: 10,
      ...(invitation ? { invitation } : {}),
    })
  }

  it('goes by a gateway, again when it does not answer: the message tells nothing, and its code opens the door once, to who was born that day', async () => {
    const sent = aReferral()
    await server.call('anne', 'POST', '/api/referrals', sent)
    const silent = await aGateway([503])
    await sendNotices(server.system, server.ring, (id, notice) => sendSms(silent.at, id, notice))
    await silent.close()
    const messageOf = async () => (await doorOf('berit')).referrals.find(({ id }) => id === sent.referralId)?.message
    expect(await messageOf()).toBe('waiting')

    await asOwner(server, (tx) =>
      sql`update lab.notice set next_try_at = now() where id = ${sent.referralId}`.execute(tx),
    )
    const gateway = await aGateway([202])
    await sendNotices(server.system, server.ring, (id, notice) => sendSms(gateway.at, id, notice))
    await gateway.close()
    expect(await messageOf()).toBe('sent')
    const [message, ...more] = gateway.taken.filter(({ id }) => id === sent.referralId)
    expect(more).toEqual([])
    expect(message?.to).toBe('400 00 111')
    expect(message?.text).toMatch(
      /^Hei\. Fjordvik kommune har en melding til deg\. Les den på \S+\. Spørsmål\? Ring 55 00 00 00\.$/,
    )

    const code = /\/m\/([\w-]{22})/.exec(message?.text ?? '')?.[1]
    expect(await signIn(own)).toBeUndefined()
    expect(await signIn(own, 'A'.repeat(22))).toBeUndefined()
    expect(await signIn(other, code)).toBeUndefined()
    expect(await signIn(own, code)).toBeDefined()
    expect(await signIn(other, code)).toBeUndefined()
    expect(await signIn(own)).toBeDefined()
    expect((await doorOf('berit')).referrals.find(({ id }) => id === sent.referralId)?.hasSignedIn).toBe(true)
  })

  it('a gateway that refuses is told the core team, who calls instead', async () => {
    const sent = aReferral({ name: 'Unni Sol', contact: '400 00 222' })
    await server.call('anne', 'POST', '/api/referrals', sent)
    const gateway = await aGateway([400])
    await sendNotices(server.system, server.ring, (id, notice) => sendSms(gateway.at, id, notice))
    await gateway.close()
    expect((await doorOf('berit')).referrals.find(({ id }) => id === sent.referralId)?.message).toBe('failed')
  })
})

describe('a question about nobody named', () => {
  const ask = (persona: string, text: string) => {
    const question = { commandId: randomUUID(), questionId: randomUUID(), partyId: server.party('kindergarten'), text }
    return server.call(persona, 'POST', '/api/questions', question).then((answer) => ({ answer, question }))
  }

  it('is asked by who works here, answered once by the core team, and read by the two', async () => {
    const { answer, question } = await ask('anne', 'Kan dere hjelpe når mor er alene om nettene?')
    expect(answer.json()).toEqual({ done: true })
    const reply = { commandId: randomUUID(), answer: 'Ja. Spør henne om hun vil at vi ringer.' }
    const address = `/api/questions/${question.questionId}/answer`
    for (const persona of ['anne', 'tor', 'geir'])
      expect((await server.call(persona, 'POST', address, reply)).status).toBe(404)
    expect((await server.call('berit', 'POST', address, reply)).json()).toEqual({ done: true })
    expect((await server.call('berit', 'POST', address, { ...reply, commandId: randomUUID() })).json()).toEqual({
      refused: 'question-already-answered',
    })
    const mine = sentByMe.parse((await server.call('anne', 'GET', '/api/referrals')).json())
    expect(mine.questions).toMatchObject([{ text: question.text, answer: reply.answer }])
    expect(sentByMe.parse((await server.call('kari', 'GET', '/api/referrals')).json()).questions).toEqual([])
  })

  it('makes no family and names nobody', async () => {
    const count = () =>
      asOwner(server, (tx) =>
        sql<{ n: number }>`
      select (select count(*) from lab.family) + (select count(*) from lab.person) as n`.execute(tx),
      )
    const before = await count()
    await ask('anne', 'Hva gjør vi når far er syk?')
    expect((await count()).rows).toEqual(before.rows)
  })
})

/** Somebody else's gateway on a real socket: answers with these, the last one again and again. */
async function aGateway(answers: number[]) {
  const taken: { id: string; to: string; text: string }[] = []
  const gateway = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const status = answers.length > 1 ? (answers.shift() as number) : (answers[0] as number)
      if (status < 300 && request.headers.authorization === 'Bearer secret') taken.push(JSON.parse(body) as never)
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/sms`
  return {
    taken,
    at: { url, token: 'secret' },
    close: () => new Promise((resolve) => gateway.close(resolve)),
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

describe('who must not be found', () => {
  it('stands in no list of the core team once somebody there is strictly protected, and in all of them again after', async () => {
    expect((await refer('anne', { name: 'Skjult Person', born: '1991-03-04' })).json()).toEqual({ done: true })
    const listed = async () => (await server.call('berit', 'GET', '/api/door')).text.includes('Skjult Person')
    const protect = (level: string) =>
      asOwner(server, (tx) =>
        sql`insert into lab.protection (municipality_id, id, person_id, level, source, valid_from, recorded_by)
          select p.municipality_id, gen_random_uuid(), p.id, ${level}, 'register', lab.today(), p.id from lab.person p where p.name = 'Skjult Person'`.execute(
          tx,
        ),
      )
    await protect('confidential')
    expect(await listed()).toBe(true)
    await asOwner(server, (tx) =>
      sql`update lab.protection set ended_at = now(), ended_by = recorded_by
      where person_id = (select p.id from lab.person p where p.name = 'Skjult Person')`.execute(tx),
    )
    await protect('strictly_confidential')
    expect(await listed()).toBe(false)
    const home = await server.call('berit', 'GET', '/api/core-team')
    // It waits for its answer by the family's name, which is how it is found by who receives it; the person's own stands nowhere.
    expect(home.text).not.toContain('Skjult')
    await asOwner(server, (tx) =>
      sql`update lab.protection set ended_at = now(), ended_by = recorded_by
      where ended_at is null and person_id = (select p.id from lab.person p where p.name = 'Skjult Person')`.execute(
        tx,
      ),
    )
    expect(await listed()).toBe(true)
  })
})

describe('somebody who sent a family, and leaves', () => {
  const inHand = async () =>
    (
      (
        await server.call('frode', 'GET', `/api/administration/people/${server.person('anne')}/in-hand`)
      ).json() as InHand
    ).held
  it('has what waits at the door in hand until then; afterwards the core team is told that nobody hears of it (scenario 74)', async () => {
    const sent = aReferral({ name: 'Vigdis Moen', reach: 'sender', contact: null })
    expect((await server.call('anne', 'POST', '/api/referrals', sent)).json()).toEqual({ done: true })
    const asked = {
      commandId: randomUUID(),
      questionId: randomUUID(),
      partyId: server.party('kindergarten'),
      text: 'Hva nå?',
    }
    expect((await server.call('anne', 'POST', '/api/questions', asked)).json()).toEqual({ done: true })
    const own = (await doorOf('berit')).referrals.find(({ id }) => id === sent.referralId)
    expect(own?.senderLeft).toBe(false)
    const open = (await doorOf('berit')).questions.filter(({ answeredAt }) => answeredAt === null)
    expect(open.length).toBeGreaterThan(0)
    expect(open.map(({ askerLeft }) => askerLeft)).toEqual(open.map(() => false))
    expect((await inHand()).find(({ what }) => what === 'door')?.n).toBe(1 + open.length)

    await asOwner(server, (tx) =>
      sql`update lab.role_held set valid_to = now() where person_id = ${server.person('anne')}`.execute(tx),
    )
    const door = await doorOf('berit')
    expect(door.referrals.find(({ id }) => id === sent.referralId)?.senderLeft).toBe(true)
    expect(
      door.questions
        .filter(({ askerLeft }) => askerLeft)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(open.map(({ id }) => id).sort())
    for (const persona of ['anne', 'tor', 'solveig', 'hanne', 'amina']) {
      const seen = await server.as(persona, (tx) => sql`select lab.left_at_door()`.execute(tx))
      expect(seen.rows, persona).toEqual([])
    }
    await asOwner(server, (tx) =>
      sql`update lab.role_held set valid_to = null where person_id = ${server.person('anne')}`.execute(tx),
    )
  })
})
