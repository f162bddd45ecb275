import type { Proposal } from '@velferdslab/core/change'
import { needsTwo, type ApprovalRule } from '@velferdslab/core/change-rules'
import { isOrganisationNumber } from '@velferdslab/core/organisation-number'
import { dayInOslo } from '@velferdslab/core/dates'
import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { asOwner, openTestLab, sql, type TestLab } from '../testing/fjordvik-for-tests.ts'
import { findApprovalRules } from './change.ts'
import { verifyChains } from './chain.ts'

vi.setConfig({ testTimeout: 60_000 })

let lab: TestLab
beforeAll(async () => {
  lab = await openTestLab(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => lab.close())

const today = () => dayInOslo(new Date())
const refused = /permission denied|row-level security/
const propose = (persona: string, kind: string, subject: string, after: object, id: string = randomUUID()) =>
  lab.as(persona, (tx) =>
    sql`select lab.propose_change(${id}, ${kind}, ${subject}, ${JSON.stringify(after)}::jsonb, 'Vedtatt i dag')`.execute(
      tx,
    ),
  )

/** Work by one after the other, in one transaction that is rolled back. */
const inTurn = (steps: readonly { as: string; ask: ReturnType<typeof sql> }[]) =>
  lab.as('frode', async (tx) => {
    const answers = []
    for (const { as, ask } of steps) {
      const { token } = await lab.session(as)
      await sql`select set_config('app.token', ${token}, true)`.execute(tx)
      answers.push((await ask.execute(tx)).rows[0])
    }
    return answers
  })

/** What a function of the rule answers, which nobody but the rule may call. */
const asRule = <Row>(ask: ReturnType<typeof sql<Row>>) =>
  asOwner(lab, async (tx) => {
    await sql`set local role lab_rule`.execute(tx)
    return (await ask.execute(tx)).rows
  })

describe('the registers, in the database', () => {
  it('are written by nobody directly, administrators included', async () => {
    for (const persona of ['frode', 'amina', 'solveig'])
      for (const written of [
        sql`insert into lab.organisation (municipality_id, id, name) values (${lab.town.municipality}, gen_random_uuid(), 'x')`,
        sql`update lab.party set name = 'x'`,
        sql`update lab.area set word_nb = 'x'`,
        sql`insert into lab.role_held (municipality_id, id, person_id, role, valid_from) values (${lab.town.municipality}, gen_random_uuid(), ${lab.person(persona)}, 'core_team', now())`,
        sql`update lab.mandate set amount_ore = 1`,
        sql`update lab.consent_age set from_age = 1`,
        sql`insert into lab.own_word (municipality_id, key, valid_from, source) values (${lab.town.municipality}, 'lab', lab.today(), 'x')`,
        sql`insert into lab.change (municipality_id, id, kind, subject, after, why, proposed_by, needs_two, outcome, settled_by, settled_at)
          values (${lab.town.municipality}, gen_random_uuid(), 'word', 'lab', '{}', 'fordi', ${lab.person(persona)}, false, 'effective', ${lab.person(persona)}, now())`,
        sql`update lab.change set outcome = 'effective'`,
      ])
        await expect(lab.as(persona, (tx) => written.execute(tx))).rejects.toThrow(refused)
  })

  it('are changed by administrators alone, and read by them alone', async () => {
    const word = { nb: 'velferdsteam', nbDefinite: 'velferdsteamet', en: 'welfare team', from: today() }
    for (const persona of ['amina', 'solveig', 'tor', 'berit', 'geir', 'eivind', 'stig', 'turid']) {
      await expect(propose(persona, 'word', 'lab', word), persona).rejects.toThrow('not found')
      const seen = await lab.as(persona, async (tx) => [
        ...(await sql`select 1 from lab.staff_register()`.execute(tx)).rows,
        ...(await sql`select 1 from lab.mandate_register()`.execute(tx)).rows,
        ...(await sql`select 1 from lab.change`.execute(tx)).rows,
        ...(await sql`select 1 from lab.approval_rule`.execute(tx)).rows,
        ...(await sql`select 1 where lab.register_now('area', 'work') is not null`.execute(tx)).rows,
      ])
      expect(seen, persona).toEqual([])
    }
    await expect(propose('frode', 'word', 'lab', word)).resolves.toBeDefined()
  })

  it('refuse what core should have refused', async () => {
    const role = (person: string, what: string, more: object = {}) => ({
      personId: lab.person(person),
      role: what,
      partyId: null,
      from: today(),
      to: null,
      ...more,
    })
    await expect(propose('frode', 'role', randomUUID(), role('amina', 'caseworker'))).rejects.toThrow(
      'nobody who works here',
    )
    await expect(propose('frode', 'role', randomUUID(), role('turid', 'administrator'))).rejects.toThrow(
      'keeps nothing else',
    )
    await expect(
      propose('frode', 'role', randomUUID(), role('tor', 'caseworker', { from: '2020-01-01' })),
    ).rejects.toThrow('in the past')
    await expect(propose('frode', 'consent_age', 'work', { age: 12, from: '2020-01-01' })).rejects.toThrow(
      'today or later',
    )
    await expect(
      propose('frode', 'organisation', randomUUID(), { name: 'x', organisationNumber: '123456789', sector: 'private' }),
    ).rejects.toThrow('no organisation number')
  })
})

describe('two administrators', () => {
  const rule = { age: 16, from: today() }
  const settle = (id: string, outcome: string) => sql`select lab.settle_change(${id}, ${outcome}) as came`
  const proposal = (id: string) =>
    sql`select lab.propose_change(${id}, 'consent_age', 'work', ${JSON.stringify(rule)}::jsonb, 'Vedtatt') as waits`

  it('are two: the first cannot say yes, nobody else can, the second can, once', async () => {
    const id = randomUUID()
    await expect(
      inTurn([
        { as: 'frode', ask: proposal(id) },
        { as: 'frode', ask: settle(id, 'effective') },
      ]),
    ).rejects.toThrow('another administrator')
    for (const as of ['stig', 'turid', 'berit', 'solveig'])
      await expect(
        inTurn([
          { as: 'frode', ask: proposal(id) },
          { as, ask: settle(id, 'effective') },
        ]),
        as,
      ).rejects.toThrow('not found')
    const age = sql`select from_age from lab.consent_age_now where area = 'work'`
    const told = await inTurn([
      { as: 'frode', ask: proposal(id) },
      { as: 'amina', ask: age },
      { as: 'ingunn', ask: settle(id, 'effective') },
      { as: 'amina', ask: age },
    ])
    expect(told).toEqual([{ waits: true }, { from_age: 18 }, { came: 'effective' }, { from_age: 16 }])
    await expect(
      inTurn([
        { as: 'frode', ask: proposal(id) },
        { as: 'ingunn', ask: settle(id, 'effective') },
        { as: 'ingunn', ask: settle(id, 'effective') },
      ]),
    ).rejects.toThrow('not found')
  })

  it('the table itself refuses one who is both, even by its owner’s hand', async () => {
    await expect(
      lab.owner.query(
        `insert into lab.change (municipality_id, id, kind, subject, after, why, proposed_by, needs_two, outcome, settled_by, settled_at)
         values ($1, gen_random_uuid(), 'consent_age', 'work', '{}', 'fordi', $2, true, 'effective', $2, now())`,
        [lab.town.municipality, lab.person('frode')],
      ),
    ).rejects.toThrow('check constraint')
  })

  it('the first brings the second alone, and after that it takes two', async () => {
    const alone = (person: string) =>
      sql`select lab.propose_change(gen_random_uuid(), 'role', gen_random_uuid()::text, ${JSON.stringify({
        personId: lab.person(person),
        role: 'administrator',
        partyId: null,
        from: today(),
        to: null,
      })}::jsonb, 'Ny administrator') as waits`
    expect(await inTurn([{ as: 'frode', ask: alone('tor') }])).toEqual([{ waits: true }])
    await lab.owner.query(`delete from lab.role_held where person_id = $1 and role = 'administrator'`, [
      lab.person('ingunn'),
    ])
    try {
      expect(
        await inTurn([
          { as: 'frode', ask: alone('tor') },
          { as: 'frode', ask: alone('kari') },
        ]),
      ).toEqual([{ waits: false }, { waits: true }])
    } finally {
      await lab.owner.query(
        `insert into lab.role_held (municipality_id, id, person_id, role, valid_from) values ($1, gen_random_uuid(), $2, 'administrator', now() - interval '1 year')`,
        [lab.town.municipality, lab.person('ingunn')],
      )
    }
  })

  it('of another municipality are strangers here', async () => {
    const { seedFjordvik } = await import('../seed/fjordvik.ts')
    const other = await seedFjordvik({
      ownerUrl: lab.urls.owner,
      appUrl: lab.urls.app,
      ring: lab.ring,
      slug: 'nabovik',
    })
    const token = randomUUID()
    const id = randomUUID()
    await lab.owner.query(
      `insert into lab.session (token_hash, municipality_id, person_id, issuer, acr, expires_at)
       values (sha256(convert_to($1, 'UTF8')), $2, $3, 'staff', 'test', now() + interval '1 hour')`,
      [token, other.municipality, other.persons['ingunn']],
    )
    await expect(
      lab.as('frode', async (tx) => {
        await proposal(id).execute(tx)
        await sql`select set_config('app.token', ${token}, true)`.execute(tx)
        expect((await sql`select 1 from lab.change where id = ${id}`.execute(tx)).rows).toEqual([])
        const staff = await sql<{ person_id: string }>`select person_id from lab.staff_register()`.execute(tx)
        expect(staff.rows.map(({ person_id }) => person_id)).not.toContain(lab.person('tor'))
        expect((await sql`select 1 where lab.register_now('role', 'x') is not null`.execute(tx)).rows).toEqual([])
        await settle(id, 'effective').execute(tx)
      }),
    ).rejects.toThrow('not found')
  })
})

describe('core and the database say the same', () => {
  it('of legal bodies’ numbers', async () => {
    const numbers = fc.sample(fc.stringMatching(/^[0-9]{9}$/), 2000)
    const rows = await asRule(
      sql<{ n: string; is: boolean }>`select n, lab.is_organisation_number(n) as is from unnest(${numbers}::text[]) n`,
    )
    expect(rows.filter(({ n, is }) => isOrganisationNumber(n) !== is)).toEqual([])
    expect(rows.filter(({ is }) => is).length).toBeGreaterThan(100)
  })

  it('of what needs two', async () => {
    const rules: ApprovalRule[] = await lab.as('frode', findApprovalRules)
    const person = fc.constantFrom(lab.person('frode'), lab.person('tor'), null)
    const role = fc.constantFrom('administrator', 'core_team', 'caseworker', 'manager', 'break_glass', null)
    const amountOre = fc.constantFrom(0, 9_999_999, 10_000_000, 10_000_001)
    const kind = fc.constantFrom(
      'organisation',
      'service',
      'role',
      'mandate',
      'consent_age',
      'setting',
      'approval',
      'area',
      'nothing',
    )
    let twos = 0
    await fc.assert(
      fc.asyncProperty(kind, fc.record({ personId: person, role, amountOre }), async (of, after) => {
        const rows = await asRule(
          sql<{
            two: boolean
          }>`select lab.needs_two(${lab.town.municipality}, ${of}, ${JSON.stringify(after)}::jsonb, ${lab.person('frode')}) as two`,
        )
        const said = needsTwo({ me: lab.person('frode'), rules, mine: [] }, { kind: of, after } as unknown as Proposal)
        if (said) twos++
        expect(rows[0]?.two).toBe(said)
      }),
      { numRuns: 150 },
    )
    expect(twos).toBeGreaterThan(15)
  })
})

it('every change stands in the municipality’s own chain, and a row that says something else is found out', async () => {
  const id = randomUUID()
  const { token } = await lab.session('frode')
  const client = await lab.people.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.token', $1, true)`, [token])
    await client.query(`select lab.propose_change($1, 'area', 'leisure', $2::jsonb, 'Innbyggerne sier det slik')`, [
      id,
      JSON.stringify({ wordNb: 'Fritid og kultur', wordEn: 'Leisure and culture', closesOn: null }),
    ])
    await client.query('commit')
  } finally {
    client.release()
  }
  expect((await verifyChains(lab.system)).faults).toEqual([])
  const holds = async () => {
    const [told] = await asRule(
      sql<{ content: string }>`select lab.change_told(c) ->> 'content' as content from lab.change c where c.id = ${id}`,
    )
    const { rows } = await lab.owner.query<{ content: string }>(
      `select data ->> 'content' as content from lab.event where subject_id = $1 and kind = 'change.effective'`,
      [id],
    )
    return told !== undefined && told.content === rows[0]?.content
  }
  expect(await holds()).toBe(true)
  await lab.owner.query(`update lab.change set why = 'noe annet' where id = $1`, [id])
  expect(await holds()).toBe(false)
})
