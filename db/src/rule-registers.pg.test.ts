import { proposal } from '@velferdslab/core/change'
import { addDays, dayInOslo } from '@velferdslab/core/dates'
import { unfitRule } from '@velferdslab/core/rule-register-rules'
import type { RuleProposal } from '@velferdslab/core/rule-registers'
import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { asOwner, openTestLab, sql, type TestLab } from '../testing/fjordvik-for-tests.ts'

vi.setConfig({ testTimeout: 120_000 })

let lab: TestLab
beforeAll(async () => {
  lab = await openTestLab(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => lab.close())

const today = dayInOslo(new Date())
const refused = /permission denied|row-level security/

/** What the rule answers to a proposal, which is then taken back: undefined, or what the database says against it. */
const against = ({ kind, subject, after }: RuleProposal, as = 'frode') =>
  lab
    .as(as, (tx) =>
      sql`select lab.propose_change(${randomUUID()}, ${kind}, ${subject}, ${JSON.stringify(after)}::jsonb, 'Vedtatt i dag')`.execute(
        tx,
      ),
    )
    .then(
      () => undefined,
      (error: unknown) => (error as Error).message,
    )
const stands = async (kind: string, subject: string) =>
  asOwner(lab, async (tx) => {
    await sql`set local role lab_rule`.execute(tx)
    const { rows } = await sql<{ now: Record<string, unknown> | null }>`
      select lab.stands(${lab.town.municipality}, ${kind}, ${subject}) as now`.execute(tx)
    return rows[0]?.now ?? null
  })

const statute = {
  statute: 'Forvaltningsloven',
  paragraph: '§ 13 b nr. 5',
  effect: 'exception' as const,
  lawSectors: ['school' as const],
  longestDays: 30,
  mayDelay: false,
  titleNb: 'Et annet organ trenger det',
  titleNn: 'Eit anna organ treng det',
  titleEn: 'Another body needs it',
  link: 'https://lovdata.no/lov/1967-02-10/§13b',
  reviewedBy: null,
  reviewedOn: null,
  from: addDays(today, 1),
  to: null,
}

describe('rules of law, of words, of watching and of keeping', () => {
  it('are written by nobody directly, administrators and the privacy officer included', async () => {
    for (const persona of ['frode', 'ingunn', 'geir', 'solveig', 'amina'])
      for (const written of [
        sql`insert into lab.statute_rule (municipality_id, code, valid_from, position, statute, paragraph, kind, sectors, longest_days, title_nb, title_nn, title_en, source)
          values (${lab.town.municipality}, 'x', lab.today(), 1, 'x', 'x', 'exception', '{school}', 9, 'x', 'x', 'x', 'https://x.y')`,
        sql`update lab.statute_rule set longest_days = 300`,
        sql`insert into lab.privacy_word (municipality_id, id, word, kind, source) values (${lab.town.municipality}, gen_random_uuid(), 'x!', 'drugs', 'x')`,
        sql`update lab.privacy_word set listed = false`,
        sql`insert into lab.review_rule (municipality_id, code, valid_from, counts, source) values (${lab.town.municipality}, 'colleague', lab.today(), false, 'x')`,
        sql`update lab.review_rule set counts = false`,
        sql`insert into lab.retention_rule (municipality_id, category, valid_from, amount, unit, action, statute, paragraph, source)
          values (${lab.town.municipality}, 'opening', lab.today(), 1, 'day', 'delete', 'x', 'x', 'x')`,
        sql`update lab.retention_rule set amount = 1`,
        sql`delete from lab.retention_rule`,
      ])
        await expect(
          lab.as(persona, (tx) => written.execute(tx)),
          persona,
        ).rejects.toThrow(refused)
  })

  it('are proposed by administrators alone', async () => {
    for (const persona of ['amina', 'solveig', 'berit', 'geir', 'stig', 'turid'])
      expect(await against({ kind: 'statute_rule', subject: 'own_ny', after: statute }, persona), persona).toMatch(
        'not found',
      )
    expect(await against({ kind: 'statute_rule', subject: 'own_ny', after: statute })).toBeUndefined()
  })

  it('are refused in the past, over one another, without a source, checked by nobody on a day, and with numbers that are not theirs', async () => {
    const of = (more: object) => ({ kind: 'statute_rule' as const, subject: 'own_ny', after: { ...statute, ...more } })
    expect(await against(of({ from: addDays(today, -1) }))).toMatch('today or later')
    for (const link of ['', 'lovdata.no', 'http://lovdata.no/x', 'https://'])
      expect(await against(of({ link })), link).toMatch('law has a source')
    expect(await against(of({ to: today }))).toMatch('ends after it begins')
    expect(await against(of({ longestDays: null }))).toMatch('longest time')
    expect(await against(of({ effect: 'report' }))).toMatch('longest time')
    expect(await against(of({ reviewedOn: today }))).toMatch('name and a day')
    expect(await against(of({ reviewedBy: 'Advokat Lie', reviewedOn: addDays(today, 1) }))).toMatch('name and a day')
    const night = { counts: true, fromHour: 23, toHour: null, above: null, origin: 'Vedtatt', from: today }
    expect(await against({ kind: 'review_rule', subject: 'night', after: night })).toMatch('own numbers')
    const kept = { amount: null, unit: null, statute: 'x', paragraph: 'x', link: statute.link, reviewedBy: null }
    const forever = { ...kept, reviewedOn: null, from: today }
    expect(await against({ kind: 'retention_rule', subject: 'opening', after: forever })).toMatch('has a day')
    expect(await against({ kind: 'retention_rule', subject: 'person', after: forever })).toBeUndefined()
  })

  it('never let a change of days delete what the archive is to have: what becomes of a thing stays', async () => {
    const after = { amount: 20, unit: 'year', statute: 'arkivlova', paragraph: '§ 6', link: statute.link, from: today }
    const rows = await lab.as('frode', async (tx) => {
      await sql`select lab.propose_change(${randomUUID()}, 'retention_rule', 'family', ${JSON.stringify({ ...after, action: 'delete' })}::jsonb, 'Vedtatt')`.execute(
        tx,
      )
      const { token } = await lab.session('ingunn')
      await sql`select set_config('app.token', ${token}, true)`.execute(tx)
      await sql`select lab.settle_change(c.id, 'effective') from lab.change c where c.outcome is null`.execute(tx)
      return (
        await sql<{
          amount: number
          action: string
        }>`select amount, action from lab.retention_rule where category = 'family' order by valid_from`.execute(tx)
      ).rows
    })
    expect(rows).toEqual([
      { amount: 10, action: 'archive' },
      { amount: 20, action: 'archive' },
    ])
  })
})

describe('core and the database', () => {
  const near = fc.integer({ min: -2, max: 3 }).map((days) => addDays(today, days))
  const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })
  const link = fc.constantFrom('https://lovdata.no/x', 'https://lovdata.no/x', '', 'lovdata.no', 'http://a.no')
  const review = { reviewedBy: maybe(fc.constant('Jurist')), reviewedOn: maybe(near) }
  const drawn: fc.Arbitrary<unknown> = fc.oneof(
    fc.record({
      kind: fc.constant('statute_rule'),
      subject: fc.constantFrom('fvl_13b_2', 'own_ny'),
      after: fc.record({
        ...Object.fromEntries(
          ['statute', 'paragraph', 'titleNb', 'titleNn', 'titleEn'].map((k) => [k, fc.constant('x')]),
        ),
        effect: fc.constantFrom('exception', 'report', 'avert'),
        lawSectors: maybe(fc.constant(['nav'])),
        longestDays: maybe(fc.integer({ min: 1, max: 366 })),
        mayDelay: fc.boolean(),
        link,
        ...review,
        from: near,
        to: maybe(near),
      }),
    }),
    fc.record({
      kind: fc.constant('privacy_word'),
      subject: fc.constantFrom('adhd', 'kløe*', 'blod sukker!'),
      after: fc.record({
        language: fc.constantFrom('nb', 'nn', 'en'),
        says: fc.constantFrom('diagnosis', 'drugs'),
        listed: fc.boolean(),
        origin: fc.constantFrom('Noen', ''),
        from: near,
      }),
    }),
    fc.record({
      kind: fc.constant('review_rule'),
      subject: fc.constantFrom('night', 'volume', 'colleague'),
      after: fc.record({
        counts: fc.boolean(),
        fromHour: maybe(fc.integer({ min: 0, max: 23 })),
        toHour: maybe(fc.integer({ min: 0, max: 23 })),
        above: maybe(fc.integer({ min: 1, max: 50 })),
        origin: fc.constantFrom('Noen', ''),
        from: near,
      }),
    }),
    fc.record({
      kind: fc.constant('retention_rule'),
      subject: fc.constantFrom('opening', 'family'),
      after: fc.record({
        amount: maybe(fc.integer({ min: 1, max: 99 })),
        unit: maybe(fc.constantFrom('day', 'year')),
        statute: fc.constant('x'),
        paragraph: fc.constant('x'),
        link,
        ...review,
        from: near,
      }),
    }),
  )

  it('refuse the same versions, whatever is proposed', async () => {
    const seen = { yes: 0, no: 0 }
    await fc.assert(
      fc.asyncProperty(drawn, async (sent) => {
        const asked = proposal.parse(sent) as RuleProposal
        const facts = { today, before: await stands(asked.kind, asked.subject) }
        const inCore = unfitRule(facts, asked)
        const inDatabase = await against(asked)
        seen[inCore ? 'no' : 'yes']++
        expect(inDatabase === undefined, `${inCore ?? 'fit'} / ${inDatabase ?? 'fit'}`).toBe(inCore === undefined)
      }),
      { numRuns: 300 },
    )
    expect(seen.yes).toBeGreaterThan(10)
    expect(seen.no).toBeGreaterThan(10)
  })
})
