import { randomUUID } from 'node:crypto'
import { differences, lineOf } from '@velferdslab/core/journey'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { asOwner, openTestLab, type TestLab } from '../testing/fjordvik-for-tests.ts'
import { eraseFamily } from './erase.ts'
import { findFamilyKey } from './family-key.ts'
import { findJourney } from './journey.ts'

let lab: TestLab
beforeAll(async () => {
  lab = await openTestLab(inject('superuserUrl'))
})
afterAll(() => lab.close())

const seen = (persona: string, family: string) =>
  lab.as(persona, (tx) =>
    tx.selectFrom('lab.placement').select('subject').where('family_id', '=', lab.family(family)).execute(),
  )
const subjectsSeen = async (persona: string, family: string) => [
  ...new Set((await seen(persona, family)).map((row) => row.subject)),
]
const shown = (persona: string, family: string) =>
  lab.as(
    persona,
    async (tx) => {
      const key = await findFamilyKey(tx, lab.ring, lab.family(family))
      return key && findJourney(tx, lab.family(family), key)
    },
    family,
  )
const wholeOf = async (family: string) => {
  const { rows } = await lab.owner.query<{ id: string }>(`select id from lab.about where family_id = $1 and whole`, [
    lab.family(family),
  ])
  return rows[0]!.id
}
const placeAs = async (persona: string, more: Record<string, unknown> = {}) => {
  const about = await wholeOf('hansen-ali')
  return lab.as(
    persona,
    (tx) =>
      tx
        .insertInto('lab.placement')
        .values({
          municipality_id: lab.town.municipality,
          id: randomUUID(),
          family_id: lab.family('hansen-ali'),
          about_id: about,
          area: 'housing',
          subject: 'housing',
          view: 'family',
          mark: 'now',
          situation: 'stable',
          strength_answer: null,
          strength: null,
          ability_answer: null,
          ability: null,
          sealed: null,
          author_id: lab.person(persona),
          party_id: null,
          on_day: '2020-01-01',
          by_day: null,
          ...more,
        })
        .execute(),
    'hansen-ali',
  )
}

describe('the journey of a family', () => {
  it.each(['siri', 'berit', 'geir', 'mona', 'marek', 'magda'])('does not exist for %s', async (persona) => {
    expect(await seen(persona, 'hansen-ali')).toEqual([])
    expect(await shown(persona, 'hansen-ali')).toBeUndefined()
  })
  it('is not seen by NAV, to whom only one of the grown has said yes', async () => {
    expect(await seen('tor', 'hansen-ali')).toEqual([])
    expect(await shown('tor', 'hansen-ali')).toMatchObject({ placements: [], mayPlace: [], people: [] })
  })
  it('is seen by NAV in the areas all of them have said yes to, and no further', async () => {
    expect(await subjectsSeen('tor', 'lie')).toEqual(expect.arrayContaining(['whole', 'work_education']))
    expect(await subjectsSeen('tor', 'lie')).toHaveLength(2)
  })
  it('is not seen by a leader while the other parent has not said yes for the children', async () => {
    expect(await seen('solveig', 'kowalska')).toEqual([])
    expect((await shown('magda', 'kowalska'))?.placements).toHaveLength(2)
  })
  it('shows the family what the team thinks, and the team what the family thinks', async () => {
    for (const persona of ['amina', 'jonas', 'solveig']) {
      const journey = await shown(persona, 'hansen-ali')
      expect(new Set(journey?.placements.map((row) => row.view)), persona).toEqual(new Set(['family', 'team']))
      expect(differences(journey?.placements ?? []), persona).toMatchObject([
        { subject: 'economy', family: { situation: 'untenable' }, team: { situation: 'vulnerable' } },
      ])
    }
  })
  it('has its start, its way with a step back, where it is now, and its goal', async () => {
    const journey = await shown('amina', 'hansen-ali')
    const line = lineOf(journey?.placements ?? [], { subject: 'whole', view: 'family' })
    expect([line.start, ...line.between, line.now, line.goal].map((row) => row?.situation)).toEqual([
      'untenable',
      'untenable',
      'vulnerable',
      'untenable',
      'vulnerable',
      'sustainable',
    ])
    expect(line.now?.words).toBe('Første duk. Nå vet alle hvem som gjør hva.')
  })
  it('says before one answers who could read it, by the rule as it stands', async () => {
    const journey = await shown('amina', 'hansen-ali')
    expect(journey?.speaksFor).toBe('family')
    expect(journey?.mayPlace.find((each) => each.subject === 'housing')?.readers).toEqual(['Jonas', 'Solveig'])
    expect((await shown('magda', 'kowalska'))?.mayPlace.map((each) => each.readers)).toEqual(Array(7).fill([]))
    expect((await shown('marius', 'lie'))?.mayPlace.find((each) => each.subject === 'whole')?.readers).toEqual([
      'Solveig',
      'Tor',
    ])
    expect((await shown('solveig', 'hansen-ali'))?.speaksFor).toBe('team')
  })
  it('is not shown to a child, who has no scores (REQ-100)', async () => {
    expect(await shown('sara', 'hansen-ali')).toMatchObject({ isChild: true, placements: [], mayPlace: [], people: [] })
  })
})

describe('the rule of sight', () => {
  it('is word for word the one of notes, for placements and for answers (docs/decisions/0010)', async () => {
    const { rows } = await lab.owner.query<{ tablename: string; qual: string }>(
      `select tablename, qual from pg_policies where schemaname = 'lab' and policyname = 'see'
        and tablename in ('note', 'placement', 'wellbeing')`,
    )
    const said = rows.map((row) => row.qual.replaceAll(`${row.tablename}.`, ''))
    expect(said).toHaveLength(3)
    expect(new Set(said).size).toBe(1)
    expect(said[0]).toContain('my_cells')
  })
})

describe('placing', () => {
  const refused = /row-level security|violates check/
  it('is refused by the database for another, for a child, for the wrong view and for who may not write there', async () => {
    await expect(placeAs('amina', { author_id: lab.person('jonas') })).rejects.toThrow(refused)
    await expect(placeAs('sara')).rejects.toThrow(refused)
    await expect(placeAs('amina', { view: 'team', party_id: lab.party('lab') })).rejects.toThrow(refused)
    await expect(placeAs('solveig')).rejects.toThrow(refused)
    await expect(placeAs('solveig', { view: 'team', party_id: lab.party('nav') })).rejects.toThrow(refused)
    await expect(placeAs('tor', { view: 'team', party_id: lab.party('nav') })).rejects.toThrow(refused)
    await expect(placeAs('magda')).rejects.toThrow(refused)
  })
  it('is refused in another cell than that of its subject, and without the reason it needs', async () => {
    const reason = { sealed: Buffer.from('sealed') }
    await expect(placeAs('amina', { subject: 'health', area: 'physical_health' })).rejects.toThrow(refused)
    await expect(placeAs('amina', { area: 'economy' })).rejects.toThrow(refused)
    await expect(placeAs('amina', { mark: 'goal' })).rejects.toThrow(refused)
    await expect(
      placeAs('solveig', { mark: 'goal', view: 'team', party_id: lab.party('lab'), ...reason }),
    ).rejects.toThrow(refused)
    const whole = { subject: 'whole', area: 'common', strength_answer: 'skipped', ability_answer: 'rather_not' }
    await expect(placeAs('amina', whole)).rejects.toThrow(refused)
    await expect(placeAs('amina', { ...whole, ...reason, strength: 0 })).rejects.toThrow(refused)
    await expect(placeAs('amina', { ...whole, ...reason, ability_answer: null })).rejects.toThrow(refused)
    await expect(placeAs('amina', { ...whole, ...reason })).resolves.toBeDefined()
    await expect(placeAs('amina', { mark: 'goal', ...reason })).resolves.toBeDefined()
  })
  it('is done by a grown member for the family and by a seat for the team', async () => {
    await expect(placeAs('amina')).resolves.toBeDefined()
    await expect(placeAs('solveig', { view: 'team', party_id: lab.party('lab') })).resolves.toBeDefined()
  })
  it('only adds: nobody changes or removes what was placed', async () => {
    for (const statement of [sql`update lab.placement set situation = 'stable'`, sql`delete from lab.placement`])
      for (const persona of ['amina', 'solveig'])
        await expect(lab.as(persona, (tx) => statement.execute(tx))).rejects.toThrow('permission denied')
  })
  it('ends for the team with the yes that let it in', async () => {
    await asOwner(lab, (tx) =>
      sql`update lab.consent set ended_at = now(), ended_how = 'withdrawn'
        where giver_id = ${lab.person('amina')} and party_id = ${lab.party('lab')}`.execute(tx),
    )
    expect(await seen('solveig', 'hansen-ali')).toEqual([])
    await expect(placeAs('solveig', { view: 'team', party_id: lab.party('lab') })).rejects.toThrow(refused)
  })
})

describe('a family that is erased', () => {
  it('leaves no number and no situation: not in the tables, and not in what happened', async () => {
    const family = lab.family('lie')
    const left = async () => {
      const { rows } = await lab.owner.query<{ n: number }>(
        `select (select count(*) from lab.wellbeing where family_id = $1) + (select count(*) from lab.placement where family_id = $1) as n`,
        [family],
      )
      return Number(rows[0]?.n)
    }
    const others = () => seen('magda', 'kowalska')
    const before = await others()
    expect(await left()).toBeGreaterThan(0)
    await eraseFamily(lab.system, lab.ring, family)
    expect(await left()).toBe(0)
    expect(await others()).toEqual(before)
    const { rows } = await lab.owner.query<{ data: unknown }>(`select data from lab.event where family_id = $1`, [
      family,
    ])
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toMatch(/untenable|vulnerable|stable|sustainable|score/)
  })
})
