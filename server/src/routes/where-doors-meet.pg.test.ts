import { door } from '@velferdslab/core/referral'
import { found } from '@velferdslab/core/duplicate'
import { addDays, dayInOslo, type CalendarDay } from '@velferdslab/core/dates'
import { selfReferrals, selfReferralState } from '@velferdslab/core/self-referral'
import { soleElsewhere } from '@velferdslab/core/sole-consent'
import { eraseFamily } from '@velferdslab/db/erase'
import { syntheticIdentity } from '@velferdslab/db/seed/synthetic-identity'
import { openSession } from '@velferdslab/db/sessions'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { aFamilyAtDoor } from '../../testing/family-at-door.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

/** Where the doors without a sign-in, the door of the core team and its search meet who must not be found, who lives together, and what may not be deleted. */
vi.setConfig({ testTimeout: 30_000 })

let server: TestServer
/** Tries are counted in a process: whoever tries wrong codes has a server of their own. */
let beside: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
  beside = await openTestServer(inject('superuserUrl'), { beside: server })
}, 60_000)
afterAll(async () => {
  await beside.close()
  await server.close()
})

const today = dayInOslo(new Date())
const owner = <Row extends object>(text: string, values: unknown[] = []) => server.owner.query<Row>(text, values)
const protect = (person: string) =>
  owner(
    `insert into lab.protection (municipality_id, id, person_id, level, source, valid_from, recorded_by)
     values ($1, gen_random_uuid(), $2, 'strictly_confidential', 'register', lab.today(), $2)`,
    [server.town.municipality, person],
  )
const leaderOf = async (family: string) => {
  const { rows } = await owner<{ person_id: string }>(
    `select person_id from lab.active_seat where family_id = $1 and role = 'leader'`,
    [family],
  )
  return Object.entries(server.town.persons).find(([, id]) => id === rows[0]?.person_id)?.[0] ?? ''
}
const aSheet = (more: object = {}) => ({
  commandId: randomUUID(),
  name: 'Ragna Eik',
  born: '1991-02-03',
  contact: 'Hos mor, etter klokka 16',
  language: 'nb',
  hopes: 'At det blir trygt hjemme.',
  ...more,
})
const codeOf = async (sheet: object) =>
  ((await server.call(null, 'POST', '/api/self-referral', sheet)).json() as { code: string }).code
const takenIn = async (name: string) => {
  const { waiting } = selfReferrals.parse((await server.call('berit', 'GET', '/api/self-referrals')).json())
  const id = waiting.find((each) => each.name === name)?.id
  const body = { commandId: randomUUID(), relation: 'mother' }
  expect((await server.call('berit', 'POST', `/api/self-referrals/${id}/take-in`, body)).json()).toEqual({ done: true })
  const { referrals } = door.parse((await server.call('berit', 'GET', '/api/door')).json())
  return referrals.find((each) => each.name === name)?.familyId as string
}

describe('a sheet of somebody who lives with others here', () => {
  it('is hers, and those who come for it: at home, and with who is guardian there, nothing tells of it', async () => {
    const family = server.family('hansen-ali')
    const vera = randomUUID()
    ;(server.town.persons as Record<string, string>)['vera'] = vera
    const mandate = {
      commandId: randomUUID(),
      responsibilityId: randomUUID(),
      personId: server.person('jonas'),
      holderId: vera,
      holderName: 'Vera Vik',
      kind: 'guardian',
      areas: ['economy'],
      source: 'state_administrator',
      documentOn: today,
      until: addDays(today, 40),
    }
    expect((await server.call('solveig', 'POST', `/api/families/${family}/responsibilities`, mandate)).status).toBe(200)
    const others = ['jonas', 'sara', 'vera', 'tor', 'torbjorn']
    const pages = ['', '/people', '/looked', '/check-list', '/qualification', '/journey', '/wellbeing']
    const seen = async () =>
      Promise.all(
        others.flatMap((persona) =>
          pages.map(async (path) => (await server.call(persona, 'GET', `/api/families/${family}${path}`)).text),
        ),
      )
    const rowsOf = async (persona: string) =>
      (
        await server.as(persona, (tx) =>
          sql<{ id: string }>`select id from lab.referral where family_id = ${family}
            union all select subject_id from lab.whereabouts where family_id = ${family} and what = 'referral_contact'`.execute(
            tx,
          ),
        )
      ).rows
    await seen()
    const before = await seen()
    const rows = await Promise.all(others.map(rowsOf))
    const { rows: births } = await owner<{ born: CalendarDay }>(
      `select to_char(born, 'YYYY-MM-DD') as born from lab.birth where person_id = $1`,
      [server.person('amina')],
    )
    const born = births[0]?.born as CalendarDay
    const own = syntheticIdentity(born, 7)
    await owner(`update lab.person_identity set blind_index = $1 where person_id = $2 and issuer = 'citizen'`, [
      server.ring.blindIndex(server.town.municipality, 'citizen', own),
      server.person('amina'),
    ])
    const code = await codeOf(aSheet({ name: 'Amina Ali', born }))
    const session = await openSession(server.system, server.ring, {
      municipality: server.town.municipality,
      issuer: 'citizen',
      subject: own,
      acr: 'idporten-loa-high',
      minutes: 10,
      invitation: code.replaceAll('-', ''),
    })
    expect(session).toBeDefined()
    expect(await rowsOf('amina')).toHaveLength(1)
    expect((await rowsOf('berit')).length).toBeGreaterThan(0)
    expect((await rowsOf('solveig')).length).toBeGreaterThan(0)
    expect(await Promise.all(others.map(rowsOf))).toEqual(rows)
    expect(rows.flat()).toEqual([])
    expect(await seen()).toEqual(before)
  })
})

describe('who must not be found', () => {
  const search = async (name: string) =>
    found.parse((await server.call('berit', 'POST', '/api/people/search', { name })).json()).people

  it('is not found by the others of their family either: the search finds nobody whom the lists leave out', async () => {
    const { id } = await aFamilyAtDoor(server, 'Torgunn Skogli')
    expect((await search('Torgunn Skogli')).map(({ family }) => family.id)).toEqual([id])
    const child = randomUUID()
    const town = server.town.municipality
    await owner(
      `insert into lab.person (municipality_id, id, name, called_name, initials) values ($1, $2, 'Pia Skogli', 'Pia', 'PS')`,
      [town, child],
    )
    await owner(`insert into lab.birth (municipality_id, person_id, born) values ($1, $2, '2018-03-04')`, [town, child])
    await owner(
      `insert into lab.member (municipality_id, family_id, person_id, relation, mark, position, valid_from) values ($1, $2, $3, 'child', 2, 2, now())`,
      [town, id, child],
    )
    await protect(child)
    expect(await search('Torgunn Skogli')).toEqual([])
    const names = await server.as('berit', async (tx) => [
      (await sql<{ n: string }>`select lab.names_at_door() as n`.execute(tx)).rows[0]?.n ?? '',
      JSON.stringify((await sql`select * from lab.at_door_named(array['Torgunn Skogli'])`.execute(tx)).rows),
    ])
    expect(names.join()).not.toContain('Skogli')
  })

  it('is not given away to a parent elsewhere by the reason why one of two is enough: it would tell where to look', async () => {
    const home = server.family('haugen')
    const written = {
      commandId: randomUUID(),
      soleConsentId: randomUUID(),
      personId: server.person('nora'),
      withoutId: server.person('stian'),
      ground: 'cannot_be_reached',
      documentOn: today,
      until: addDays(today, 60),
      reason: 'Vi har ringt og skrevet fire ganger siden september.',
    }
    const leader = await leaderOf(home)
    const elsewhere = async () =>
      soleElsewhere.parse((await server.call('stian', 'GET', '/api/sole-consents')).json()).recorded
    const none = (await server.call('stian', 'GET', '/api/sole-consents')).text
    expect((await server.call(leader, 'POST', `/api/families/${home}/sole-consents`, written)).json()).toEqual({
      done: true,
    })
    expect(await elsewhere()).toHaveLength(1)
    await protect(server.person('camilla'))
    expect((await server.call('stian', 'GET', '/api/sole-consents')).text).toBe(none)
  })
})

describe('who answers for a child, at the door', () => {
  it('is not written there where somebody has led: a leader who left leaves no gap in which a parent can be ended', async () => {
    const family = await aFamilyAtDoor(server, 'Runa Lier')
    const read = () => server.call('berit', 'GET', `/api/families/${family.id}/door/responsibilities`)
    expect((await read()).status).toBe(200)
    await owner(
      `insert into lab.seat (municipality_id, id, family_id, person_id, party_id, role, mark, asked_at, asked_by, approved_at, approved_by, declared_at, valid_from, ended_at)
       select $1, gen_random_uuid(), $2, $3, $4, 'leader', 3, w, $3, w, $3, w, w, now() from (select now() - interval '9 days' as w) x`,
      [server.town.municipality, family.id, server.person('solveig'), server.party('lab')],
    )
    const unknown = await server.call('berit', 'GET', `/api/families/${randomUUID()}/door/responsibilities`)
    const after = await read()
    expect([after.status, after.text]).toEqual([unknown.status, unknown.text])
  })
})

describe('a sheet that is taken in', () => {
  it('is not taken back where nothing of the family may be deleted', async () => {
    const sheet = aSheet({ name: 'Sunniva Holt' })
    const code = await codeOf(sheet)
    const family = await takenIn(sheet.name)
    const look = async () =>
      selfReferralState.parse((await server.call(null, 'POST', '/api/self-referral/look', { code })).json())
    expect((await look()).mayTakeBack).toBe(true)
    await owner(
      `insert into lab.legal_hold (municipality_id, id, family_id, because, told, placed_by) values ($1, gen_random_uuid(), $2, 'investigation', false, $3)`,
      [server.town.municipality, family, server.person('berit')],
    )
    expect((await look()).mayTakeBack).toBe(false)
    expect((await server.call(null, 'POST', '/api/self-referral/take-back', { code })).json()).toEqual({
      refused: 'self-referral-begun',
    })
    const { rows } = await owner('select 1 from lab.referral where family_id = $1', [family])
    expect(rows).toHaveLength(1)
  })
})

describe('a code for a yes', () => {
  type Made = { code: string }
  const aCode = async (key: string, giver: string) => {
    const leader = await leaderOf(server.family(key))
    const at = `/api/families/${server.family(key)}/consents`
    const written = await server.call(leader, 'POST', `${at}/record`, {
      commandId: randomUUID(),
      giverId: server.person(giver),
      partyId: server.party('school'),
      purpose: 'make_and_follow_plan',
      saidOn: today,
      language: 'nb',
      textVersion: '2026-11',
      areas: ['leisure'],
      persons: [server.person(giver)],
      until: addDays(today, 30),
      witnessId: server.person('tor'),
    })
    const [consent] = (written.json() as { consentIds?: string[] }).consentIds ?? []
    if (!consent) throw new Error(written.text)
    const made = await server.call(leader, 'POST', `${at}/${consent}/code`, {
      commandId: randomUUID(),
      codeId: randomUUID(),
    })
    return (made.json() as Made).code
  }

  it('is tried wrong ten times by one helper, and then no more; the next helper at that counter is not stopped', async () => {
    const code = await aCode('hansen-ali', 'amina')
    const read = (persona: string, typed: string) => server.call(persona, 'POST', '/api/help/read', { code: typed })
    for (let turn = 0; turn < 5; turn++) {
      expect((await read('anne', '0000-0000-00000')).json()).toEqual({ refused: 'code-opens-nothing' })
      const said = { commandId: randomUUID(), code: '0000-0000-00000', answer: 'yes' }
      expect((await server.call('anne', 'POST', '/api/help/answer', said)).json()).toEqual({
        refused: 'code-opens-nothing',
      })
    }
    expect((await read('anne', code)).json()).toMatchObject({ refused: 'too-many-requests' })
    const said = { commandId: randomUUID(), code, answer: 'yes' }
    expect((await server.call('anne', 'POST', '/api/help/answer', said)).json()).toMatchObject({
      refused: 'too-many-requests',
    })
    expect((await read('mona', code)).status).toBe(200)
  })

  it('is counted by where one comes from, and not by what a header says of that', async () => {
    const read = (from: string) =>
      beside.call(
        null,
        'POST',
        '/api/confirm/read',
        { code: '0000-0000-00000' },
        { 'x-forwarded-for': from, forwarded: `for=${from}` },
      )
    const tried = []
    for (let turn = 0; turn < 11; turn++) tried.push((await read(`192.0.2.${turn}`)).status)
    expect(tried.at(-1)).toBe(429)
    expect(new Set(tried.slice(0, 10))).toEqual(new Set([409]))
  })

  it('opens nothing of a family that was erased: nobody is read of, and nothing is said there', async () => {
    const family = server.family('hansen-ali')
    const code = await aCode('hansen-ali', 'amina')
    const unknown = await server.call(null, 'POST', '/api/confirm/read', { code: '0000-0000-00001' })
    expect((await server.call(null, 'POST', '/api/confirm/read', { code })).status).toBe(200)
    await eraseFamily(server.system, server.ring, family)
    const chain = async () => (await owner('select seq from lab.chain_head where chain_id = $1', [family])).rows
    const head = await chain()
    const after = await server.call(null, 'POST', '/api/confirm/read', { code })
    expect([after.status, after.text]).toEqual([unknown.status, unknown.text])
    const said = await server.call(null, 'POST', '/api/confirm/answer', { code, answer: 'yes' })
    expect(said.json()).toEqual({ refused: 'code-opens-nothing' })
    expect((await server.call('mona', 'POST', '/api/help/read', { code })).json()).toEqual({
      refused: 'code-opens-nothing',
    })
    expect(await chain()).toEqual(head)
  })
})
