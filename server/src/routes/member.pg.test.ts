import { consentPicture } from '@velferdslab/core/consent'
import { members } from '@velferdslab/core/member'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { aFamilyAtDoor, movesIn, type FamilyAtDoor } from '../../testing/family-at-door.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
})
afterAll(() => server.close())

const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const tellOf = (family: FamilyAtDoor, by: string, more: object = {}) =>
  family.post(by, '/members/child', {
    personId: randomUUID(),
    name: 'Ida Lund',
    born: '2019-03-02',
    holders: [],
    otherHolder: null,
    ...more,
  })
const sayYesFor = (family: FamilyAtDoor, by: string, ...persons: string[]) =>
  family.post(by, '/consents', {
    partyId: server.party('school'),
    purpose: 'make_and_follow_plan',
    areas: ['school'],
    persons,
    until: daysFromNow(40),
    language: 'nb',
    textVersion: '2026-11',
  })
/** What the picture says of school, area and child to one who answers for it: `yes` is what the database lets the school read. */
const stateOf = async (family: FamilyAtDoor, by: string, child: string) =>
  consentPicture
    .parse(await family.get(by, '/consents'))
    .services.find(({ partyId }) => partyId === server.party('school'))
    ?.squares.find(({ area, personId }) => area === 'school' && personId === child)?.state

describe('a child', () => {
  it('is told of by nobody but who speaks for the family: not its leader, the core team, a stranger, or plain SQL', async () => {
    const family = await aFamilyAtDoor(server, 'Live Lund')
    await family.accept()
    await family.lead('solveig')
    await family.letLeaderRead()
    for (const persona of ['solveig', 'berit', 'anne', 'amina', 'geir'])
      expect(await tellOf(family, persona), persona).toEqual({ refused: 'not-found' })
    const byHand = sql`select lab.add_child(${family.id}, ${randomUUID()}, 'Ida', 'Ida', 'I', '2019-03-02', array[]::uuid[], null, null, null)`
    for (const persona of ['solveig', 'amina'])
      await expect(server.as(persona, (tx) => byHand.execute(tx))).rejects.toThrow('only who speaks for the family')
    const asParent = sql`insert into lab.responsibility (municipality_id, id, person_id, holder_id, kind, source, valid_from)
      values (lab.current_municipality(), ${randomUUID()}, ${server.person('sara')}, lab.current_person(), 'parental', 'told_by_parent', now())`
    await expect(server.as('live', (tx) => asParent.execute(tx))).rejects.toThrow('permission denied')
    expect(await tellOf(family, 'live', { born: '2001-01-01' })).toEqual({ refused: 'member-not-a-child' })
    expect(await tellOf(family, 'live', { holders: [server.person('jonas')] })).toEqual({
      refused: 'member-holder-unknown',
    })
  })

  it('belongs to the family from then on, once; and its one parent answers for it', async () => {
    const family = await aFamilyAtDoor(server, 'Mari Lund')
    const personId = randomUUID()
    expect(await tellOf(family, 'mari', { personId })).toEqual({ done: true })
    expect(await tellOf(family, 'mari')).toEqual({ refused: 'member-already-here' })
    const page = members.parse(await family.get('mari', '/members'))
    expect(page).toMatchObject({ mayAdd: true, children: [{ id: personId, calledName: 'Ida' }], grown: [] })
    expect(await family.get('berit', '/members')).toEqual({ refused: 'not-found' })
    expect(await sayYesFor(family, 'mari', personId)).toMatchObject({ done: true })
    expect(await stateOf(family, 'mari', personId)).toBe('yes')
  })

  it('whom another answers for too is read of by nobody before that one has said yes: at home, or elsewhere', async () => {
    const family = await aFamilyAtDoor(server, 'Nora Lund')
    await movesIn(server, family, 'odd', '1990-01-01')
    const [atHome, elsewhere] = [randomUUID(), randomUUID()]
    await tellOf(family, 'nora', { personId: atHome, holders: [server.person('odd')] })
    await tellOf(family, 'nora', { personId: elsewhere, name: 'Per Lund', otherHolder: 'Knut Vang' })
    const picture = consentPicture.parse(await family.get('nora', '/consents'))
    expect(picture.persons.map(({ calledName, alsoNeeds }) => [calledName, alsoNeeds])).toEqual([
      ['Nora', []],
      ['Ida', ['odd']],
      ['Per', ['Knut']],
    ])
    await sayYesFor(family, 'nora', atHome, elsewhere)
    for (const child of [atHome, elsewhere]) expect(await stateOf(family, 'nora', child)).toBe('awaiting')
    await sayYesFor(family, 'odd', atHome)
    expect(await stateOf(family, 'nora', atHome)).toBe('yes')
    expect(await stateOf(family, 'nora', elsewhere)).toBe('awaiting')
  })
})
