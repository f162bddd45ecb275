import { agreementTextVersion, signsFromAge, type Agreement } from '@velferdslab/core/agreement'
import type { Signer } from '@velferdslab/core/agreement-rules'
import type { SignAgreement } from '@velferdslab/core/commands/agreement'
import type { FamilyId } from '@velferdslab/core/ids'
import type { TextLanguage } from '@velferdslab/core/text-language'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import { findMembers, findSeats } from './people.ts'

/** Who has signed, of those whose signatures the signed-in person may see. */
async function findSignatures(tx: Tx, family: FamilyId) {
  const { rows } = await sql<{ person_id: string; signed_at: Date; language: TextLanguage }>`
    select person_id, signed_at, language from lab.participation where family_id = ${family} and ended_at is null`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.person_id, row]))
}

/** The agreement as a member meets it; undefined for everybody else. */
export async function findAgreement(tx: Tx, family: FamilyId): Promise<Agreement | undefined> {
  const [members, seats, signatures] = await Promise.all([
    findMembers(tx, family),
    findSeats(tx, family),
    findSignatures(tx, family),
  ])
  const me = members.find((member) => member.me)
  if (!me || me.age === null) return undefined
  const mine = signatures.get(me.id)
  return {
    textVersion: agreementTextVersion,
    leader: seats.find((seat) => seat.role === 'leader' && seat.active)?.called_name ?? null,
    isYoung: me.age < 18,
    maySign: me.age >= signsFromAge && !mine,
    mine: mine ? { signedAt: mine.signed_at.toISOString(), language: mine.language } : null,
    others: members
      .filter((member) => !member.me && (member.age ?? 0) >= signsFromAge)
      .map((member) => ({
        name: member.called_name,
        signedAt: signatures.get(member.id)?.signed_at.toISOString() ?? null,
      })),
  }
}

/** The signed-in person as the one who signs; undefined for who is no member. */
export async function findSigner(tx: Tx, family: FamilyId): Promise<Signer | undefined> {
  const [members, signatures] = await Promise.all([findMembers(tx, family), findSignatures(tx, family)])
  const me = members.find((member) => member.me)
  return !me || me.age === null ? undefined : { age: me.age, hasSigned: signatures.has(me.id) }
}

export async function insertSignature(tx: Tx, family: FamilyId, id: string, input: SignAgreement): Promise<void> {
  await sql`insert into lab.participation (municipality_id, id, family_id, person_id, text_version, language)
    values (lab.current_municipality(), ${id}, ${family}, lab.current_person(), ${input.textVersion}, ${input.language})`.execute(
    tx,
  )
}
