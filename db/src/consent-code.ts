import type { ConsentArea } from '@velferdslab/core/areas'
import type { CodedSentence } from '@velferdslab/core/consent-code'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { ConsentCodeId, ConsentId, FamilyId } from '@velferdslab/core/ids'
import type { TextLanguage } from '@velferdslab/core/text-language'
import { productTexts } from '@velferdslab/core/text-version'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import { lastDay } from './consent-persons.ts'
import { tokenHash } from './token-hash.ts'

/** What a code was answered, and how far the family's chain has come. */
export interface CodeAnswered {
  readonly family: FamilyId
  readonly seq: number
  readonly events: number
}
export type SaidByCode = 'yes' | 'no' | 'call'

/** As the signed-in person who helps. Undefined when the code opens nothing: unknown, used, stopped, past, over are one answer. */
export const readHelping = (tx: Tx, code: string) => findSentence(tx, code, 'read_consent_code_helping')
export const answerHelping = (tx: Tx, code: string, answer: SaidByCode, origin: string) =>
  sayByCode(tx, code, answer, origin, 'answer_consent_code_helping')

/** Alone (`read_consent_code`, by confirm-by-code.ts) or helping. */
export async function findSentence(
  tx: Tx,
  code: string,
  by: 'read_consent_code' | 'read_consent_code_helping',
): Promise<CodedSentence | undefined> {
  const { rows } = await sql<{
    service: string
    areas: ConsentArea[]
    persons: string[]
    for_giver: boolean
    until: CalendarDay
    words: string | null
    language: TextLanguage
    one_person: boolean
    phone: string
  }>`select * from ${sql.id('lab', by)}(${tokenHash(code)})`.execute(tx)
  const row = rows[0]
  if (!row) return undefined
  // A municipality that was here before its texts were data reads the product's own.
  const lines =
    row.words?.split('\n') ?? productTexts[row.language]?.consent_sentence ?? productTexts.nb?.consent_sentence
  return {
    service: row.service,
    areas: row.areas,
    forMe: row.for_giver,
    persons: row.persons,
    until: row.until,
    line: (row.one_person ? lines?.[1] : undefined) ?? lines?.[0] ?? '',
    language: row.language,
    phone: row.phone,
  }
}

export async function sayByCode(
  tx: Tx,
  code: string,
  answer: SaidByCode,
  origin: string,
  by: 'answer_consent_code' | 'answer_consent_code_helping',
): Promise<CodeAnswered | undefined> {
  const { rows } = await sql<{ family_id: FamilyId; seq: number; events: number }>`
    select * from ${sql.id('lab', by)}(${tokenHash(code)}, ${answer}, ${randomUUID()}::uuid, ${origin})`.execute(tx)
  const row = rows[0]
  return row && { family: row.family_id, seq: row.seq, events: row.events }
}

/** The sentences of a family that can be confirmed with a code: what stands of what was written down, and is none to the leader. */
export async function findToConfirm(tx: Tx, family: FamilyId): Promise<ConsentId[]> {
  const { rows } = await sql<{ id: ConsentId }>`
    select c.id from lab.consent c join lab.recorded_consent r on r.consent_id = c.id
    where c.family_id = ${family} and c.answer = 'yes' and c.ended_at is null and c.valid_to > now()
      and c.family_id in (select f.family_id from lab.my_families() f where f.way = 'leader') and c.giver_id <> lab.current_person()
      and (c.family_id, c.party_id) not in (select w.family_id, w.party_id from lab.my_work() w where w.holds_seat)`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/** Stores a new code. Its end is the database's to set. @returns its last whole day */
export async function insertConsentCode(
  tx: Tx,
  family: FamilyId,
  made: { id: ConsentCodeId; consentId: ConsentId; code: string },
): Promise<void> {
  await sql`insert into lab.consent_code (municipality_id, id, consent_id, family_id, code_hash, made_by, ends_at)
    values (lab.current_municipality(), ${made.id}, ${made.consentId}, ${family}, ${tokenHash(made.code)}, lab.current_person(), now())`.execute(
    tx,
  )
}

export async function findCodeEnd(tx: Tx, id: ConsentCodeId): Promise<CalendarDay | undefined> {
  const { rows } = await sql<{ ends_at: Date }>`select ends_at from lab.consent_code where id = ${id}`.execute(tx)
  return rows[0] && lastDay(rows[0].ends_at)
}
