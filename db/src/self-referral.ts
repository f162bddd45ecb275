import type { MunicipalityId, SelfReferralId } from '@velferdslab/core/ids'
import { calledNameOf, familyNameOf, initialsOf } from '@velferdslab/core/names'
import { dayInOslo } from '@velferdslab/core/dates'
import type { TakeInSelfReferral } from '@velferdslab/core/commands/self-referral'
import {
  selfReferralWords,
  type SelfReferralEnd,
  type SelfReferrals,
  type SelfReferralWords,
} from '@velferdslab/core/self-referral'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import type { KeyRing } from './key-ring.ts'
import { placeOf } from './referral.ts'
import { openWords, sealWords } from './sealed.ts'

/** A sheet's five fields, under a key of its own in the ring, which is the referral's when it becomes one. */
export function sealSheet(key: Buffer, municipality: string, id: string, words: SelfReferralWords): Buffer {
  return sealWords(key, placeOf(municipality, 'self_referral', id), words).sealed
}

/** A sheet that waits, as it is stored. */
export interface SheetRow {
  readonly id: SelfReferralId
  readonly municipality_id: MunicipalityId
  readonly wrapped: Buffer
  readonly sealed: Buffer
}

export function openSheet(ring: KeyRing, row: SheetRow): { key: Buffer; words: SelfReferralWords } {
  const key = ring.openKey(row.municipality_id, row.id, row.wrapped)
  const { words } = openWords(key, placeOf(row.municipality_id, 'self_referral', row.id), row.sealed)
  return { key, words: selfReferralWords.parse(words) }
}

/** Who has referred herself and waits, for the core team; nobody for everybody else. */
export async function findSelfReferrals(tx: Tx, ring: KeyRing): Promise<SelfReferrals> {
  const { rows } = await sql<SheetRow & { received_at: Date }>`
    select id, municipality_id, wrapped, sealed, received_at from lab.self_referral
    where closed_at is null order by received_at, id`.execute(tx)
  return {
    today: dayInOslo(new Date()),
    waiting: rows.map((row) => ({
      id: row.id,
      receivedAt: row.received_at.toISOString(),
      ...openSheet(ring, row).words,
    })),
  }
}

/** One sheet for who may see it, and whether it is answered already. */
export async function findSheet(
  tx: Tx,
  id: SelfReferralId,
): Promise<(SheetRow & { readonly isClosed: boolean }) | undefined> {
  const { rows } = await sql<SheetRow & { isClosed: boolean }>`
    select id, municipality_id, wrapped, sealed, closed_at is not null as "isClosed" from lab.self_referral where id = ${id}`.execute(
    tx,
  )
  return rows[0]
}

/** What of a sheet goes with it when it becomes a referral: sealed for where it lies from then on, under the same key. */
export function asReferral(ring: KeyRing, row: SheetRow) {
  const { key, words } = openSheet(ring, row)
  const { municipality_id: municipality, id } = row
  const family = randomUUID()
  return {
    words,
    family,
    wrapped: row.wrapped,
    sealed: sealWords(key, placeOf(municipality, 'referral', id), words.hopes).sealed,
    sealedContact: sealWords(key, placeOf(municipality, 'whereabouts', id), words.contact).sealed,
    familyWrapped: ring.newKey(municipality, family).wrapped,
    names: sql`${words.name}, ${calledNameOf(words.name)}, ${initialsOf(words.name)}, ${familyNameOf(words.name)}, ${words.born}::date`,
  }
}

/** The core team takes it in at the door. @returns false when somebody else was there first */
export async function takeInSheet(
  tx: Tx,
  ring: KeyRing,
  row: SheetRow,
  { commandId, relation }: TakeInSelfReferral,
  origin: string,
): Promise<boolean> {
  const it = asReferral(ring, row)
  const { rows } = await sql<{ home: string | null }>`
    select lab.receive_self_referral(${row.id}, ${it.family}, ${randomUUID()}, ${it.names}, ${relation}, ${it.words.language}, ${it.wrapped}, ${it.sealed},
      ${it.sealedContact}, ${it.familyWrapped}, ${commandId}, ${origin}) as home`.execute(tx)
  return Boolean(rows[0]?.home)
}

/** @returns false when it was answered meanwhile */
export async function closeSheet(tx: Tx, id: SelfReferralId, how: SelfReferralEnd): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update lab.self_referral set closed_how = ${how}, closed_by = lab.current_person(), closed_at = now() where id = ${id}`.execute(
    tx,
  )
  return numAffectedRows === 1n
}
