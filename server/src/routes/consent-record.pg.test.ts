import { consentPicture } from '@velferdslab/core/consent'
import { consentRecords } from '@velferdslab/core/consent-record'
import { addDays, addMonths, dayInOslo } from '@velferdslab/core/dates'
import { endConsentsByTime } from '@velferdslab/db/jobs'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => server.close())

const today = dayInOslo(new Date())
const at = (path: string) => `/api/families/${server.family('hansen-ali')}/consents${path}`
const post = async (persona: string, path: string, body: object = {}) =>
  (await server.call(persona, 'POST', at(path), { commandId: randomUUID(), ...body })).json()
const said = (changes: object = {}) => ({
  giverId: server.person('amina'),
  partyId: server.party('school'),
  purpose: 'make_and_follow_plan',
  saidOn: today,
  language: 'nb',
  textVersion: '2026-11',
  areas: ['leisure'],
  persons: [server.person('amina')],
  until: addMonths(today, 6),
  witnessId: server.person('tor'),
  ...changes,
})
const recorded = async (persona: string) =>
  consentRecords.parse((await server.call(persona, 'GET', at('/recorded'))).json())
const mine = async (persona: string, service: string) => {
  const picture = consentPicture.parse((await server.call(persona, 'GET', at(''))).json())
  const found = picture.services.find(({ name }) => name === service)
  if (!found) throw new Error(`${persona} has no ${service}`)
  return found
}
/** Whether the rule lets the school read about Amina. */
const counts = async (area: string) => {
  const { rows } = await server.as('amina', (tx) =>
    sql`select 1 from lab.my_effective_consents(${server.family('hansen-ali')}) e
      where e.person_id = ${server.person('amina')} and e.party_id = ${server.party('school')} and e.area = ${area}`.execute(
      tx,
    ),
  )
  return rows.length > 0
}
const record = async (changes: object = {}) => {
  const answer = (await post('solveig', '/record', said(changes))) as { consentIds?: string[] }
  const id = answer.consentIds?.[0]
  if (!id) throw new Error(JSON.stringify(answer))
  return id
}

describe('what somebody answered on paper or aloud', () => {
  it('is written down by who leads: not by another at the table, the family, or a stranger', async () => {
    for (const persona of ['tor', 'kari', 'amina', 'jonas', 'siri', 'berit'])
      expect(await post(persona, '/record', said()), persona).toEqual({ refused: 'not-found' })
    for (const persona of ['siri', 'amina', 'berit'])
      expect((await server.call(persona, 'GET', at('/recorded'))).status, persona).toBe(404)
    expect((await recorded('tor')).form).toBeNull()
  })

  it('is not a yes to the leader, nor heard by who receives, by who wrote it, or by somebody outside', async () => {
    expect(await post('solveig', '/record', said({ partyId: server.party('lab') }))).toEqual({
      refused: 'consent-recorder-receives',
    })
    for (const witness of ['kari', 'solveig', 'amina', 'siri'])
      expect(await post('solveig', '/record', said({ witnessId: server.person(witness) })), witness).toEqual({
        refused: 'consent-witness-unknown',
      })
  })

  it('is guarded by the database too: by hand nobody writes it down for another, longer, or as its own witness', async () => {
    const byHand = (as: string, changes: Partial<Record<'giver' | 'party' | 'channel' | 'until', string>> = {}) =>
      server.as(as, async (tx) => {
        const id = randomUUID()
        await sql`insert into lab.consent (municipality_id, id, family_id, giver_id, party_id, answer, purpose, areas, persons, giving_parties,
            valid_from, valid_to, text_version, language, channel, recorded_by)
          values (lab.current_municipality(), ${id}, ${server.family('hansen-ali')}, ${changes.giver ?? server.person('amina')},
            ${changes.party ?? server.party('school')}, 'yes', 'make_and_follow_plan', array['leisure'], array[${server.person('amina')}::uuid],
            array[]::uuid[], now(), ${changes.until ?? addDays(today, 10)}::timestamptz, 'x', 'nb', ${changes.channel ?? 'oral'}, lab.current_person())`.execute(
          tx,
        )
        return id
      })
    const refused = 'row-level security'
    await expect(byHand('tor')).rejects.toThrow(refused)
    await expect(byHand('jonas')).rejects.toThrow(refused)
    await expect(byHand('solveig', { party: server.party('lab') })).rejects.toThrow(refused)
    await expect(byHand('solveig', { until: addDays(today, 40) })).rejects.toThrow(refused)
    await expect(byHand('solveig', { channel: 'digital' })).rejects.toThrow(refused)
    await expect(byHand('solveig', { giver: server.person('jonas') })).rejects.toThrow(refused)
    await expect(byHand('solveig')).resolves.toEqual(expect.any(String))
  })

  it('aloud, counts for nothing before the one who heard it has said so, and nobody else can', async () => {
    const id = await record()
    expect(await counts('leisure')).toBe(false)
    expect(await mine('amina', 'Skolen')).toMatchObject({
      mine: [{ id, state: 'unheard', recorded: { channel: 'oral', by: 'Solveig', witness: 'Tor' } }],
    })
    for (const persona of ['solveig', 'amina', 'jonas', 'kari', 'siri'])
      expect(await post(persona, `/${id}/hear`), persona).toEqual({ refused: 'not-found' })
    expect((await server.call('kari', 'GET', at('/recorded'))).status).toBe(404)
    expect((await recorded('tor')).records).toMatchObject([{ id, waitsForMe: true, giver: 'Amina', service: 'skolen' }])
    expect(await post('tor', `/${id}/hear`)).toEqual({ done: true, consentIds: [id] })
    expect(await counts('leisure')).toBe(true)
    expect((await recorded('tor')).records).toEqual([])
    expect((await recorded('solveig')).records).toMatchObject([
      { id, state: 'waits-for-giver', confirmBy: addDays(today, 14), until: addMonths(today, 6) },
    ])
  })

  it('is stopped by its giver with one press, and never asked why', async () => {
    const { mine: answers } = await mine('amina', 'Skolen')
    expect(await post('jonas', `/${answers[0]?.id}/withdraw`)).toEqual({ refused: 'consent-already-ended' })
    expect(await post('amina', `/${answers[0]?.id}/withdraw`)).toEqual({ done: true, consentIds: [] })
    expect(await counts('leisure')).toBe(false)
  })

  it('aloud, lapses by the clock when its giver does not confirm it, and the chain says so', async () => {
    const id = await record()
    await post('tor', `/${id}/hear`)
    expect(await counts('leisure')).toBe(true)
    await server.owner.query(
      `update lab.consent set valid_from = now() - interval '15 days', valid_to = now() - interval '1 minute' where id = $1`,
      [id],
    )
    expect(await counts('leisure')).toBe(false)
    expect((await recorded('solveig')).records.find((each) => each.id === id)?.state).toBe('lapsed')
    await endConsentsByTime(server.system, 'test')
    const { rows } = await server.owner.query(`select kind from lab.event where subject_id = $1 order by seq`, [id])
    expect(rows).toEqual([{ kind: 'consent.recorded' }, { kind: 'consent.heard' }, { kind: 'consent.ended' }])
    expect(await post('amina', `/${id}/confirm`, { language: 'nb', textVersion: '2026-11' })).toEqual({
      refused: 'consent-nothing-to-confirm',
    })
  })

  it('confirmed on the own screen, counts to the day that was said', async () => {
    const id = await record()
    await post('tor', `/${id}/hear`)
    expect(await post('jonas', `/${id}/confirm`, { language: 'nb', textVersion: '2026-11' })).toEqual({
      refused: 'consent-nothing-to-confirm',
    })
    expect(await post('amina', `/${id}/confirm`, { language: 'nb', textVersion: '2026-11' })).toMatchObject({
      done: true,
    })
    const [newest] = (await mine('amina', 'Skolen')).mine
    expect(newest).toMatchObject({ state: 'active', until: addMonths(today, 6), recorded: null })
    expect(await counts('leisure')).toBe(true)
  })

  it('takes the place of what stood before, from when it counts; a paper and a no at once', async () => {
    const heard = await record({ areas: ['housing'] })
    expect(await counts('leisure')).toBe(true)
    await post('tor', `/${heard}/hear`)
    expect([await counts('leisure'), await counts('housing')]).toEqual([false, true])

    await record({ areas: ['work'], witnessId: null })
    expect([await counts('housing'), await counts('work')]).toEqual([false, true])
    const { areas: _a, persons: _p, until: _u, witnessId: _w, ...rest } = said()
    const no = { ...rest, channel: 'oral' }
    expect(await post('tor', '/record-refusal', no)).toEqual({ refused: 'not-found' })
    expect(await post('solveig', '/record-refusal', no)).toMatchObject({ done: true })
    expect(await counts('work')).toBe(false)
    expect((await mine('amina', 'Skolen')).mine[0]).toMatchObject({
      answer: 'no',
      state: 'refused',
      recorded: { by: 'Solveig' },
    })
    // The school learns of no no.
    const seen = await server.as('kari', (tx) => sql`select 1 from lab.consent where answer = 'no'`.execute(tx))
    expect(seen.rows).toEqual([])
  })

  it('is told to the giver alone and the leader: the other parent reads nothing of it', async () => {
    expect((await mine('jonas', 'Skolen')).mine.filter(({ recorded: by }) => by !== null)).toEqual([])
  })
})

describe('a yes that is near its end', () => {
  it('stands before the leader, and its giver alone lets it go on with one press', async () => {
    await post('amina', '', {
      partyId: server.party('school'),
      purpose: 'make_and_follow_plan',
      areas: ['school'],
      persons: [server.person('amina')],
      until: addDays(today, 20),
      language: 'nb',
      textVersion: '2026-11',
    })
    const [yes] = (await mine('amina', 'Skolen')).mine
    expect((await recorded('solveig')).ending).toContainEqual({
      id: yes?.id,
      giver: 'Amina',
      asGuardianFor: [],
      service: 'skolen',
      until: addDays(today, 20),
    })
    expect((await recorded('tor')).ending).toEqual([])
    const longer = { until: addMonths(today, 6), language: 'nb', textVersion: '2026-11' }
    for (const persona of ['solveig', 'jonas', 'kari', 'tor'])
      expect(await post(persona, `/${yes?.id}/extend`, longer), persona).toHaveProperty('refused')
    expect(await post('amina', `/${yes?.id}/extend`, longer)).toMatchObject({ done: true })
    expect((await mine('amina', 'Skolen')).mine[0]).toMatchObject({
      state: 'active',
      until: longer.until,
      areas: ['school'],
    })
    expect((await recorded('solveig')).ending.filter(({ service }) => service === 'skolen')).toEqual([])
  })
})
