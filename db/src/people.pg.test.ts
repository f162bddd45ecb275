import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { aDecision } from '../testing/decisions-for-tests.ts'
import { openTestLab, sql, type TestLab } from '../testing/fjordvik-for-tests.ts'

let lab: TestLab
beforeAll(async () => {
  lab = await openTestLab(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => lab.close())

const namesKnownTo = (persona: string) =>
  lab.as(persona, async (tx) =>
    (await sql<{ called_name: string }>`select called_name from lab.person`.execute(tx)).rows.map(
      (row) => row.called_name,
    ),
  )

/** A meeting of Hansen-Ali's with one guest of its own and a screen; `ago`: hours since it ended, or it is in progress. */
async function aMeeting(guest: string, ago?: number): Promise<void> {
  const { municipality } = lab.town
  const meeting = randomUUID()
  await lab.owner.query(
    `insert into lab.meeting (municipality_id, id, family_id, started_at, ended_at)
     values ($1, $2, $3, now() - interval '9 hours', now() - make_interval(hours => $4))`,
    [municipality, meeting, lab.family('hansen-ali'), ago ?? null],
  )
  for (const [kind, name] of [
    ['guest', guest],
    ['screen', `Skjermen til ${guest}`],
  ] as const) {
    const person = randomUUID()
    await lab.owner.query(
      `insert into lab.person (municipality_id, id, name, called_name, initials) values ($1, $2, $3, $3, 'X')`,
      [municipality, person, name],
    )
    await lab.owner.query(
      `insert into lab.admission (municipality_id, meeting_id, person_id, mark, kind, declared_at, admitted_at, admitted_by)
       values ($1, $2, $3, 8, $4, now(), now(), $5)`,
      [municipality, meeting, person, kind, lab.person('amina')],
    )
    ;(lab.town.persons as Record<string, string>)[name] = person
  }
}

describe('by name one knows', () => {
  it('nobody of a family one has nothing to do with', async () => {
    for (const persona of ['siri', 'geir', 'marius'])
      expect(await namesKnownTo(persona), persona).not.toEqual(expect.arrayContaining(['Amina']))
  })
  it('who holds a mandate of a service at the table: it is they who can be asked', async () => {
    for (const persona of ['amina', 'solveig', 'tor']) expect(await namesKnownTo(persona), persona).toContain('Hanne')
    for (const persona of ['geir', 'siri']) expect(await namesKnownTo(persona), persona).not.toContain('Hanne')
  })
  it('when one is asked for a mandate, those the decision is about, and no others of the family', async () => {
    expect(await namesKnownTo('hanne')).not.toContain('Jonas')
    const decision = await aDecision(lab, { about: ['jonas'], ore: 62_000_00, yes: ['jonas'] })
    await decision.ask('tor', 'hanne')
    const known = await namesKnownTo('hanne')
    expect(known).toContain('Jonas')
    for (const name of ['Amina', 'Sara', 'Solveig']) expect(known).not.toContain(name)
  })
  it('as a guest, those at this table: not who can decide how much, and not who came to an earlier one', async () => {
    await aMeeting('Hodan', 2)
    await aMeeting('Idil')
    const known = await namesKnownTo('Idil')
    expect(known).not.toContain('Hodan')
    expect(known).not.toContain('Hanne')
    expect(known).toEqual(expect.arrayContaining(['Idil', 'Amina', 'Solveig', 'Tor']))
    expect(await namesKnownTo('Hodan')).toEqual(['Hodan'])
  })
  it('at home and with a seat, who was at each table; the large screen is nobody', async () => {
    for (const persona of ['amina', 'tor']) {
      const known = await namesKnownTo(persona)
      expect(known, persona).toEqual(expect.arrayContaining(['Hodan', 'Idil']))
      expect(known.filter((name) => name.startsWith('Skjermen'))).toEqual([])
    }
  })
})
