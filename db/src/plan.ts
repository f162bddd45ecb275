import type { AreaCode } from '@velferdslab/core/areas'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { AboutId, FamilyId, GoalId, MeasureId, NoteId, PartyId, PersonId } from '@velferdslab/core/ids'
import {
  goalWords,
  measureWords,
  type Doer,
  type Goal,
  type GoalWords,
  type Measure,
  type MeasureWords,
  type Plan,
} from '@velferdslab/core/plan'
import { frameState, type SourceNote } from '@velferdslab/core/plan-rules'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import { findBeside } from './correction.ts'
import { cardOfDecision, findDecisions } from './decision.ts'
import { findFamily } from './family.ts'
import type { FamilyKey } from './family-key.ts'
import { findBookers } from './ledger.ts'
import { findOutside } from './outside.ts'
import { cardOf, findMembers } from './people.ts'
import { openWords, sealWords, type Place } from './sealed.ts'

function placeOf(key: FamilyKey, table: 'goal' | 'measure', row: string): Place {
  return { municipality: key.municipality, family: key.family, table, column: 'sealed', row }
}

export const sealGoal = (key: FamilyKey, id: GoalId, words: GoalWords) =>
  sealWords(key.key, placeOf(key, 'goal', id), words)
export const sealMeasure = (key: FamilyKey, id: MeasureId, words: MeasureWords) =>
  sealWords(key.key, placeOf(key, 'measure', id), words)

/** The note a goal comes from; undefined when the signed-in person may not see it. */
export async function findSourceNote(tx: Tx, family: FamilyId, id: NoteId): Promise<SourceNote | undefined> {
  const { rows } = await sql<SourceNote>`
    select id, author_id as "authorId", about_id as "aboutId", area, privacy, sealed is null as erased,
      exists (select 1 from lab.note_void v where v.note_id = note.id) as voided
    from lab.note where family_id = ${family} and id = ${id}`.execute(tx)
  return rows[0]
}

export async function insertGoal(
  tx: Tx,
  family: FamilyId,
  row: { id: GoalId; noteId: NoteId; saidBy: PersonId; term: string; area: string; aboutId: AboutId; sealed: Buffer },
): Promise<void> {
  await sql`insert into lab.goal (municipality_id, id, family_id, note_id, said_by, term, area, about_id, author_id, sealed)
    values (lab.current_municipality(), ${row.id}, ${family}, ${row.noteId}, ${row.saidBy}, ${row.term}, ${row.area}, ${row.aboutId},
      lab.current_person(), ${row.sealed})`.execute(tx)
}

/** Who and what a measure can name: members of the family, parties the signed-in person knows, and whether the goal is in sight. */
export async function findMeasureSurroundings(tx: Tx, family: FamilyId, goal: GoalId) {
  const { rows } = await sql<{ goal: boolean; members: string[]; parties: string[] }>`
    select exists (select 1 from lab.goal g where g.family_id = ${family} and g.id = ${goal}) as goal,
      array(select m.person_id from lab.member m where m.family_id = ${family}) as members,
      array(select p.id from lab.party p) as parties`.execute(tx)
  return rows[0] as { goal: boolean; members: string[]; parties: string[] }
}

export async function insertMeasure(
  tx: Tx,
  family: FamilyId,
  row: {
    id: MeasureId
    goalId: GoalId
    area: string
    aboutId: AboutId
    doer: Doer
    due: CalendarDay
    monthly: { from: CalendarDay; to: CalendarDay } | null
    costs: readonly { partyId: PartyId; ore: number }[]
    estimatedOre: number | null
    sealed: Buffer
  },
): Promise<void> {
  const party = row.doer.is === 'party' ? row.doer.partyId : null
  const person = row.doer.is === 'member' ? row.doer.personId : null
  await sql`insert into lab.measure (municipality_id, id, family_id, goal_id, area, about_id, author_id, doer, doer_party_id, doer_person_id, due,
      monthly_from, monthly_to, estimated_ore, sealed)
    values (lab.current_municipality(), ${row.id}, ${family}, ${row.goalId}, ${row.area}, ${row.aboutId}, lab.current_person(), ${row.doer.is}, ${party},
      ${person}, ${row.due}, ${row.monthly?.from ?? null}, ${row.monthly?.to ?? null}, ${row.estimatedOre}, ${row.sealed})`.execute(
    tx,
  )
  for (const cost of row.costs)
    await sql`insert into lab.measure_cost (municipality_id, measure_id, party_id, ore)
      values (lab.current_municipality(), ${row.id}, ${cost.partyId}, ${cost.ore})`.execute(tx)
}

/** A measure as the rules need it; undefined when the signed-in person may not see it. */
export async function findMeasure(tx: Tx, family: FamilyId, id: MeasureId) {
  const { rows } = await sql<{
    id: MeasureId
    goalId: GoalId
    area: AreaCode
    aboutId: AboutId
    stoppedOn: CalendarDay | null
    mayWrite: boolean
    standing: boolean
  }>`
    select m.id, m.goal_id as "goalId", m.area, m.about_id as "aboutId", m.stopped_on as "stoppedOn", r.may_write as "mayWrite", r.standing
    from lab.measure m, lateral lab.my_right(m.family_id, m.about_id, m.area, m.privacy) r
    where m.family_id = ${family} and m.id = ${id}`.execute(tx)
  return rows[0]
}

export async function stopMeasure(tx: Tx, id: MeasureId, on: CalendarDay): Promise<void> {
  await sql`update lab.measure set stopped_on = ${on} where id = ${id} and stopped_on is null`.execute(tx)
}

interface LineRow {
  area: AreaCode
  about_id: AboutId
  whole: boolean
  persons: PersonId[]
  sealed: Buffer
}
const aboutOf = (row: LineRow) => ({ id: row.about_id, whole: row.whole, persons: row.persons })

async function findGoals(tx: Tx, family: FamilyId, key: FamilyKey): Promise<Goal[]> {
  const goals = sql<
    LineRow & { id: GoalId; term: 'short' | 'long'; author_id: PersonId; note_id: NoteId | null; said_by: PersonId }
  >`
    select g.id, g.term, g.area, g.about_id, a.whole, a.persons, g.sealed, g.author_id, n.id as note_id, g.said_by
    from lab.goal g join lab.about a on a.id = g.about_id left join lab.note n on n.id = g.note_id
    where g.family_id = ${family} order by g.created_at, g.id`.execute(tx)
  const [{ rows }, beside] = await Promise.all([goals, findBeside(tx, family, key)])
  return rows.map((row) => ({
    id: row.id,
    term: row.term,
    area: row.area,
    about: aboutOf(row),
    words: goalWords.parse(openWords(key.key, placeOf(key, 'goal', row.id), row.sealed).words),
    madeBy: row.author_id,
    thread: row.note_id
      ? {
          noteId: row.note_id,
          saidBy: row.said_by,
          voided: (beside.get(row.note_id)?.voided ?? null) !== null,
          corrections: beside.get(row.note_id)?.corrections ?? [],
        }
      : null,
  }))
}

async function findMeasures(tx: Tx, family: FamilyId, key: FamilyKey): Promise<Measure[]> {
  const [measures, costs] = await Promise.all([
    sql<
      LineRow & {
        id: MeasureId
        goal_id: GoalId | null
        doer: Doer['is']
        doer_party_id: PartyId | null
        doer_person_id: PersonId | null
        due: CalendarDay
        monthly_from: CalendarDay | null
        monthly_to: CalendarDay | null
        estimated_ore: number | null
        stopped_on: CalendarDay | null
      }
    >`
      select m.id, g.id as goal_id, m.area, m.about_id, a.whole, a.persons, m.sealed, m.doer, m.doer_party_id, m.doer_person_id, m.due,
        m.monthly_from, m.monthly_to, m.estimated_ore, m.stopped_on
      from lab.measure m join lab.about a on a.id = m.about_id left join lab.goal g on g.id = m.goal_id
      where m.family_id = ${family} order by m.created_at, m.id`.execute(tx),
    sql<{ measure_id: MeasureId; party_id: PartyId; ore: number }>`
      select c.measure_id, c.party_id, c.ore from lab.measure_cost c
      where c.measure_id in (select m.id from lab.measure m where m.family_id = ${family}) order by c.party_id`.execute(
      tx,
    ),
  ])
  return measures.rows.map((row) => ({
    id: row.id,
    goalId: row.goal_id,
    area: row.area,
    about: aboutOf(row),
    words: measureWords.parse(openWords(key.key, placeOf(key, 'measure', row.id), row.sealed).words),
    doer: doerOf(row),
    due: row.due,
    monthly: row.monthly_from && row.monthly_to ? { from: row.monthly_from, to: row.monthly_to } : null,
    costs: costs.rows.flatMap((cost) =>
      cost.measure_id === row.id ? [{ partyId: cost.party_id, ore: cost.ore }] : [],
    ),
    estimatedOre: row.estimated_ore,
    stoppedOn: row.stopped_on,
  }))
}

function doerOf(row: { doer_party_id: PartyId | null; doer_person_id: PersonId | null }): Doer {
  if (row.doer_party_id) return { is: 'party', partyId: row.doer_party_id }
  return row.doer_person_id ? { is: 'member', personId: row.doer_person_id } : { is: 'named' }
}

/** Where the signed-in person may write, of the cells that goals, measures and decisions stand in. */
async function findWritable(tx: Tx, family: FamilyId): Promise<Plan['mayWrite']> {
  const { rows } = await sql<{ aboutId: AboutId; area: AreaCode }>`
    select c.about_id as "aboutId", c.area
    from (select g.about_id, g.area from lab.goal g where g.family_id = ${family}
      union select m.about_id, m.area from lab.measure m where m.family_id = ${family}
      union select d.about_id, d.area from lab.decision d where d.family_id = ${family}) c,
      lateral lab.my_right(${family}, c.about_id, c.area, 'table') r
    where r.may_write and r.standing`.execute(tx)
  return rows
}

/** The whole plan as the signed-in person may see it; undefined for whoever may not open the family. */
export async function findPlan(tx: Tx, family: FamilyId, key: FamilyKey): Promise<Plan | undefined> {
  const [row, bookers, mayWrite, members, goals, measures, seen, outside, frames, people, parties] = await Promise.all([
    findFamily(tx, family),
    findBookers(tx, family),
    findWritable(tx, family),
    findMembers(tx, family),
    findGoals(tx, family, key),
    findMeasures(tx, family, key),
    findDecisions(tx, family),
    findOutside(tx, family, key),
    sql<{ partyId: PartyId; amountOre: number; usedOre: number; from: CalendarDay; to: CalendarDay }>`
      select party_id as "partyId", amount_ore as "amountOre", used_ore as "usedOre", valid_from as "from", valid_to as "to"
      from lab.my_frames(${family}) order by valid_from, id`.execute(tx),
    sql<{ id: PersonId; name: string; calledName: string }>`
      select p.id, p.name, p.called_name as "calledName" from lab.person p order by p.name collate lab.norwegian`.execute(
      tx,
    ),
    sql<{ id: PartyId; name: string; inSentence: string; isPrivate: boolean }>`
      select p.id, p.name, p.in_sentence as "inSentence", p.kind = 'private' as "isPrivate" from lab.party p order by p.position`.execute(
      tx,
    ),
  ])
  // A service that has no consent left keeps its own decisions in sight while it holds its seat. With none, there is nothing here.
  if (!row && (bookers.parties.length === 0 || seen.decisions.length + outside.length === 0)) return undefined
  const decisions = seen.decisions.map((decision) => cardOfDecision(decision, seen.me, key))
  const spokenOf = new Set<string>([
    ...decisions.flatMap((card) => [
      card.proposedBy,
      ...card.answers.map((answer) => answer.recordedBy),
      ...card.mandates.map((mandate) => mandate.personId),
      ...(card.decided ? [card.decided.by] : []),
    ]),
    ...goals.flatMap((goal) => [
      goal.madeBy,
      ...(goal.thread ? [goal.thread.saidBy, ...goal.thread.corrections.map((each) => each.by)] : []),
    ]),
    ...outside.map((decision) => decision.recordedBy),
  ])
  return {
    family: { id: family, name: row?.name ?? null, onePerson: members.length === 1 },
    me: { id: seen.me, leads: bookers.isLeader, parties: bookers.parties },
    today: seen.today,
    members: members.map((member) => ({ ...cardOf(member), isChild: member.child, isMe: member.me })),
    people: people.rows.filter((person) => spokenOf.has(person.id)),
    parties: parties.rows,
    goals,
    measures,
    decisions,
    outside,
    mayWrite,
    frames: frames.rows.map((frame) => ({ ...frame, state: frameState(frame) })),
  }
}
