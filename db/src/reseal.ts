import type { FamilyId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import { asSystem } from './as-system.ts'
import { appendEvents } from './command.ts'
import { inTransaction, type Pool, type Tx } from './connect.ts'
import type { KeyRing } from './key-ring.ts'
import { sealAnew } from './sealed.ts'

interface SealedUnderFamily {
  readonly table: string
  readonly column: string
  /** The columns the row is named by in the seal. */
  readonly row: readonly string[]
  /** What the seal calls the column, where it is not the column's own name: the value of another column. */
  readonly calledBy?: string
  /** Rows that lie under another key. */
  readonly but?: { readonly column: string; readonly is: string }
}

/** Where words are sealed under a family's key: the column, and the columns its row is named by in the seal. A test holds the list to the catalogue. */
export const sealedUnderFamily: readonly SealedUnderFamily[] = [
  ...['note', 'promise', 'promise_answer', 'goal', 'measure', 'outside_decision', 'wellbeing', 'placement'].map(byId),
  ...['meeting', 'phase_move', 'plan_version', 'plan_line', 'correction', 'member_proposal', 'task_link'].map(byId),
  ...['sole_consent', 'share_item'].map(byId),
  {
    table: 'whereabouts',
    column: 'sealed',
    row: ['subject_id'],
    calledBy: 'what',
    but: { column: 'what', is: 'referral_contact' },
  },
  { table: 'draft', column: 'sealed', row: ['note_id'] },
  { table: 'consent_wish', column: 'sealed_reason', row: ['id'] },
  { table: 'decision_version', column: 'sealed', row: ['decision_id', 'version'] },
  { table: 'decision_asked', column: 'sealed', row: ['decision_id', 'version', 'asked_id'] },
  { table: 'share_reason', column: 'sealed', row: ['share_id'] },
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
  { table: 'self_referral', column: 'sealed', under: 'its own key, which is the referral’s when it becomes one' },
  { table: 'act_reason', column: 'sealed', under: 'the key of the act' },
  { table: 'glass_review', column: 'sealed', under: 'the key of the review' },
  { table: 'report', column: 'sealed', under: 'the key of the report' },
  { table: 'report_told', column: 'sealed', under: 'the key of what was told' },
  { table: 'question', column: 'sealed', under: 'the key of the question' },
  { table: 'question', column: 'sealed_answer', under: 'the key of the question' },
  { table: 'qualification', column: 'sealed_outcome', under: 'the key of the check list' },
  { table: 'check_answer', column: 'sealed', under: 'the key of the check list' },
  { table: 'seat_proposal', column: 'sealed_why', under: 'the key of the seat asked for' },
  { table: 'seat_answer', column: 'sealed_reason', under: 'the key of the seat asked for' },
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
  at: SealedUnderFamily & { municipality: string; family: string },
  old: Buffer,
  key: Buffer,
): Promise<number> {
  const [table, column] = [sql.table(`lab.${at.table}`), sql.ref(at.column)]
  const name = sql`concat_ws(':', ${sql.join(at.row.map((part) => sql.ref(part)))})`
  const called = at.calledBy ? sql.ref(at.calledBy) : sql.lit(at.column)
  const mine = at.but ? sql`${sql.ref(at.but.column)} <> ${at.but.is}` : sql`true`
  const { rows } = await sql<{ place: string; called: string; row: string; sealed: Buffer }>`
    select ctid::text as place, ${called} as called, ${name} as row, ${column} as sealed from ${table}
    where family_id = ${at.family} and ${column} is not null and ${mine}`.execute(tx)
  // What guards a row asks who changes it; here it is nobody, and what it says stays.
  await sql`alter table ${table} disable trigger user`.execute(tx)
  for (const { place, called: as, row, sealed } of rows) {
    const anew = sealAnew(
      old,
      key,
      { municipality: at.municipality, family: at.family, table: at.table, column: as, row },
      sealed,
    )
    await sql`update ${table} set ${column} = ${anew} where ctid = ${place}::tid`.execute(tx)
  }
  await sql`alter table ${table} enable trigger user`.execute(tx)
  return rows.length
}
