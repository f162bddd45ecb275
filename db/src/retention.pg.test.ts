import { randomBytes, randomUUID } from 'node:crypto'
import { archivable, perishable, type Perishable } from '@velferdslab/core/retention-kinds'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type {} from '../testing/embedded-for-tests.ts'
import { openTestLab, type TestLab } from '../testing/fjordvik-for-tests.ts'
import { tables } from '../../tools/classification/tables.ts'
import { defaultRetentionRules } from './retention-defaults.ts'
import { letGo } from './retention-night.ts'
import { pastRows } from '../testing/past-rows.ts'

let lab: TestLab
beforeAll(async () => {
  lab = await openTestLab(inject('superuserUrl'))
  // Rows are laid as they would have become long ago: nobody is signed in who could have done it.
  for (const [table, trigger] of [
    ['question', 'link_question'],
    ['review_answer', 'link_review'],
  ])
    await lab.owner.query(`alter table lab.${table} disable trigger ${trigger}`)
})
afterAll(() => lab.close())

const { laid, insert, lay, opened, amina, family, town, since } = pastRows(() => lab)

const isThere = async ({ gone, values }: { gone: string; values: unknown[] }) =>
  (await lab.owner.query(gone, values)).rows.length

/** The moment a kind is past its day, moved by so much. */
async function limitOf(category: Perishable, moved: string): Promise<string> {
  await lab.owner.query('set role lab_rule')
  try {
    const { rows } = await lab.owner.query<{ at: string }>(
      `select ($1::timestamptz + kept + $2::interval)::text as at from lab.retention_at(now()) where municipality_id = $3 and category = $4`,
      [since, moved, town(), category],
    )
    return rows[0]?.at ?? ''
  } finally {
    await lab.owner.query('reset role')
  }
}

/** A night at some moment: nobody who runs can call it, only who owns the tables can become the rule. */
async function nightAt(at: string, categories: readonly Perishable[] = perishable): Promise<void> {
  await lab.owner.query('set role lab_rule')
  try {
    for (const category of categories)
      await lab.owner.query('select * from lab.let_go_at($1, $2, 20000)', [category, at])
  } finally {
    await lab.owner.query('reset role')
  }
}

async function stateAt(at: string) {
  await lab.owner.query('set role lab_rule')
  try {
    const { rows } = await lab.owner.query<{
      category: string
      due: number
      overdue: number
      held: number
      waiting: number
    }>('select category, due, overdue, held, waiting from lab.retention_state_at($1) where municipality_id = $2', [
      at,
      town(),
    ])
    return new Map(rows.map((row) => [row.category, row]))
  } finally {
    await lab.owner.query('reset role')
  }
}

describe('a moment is nobody’s to choose', () => {
  it.each(['lab.let_go_at', 'lab.retention_state_at'])('%s is open to no role that runs', async (name) => {
    for (const pool of [lab.people, lab.system]) {
      const args = name === 'lab.let_go_at' ? `('session', now() + interval '30 years', 10)` : `(now())`
      await expect(pool.query(`select * from ${name}${args}`)).rejects.toMatchObject({ code: '42501' })
    }
  })
  it('the job deletes no row by itself, and people none at all', async () => {
    for (const table of ['session', 'draft', 'command', 'opening', 'denial', 'referral', 'legal_hold'])
      await expect(lab.system.query(`delete from lab.${table}`)).rejects.toMatchObject({ code: '42501' })
  })
})

describe('the rules', () => {
  it('are there for every kind, and those of the migration are those a new municipality gets', async () => {
    expect(defaultRetentionRules(town()).map(({ category }) => category)).toEqual([...perishable, ...archivable])
    const migration = await lab.owner.query<{ category: string }>(
      `select category, amount, unit, action, statute, paragraph, source from lab.retention_rule where municipality_id = $1 order by category`,
      [town()],
    )
    expect(migration.rows).toEqual(
      defaultRetentionRules(town())
        .map(({ category, amount, unit, action, statute, paragraph, source }) => ({
          category,
          amount,
          unit,
          action,
          statute,
          paragraph,
          source,
        }))
        .sort((a, b) => (a.category < b.category ? -1 : 1)),
    )
  })

  it('a table that is said to go by itself is one the night looks at: a new one is red until it is', async () => {
    const { rows } = await lab.owner.query<{ text: string }>(
      `select pg_get_viewdef('lab.perishable'::regclass) || pg_get_functiondef('lab.let_go_at'::regproc) as text`,
    )
    const goes = Object.entries(tables).filter(([, { kept }]) =>
      ['trace', 'door', 'message', 'session', 'command', 'draft'].includes(kept),
    )
    // Referrals and their questions go where they came to nothing; where not, they are the family's.
    const left = goes
      .map(([name]) => name)
      .filter((name) => !new RegExp(`delete from lab\\.${name}\\b`).test(rows[0]?.text ?? ''))
    expect(left).toEqual([])
  })
})

describe('each kind, a day before its limit, at it and after', () => {
  it.each(perishable)('%s', async (category) => {
    const row = await laid[category]()
    expect(await isThere(row)).toBeGreaterThan(0)
    await nightAt(await limitOf(category, '-1 day'), [category])
    await nightAt(await limitOf(category, '-1 second'), [category])
    const before = await isThere(row)
    expect(before).toBeGreaterThan(0)
    expect((await stateAt(await limitOf(category, '-1 second'))).get(category)).toMatchObject({ due: 0, overdue: 0 })
    const due = (await stateAt(await limitOf(category, '0'))).get(category)
    expect(due?.due).toBeGreaterThan(0)
    expect(due?.overdue).toBe(0)
    expect((await stateAt(await limitOf(category, '37 hours'))).get(category)?.overdue).toBeGreaterThan(0)
    await nightAt(await limitOf(category, '0'), [category])
    expect(await isThere(row)).toBe(0)
    expect((await stateAt(await limitOf(category, '37 hours'))).get(category)).toMatchObject({ due: 0, overdue: 0 })
  })
})

describe('a hold', () => {
  const hold = async (over: { family?: string; person?: string }, more: object = {}) => {
    const id = randomUUID()
    await insert('legal_hold', {
      id,
      family_id: over.family ?? null,
      person_id: over.person ?? null,
      because: 'lawsuit',
      told: true,
      placed_by: lab.person('ingvild'),
      placed_at: '2026-04-01T10:00:00Z',
      ...more,
    })
    return id
  }
  const lift = (id: string) =>
    lab.owner.query(`update lab.legal_hold set lifted_by = $2, lifted_at = now() - interval '1 second' where id = $1`, [
      id,
      lab.person('ingvild'),
    ])
  const far = '2029-01-01T00:00:00Z'

  it('over a family keeps what is about it and about who is of it; over another family, nothing of them', async () => {
    const other = await hold({ family: lab.family('kowalska') })
    const id = await hold({ family: family() })
    const [notice, command] = [await laid.notice(), await laid.command()]
    await nightAt(far, ['notice', 'command'])
    expect([await isThere(notice), await isThere(command)]).toEqual([1, 1])
    expect((await stateAt(far)).get('notice')).toMatchObject({ due: 0, overdue: 0, held: 1 })
    await lift(id)
    await nightAt(far, ['notice', 'command'])
    expect([await isThere(notice), await isThere(command)]).toEqual([0, 0])
    await lift(other)
  })

  it('over a person keeps the trace of what they read, and nobody else’s', async () => {
    const id = await hold({ person: lab.person('tor') })
    const [denial, command] = [await laid.denial(), await laid.command()]
    await nightAt(far, ['denial', 'command'])
    expect([await isThere(denial), await isThere(command)]).toEqual([1, 0])
    await lift(id)
    await nightAt(far, ['denial'])
    expect(await isThere(denial)).toBe(0)
  })

  it('ends on its last day, and not before it is over', async () => {
    const id = await hold({ family: family() }, { until: '2028-12-31' })
    const notice = await laid.notice()
    await nightAt('2028-12-31T22:59:00Z', ['notice'])
    expect(await isThere(notice)).toBe(1)
    await nightAt('2028-12-31T23:00:00Z', ['notice'])
    expect(await isThere(notice)).toBe(0)
    await lift(id)
  })
})

describe('what stays', () => {
  it('a reading under an act that has not been told stays until it has, and is counted nowhere', async () => {
    const act = randomUUID()
    await insert('act', {
      id: act,
      family_id: family(),
      person_id: lab.person('mona'),
      kind: 'exception',
      areas: ['housing'],
      ground: 'fvl_13b_7',
      valid_from: '2026-03-29T09:00:00Z',
      valid_to: '2026-03-30T09:00:00Z',
    })
    const id = randomUUID()
    await insert('opening', {
      ...opened(id),
      ground: 'exception',
      act_id: act,
      from_at: '2026-03-29T09:50:00Z',
      to_at: since,
    })
    await nightAt('2056-01-01T00:00:00Z', ['opening'])
    expect(await isThere({ gone: 'select 1 from lab.opening where id = $1', values: [id] })).toBe(1)
    expect((await stateAt('2056-01-01T00:00:00Z')).get('opening')).toMatchObject({ due: 0, overdue: 0, held: 0 })
  })

  it('by which somebody came in stays: a code that was used', async () => {
    const row = await lay(
      'invitation',
      { id: randomUUID(), person_id: amina(), code_hash: randomBytes(32), used_at: since },
      { ends_at: since },
    )
    await nightAt('2056-01-01T00:00:00Z', ['invitation'])
    expect(await isThere(row)).toBe(1)
  })

  it('thirty years on nothing that goes is left, and of a family’s life and memory not a row is gone', async () => {
    for (const each of perishable) await laid[each]()
    const living = Object.entries(tables).flatMap(([name, { kept }]) =>
      ['family', 'memory', 'person', 'list'].includes(kept) && name !== 'check_answer' && name !== 'whereabouts'
        ? [name]
        : [],
    )
    const count = async () =>
      Object.fromEntries(
        await Promise.all(
          living.map(async (name) => [name, (await lab.owner.query(`select 1 from lab.${name}`)).rows.length] as const),
        ),
      )
    const before = await count()
    await nightAt('2056-11-22T03:17:00Z')
    const after = await stateAt('2056-11-25T03:17:00Z')
    expect([...after.values()].map(({ category, due, overdue }) => ({ category, due, overdue }))).toEqual(
      [...after.keys()].map((category) => ({ category, due: 0, overdue: 0 })),
    )
    expect(await count()).toEqual(before)
  })

  it('a family that has ended waits for the archive, and is not deleted', async () => {
    const far = '2056-11-22T03:17:00Z'
    const before = (await stateAt(far)).get('family')?.waiting ?? 0
    await lab.owner.query(`update lab.family set phase = 'exit' where id = $1`, [lab.family('kowalska')])
    expect((await stateAt(far)).get('family')).toMatchObject({ due: 0, waiting: before + 1 })
  })
})

describe('the night itself', () => {
  it('takes the key of what had one before its row, and tells no id', async () => {
    const question = await laid.question()
    await lab.owner.query(
      `update lab.question set asked_at = now() - interval '2 years', answered_at = now() - interval '13 months' where id = $1`,
      question.values,
    )
    const forgotten: string[] = []
    await letGo(lab.system, (owner) => forgotten.push(owner))
    expect(forgotten).toEqual(question.values)
    expect(await isThere(question)).toBe(0)
    const { rows } = await lab.owner.query<{ gone: number }>(
      `select c.gone from lab.retention_count c join lab.retention_run r on r.id = c.run_id where c.category = 'question' order by r.ended_at desc limit 1`,
    )
    expect(rows).toEqual([{ gone: 1 }])
  })

  it('run twice at the same time does it once', async () => {
    await laid.command()
    await lab.owner.query(`update lab.command set at = now() - interval '40 days' where name = 'x'`)
    await Promise.all([letGo(lab.system, () => undefined), letGo(lab.system, () => undefined)])
    expect((await lab.owner.query(`select 1 from lab.command where name = 'x'`)).rows).toEqual([])
  })
})
