import type { CalendarDay } from '@velferdslab/core/dates'
import type { AboutId, FamilyId, PersonId, WellbeingId } from '@velferdslab/core/ids'
import {
  scoresFromAge,
  type Answer,
  type AnswerKind,
  type Wellbeing,
  type WellbeingEntry,
} from '@velferdslab/core/wellbeing'
import type { NewAnswer, StandingAnswer, WellbeingFacts } from '@velferdslab/core/wellbeing-rules'
import { sql } from 'kysely'
import { findAudience, findCell } from './cloth.ts'
import type { Tx } from './connect.ts'
import { findFamily } from './family.ts'
import type { FamilyKey } from './family-key.ts'
import { cardOf, findMembers, findSeats, type MemberRow } from './people.ts'
import { openWords, sealWords, type Place } from './sealed.ts'

function placeOf(key: FamilyKey, row: string): Place {
  return { municipality: key.municipality, family: key.family, table: 'wellbeing', column: 'sealed', row }
}

export function sealOwnWords(key: FamilyKey, id: WellbeingId, words: string): { sealed: Buffer; proof: string } {
  return sealWords(key.key, placeOf(key, id), words)
}

/** An answer out of its two columns. Without a number there is none, whatever else the row says. */
export function answerOf(kind: AnswerKind, score: number | null): Answer {
  return kind === 'score' && score !== null ? { kind, score } : { kind: kind === 'score' ? 'skipped' : kind }
}

export function columnsOf(answer: Answer): { kind: AnswerKind; score: number | null } {
  return { kind: answer.kind, score: answer.kind === 'score' ? answer.score : null }
}

/** The set of people that is me alone, where I am a member. */
async function findAboutMe(tx: Tx, family: FamilyId, me: MemberRow | undefined): Promise<AboutId | undefined> {
  if (!me) return undefined
  const cell = await findCell(tx, family, {
    about: { persons: [me.id as PersonId] },
    area: 'common',
    privacy: 'own',
  })
  return cell?.aboutId
}

/** What the rules need. Undefined for whoever may not know the family. */
export async function loadWellbeingFacts(tx: Tx, family: FamilyId): Promise<WellbeingFacts | undefined> {
  const [row, members] = await Promise.all([findFamily(tx, family), findMembers(tx, family)])
  if (!row) return undefined
  const me = members.find((member) => member.me)
  return { aboutMe: await findAboutMe(tx, family, me), age: me?.age ?? null, phase: row.phase, today: row.today }
}

/** My own answer as the rules need it; undefined for everybody else's, also where the leader may read it. */
export async function findMyAnswer(tx: Tx, family: FamilyId, id: WellbeingId): Promise<StandingAnswer | undefined> {
  const row = await tx
    .selectFrom('lab.wellbeing')
    .select(['about_id', 'privacy'])
    .where('family_id', '=', family)
    .where('id', '=', id)
    .where('person_id', '=', sql<string>`lab.current_person()`)
    .executeTakeFirst()
  return row && { id, aboutId: row.about_id as AboutId, privacy: row.privacy }
}

export async function insertAnswer(tx: Tx, family: FamilyId, row: NewAnswer, sealed: Buffer | null): Promise<void> {
  const { kind, score } = columnsOf(row.answer)
  await sql`
    insert into lab.wellbeing (municipality_id, id, family_id, person_id, about_id, privacy, moment, answer, score, sealed, on_day)
    values (lab.current_municipality(), ${row.id}, ${family}, lab.current_person(), ${row.aboutId}, ${row.privacy}, ${row.moment},
      ${kind}, ${score}, ${sealed}, ${row.onDay})`.execute(tx)
}

export async function updateSharing(tx: Tx, { id, privacy }: StandingAnswer): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('lab.wellbeing')
    .set({ privacy })
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Error('an answer that should be shared or kept was not')
}

export async function deleteAnswer(tx: Tx, id: WellbeingId): Promise<void> {
  const { numDeletedRows } = await tx.deleteFrom('lab.wellbeing').where('id', '=', id).executeTakeFirst()
  if (numDeletedRows !== 1n) throw new Error('an answer that should be taken back was not')
}

/** My answers, and what others let me read. Undefined for whoever may not know the family. */
export async function findWellbeing(tx: Tx, family: FamilyId, key: FamilyKey): Promise<Wellbeing | undefined> {
  const [row, members, seats, entries] = await Promise.all([
    findFamily(tx, family),
    findMembers(tx, family),
    findSeats(tx, family),
    findEntries(tx, family, key),
  ])
  if (!row) return undefined
  const me = members.find((member) => member.me)
  const isChild = me?.child === true
  const mayAnswer = me !== undefined && me.age !== null && me.age >= scoresFromAge
  const aboutMe = mayAnswer ? await findAboutMe(tx, family, me) : undefined
  const seated = seats.filter((seat) => seat.active && !seat.me)
  const readers = aboutMe
    ? await findAudience(
        tx,
        family,
        { about: aboutMe, area: 'common', privacy: 'child' },
        seated.map((seat) => seat.id as PersonId),
      )
    : new Set<PersonId>()
  return {
    family: { id: row.id, name: row.name, onePerson: members.length === 1 },
    today: row.today,
    mayAnswer,
    isChild,
    leaders: [...new Set(seated.filter(({ id }) => readers.has(id as PersonId)).map((seat) => seat.called_name))],
    mine: entries.filter((entry) => entry.personId === me?.id),
    // Numbers are not shown to children, whatever others have shared (REQ-100).
    shared: isChild
      ? []
      : members.flatMap((member) => {
          const theirs = entries.filter((entry) => entry.personId === member.id)
          return member.me || theirs.length === 0 ? [] : [{ person: cardOf(member), entries: theirs }]
        }),
  }
}

async function findEntries(tx: Tx, family: FamilyId, key: FamilyKey): Promise<WellbeingEntry[]> {
  const rows = await tx
    .selectFrom('lab.wellbeing')
    .select(['id', 'person_id', 'on_day', 'moment', 'answer', 'score', 'sealed', 'privacy'])
    .where('family_id', '=', family)
    .orderBy('on_day')
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({
    id: row.id as WellbeingId,
    personId: row.person_id as PersonId,
    onDay: row.on_day as CalendarDay,
    moment: row.moment,
    answer: answerOf(row.answer, row.score),
    words: row.sealed && String(openWords(key.key, placeOf(key, row.id), row.sealed).words),
    privacy: row.privacy,
  }))
}
