import type { AnswerCheck, DecideQualification } from '@velferdslab/core/commands/qualification'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { Phase } from '@velferdslab/core/family'
import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import { declinedWords, type CheckAnswer, type Qualification, type TargetGroup } from '@velferdslab/core/qualification'
import type { QualificationFacts } from '@velferdslab/core/qualification-rules'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import type { KeyRing } from './key-ring.ts'
import { openWords, sealWords } from './sealed.ts'

/** The words of a check list are sealed under a key of its own, in the ring under its own id: the core team holds no key of a family. */
function placeOf(municipality: string, list: string, table: 'check_answer' | 'qualification', row: string) {
  return { municipality, family: list, table, column: table === 'qualification' ? 'sealed_outcome' : 'sealed', row }
}

/** A check list as it lies in the table. */
export interface OutcomeRow {
  id: string
  municipality_id: string
  wrapped: Buffer
  outcome: 'accepted' | 'declined' | null
  target_group: TargetGroup | null
  sealed_outcome: Buffer | null
  decided_at: Date | null
}

/** The newest check list of a family: the one being answered, or what came of the last. */
async function findNewest(tx: Tx, family: FamilyId): Promise<OutcomeRow | undefined> {
  const { rows } = await sql<OutcomeRow>`
    select id, municipality_id, wrapped, outcome, target_group, sealed_outcome, decided_at from lab.qualification
    where family_id = ${family} order by begun_at desc, id limit 1`.execute(tx)
  return rows[0]
}

interface QuestionRow {
  code: string
  valid_from: CalendarDay
  text_nb: string
  text_en: string
  needs_yes: boolean
  source: string
  id: string | null
  answer: CheckAnswer | null
  sealed: Buffer | null
  with_id: PersonId | null
  answered_at: Date | null
}

/** The questions in their order, each with its last answer in a check list: as they were worded when answered, else as they are today. */
async function findQuestions(tx: Tx, list: string | null): Promise<QuestionRow[]> {
  const { rows } = await sql<QuestionRow>`
    select n.code, n.valid_from, coalesce(asked.text_nb, n.text_nb) as text_nb, coalesce(asked.text_en, n.text_en) as text_en, n.needs_yes, n.source,
      last.id, last.answer, last.sealed, last.with_id, last.answered_at
    from lab.check_question_now n
    left join lateral (
      select a.* from lab.check_answer a where a.qualification_id = ${list}::uuid and a.code = n.code
      order by a.answered_at desc, a.id limit 1) last on true
    left join lab.check_question asked on asked.municipality_id = n.municipality_id and asked.code = n.code and asked.valid_from = last.question_from
    order by n.position`.execute(tx)
  return rows
}

async function findPeopleAtDoor(tx: Tx, family: FamilyId) {
  const { rows } = await sql<{ person_id: PersonId; called_name: string; has_signed: boolean }>`
    select person_id, called_name, has_signed from lab.at_door(${family}) order by called_name`.execute(tx)
  return rows.map((row) => ({ id: row.person_id, name: row.called_name, hasSigned: row.has_signed }))
}

/** Whether somebody has sent the family, and whether that is answered; undefined for who may not know. */
async function findStanding(tx: Tx, family: FamilyId) {
  const { rows } = await sql<{
    id: FamilyId
    name: string
    phase: Phase
    today: CalendarDay
    sent: boolean
    waits: boolean
    at_door: boolean
    at_home: boolean
  }>`
    select f.id, f.name, f.phase, lab.today() as today,
      d.sent, d.waits,
      lab.holds_role(array['core_team']) as at_door,
      exists (select 1 from lab.my_voice() v where v.family_id = f.id) as at_home
    from lab.family f cross join lab.my_standing(f.id) d where f.id = ${family}`.execute(tx)
  return rows[0]
}

/** The check list as the core team and the family see it; undefined for everybody else, and where nobody has sent the family. */
export async function findQualification(tx: Tx, ring: KeyRing, family: FamilyId): Promise<Qualification | undefined> {
  const [standing, list, people] = await Promise.all([
    findStanding(tx, family),
    findNewest(tx, family),
    findPeopleAtDoor(tx, family),
  ])
  if (!standing?.sent || !(standing.at_door || standing.at_home)) return undefined
  // A new referral after a no begins a new list.
  const shown = list?.outcome && standing.waits ? undefined : list
  const questions = await findQuestions(tx, shown?.id ?? null)
  const names = await findNames(tx, questions, people)
  const key = shown && ring.openKey(shown.municipality_id, shown.id, shown.wrapped)
  return {
    today: standing.today,
    family: { id: standing.id, name: standing.name, phase: standing.phase },
    mayAnswer: standing.at_door && standing.waits,
    people,
    questions: questions.map((row) => ({
      code: row.code,
      text: { nb: row.text_nb, en: row.text_en },
      needsYes: row.needs_yes,
      source: row.source,
      answer:
        shown && key && row.id && row.answer && row.sealed && row.answered_at
          ? {
              answer: row.answer,
              reason: String(
                openWords(key, placeOf(shown.municipality_id, shown.id, 'check_answer', row.id), row.sealed).words,
              ),
              with: row.with_id ? (names.get(row.with_id) ?? null) : null,
              answeredAt: row.answered_at.toISOString(),
            }
          : null,
    })),
    outcome: shown && key ? outcomeOf(shown, key) : null,
  }
}

/** What came of a check list, opened; null while it is being answered. */
export function openOutcome(ring: KeyRing, list: OutcomeRow): Qualification['outcome'] {
  return outcomeOf(list, ring.openKey(list.municipality_id, list.id, list.wrapped))
}

function outcomeOf(list: OutcomeRow, key: Buffer): Qualification['outcome'] {
  if (!list.outcome || !list.decided_at) return null
  const at = list.decided_at.toISOString()
  if (list.outcome === 'accepted' && list.target_group) return { is: 'accepted', at, targetGroup: list.target_group }
  if (!list.sealed_outcome) return null
  const { words } = openWords(
    key,
    placeOf(list.municipality_id, list.id, 'qualification', list.id),
    list.sealed_outcome,
  )
  return { is: 'declined', at, ...declinedWords.parse(words) }
}

/** Who was present, by name: for the core team those at the door; for the family its own people. */
async function findNames(tx: Tx, questions: readonly QuestionRow[], people: readonly { id: PersonId; name: string }[]) {
  const known = new Map<string, string>(people.map(({ id, name }) => [id, name]))
  const others = [...new Set(questions.flatMap(({ with_id }) => (with_id && !known.has(with_id) ? [with_id] : [])))]
  if (others.length === 0) return known
  const rows = await tx.selectFrom('lab.person').select(['id', 'called_name']).where('id', 'in', others).execute()
  for (const row of rows) known.set(row.id, row.called_name)
  return known
}

/** What the rules need, for the core team; undefined where there is nothing to answer. */
export async function loadQualificationFacts(tx: Tx, family: FamilyId): Promise<QualificationFacts | undefined> {
  const [standing, list, people] = await Promise.all([
    findStanding(tx, family),
    findNewest(tx, family),
    findPeopleAtDoor(tx, family),
  ])
  if (!standing?.sent || !standing.at_door) return undefined
  const open = list && list.outcome === null ? list.id : null
  const questions = await findQuestions(tx, open)
  return {
    open,
    isAtDoor: standing.waits,
    people,
    questions: questions.map((row) => ({
      code: row.code,
      from: row.valid_from,
      needsYes: row.needs_yes,
      answer: row.answer,
    })),
  }
}

/** Stores an answer; the first one begins the check list. */
export async function insertCheckAnswer(
  tx: Tx,
  ring: KeyRing,
  family: FamilyId,
  answer: AnswerCheck & { list: string; isNew: boolean; id: string; from: string; municipality: string },
): Promise<void> {
  const { list, municipality } = answer
  let key: Buffer
  if (answer.isNew) {
    const made = ring.newKey(municipality, list)
    key = made.key
    await sql`insert into lab.qualification (municipality_id, id, family_id, begun_by, wrapped)
      values (${municipality}, ${list}, ${family}, lab.current_person(), ${made.wrapped})`.execute(tx)
  } else {
    key = await openListKey(tx, ring, list)
  }
  const { sealed } = sealWords(key, placeOf(municipality, list, 'check_answer', answer.id), answer.reason)
  await sql`insert into lab.check_answer (municipality_id, id, qualification_id, family_id, code, question_from, answer, sealed, with_id, answered_by)
    values (${municipality}, ${answer.id}, ${list}, ${family}, ${answer.code}, ${answer.from}::date, ${answer.answer}, ${sealed}, ${answer.withId},
      lab.current_person())`.execute(tx)
}

/** Stores the outcome; the trigger of the table answers the referral and refuses what must not be accepted. */
export async function saveOutcome(
  tx: Tx,
  ring: KeyRing,
  municipality: string,
  list: string,
  { outcome }: DecideQualification,
): Promise<void> {
  const declined = outcome.is === 'declined' ? { reason: outcome.reason, instead: outcome.instead } : null
  const sealed =
    declined &&
    sealWords(await openListKey(tx, ring, list), placeOf(municipality, list, 'qualification', list), declined).sealed
  await sql`update lab.qualification set outcome = ${outcome.is}, target_group = ${outcome.is === 'accepted' ? outcome.targetGroup : null},
      sealed_outcome = ${sealed}::bytea, decided_by = lab.current_person(), decided_at = now()
    where id = ${list}`.execute(tx)
}

async function openListKey(tx: Tx, ring: KeyRing, list: string): Promise<Buffer> {
  const { rows } = await sql<{ municipality_id: string; wrapped: Buffer }>`
    select municipality_id, wrapped from lab.qualification where id = ${list}`.execute(tx)
  const row = rows[0]
  if (!row) throw new Error('a check list that was there is not')
  return ring.openKey(row.municipality_id, list, row.wrapped)
}

/** The lock of a family for the core team, which may not open it. */
export async function lockDoor(tx: Tx, family: FamilyId): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`select lab.lock_door(${family}) as known`.execute(tx)
  return rows[0]?.known === true
}

/** The municipality of the signed-in person, which everything they make lies in. */
export async function findMunicipality(tx: Tx): Promise<string> {
  const { rows } = await sql<{ id: string }>`select lab.current_municipality() as id`.execute(tx)
  return (rows[0] as { id: string }).id
}

/** A family's check lists: their keys go with the family's when it is erased. */
export async function findQualificationsOf(tx: Tx, family: FamilyId): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from lab.qualification where family_id = ${family}`.execute(tx)
  return rows.map(({ id }) => id)
}
