import type { FamilyId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import { asSystem } from './as-system.ts'
import { appendEvents } from './command.ts'
import { inTransaction, type Pool, type Tx } from './connect.ts'
import type { KeyRing } from './key-ring.ts'
import { sealAnew } from './sealed.ts'

interface SealedPlace {
  readonly table: string
  readonly column: string
  /** The columns its row is named by in the seal. */
  readonly row: readonly string[]
  /** The column that says what the seal is bound to as its column, where that is not the column itself. */
  readonly as?: string
  /** What of the same column lies under another key. */
  readonly but?: string
}

/** Where words are sealed under a family's key. A test holds the list to the catalogue. */
export const sealedUnderFamily: readonly SealedPlace[] = [
  ...['note', 'promise', 'promise_answer', 'goal', 'measure', 'outside_decision', 'wellbeing', 'placement'].map(byId),
  ...['meeting', 'phase_move', 'plan_version', 'plan_line', 'correction', 'member_proposal'].map(byId),
  // What leads to whoever sent a referral lies under the referral's own key.
  { table: 'whereabouts', column: 'sealed', row: ['subject_id'], as: 'what', but: 'referral_contact' },
  { table: 'draft', column: 'sealed', row: ['note_id'] },
  { table: 'consent_wish', column: 'sealed_reason', row: ['id'] },
  { table: 'decision_version', column: 'sealed', row: ['decision_id', 'version'] },
  { table: 'decision_asked', column: 'sealed', row: ['decision_id', 'version', 'asked_id'] },
  { table: 'plan_paper', column: 'sealed', row: ['version_id', 'person_id'] },
  { table: 'plan_signature', column: 'sealed', row: ['version_id', 'person_id'] },
]

/** Sealed, and not under a family's key: what each lies under. */
export const sealedElsewhere: readonly { table: string; column: string; under: string }[] = [
  {
    table: 'person_identity',
    column: 'sealed',
    under: 'derived from the master key, changed with it (rotate-keys.ts)',
  },
  { table: 'notice', column: 'sealed', under: 'derived from the master key, and gone when it is sent' },
  { table: 'referral', column: 'sealed', under: 'the key of the referral' },
  { table: 'question', column: 'sealed', under: 'the key of the question' },
  { table: 'question', column: 'sealed_answer', under: 'the key of the question' },
  { table: 'qualification', column: 'sealed_outcome', under: 'the key of the check list' },
  { table: 'check_answer', column: 'sealed', under: 'the key of the check list' },
  { table: 'seat_proposal', column: 'sealed_why', under: 'the key of the seat asked for' },
  { table: 'seat_answer', column: 'sealed_reason', under: 'the key of the seat asked for' },
  { table: 'act_reason', column: 'sealed', under: 'the key of the act' },
  { table: 'report', column: 'sealed', under: 'the key of the report' },
  { table: 'report_told', column: 'sealed', under: 'the key of what somebody was told' },
]

function byId(table: string) {
  return { table, column: 'sealed', row: ['id'] }
}

/**
 * Seals every word of one family under a new data key, all in one transaction with the key itself: when somebody may have got hold of the old one. Its own key in
 * the ring stays, so that what is in older copies of the database still opens with the ring.
 *
 * As the owner, because no role that works while the server runs may change words it did not write. The server is stopped meanwhile: it could read an old word with
 * the new key.
 * @returns how many places were sealed anew
 * @throws when there is no such family, or a word does not open: nothing is changed then
 */
export async function resealFamily(owner: Pool, system: Pool, ring: KeyRing, family: FamilyId): Promise<number> {
  const count = await inTransaction(
    owner,
    () => [],
    async (tx) => {
      await sql`select 1 from lab.chain_head where chain_id = ${family} for update`.execute(tx)
      const kept = await tx
        .selectFrom('lab.family_key')
        .select(['municipality_id', 'wrapped'])
        .where('family_id', '=', family)
        .executeTakeFirst()
      if (!kept) throw new Error('There is no such family, or its words are gone.')
      const municipality = kept.municipality_id
      const old = ring.openKey(municipality, family, kept.wrapped)
      const { key, wrapped } = ring.nextKey(municipality, family)
      await sql`update lab.family_key set wrapped = ${wrapped} where family_id = ${family}`.execute(tx)
      let sealed = 0
      for (const place of sealedUnderFamily)
        sealed += await resealTable(tx, { municipality, family, ...place }, old, key)
      return sealed
    },
  )
  await asSystem(system, 'rotate-keys', (tx) =>
    appendEvents(tx, family, [{ kind: 'family.resealed', subject: family, cell: null, data: {} }], null, 'rotate-keys'),
  )
  return count
}

async function resealTable(
  tx: Tx,
  at: SealedPlace & { readonly municipality: string; readonly family: string },
  old: Buffer,
  key: Buffer,
): Promise<number> {
  const [table, column] = [sql.table(`lab.${at.table}`), sql.ref(at.column)]
  const name = sql`concat_ws(':', ${sql.join(at.row.map((part) => sql.ref(part)))})`
  const bound = at.as ? sql.ref(at.as) : sql.lit(at.column)
  const { rows } = await sql<{ at: string; bound: string; row: string; sealed: Buffer }>`
    select ctid as at, ${bound} as bound, ${name} as row, ${column} as sealed from ${table}
    where family_id = ${at.family} and ${column} is not null ${at.but ? sql`and ${bound} <> ${at.but}` : sql``}`.execute(tx)
  // What guards a row asks who changes it; here it is nobody, and what it says stays.
  await sql`alter table ${table} disable trigger user`.execute(tx)
  const { municipality, family } = at
  for (const { at: stands, bound: bounded, row, sealed } of rows) {
    const anew = sealAnew(old, key, { municipality, family, table: at.table, column: bounded, row }, sealed)
    await sql`update ${table} set ${column} = ${anew} where ctid = ${stands}::tid`.execute(tx)
  }
  await sql`alter table ${table} enable trigger user`.execute(tx)
  return rows.length
}
