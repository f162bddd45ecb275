import { randomBytes, randomUUID } from 'node:crypto'
import { archivable, perishable, type Perishable } from '@velferdslab/core/retention'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type {} from '../testing/embedded-for-tests.ts'
import { openTestLab, type TestLab } from '../testing/fjordvik-for-tests.ts'
import { tables } from '../../tools/classification/tables.ts'
import { defaultRetentionRules } from './retention-defaults.ts'
import { letGo } from './retention.ts'

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

const town = () => lab.town.municipality
const sealed = Buffer.alloc(40, 1)
/** When everything that is laid here has served. */
const since = '2026-03-29T10:00:00Z'

/** A row of each kind that goes by itself, that has served since then. Answers what to look for afterwards. */
const laid: Record<Perishable, () => Promise<{ gone: string; values: unknown[] }>> = {
  session: () =>
    lay(
      'session',
      {
        token_hash: randomBytes(32),
        person_id: amina(),
        issuer: 'citizen',
        acr: 'x',
        created_at: '2026-03-29T08:00:00Z',
      },
      { expires_at: '2026-03-29T20:00:00Z', ended_at: since },
      'token_hash',
    ),
  draft: async () => {
    const { rows } = await lab.owner.query<{ about_id: string }>(
      `select id as about_id from lab.about where family_id = $1 and whole limit 1`,
      [family()],
    )
    const place = { cell: 'now', area: 'housing', about_id: rows[0]?.about_id, privacy: 'table' }
    return lay(
      'draft',
      { note_id: randomUUID(), family_id: family(), writer_id: amina(), sealed, ...place },
      { changed_at: since },
      'note_id',
    )
  },
  command: () => lay('command', { person_id: amina(), id: randomUUID(), name: 'x', answer: '{}' }, { at: since }),
  invitation: () =>
    lay(
      'invitation',
      { id: randomUUID(), person_id: amina(), code_hash: randomBytes(32), made_at: '2026-03-15T10:00:00Z' },
      { ends_at: since },
    ),
  notice: () =>
    lay(
      'notice',
      { id: randomUUID(), family_id: family(), person_id: amina(), channel: 'sms', made_at: '2026-03-29T09:00:00Z' },
      { sent_at: since },
    ),
  address: () =>
    lay(
      'whereabouts',
      {
        id: randomUUID(),
        family_id: family(),
        what: 'address',
        subject_id: amina(),
        sealed,
        recorded_by: lab.person('solveig'),
      },
      { recorded_at: '2026-01-01T10:00:00Z', ended_at: since },
    ),
  guest: async () => {
    const [meeting, guest] = [randomUUID(), randomUUID()]
    await insert('meeting', { id: meeting, family_id: family(), started_at: '2026-03-29T08:00:00Z', ended_at: since })
    await insert('person', { id: guest, name: 'Geir Foss', called_name: 'Geir', initials: 'GF' })
    await insert('admission', {
      meeting_id: meeting,
      person_id: guest,
      mark: 8,
      kind: 'guest',
      role: 'friend',
      declared_at: '2026-03-29T08:05:00Z',
      admitted_at: '2026-03-29T08:10:00Z',
      admitted_by: amina(),
      left_at: since,
    })
    return { gone: `select 1 from lab.person where id = $1 and name = 'Geir Foss'`, values: [guest] }
  },
  question: () =>
    lay(
      'question',
      {
        id: randomUUID(),
        asked_by: lab.person('kari'),
        wrapped: sealed,
        sealed,
        asked_at: '2026-03-01T10:00:00Z',
        sealed_answer: sealed,
      },
      { answered_by: lab.person('berit'), answered_at: since },
    ),
  declined: async () => {
    const [home, qualification] = [lab.family('lie'), randomUUID()]
    await lab.owner.query(`update lab.family set phase = 'capture' where id = $1`, [home])
    await insert('qualification', {
      id: qualification,
      family_id: home,
      begun_by: lab.person('berit'),
      begun_at: '2026-03-20T10:00:00Z',
      wrapped: sealed,
      outcome: 'declined',
      sealed_outcome: sealed,
      decided_by: lab.person('berit'),
      decided_at: since,
    })
    const { rows } = await lab.owner.query<{ code: string; valid_from: string; person_id: string }>(
      `select q.code, q.valid_from, m.person_id from lab.check_question q, lab.member m where m.family_id = $1 limit 1`,
      [home],
    )
    const [{ code, valid_from, person_id }] = rows as [(typeof rows)[number]]
    await insert('check_answer', {
      id: randomUUID(),
      qualification_id: qualification,
      family_id: home,
      code,
      question_from: valid_from,
      answer: 'yes',
      sealed,
      with_id: person_id,
      answered_by: lab.person('berit'),
    })
    const names = {
      person_id,
      sent_by: lab.person('kari'),
      yes_how: 'spoken',
      yes_on: '2026-03-01',
      language: 'nb',
      reach: 'call',
    }
    await insert('referral', {
      id: randomUUID(),
      family_id: home,
      ...names,
      wrapped: sealed,
      sealed,
      received_at: '2026-03-01T10:00:00Z',
    })
    return {
      gone: `select 1 from lab.referral where family_id = $1 union all select 1 from lab.check_answer where qualification_id = $2`,
      values: [home, qualification],
    }
  },
  named: () =>
    lay('told_person', { person_id: amina(), family_id: family(), told_by: lab.person('solveig') }, { told_at: since }),
  opening: async () => {
    const id = randomUUID()
    await insert('opening', { ...opened(id), ground: 'consent', from_at: '2026-03-29T09:50:00Z', to_at: since })
    await lab.owner.query(
      `insert into lab.opening_cell (municipality_id, opening_id, family_id, about_id, area, privacy)
       select municipality_id, $1, family_id, id, 'housing', 'table' from lab.about where family_id = $2 and whole limit 1`,
      [id, family()],
    )
    return {
      gone: `select 1 from lab.opening where id = $1 union all select 1 from lab.opening_cell where opening_id = $1`,
      values: [id],
    }
  },
  denial: () =>
    lay(
      'denial',
      { id: randomUUID(), person_id: lab.person('tor'), family_id: family(), door: 'GET /api/families/:familyId' },
      { minute: since },
    ),
  review: async () => {
    const id = randomUUID()
    const found = {
      rule: 'night',
      on_day: '2026-03-20',
      times: 1,
      first_at: '2026-03-20T23:00:00Z',
      found_at: '2026-03-21T03:00:00Z',
    }
    await insert('review', { id, person_id: lab.person('tor'), family_id: family(), ...found })
    const answer = { answer: 'fine', because: 'by_mistake', answered_by: lab.person('ingvild'), answered_at: since }
    await insert('review_answer', { id: randomUUID(), review_id: id, ...answer })
    return {
      gone: `select 1 from lab.review where id = $1 union all select 1 from lab.review_answer where review_id = $1`,
      values: [id],
    }
  },
}

const amina = () => lab.person('amina')
const family = () => lab.family('hansen-ali')
const opened = (id: string) => ({
  id,
  family_id: family(),
  person_id: lab.person('tor'),
  page: 'cloth',
  purpose: 'make_and_follow_plan',
  bare: false,
  request_id: randomUUID(),
})

async function insert(table: string, columns: Record<string, unknown>): Promise<void> {
  const names = ['municipality_id', ...Object.keys(columns)]
  await lab.owner.query(
    `insert into lab.${table} (${names.join()}) values (${names.map((_, at) => `$${at + 1}`).join()})`,
    [town(), ...Object.values(columns)],
  )
}

async function lay(table: string, columns: Record<string, unknown>, times: Record<string, unknown>, key = 'id') {
  await insert(table, { ...columns, ...times })
  const by = key in columns ? key : 'person_id'
  return { gone: `select 1 from lab.${table} where ${by} = $1`, values: [columns[by]] }
}

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
