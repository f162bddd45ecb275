import { randomUUID } from 'node:crypto'
import type { Tx } from './connect.ts'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { aDecision, type ADecision } from '../testing/decisions-for-tests.ts'
import { openTestLab, sql, type TestLab } from '../testing/fjordvik-for-tests.ts'
import { asPerson, type Session } from './as-person.ts'
import { tokenHash } from './token-hash.ts'

let lab: TestLab
let decision: ADecision
let spoken: string
const at = { meeting: randomUUID(), about: '', goal: '', measure: '' }
const comers: Record<'guest' | 'screen', Session> = { guest: { token: randomUUID() }, screen: { token: randomUUID() } }

beforeAll(async () => {
  lab = await openTestLab(inject('superuserUrl'), { withoutPlans: true })
  decision = await aDecision(lab, { about: ['jonas'], ore: 8_000_00 })
  spoken = await decision.spoken('solveig', 'jonas')
  const { rows } = await lab.owner.query<{ about_id: string; measure_id: string; goal_id: string }>(
    `select d.about_id, d.measure_id, m.goal_id from lab.decision d join lab.measure m on m.id = d.measure_id where d.id = $1`,
    [decision.id],
  )
  at.about = rows[0]?.about_id ?? ''
  at.goal = rows[0]?.goal_id ?? ''
  at.measure = rows[0]?.measure_id ?? ''
  await lab.owner.query(
    `insert into lab.note (municipality_id, id, family_id, cell, area, about_id, privacy, author_id, written_by, sealed)
     values ($1, gen_random_uuid(), $2, 'today', 'economy', $3, 'table', $4, $4, $5)`,
    [lab.town.municipality, decision.family, at.about, lab.person('jonas'), Buffer.from('sealed')],
  )
  // A meeting in progress with the area of the decision open; a guest, the screen, and Kari of the school, whom no consent reaches.
  const { municipality } = lab.town
  await lab.owner.query(
    `insert into lab.meeting (municipality_id, id, family_id, started_at) values ($1, $2, $3, now())`,
    [municipality, at.meeting, decision.family],
  )
  await lab.owner.query(
    `insert into lab.open_area (municipality_id, id, meeting_id, area, opened_by, opened_at) values ($1, gen_random_uuid(), $2, 'economy', $3, now())`,
    [municipality, at.meeting, lab.person('amina')],
  )
  const admitted = (person: string, kind: string) =>
    lab.owner.query(
      `insert into lab.admission (municipality_id, meeting_id, person_id, mark, kind, declared_at, admitted_at, admitted_by)
       values ($1, $2, $3, 7, $4, now(), now(), $5)`,
      [municipality, at.meeting, person, kind, lab.person('amina')],
    )
  await admitted(lab.person('kari'), 'seat')
  for (const kind of ['guest', 'screen'] as const) {
    const person = randomUUID()
    await lab.owner.query(
      `insert into lab.person (municipality_id, id, name, called_name, initials) values ($1, $2, $3, $3, 'X')`,
      [municipality, person, kind],
    )
    await admitted(person, kind)
    await lab.owner.query(
      `insert into lab.session (token_hash, municipality_id, person_id, issuer, acr, meeting_id, expires_at)
       values ($1, $2, $3, $4, 'table', $5, now() + interval '1 hour')`,
      [tokenHash(comers[kind].token), municipality, person, kind, at.meeting],
    )
  }
})
afterAll(() => lab.close())

class Undone extends Error {}
/** Tries something as a session, and undoes it. */
async function tries(session: Session, work: (tx: Tx) => Promise<unknown>): Promise<string> {
  try {
    await asPerson(lab.people, session, decision.family, async (tx) => {
      await work(tx)
      throw new Undone()
    })
  } catch (error) {
    return error instanceof Undone ? 'done' : (error as Error).message
  }
  return 'done'
}
const inCell = () => sql`'economy', ${at.about}, lab.current_person()`
const town = sql`lab.current_municipality()`
const sealed = Buffer.from('sealed')

/** What somebody would write who goes around the server, where the area is open to them. */
const writing: Record<string, (tx: Tx) => Promise<unknown>> = {
  'a goal': (tx) =>
    sql`insert into lab.goal (municipality_id, id, family_id, note_id, said_by, term, area, about_id, author_id, sealed)
      select ${town}, gen_random_uuid(), n.family_id, n.id, n.author_id, 'short', ${inCell()}, ${sealed} from lab.note n
      where n.area = 'economy' and n.about_id = ${at.about} and n.sealed is not null limit 1`
      .execute(tx)
      .then(({ numAffectedRows }) => expect(numAffectedRows).toBe(1n)),
  'a measure': (tx) =>
    sql`insert into lab.measure (municipality_id, id, family_id, goal_id, area, about_id, author_id, doer, due, sealed)
      values (${town}, gen_random_uuid(), ${decision.family}, ${at.goal}, ${inCell()}, 'named', '2027-01-01', ${sealed})`.execute(
      tx,
    ),
  'a decision': (tx) =>
    sql`insert into lab.decision (municipality_id, id, family_id, measure_id, party_id, area, about_id, author_id)
      values (${town}, gen_random_uuid(), ${decision.family}, ${at.measure}, ${lab.party('nav')}, ${inCell()})`.execute(
      tx,
    ),
  'other content of a decision': (tx) =>
    sql`insert into lab.decision_version (municipality_id, family_id, decision_id, version, kind, amount_ore, sealed, made_by)
      values (${town}, ${decision.family}, ${decision.id}, 2, 'agreement', 1, ${sealed}, lab.current_person())`.execute(
      tx,
    ),
  'that a spoken yes was heard': (tx) =>
    sql`insert into lab.answer_witness (municipality_id, answer_id, witness_id) values (${town}, ${spoken}, lab.current_person())`.execute(
      tx,
    ),
  'an event of the plan': (tx) =>
    sql`select lab.append_event(${decision.family}, 'goal.made', ${at.about}, 'economy', 'table', gen_random_uuid(), '{}', null, 'test')`.execute(
      tx,
    ),
}

describe.each(['guest', 'screen'] as const)('a %s at a table where the area is open', (kind) => {
  it.each(Object.keys(writing))('does not write %s', async (what) => {
    expect(await tries(comers[kind], writing[what]!)).toMatch(/row-level security|not found/)
  })
  it('does not learn who can decide how much', async () => {
    const seen = await asPerson(lab.people, comers[kind], decision.family, async (tx) => ({
      decisions: (await sql`select id from lab.decision`.execute(tx)).rows.length,
      mandates: (await sql`select id from lab.mandate`.execute(tx)).rows.length,
      room: (await sql`select id from lab.my_room(${decision.family})`.execute(tx)).rows.length,
      hanne: (await sql`select id from lab.person where id = ${lab.person('hanne')}`.execute(tx)).rows.length,
    }))
    expect(seen).toEqual({ decisions: 1, mandates: 0, room: 0, hanne: 0 })
  })
})

describe('whoever is somebody', () => {
  it.each(Object.keys(writing))('writes %s by the same statement, at the same table', async (what) => {
    expect(await tries(await lab.session('kari'), writing[what]!)).toBe('done')
  })
  it('knows who can decide, at home and with a seat that is read by', async () => {
    for (const persona of ['jonas', 'tor', 'solveig']) {
      const room = await lab.as(persona, (tx) => sql`select id from lab.my_room(${decision.family})`.execute(tx))
      expect(room.rows.length, persona).toBeGreaterThan(0)
    }
  })
})

it('a guest writes a note and remembers it, a screen neither', async () => {
  const note = (tx: Tx) =>
    sql`insert into lab.note (municipality_id, id, family_id, cell, privacy, area, about_id, author_id, written_by, sealed)
      values (${town}, gen_random_uuid(), ${decision.family}, 'today', 'table', ${inCell()}, lab.current_person(), ${sealed})`.execute(
      tx,
    )
  const event = (tx: Tx) =>
    sql`select lab.append_event(${decision.family}, 'note.written', ${at.about}, 'economy', 'table', gen_random_uuid(), '{}', null, 'test')`.execute(
      tx,
    )
  for (const work of [note, event]) {
    expect(await tries(comers.screen, work)).toMatch(/row-level security|not found/)
    expect(await tries(comers.guest, work)).toBe('done')
  }
})
