import { randomUUID } from 'node:crypto'
import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import { asPerson } from '../src/as-person.ts'
import type { Tx } from '../src/connect.ts'
import type { PartyKey } from '../seed/fjordvik-people.ts'
import type { TestLab } from './fjordvik-for-tests.ts'

/** A decision as it stands, and plain statements around it: what somebody would write who goes around the server. */
export interface ADecision {
  readonly id: string
  readonly family: FamilyId
  decided(tx: Tx, more?: { mandate?: string; by?: string; version?: number; id?: string }): Promise<unknown>
  yesRow(tx: Tx, giver: string, values?: Record<string, unknown>): Promise<unknown>
  witnessRow(tx: Tx, answer: string, witness: string): Promise<unknown>
  askedRow(tx: Tx, asker: string, asked: string): Promise<unknown>
  /** These stay. */
  answered(giver: string, answer: string, until?: string | null, person?: string): Promise<void>
  spoken(leader: string, giver: string): Promise<string>
  witnessed(witness: string, answer: string): Promise<void>
  changed(ore: number): Promise<void>
  ask(asker: string, asked: string): Promise<void>
  decide(by: string): Promise<void>
}

/** Goal, measure and decision laid by plain SQL, as the people themselves wherever the locks let them. */
export async function aDecision(
  lab: TestLab,
  told: {
    about: readonly string[]
    ore: number
    family?: string
    area?: string
    author?: string
    party?: PartyKey
    kind?: string
    /** Who says yes, each for all they decide for. */
    yes?: readonly string[]
    heard?: readonly string[]
  },
): Promise<ADecision> {
  const family = lab.family(told.family ?? 'hansen-ali')
  const author = told.author ?? 'jonas'
  const area = told.area ?? 'economy'
  const party = told.party ?? 'nav'
  const [id, goal, measure] = [randomUUID(), randomUUID(), randomUUID()]
  const stay = async <Result>(persona: string, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
    asPerson(lab.people, await lab.session(persona), family, work)
  const sealed = Buffer.from('sealed')
  const persons = told.about.map((persona) => lab.person(persona))
  let version = 1

  // The set of people first, durable: the owner lays goal and measure beside it.
  const about = await stay('solveig', (tx) => cellOf(tx, family, persons, area))
  const town = lab.town.municipality
  await lab.owner.query(
    `insert into lab.goal (municipality_id, id, family_id, note_id, said_by, term, area, about_id, author_id, sealed)
     select municipality_id, $1, family_id, id, author_id, 'short', $2, $3, $4, $5 from lab.note
     where family_id = $6 and privacy = 'table' and sealed is not null limit 1`,
    [goal, area, about, lab.person(author), sealed, family],
  )
  await lab.owner.query(
    `insert into lab.measure (municipality_id, id, family_id, goal_id, area, about_id, author_id, doer, due, sealed)
     values ($1, $2, $3, $4, $5, $6, $7, 'named', '2027-01-01', $8)`,
    [town, measure, family, goal, area, about, lab.person(author), sealed],
  )
  await stay('solveig', async (tx) => {
    await sql`insert into lab.decision (municipality_id, id, family_id, measure_id, party_id, area, about_id, author_id)
      values (lab.current_municipality(), ${id}, ${family}, ${measure}, ${lab.party(party)}, ${area}, ${about}, lab.current_person())`.execute(
      tx,
    )
    await sql`insert into lab.decision_version (municipality_id, family_id, decision_id, version, kind, amount_ore, sealed, made_by)
      values (lab.current_municipality(), ${family}, ${id}, 1, ${told.kind ?? 'agreement'}, ${told.ore}, ${sealed}, lab.current_person())`.execute(
      tx,
    )
  })

  const insertYes = (tx: Tx, giver: string, values: Record<string, unknown> = {}) => {
    const row: Record<string, unknown> = {
      municipality_id: lab.town.municipality,
      id: randomUUID(),
      family_id: family,
      decision_id: id,
      version,
      person_id: lab.person(giver),
      giver_id: lab.person(giver),
      answer: 'yes',
      think_until: null,
      how: 'own_screen',
      ...values,
    }
    const recorded = row.recorded_by === undefined ? sql`lab.current_person()` : sql`${row.recorded_by}`
    delete row.recorded_by
    return sql`insert into lab.decision_answer (recorded_by, ${sql.join(Object.keys(row).map((name) => sql.ref(name)))})
      values (${recorded}, ${sql.join(Object.values(row).map((value) => sql`${value}`))})`.execute(tx)
  }

  const decision: ADecision = {
    id,
    family,
    decided(tx, more = {}) {
      const mandate = more.mandate
        ? sql`${more.mandate}::uuid`
        : sql`(select m.id from lab.mandate m where m.person_id = lab.current_person() limit 1)`
      const by = more.by ? sql`${lab.person(more.by)}` : sql`lab.current_person()`
      return sql`insert into lab.decided (municipality_id, family_id, decision_id, version, mandate_id, decided_by)
        values (lab.current_municipality(), ${family}, ${more.id ?? id}, ${more.version ?? version}, ${mandate}, ${by})`.execute(
        tx,
      )
    },
    yesRow: insertYes,
    witnessRow: (tx, answer, witness) =>
      sql`insert into lab.answer_witness (municipality_id, answer_id, witness_id) values (lab.current_municipality(), ${answer}, ${lab.person(witness)})`.execute(
        tx,
      ),
    askedRow: (tx, asker, asked) =>
      sql`insert into lab.decision_asked (municipality_id, id, family_id, decision_id, version, asked_by, asked_id, answer_by)
        values (lab.current_municipality(), ${randomUUID()}, ${family}, ${id}, ${version}, ${lab.person(asker)}, ${lab.person(asked)}, lab.today() + 3)`.execute(
        tx,
      ),
    async answered(giver, answer, until, person) {
      const given = person ? [lab.person(person)] : decidesFor(lab, giver, told.about)
      await stay(giver, async (tx) => {
        for (const person_id of given)
          await insertYes(tx, giver, {
            person_id,
            answer,
            think_until: answer === 'think' ? (until ?? '2099-01-01') : null,
          })
      })
    },
    async spoken(leader, giver) {
      const answer = randomUUID()
      await stay(leader, (tx) => insertYes(tx, giver, { id: answer, how: 'spoken' }))
      return answer
    },
    witnessed: (witness, answer) =>
      stay(witness, async (tx) => {
        await decision.witnessRow(tx, answer, witness)
      }),
    async changed(ore) {
      await stay('solveig', (tx) =>
        sql`insert into lab.decision_version (municipality_id, family_id, decision_id, version, kind, amount_ore, sealed, made_by)
          values (lab.current_municipality(), ${family}, ${id}, ${version + 1}, ${told.kind ?? 'agreement'}, ${ore}, ${sealed}, lab.current_person())`.execute(
          tx,
        ),
      )
      version += 1
    },
    ask: (asker, asked) =>
      stay(asker, async (tx) => {
        await decision.askedRow(tx, asker, asked)
      }),
    decide: (by) =>
      stay(by, async (tx) => {
        await decision.decided(tx)
      }),
  }
  for (const giver of told.yes ?? []) await decision.answered(giver, 'yes')
  for (const child of told.heard ?? [])
    await stay('solveig', (tx) =>
      sql`insert into lab.child_view (municipality_id, id, family_id, decision_id, version, child_id, view, recorded_by)
        values (lab.current_municipality(), ${randomUUID()}, ${family}, ${id}, ${version}, ${lab.person(child)}, 'asked', lab.current_person())`.execute(
        tx,
      ),
    )
  return decision
}

const children = ['sara', 'elias', 'noor', 'oskar', 'lena']

function decidesFor(lab: TestLab, giver: string, about: readonly string[]): PersonId[] {
  return about
    .filter((persona) => persona === giver || children.includes(persona))
    .map((persona) => lab.person(persona))
}

async function cellOf(tx: Tx, family: FamilyId, persons: readonly PersonId[], area: string): Promise<string> {
  const { rows } = await sql<{ about_id: string }>`
    select about_id from lab.my_cell(${family}, false, ${persons}::uuid[], ${area}, 'table')`.execute(tx)
  return (rows[0] as { about_id: string }).about_id
}
