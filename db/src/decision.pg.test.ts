import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestLab, type TestLab } from '../testing/fjordvik-for-tests.ts'
import { aDecision, type ADecision } from '../testing/decisions-for-tests.ts'
import type { Tx } from './connect.ts'

let lab: TestLab
beforeAll(async () => {
  lab = await openTestLab(inject('superuserUrl'))
})
afterAll(() => lab.close())

const everybody = [
  'amina',
  'jonas',
  'sara',
  'torbjorn',
  'magda',
  'marius',
  'solveig',
  'tor',
  'kari',
  'siri',
  'mona',
  'berit',
  'geir',
  'hanne',
]

/** What a statement says when somebody tries it: 'done' with the rows it wrote, or the error of the database. */
async function tries(persona: string, work: (tx: Tx) => Promise<unknown>): Promise<string> {
  return lab.as(persona, async (tx) => {
    await sql`savepoint here`.execute(tx)
    try {
      const result = (await work(tx)) as { numAffectedRows?: bigint } | undefined
      return result?.numAffectedRows === 0n ? 'nothing' : 'done'
    } catch (error) {
      return (error as Error).message
    }
  })
}

/** Everybody in Fjordvik tries to make it effective, each by plain SQL, each under every mandate there is. */
async function everybodyTries(decision: ADecision, more: { version?: number; by?: string } = {}): Promise<string[]> {
  const { rows: mandates } = await lab.owner.query<{ id: string }>('select id from lab.mandate')
  const outcomes: string[] = []
  for (const persona of everybody)
    for (const { id } of mandates)
      outcomes.push(
        await tries(persona, (tx) =>
          decision.decided(tx, { mandate: id, by: more.by ?? persona, version: more.version ?? 1 }),
        ),
      )
  return outcomes
}

describe('no decision about me without me: the database refuses an effective decision, whoever tries and by whatever statement', () => {
  it('before anybody has answered', async () => {
    const decision = await aDecision(lab, { about: ['jonas'], ore: 10_000_00 })
    expect((await everybodyTries(decision)).filter((outcome) => outcome === 'done')).toEqual([])
  })
  it('with the yes of one of two', async () => {
    const decision = await aDecision(lab, { about: ['amina', 'jonas'], ore: 10_000_00, yes: ['amina'] })
    expect(await everybodyTries(decision)).not.toContain('done')
    expect(await tries('tor', (tx) => decision.decided(tx))).toMatch('yes of each person')
  })
  it('with the yes of one parent and not of the other', async () => {
    const decision = await aDecision(lab, { about: ['elias'], ore: 100_00, yes: ['jonas'], heard: ['elias'] })
    expect(await everybodyTries(decision)).not.toContain('done')
  })
  it("with both parents' yes and nothing about what the child says", async () => {
    const decision = await aDecision(lab, { about: ['elias'], ore: 100_00, yes: ['amina', 'jonas'] })
    expect(await everybodyTries(decision)).not.toContain('done')
    const heard = await aDecision(lab, { about: ['elias'], ore: 100_00, yes: ['amina', 'jonas'], heard: ['elias'] })
    expect(await tries('tor', (tx) => heard.decided(tx))).toBe('done')
  })
  it('when somebody says no, or wants time to think, after having said yes', async () => {
    const decision = await aDecision(lab, { about: ['jonas'], ore: 100_00, yes: ['jonas'] })
    expect(await tries('tor', (tx) => decision.decided(tx))).toBe('done')
    await decision.answered('jonas', 'no')
    expect(await tries('tor', (tx) => decision.decided(tx))).toMatch('yes of each person')
    await decision.answered('jonas', 'yes')
    expect(await tries('tor', (tx) => decision.decided(tx))).toBe('done')
    await decision.answered('jonas', 'think')
    expect(await tries('tor', (tx) => decision.decided(tx))).toMatch('yes of each person')
  })
  it('also when the last day of the time to think is over: silence is not a yes', async () => {
    const decision = await aDecision(lab, { about: ['jonas'], ore: 100_00, yes: ['jonas'] })
    await decision.answered('jonas', 'think', '2020-01-01')
    expect(await everybodyTries(decision)).not.toContain('done')
  })
  it('with yeses to an older version', async () => {
    const decision = await aDecision(lab, { about: ['jonas'], ore: 100_00, yes: ['jonas'] })
    await decision.changed(200_00)
    expect(await everybodyTries(decision)).not.toContain('done')
    expect(await everybodyTries(decision, { version: 2 })).not.toContain('done')
    await decision.answered('jonas', 'yes')
    expect(await tries('tor', (tx) => decision.decided(tx, { version: 2 }))).toBe('done')
  })
  it('above the mandate by one øre, for another kind, or under a mandate of somebody else', async () => {
    const above = await aDecision(lab, { about: ['jonas'], ore: 50_000_01, yes: ['jonas'] })
    expect(await tries('tor', (tx) => above.decided(tx))).toMatch('mandate that covers')
    const exact = await aDecision(lab, { about: ['jonas'], ore: 50_000_00, yes: ['jonas'] })
    expect(await tries('tor', (tx) => exact.decided(tx))).toBe('done')
    const kind = await aDecision(lab, { about: ['jonas'], ore: 1, kind: 'voluntary_contribution', yes: ['jonas'] })
    expect(await everybodyTries(kind)).not.toContain('done')
    const { rows } = await lab.owner.query<{ id: string }>('select id from lab.mandate where person_id = $1', [
      lab.person('hanne'),
    ])
    expect(await tries('tor', (tx) => above.decided(tx, { mandate: rows[0]!.id }))).toMatch('mandate that covers')
    expect(await tries('tor', (tx) => above.decided(tx, { mandate: rows[0]!.id, by: 'hanne' }))).toMatch(
      'row-level security',
    )
  })
  it("with another payer's mandate: nobody spends others' money", async () => {
    const decision = await aDecision(lab, {
      about: ['jonas'],
      ore: 1,
      party: 'school',
      kind: 'enkeltvedtak',
      yes: ['jonas'],
    })
    expect(await everybodyTries(decision)).not.toContain('done')
  })
  it('under a mandate that has not begun, or is over', async () => {
    const decision = await aDecision(lab, { about: ['jonas'], ore: 100_00, yes: ['jonas'] })
    const tor = lab.person('tor')
    for (const period of [`valid_to = lab.today() - 1`, `valid_from = lab.today() + 1, valid_to = lab.today() + 10`]) {
      await lab.owner.query(`update lab.mandate set ${period} where person_id = $1`, [tor])
      expect(await tries('tor', (tx) => decision.decided(tx))).toMatch('mandate that covers')
      await lab.owner.query(
        `update lab.mandate set valid_from = lab.today() - 200, valid_to = lab.today() + 165 where person_id = $1`,
        [tor],
      )
    }
    expect(await tries('tor', (tx) => decision.decided(tx))).toBe('done')
  })
  it('beyond the frame by one øre', async () => {
    const hansen = lab.family('hansen-ali')
    const decision = await aDecision(lab, { about: ['jonas'], ore: 40_000_00, yes: ['jonas'] })
    await lab.owner.query('update lab.frame set amount_ore = 3999999 where family_id = $1', [hansen])
    expect(await tries('tor', (tx) => decision.decided(tx))).toMatch('exceed the frame')
    await lab.owner.query('update lab.frame set amount_ore = 4000000 where family_id = $1', [hansen])
    expect(await tries('tor', (tx) => decision.decided(tx))).toBe('done')
    await lab.owner.query('update lab.frame set amount_ore = 15000000 where family_id = $1', [hansen])
  })
  it('about the whole family without names, or about nobody', async () => {
    const hansen = lab.family('hansen-ali')
    const { rows } = await lab.owner.query<{ id: string }>('select id from lab.about where family_id = $1 and whole', [
      hansen,
    ])
    const decision = await aDecision(lab, { about: ['jonas'], ore: 1 })
    const whole = { municipality_id: lab.town.municipality, id: randomUUID(), family_id: hansen, about_id: rows[0]!.id }
    expect(
      await tries('solveig', (tx) =>
        sql`insert into lab.decision (municipality_id, id, family_id, measure_id, party_id, area, about_id, author_id)
          select municipality_id, ${whole.id}, family_id, measure_id, party_id, area, ${whole.about_id}, lab.current_person() from lab.decision where id = ${decision.id}`.execute(
          tx,
        ),
      ),
    ).toMatch('row-level security')
    // And where the owner lays it all the same, it is never effective.
    await lab.owner.query(
      `insert into lab.decision (municipality_id, id, family_id, measure_id, party_id, area, about_id, author_id)
       select municipality_id, $1, family_id, measure_id, party_id, area, $2, author_id from lab.decision where id = $3`,
      [whole.id, whole.about_id, decision.id],
    )
    await lab.owner.query(
      `insert into lab.decision_version (municipality_id, family_id, decision_id, version, kind, amount_ore, sealed, made_by)
       select municipality_id, family_id, $1, 1, 'agreement', 0, sealed, made_by from lab.decision_version where decision_id = $2`,
      [whole.id, decision.id],
    )
    expect(await tries('tor', (tx) => decision.decided(tx, { id: whole.id }))).toMatch('yes of each person')
  })
  it('by the owner of the tables too: the guard stands at every door', async () => {
    const decision = await aDecision(lab, { about: ['jonas'], ore: 1 })
    await expect(
      lab.owner.query(
        `insert into lab.decided (municipality_id, family_id, decision_id, version, mandate_id, decided_by)
         select d.municipality_id, d.family_id, d.id, 1, m.id, m.person_id from lab.decision d, lab.mandate m where d.id = $1 and m.person_id = $2`,
        [decision.id, lab.person('tor')],
      ),
    ).rejects.toThrow('yes of each person')
  })
  it('for a child nobody answers for', async () => {
    const decision = await aDecision(lab, { about: ['noor'], ore: 1, yes: ['amina', 'jonas'], heard: ['noor'] })
    await lab.owner.query('update lab.responsibility set valid_to = now() where person_id = $1', [lab.person('noor')])
    expect(await everybodyTries(decision)).not.toContain('done')
    await lab.owner.query('update lab.responsibility set valid_to = null where person_id = $1', [lab.person('noor')])
    expect(await tries('tor', (tx) => decision.decided(tx))).toBe('done')
  })
})

describe('a yes cannot be made by somebody else', () => {
  const yesBy =
    (decision: ADecision, giver: string, values: Record<string, unknown> = {}) =>
    (tx: Tx) =>
      decision.yesRow(tx, giver, values)

  it('on another’s screen, in another’s name', async () => {
    const decision = await aDecision(lab, { about: ['jonas'], ore: 1 })
    for (const persona of everybody.filter((each) => each !== 'jonas')) {
      expect(await tries(persona, yesBy(decision, 'jonas')), persona).not.toBe('done')
      expect(await tries(persona, yesBy(decision, 'jonas', { recorded_by: lab.person('jonas') })), persona).not.toBe(
        'done',
      )
    }
    expect(await tries('jonas', yesBy(decision, 'jonas'))).toBe('done')
  })
  it('written down by the leader alone: it counts when somebody else who is signed in has confirmed it', async () => {
    const decision = await aDecision(lab, { about: ['jonas'], ore: 1 })
    for (const persona of everybody.filter((each) => each !== 'solveig'))
      expect(await tries(persona, yesBy(decision, 'jonas', { how: 'spoken' })), persona).not.toBe('done')
    const spoken = await decision.spoken('solveig', 'jonas')
    expect(await tries('tor', (tx) => decision.decided(tx))).toMatch('yes of each person')
    for (const persona of ['solveig', 'jonas', 'siri', 'geir', 'magda'])
      expect(await tries(persona, (tx) => decision.witnessRow(tx, spoken, persona)), persona).toMatch(
        'row-level security',
      )
    expect(await tries('solveig', (tx) => decision.witnessRow(tx, spoken, 'tor'))).toMatch('row-level security')
    await decision.witnessed('tor', spoken)
    expect(await tries('tor', (tx) => decision.decided(tx))).toBe('done')
  })
  it('by one who does not decide for them: such a row counts for nothing', async () => {
    const decision = await aDecision(lab, { about: ['jonas'], ore: 1 })
    expect(await tries('amina', yesBy(decision, 'amina', { person_id: lab.person('jonas') }))).not.toBe('done')
    const both = await aDecision(lab, { about: ['amina', 'jonas'], ore: 1, yes: ['amina'] })
    await both.answered('amina', 'yes', null, 'jonas')
    expect(await tries('tor', (tx) => both.decided(tx))).toMatch('yes of each person')
  })
  it('nor dated by anybody but the clock of the database', async () => {
    const decision = await aDecision(lab, { about: ['jonas'], ore: 1 })
    expect(await tries('jonas', yesBy(decision, 'jonas', { given_at: new Date(0) }))).toMatch('permission denied')
  })
  it('and none of it is ever changed or taken away', async () => {
    await aDecision(lab, { about: ['jonas'], ore: 1, yes: ['jonas'] })
    for (const table of [
      'decision',
      'decision_version',
      'decision_answer',
      'answer_witness',
      'child_view',
      'decided',
      'mandate',
      'frame',
    ])
      for (const statement of [
        `delete from lab.${table}`,
        `update lab.${table} set municipality_id = municipality_id`,
        `truncate lab.${table}`,
      ])
        for (const persona of ['tor', 'solveig', 'jonas'])
          expect(await tries(persona, (tx) => sql.raw(statement).execute(tx)), statement).toMatch('permission denied')
  })
})

describe('what is decided stays as it was', () => {
  it('no version, answer or view is added after', async () => {
    const decision = await aDecision(lab, {
      about: ['marius'],
      family: 'lie',
      area: 'work',
      author: 'marius',
      ore: 1,
      yes: ['marius'],
    })
    await decision.decide('tor')
    await expect(decision.changed(2)).rejects.toThrow('what is decided is not changed')
    await expect(decision.answered('marius', 'no')).rejects.toThrow('what is decided is not changed')
    expect(await tries('tor', (tx) => decision.decided(tx))).toMatch('duplicate key')
  })
})

describe('who sees a decision', () => {
  const sees = async (persona: string, id: string) =>
    (await lab.as(persona, (tx) => sql`select id from lab.decision where id = ${id}`.execute(tx))).rows.length === 1

  it('its people and those who have their yes; the service whose work it is also without; nobody else', async () => {
    // NAV has Jonas' yes and not Amina's.
    const decision = await aDecision(lab, { about: ['amina', 'jonas'], ore: 1 })
    const seers = (
      await Promise.all(everybody.map(async (persona) => ((await sees(persona, decision.id)) ? persona : '')))
    ).filter(Boolean)
    expect(seers).toEqual(['amina', 'jonas', 'solveig', 'tor'])
    const school = await aDecision(lab, { about: ['amina', 'jonas'], ore: 1, party: 'school' })
    expect(await sees('tor', school.id)).toBe(false)
    expect(await sees('kari', school.id)).toBe(true)
  })
  it('one parent never sees what the other said for a child, nor anybody in the family another’s no', async () => {
    const decision = await aDecision(lab, { about: ['elias', 'jonas'], ore: 1, yes: ['jonas'], heard: ['elias'] })
    const answersSeen = (persona: string) =>
      lab.as(persona, async (tx) =>
        (
          await sql<{
            answer: string
          }>`select answer from lab.decision_answer where decision_id = ${decision.id}`.execute(tx)
        ).rows.map((row) => row.answer),
      )
    expect(await answersSeen('jonas')).toHaveLength(2)
    expect(await answersSeen('amina')).toEqual(['yes'])
    expect(await answersSeen('tor')).toHaveLength(2)
    expect(await answersSeen('solveig')).toHaveLength(2)
    expect(await answersSeen('kari')).toHaveLength(0)
    await decision.answered('jonas', 'no', null, 'jonas')
    expect(await answersSeen('amina')).toEqual(['yes'])
    expect(await answersSeen('tor')).toContain('no')
  })
  it('who is asked sees that one decision and nothing else of the family; nobody without a mandate can be asked', async () => {
    const decision = await aDecision(lab, { about: ['jonas'], ore: 62_000_00, yes: ['jonas'] })
    expect(await sees('hanne', decision.id)).toBe(false)
    for (const asked of ['geir', 'siri', 'kari', 'mona', 'magda'])
      expect(await tries('tor', (tx) => decision.askedRow(tx, 'tor', asked)), asked).not.toBe('done')
    for (const asker of ['amina', 'kari', 'hanne', 'geir'])
      expect(await tries(asker, (tx) => decision.askedRow(tx, asker, 'hanne')), asker).not.toBe('done')
    await decision.ask('tor', 'hanne')
    expect(await sees('hanne', decision.id)).toBe(true)
    const others = await lab.as('hanne', async (tx) => {
      const counts = []
      for (const table of [
        'family',
        'member',
        'note',
        'goal',
        'measure',
        'about',
        'consent',
        'seat',
        'event',
        'birth',
        'frame',
        'outside_decision',
      ])
        counts.push((await sql.raw(`select 1 from lab.${table}`).execute(tx)).rows.length)
      return [...counts, (await sql`select 1 from lab.decision`.execute(tx)).rows.length]
    })
    // This one, and the one she is asked about in the seed.
    expect(others).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2])
    expect(await tries('tor', (tx) => decision.decided(tx))).toMatch('mandate that covers')
    expect(await tries('hanne', (tx) => decision.decided(tx))).toBe('done')
  })
})
