import { agreementTextVersion } from '@velferdslab/core/agreement'
import { dayInOslo } from '@velferdslab/core/dates'
import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import { qualification } from '@velferdslab/core/qualification'
import { seats, type Seats } from '@velferdslab/core/seat'
import { openNotice } from '@velferdslab/db/notice'
import { openSession } from '@velferdslab/db/sessions'
import { randomUUID } from 'node:crypto'
import { asOwner, sql } from '../../db/testing/fjordvik-for-tests.ts'
import type { TestServer } from './lab-for-tests.ts'

/** A family that has come to the door a moment ago: one grown person, who is called by the first name and can be asked anything by it. */
export interface FamilyAtDoor {
  readonly id: FamilyId
  readonly persona: string
  post(persona: string, path: string, body?: Record<string, unknown>): Promise<unknown>
  get(persona: string, path: string): Promise<unknown>
  checkList(persona: string): Promise<ReturnType<typeof qualification.parse>>
  seats(persona: string): Promise<Seats>
  sign(persona?: string): Promise<unknown>
  answer(code: string, more?: Record<string, unknown>): Promise<unknown>
  /** Every question answered yes, and the family accepted. */
  accept(): Promise<unknown>
  /** A leader asked for, wanted by the family, who has taken over. */
  lead(persona: string): Promise<void>
  /** What the family lets the leader read. */
  letLeaderRead(): Promise<unknown>
  askLeader(persona: string): Promise<string>
}

export async function aFamilyAtDoor(server: TestServer, name: string): Promise<FamilyAtDoor> {
  const persona = (name.split(' ')[0] ?? name).toLowerCase()
  await server.call('anne', 'POST', '/api/referrals', {
    commandId: randomUUID(),
    referralId: randomUUID(),
    partyId: server.party('kindergarten'),
    name,
    born: '1994-05-17',
    relation: 'mother',
    language: 'nb',
    reach: 'sender',
    contact: null,
    hopes: 'x',
    yes: { how: 'spoken', on: dayInOslo(new Date()) },
  })
  const { rows } = await asOwner(server, (tx) =>
    sql<{ person: PersonId; family: FamilyId }>`
      select m.person_id as person, m.family_id as family from lab.member m join lab.person p on p.id = m.person_id where p.name = ${name}`.execute(
      tx,
    ),
  )
  const found = rows[0]
  if (!found) throw new Error(`${name} did not come to the door`)
  know(server, persona, found.person)
  const at = (path: string) => `/api/families/${found.family}${path}`
  const family: FamilyAtDoor = {
    id: found.family,
    persona,
    post: async (by, path, body = {}) =>
      (await server.call(by, 'POST', at(path), { commandId: randomUUID(), ...body })).json(),
    get: async (by, path) => (await server.call(by, 'GET', at(path))).json(),
    checkList: async (by) => qualification.parse(await family.get(by, '/qualification')),
    seats: async (by) => seats.parse(await family.get(by, '/seats')),
    sign: (by = persona) => family.post(by, '/agreement', { textVersion: agreementTextVersion, language: 'nb' }),
    answer: (code, more = {}) =>
      family.post('berit', '/qualification/answers', {
        code,
        answer: 'yes',
        reason: 'Vi vil ha ro om kvelden.',
        withId: found.person,
        ...more,
      }),
    async accept() {
      await family.sign()
      for (const { code } of (await family.checkList('berit')).questions) await family.answer(code)
      return family.post('berit', '/qualification/outcome', { outcome: { is: 'accepted', targetGroup: 'a' } })
    },
    async askLeader(leader) {
      const seatId = randomUUID()
      await family.post('berit', '/seats/leader', { seatId, personId: server.person(leader) })
      return seatId
    },
    async lead(leader) {
      const seat = await family.askLeader(leader)
      await family.post(persona, `/seats/${seat}/answer`, { answer: 'yes', reason: null })
      await take(server, leader, seat)
    },
    letLeaderRead: () =>
      family.post(persona, '/consents', {
        partyId: server.party('lab'),
        purpose: 'make_and_follow_plan',
        areas: ['economy'],
        persons: [found.person],
        until: new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10),
        language: 'nb',
        textVersion: '2026-11',
      }),
  }
  return family
}

export async function take(server: TestServer, persona: string, seat: string, answer: 'yes' | 'no' = 'yes') {
  return (await server.call(persona, 'POST', `/api/seats/${seat}/take`, { commandId: randomUUID(), answer })).json()
}

/** Another grown person who lives there and takes part. */
export async function movesIn(server: TestServer, family: FamilyAtDoor, persona: string, born: string): Promise<void> {
  const person = randomUUID() as PersonId
  await asOwner(server, async (tx) => {
    const { municipality } = server.town
    await sql`insert into lab.person (municipality_id, id, name, called_name, initials) values (${municipality}, ${person}, ${persona}, ${persona}, 'X')`.execute(
      tx,
    )
    await sql`insert into lab.birth (municipality_id, person_id, born) values (${municipality}, ${person}, ${born}::date)`.execute(
      tx,
    )
    await sql`insert into lab.member (municipality_id, family_id, person_id, relation, mark, position, valid_from)
      values (${municipality}, ${family.id}, ${person}, 'partner', 2, 2, now())`.execute(tx)
  })
  know(server, persona, person)
}

/** The message to somebody who was brought, as the telephone would show it: its code. */
export async function codeSentFor(server: TestServer, seat: string): Promise<string> {
  const { rows } = await asOwner(server, (tx) =>
    sql<{ sealed: Buffer }>`select sealed from lab.notice where id = ${seat}`.execute(tx),
  )
  const { text } = openNotice(server.ring, server.town.municipality, seat, rows[0]?.sealed as Buffer)
  return /\/m\/([\w-]{22})/.exec(text)?.[1] ?? ''
}

/** Signs in by identity with the code of a message; whoever comes in is known by a short name from then on. */
export async function comeIn(server: TestServer, persona: string, subject: string, code: string): Promise<boolean> {
  const session = await openSession(server.system, server.ring, {
    municipality: server.town.municipality,
    issuer: 'citizen',
    subject,
    acr: 'idporten-loa-high',
    minutes: 10,
    invitation: code,
  })
  if (!session) return false
  const me = await fetch(`${server.url}/api/me`, { headers: { cookie: `lab=${session.token}` } })
  know(server, persona, ((await me.json()) as { person: { id: PersonId } }).person.id)
  return true
}

/** The people of Fjordvik are those of the seed; who comes later is added to the same list. */
function know(server: TestServer, persona: string, person: PersonId): void {
  ;(server.town.persons as Record<string, PersonId>)[persona] = person
}
