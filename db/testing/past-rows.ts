import { randomBytes, randomUUID } from 'node:crypto'
import type { Perishable } from '@velferdslab/core/retention-kinds'
import type { TestLab } from './fjordvik-for-tests.ts'

/** Lays rows that have served long ago, one of each kind that goes by itself: for the test of the nights. */
export function pastRows(labOf: () => TestLab) {
  const town = () => labOf().town.municipality
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
      const { rows } = await labOf().owner.query<{ about_id: string }>(
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
          recorded_by: labOf().person('solveig'),
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
    helper: async () => {
      const helper = randomUUID()
      await insert('person', { id: helper, name: 'Kåre Lund', called_name: 'Kåre', initials: 'K' })
      const { rows } = await labOf().owner.query<{ id: string; family_id: string }>(
        `select id, family_id from lab.promise where municipality_id = $1 order by id limit 1`,
        [town()],
      )
      const [promise] = rows as [(typeof rows)[number]]
      await insert('task_link', {
        id: randomUUID(),
        family_id: promise.family_id,
        promise_id: promise.id,
        name: 'Kåre Lund',
        code_hash: randomBytes(32),
        sealed,
        given_by: labOf().person('solveig'),
        given_at: '2026-03-01T10:00:00Z',
        ends_at: since,
        person_id: helper,
        opened_at: '2026-03-02T10:00:00Z',
      })
      return {
        gone: `select 1 from lab.person where id = $1 and name = 'Kåre Lund' union all select 1 from lab.task_link where person_id = $1 and name = 'Kåre Lund'`,
        values: [helper],
      }
    },
    question: () =>
      lay(
        'question',
        {
          id: randomUUID(),
          asked_by: labOf().person('kari'),
          wrapped: sealed,
          sealed,
          asked_at: '2026-03-01T10:00:00Z',
          sealed_answer: sealed,
        },
        { answered_by: labOf().person('berit'), answered_at: since },
      ),
    self_referral: () =>
      lay(
        'self_referral',
        { id: randomUUID(), code_hash: randomBytes(32), wrapped: sealed, sealed },
        { received_at: since },
      ),
    declined: async () => {
      const [home, qualification] = [labOf().family('lie'), randomUUID()]
      await labOf().owner.query(`update lab.family set phase = 'capture' where id = $1`, [home])
      await insert('qualification', {
        id: qualification,
        family_id: home,
        begun_by: labOf().person('berit'),
        begun_at: '2026-03-20T10:00:00Z',
        wrapped: sealed,
        outcome: 'declined',
        sealed_outcome: sealed,
        decided_by: labOf().person('berit'),
        decided_at: since,
      })
      const { rows } = await labOf().owner.query<{ code: string; valid_from: string; person_id: string }>(
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
        answered_by: labOf().person('berit'),
      })
      const names = {
        person_id,
        sent_by: labOf().person('kari'),
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
      lay(
        'told_person',
        { person_id: amina(), family_id: family(), told_by: labOf().person('solveig') },
        { told_at: since },
      ),
    opening: async () => {
      const id = randomUUID()
      await insert('opening', { ...opened(id), ground: 'consent', from_at: '2026-03-29T09:50:00Z', to_at: since })
      await labOf().owner.query(
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
        {
          id: randomUUID(),
          person_id: labOf().person('tor'),
          family_id: family(),
          door: 'GET /api/families/:familyId',
        },
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
      await insert('review', { id, person_id: labOf().person('tor'), family_id: family(), ...found })
      const answer = {
        answer: 'fine',
        because: 'by_mistake',
        answered_by: labOf().person('ingvild'),
        answered_at: since,
      }
      await insert('review_answer', { id: randomUUID(), review_id: id, ...answer })
      return {
        gone: `select 1 from lab.review where id = $1 union all select 1 from lab.review_answer where review_id = $1`,
        values: [id],
      }
    },
  }

  const amina = () => labOf().person('amina')
  const family = () => labOf().family('hansen-ali')
  const opened = (id: string) => ({
    id,
    family_id: family(),
    person_id: labOf().person('tor'),
    page: 'cloth',
    purpose: 'make_and_follow_plan',
    bare: false,
    request_id: randomUUID(),
  })

  async function insert(table: string, columns: Record<string, unknown>): Promise<void> {
    const names = ['municipality_id', ...Object.keys(columns)]
    await labOf().owner.query(
      `insert into lab.${table} (${names.join()}) values (${names.map((_, at) => `$${at + 1}`).join()})`,
      [town(), ...Object.values(columns)],
    )
  }

  async function lay(table: string, columns: Record<string, unknown>, times: Record<string, unknown>, key = 'id') {
    await insert(table, { ...columns, ...times })
    const by = key in columns ? key : 'person_id'
    return { gone: `select 1 from lab.${table} where ${by} = $1`, values: [columns[by]] }
  }
  return { laid, insert, lay, opened, amina, family, town, since }
}
