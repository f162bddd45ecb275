import type { SendReferral } from '@velferdslab/core/commands/referral'
import { atATime, type Cursor } from '@velferdslab/core/cursor'
import { dayInOslo } from '@velferdslab/core/dates'
import type { FamilyId, MunicipalityId, PartyId, QuestionId, ReferralId } from '@velferdslab/core/ids'
import { calledNameOf, familyNameOf, initialsOf } from '@velferdslab/core/names'
import { referralWords, type Door, type DoorQuery, type Reach, type SentByMe } from '@velferdslab/core/referral'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import { afterPlace, partOf, placeIn, type Placed } from './cursor.ts'
import type { KeyRing } from './key-ring.ts'
import { openWords, sealWords } from './sealed.ts'

/** The words of a referral or a question are sealed under a key of its own, in the ring under its own id. */
export function placeOf(
  municipality: string,
  table: 'referral' | 'question' | 'whereabouts' | 'self_referral',
  row: string,
  column = 'sealed',
) {
  return { municipality, family: row, table, column, row }
}

/** A way in that goes with the first message: the hash of its code, and the message as the outbox keeps it. */
export interface FirstMessage {
  readonly codeHash: Buffer
  readonly sealed: Buffer
}

/**
 * Receives a referral: a person and a family of their own, also when somebody of that name is here. Whether it is one person the core team says.
 * @throws a database error of class 42501 when the signed-in person does not work in the service they refer from
 */
export async function insertReferral(
  tx: Tx,
  ring: KeyRing,
  municipality: MunicipalityId,
  referral: SendReferral,
  message: FirstMessage | null,
  origin: string,
): Promise<void> {
  const { referralId: id, name, contact } = referral
  const family = randomUUID()
  const own = ring.newKey(municipality, id)
  const { sealed } = sealWords(own.key, placeOf(municipality, 'referral', id), referral.hopes)
  // How somebody is reached can be an address: it lies apart, behind the lock on whereabouts.
  const reached = contact ? sealWords(own.key, placeOf(municipality, 'whereabouts', id), contact).sealed : null
  const familyKey = ring.newKey(municipality, family)
  await sql`
    select lab.receive_referral(${id}, ${family}, ${randomUUID()}, ${name}, ${calledNameOf(name)}, ${initialsOf(name)}, ${familyNameOf(name)},
      ${referral.born}::date, ${referral.relation}, ${referral.partyId}::uuid, ${referral.yes.how}, ${referral.yes.on}::date, ${referral.language},
      ${referral.reach}, ${own.wrapped}, ${sealed}, ${reached}::bytea, ${familyKey.wrapped}, ${message?.codeHash ?? null}::bytea,
      ${message?.sealed ?? null}::bytea, ${referral.commandId}, ${origin})`.execute(tx)
}

/** What I have sent and asked. */
export async function findSentByMe(tx: Tx, ring: KeyRing): Promise<SentByMe> {
  const [referrals, questions] = await Promise.all([
    sql<{ id: ReferralId; received_at: Date; answered_at: Date | null }>`select * from lab.my_referrals()`.execute(tx),
    findQuestions(tx, ring, true, undefined),
  ])
  return {
    today: dayInOslo(new Date()),
    referrals: referrals.rows.map((row) => ({
      id: row.id,
      receivedAt: row.received_at.toISOString(),
      answered: row.answered_at !== null,
    })),
    questions: questions.part.map(({ id, askedAt, text, answer }) => ({ id, askedAt, text, answer })),
  }
}

interface ReferralRow {
  id: ReferralId
  municipality_id: string
  family_id: FamilyId
  phase: Door['referrals'][number]['phase']
  name: string
  relation: Door['referrals'][number]['relation']
  service: string | null
  sent_by: string | null
  received_at: Date
  answered_at: Date | null
  yes_how: 'spoken' | 'written'
  yes_on: string
  language: Door['referrals'][number]['language']
  reach: Reach
  wrapped: Buffer
  sealed: Buffer
  sealed_contact: Buffer | null
  may_reach: boolean
  message: Door['referrals'][number]['message']
  has_signed_in: boolean
  signed_at: Date | null
}

/** What stands at the door, for the core team, a part at a time: the rest of its referrals, or of its questions, where one is asked for. */
export async function findDoor(tx: Tx, ring: KeyRing, asked: DoorQuery): Promise<Door> {
  const [own, gone] = await Promise.all([
    sql<{ id: string }>`select self_referred as id from lab.self_referred()`.execute(tx),
    sql<{ id: string }>`select left_at_door as id from lab.left_at_door()`.execute(tx),
  ])
  const [bySelf, left] = [new Set(own.rows.map(({ id }) => id)), new Set(gone.rows.map(({ id }) => id))]
  const referrals = asked.questionsAfter ? nothing : await findReferrals(tx, ring, asked.after)
  const questions = asked.after ? nothing : await findQuestions(tx, ring, false, asked.questionsAfter)
  return {
    today: dayInOslo(new Date()),
    referrals: referrals.part.map((each) => ({
      ...each,
      bySelf: bySelf.has(each.id),
      senderLeft: left.has(each.id),
    })),
    more: referrals.more,
    questions: questions.part.map((each) => ({ ...each, askerLeft: left.has(each.id) })),
    moreQuestions: questions.more,
  }
}

interface Part<Row> {
  readonly part: Row[]
  readonly more: Cursor | null
}
type ReferralRead = Omit<Door['referrals'][number], 'bySelf' | 'senderLeft'>
const nothing: Part<never> = { part: [], more: null }

async function findReferrals(tx: Tx, ring: KeyRing, after: Cursor | undefined): Promise<Part<ReferralRead>> {
  const { at, id } = afterPlace(after)
  const { rows } = await sql<Placed & { id: ReferralId; family_id: FamilyId }>`
    select r.id, r.family_id, ${placeIn(sql`r.received_at`, sql`r.id`)} as place
    from lab.referral r
    where r.family_id not in (select lab.hidden_at_door())
      and (${id}::uuid is null or r.received_at < ${at} or (r.received_at = ${at} and r.id > ${id}::uuid))
    order by r.received_at desc, r.id limit ${atATime + 1}`.execute(tx)
  const { part, more } = partOf(rows)
  const shown: ReferralRead[] = []
  // Each is read as if one had come for that family alone: the rule is asked from the few, and not about everybody at the door.
  for (const each of part) {
    await narrowTo(tx, each.family_id)
    shown.push(...(await findReferral(tx, ring, each.id)))
  }
  await narrowTo(tx, null)
  return { part: shown, more }
}

/** Narrowing can only shrink what is seen. */
async function narrowTo(tx: Tx, family: FamilyId | null): Promise<void> {
  await sql`select set_config('app.family', ${family ?? ''}, true)`.execute(tx)
}

async function findReferral(tx: Tx, ring: KeyRing, referral: ReferralId): Promise<ReferralRead[]> {
  const { rows } = await sql<ReferralRow>`
      select r.id, r.municipality_id, r.family_id, f.phase, d.name, d.relation, p.name as service, r.received_at, r.answered_at,
        r.yes_how, r.yes_on, r.language, r.reach, r.wrapped, r.sealed, y.sealed as sealed_contact,
        exists (select 1 from lab.my_whereabouts() k where k.family_id = r.family_id and k.what = 'referral_contact') as may_reach, d.sent_by, d.has_signed_in, w.signed_at,
        case when n.id is null then null when n.sent_at is not null then 'sent' when n.failed_at is not null then 'failed' else 'waiting' end as message
      from lab.referral r
      join lab.family f on f.municipality_id = r.municipality_id and f.id = r.family_id
      join lab.referred_of(array[${referral}::uuid]) d on d.referral_id = r.id
      left join lab.party p on p.municipality_id = r.municipality_id and p.id = r.party_id
      left join lab.participation w on w.municipality_id = r.municipality_id and w.family_id = r.family_id and w.person_id = d.person_id and w.ended_at is null
      left join lab.notice n on n.municipality_id = r.municipality_id and n.id = r.id
      left join lab.whereabouts y on y.municipality_id = r.municipality_id and y.subject_id = r.id and y.what = 'referral_contact'
      where r.id = ${referral}`.execute(tx)
  return rows.map((row) => {
    const key = ring.openKey(row.municipality_id, row.id, row.wrapped)
    const { words } = openWords(key, placeOf(row.municipality_id, 'referral', row.id), row.sealed)
    return {
      id: row.id,
      familyId: row.family_id,
      phase: row.phase,
      name: row.name,
      relation: row.relation,
      service: row.service,
      sentBy: row.sent_by,
      receivedAt: row.received_at.toISOString(),
      answered: row.answered_at !== null,
      yesHow: row.yes_how,
      yesOn: row.yes_on as Door['today'],
      language: row.language,
      reach: row.reach,
      ...toldIn(words, row.may_reach),
      ...(row.sealed_contact && {
        contact: openWords(key, placeOf(row.municipality_id, 'whereabouts', row.id), row.sealed_contact)
          .words as string,
      }),
      message: row.message,
      hasSignedIn: row.has_signed_in,
      signedAt: row.signed_at?.toISOString() ?? null,
    }
  })
}

/** What was sealed of a referral. Before 0027 how somebody is reached lay there too, and is told to whom may know it. */
function toldIn(words: unknown, mayReach: boolean): { hopes: string; contact: string | null } {
  if (typeof words === 'string') return { hopes: words, contact: null }
  const { hopes, contact } = referralWords.parse(words)
  return { hopes, contact: mayReach ? contact : null }
}

export async function insertQuestion(
  tx: Tx,
  ring: KeyRing,
  municipality: MunicipalityId,
  question: { id: QuestionId; partyId: PartyId | null; text: string },
): Promise<void> {
  const own = ring.newKey(municipality, question.id)
  const { sealed } = sealWords(own.key, placeOf(municipality, 'question', question.id), question.text)
  await sql`insert into lab.question (municipality_id, id, asked_by, party_id, wrapped, sealed)
    values (${municipality}, ${question.id}, lab.current_person(), ${question.partyId}, ${own.wrapped}, ${sealed})`.execute(
    tx,
  )
}

/** @returns not-found for who may not see the question, false when it has an answer already */
export async function saveQuestionAnswer(
  tx: Tx,
  ring: KeyRing,
  id: QuestionId,
  answer: string,
): Promise<'not-found' | 'answered' | 'saved'> {
  const row = await tx
    .selectFrom('lab.question')
    .select(['municipality_id', 'wrapped', 'answered_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return 'not-found'
  if (row.answered_at) return 'answered'
  const key = ring.openKey(row.municipality_id, id, row.wrapped)
  const { sealed } = sealWords(key, placeOf(row.municipality_id, 'question', id, 'sealed_answer'), answer)
  const { numAffectedRows } =
    await sql`update lab.question set sealed_answer = ${sealed}, answered_by = lab.current_person(), answered_at = now()
    where id = ${id}`.execute(tx)
  return numAffectedRows === 1n ? 'saved' : 'not-found'
}

/** Questions about nobody named, a part at a time: all of them for the core team, or my own. */
async function findQuestions(
  tx: Tx,
  ring: KeyRing,
  mine: boolean,
  after: Cursor | undefined,
): Promise<Part<Omit<Door['questions'][number], 'askerLeft'>>> {
  const { at, id } = afterPlace(after)
  const { rows } = await sql<
    Placed & {
      id: QuestionId
      municipality_id: string
      service: string | null
      asked_at: Date
      answered_at: Date | null
      wrapped: Buffer
      sealed: Buffer
      sealed_answer: Buffer | null
    }
  >`
    select q.id, q.municipality_id, p.name as service, q.asked_at, q.answered_at, q.wrapped, q.sealed, q.sealed_answer,
      ${placeIn(sql`q.asked_at`, sql`q.id`)} as place
    from lab.question q left join lab.party p on p.municipality_id = q.municipality_id and p.id = q.party_id
    where (not ${mine} or q.asked_by = lab.current_person())
      and (${id}::uuid is null or q.asked_at < ${at} or (q.asked_at = ${at} and q.id > ${id}::uuid))
    order by q.asked_at desc, q.id limit ${mine ? null : atATime + 1}`.execute(tx)
  const { part, more } = mine ? { part: rows, more: null } : partOf(rows)
  return {
    more,
    part: part.map((row) => {
      const key = ring.openKey(row.municipality_id, row.id, row.wrapped)
      const open = (column: string, sealed: Buffer) =>
        openWords(key, placeOf(row.municipality_id, 'question', row.id, column), sealed).words as string
      return {
        id: row.id,
        service: row.service,
        askedAt: row.asked_at.toISOString(),
        text: open('sealed', row.sealed),
        answer: row.sealed_answer && open('sealed_answer', row.sealed_answer),
        answeredAt: row.answered_at?.toISOString() ?? null,
      }
    }),
  }
}

/** A family's referrals: their keys go with the family's when it is erased. */
export async function findReferralsOf(tx: Tx, family: FamilyId): Promise<ReferralId[]> {
  const rows = await tx.selectFrom('lab.referral').select('id').where('family_id', '=', family).execute()
  return rows.map((row) => row.id as ReferralId)
}
