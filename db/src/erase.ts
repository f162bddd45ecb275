import type { CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import { asSystem } from './as-system.ts'
import { appendEvents } from './command.ts'
import type { Pool } from './connect.ts'
import type { KeyRing } from './key-ring.ts'
import { findHoldOver } from './retention.ts'
import { findReferralsOf } from './referral.ts'
import { findQualificationsOf } from './qualification.ts'
import { findLawKeysOf } from './report.ts'
import { findProposalsOf } from './seat.ts'

/** Nothing of the family may be deleted for now. Why is said where the family knows it too; otherwise the privacy officer says it. */
export class FamilyHeld extends Error {
  readonly hold: { readonly since: CalendarDay; readonly because: string | null }
  constructor(hold: FamilyHeld['hold']) {
    super(`A hold has stood over this family since ${hold.since}${hold.because ? ` (${hold.because})` : ''}.`)
    this.hold = hold
  }
}

/**
 * Destroys a family's keys: the wrapped one in the database and the one in the ring that wraps it. From then on its words open nowhere, also
 * not from a copy of the database taken before, as long as no copy of the ring is kept beside it (docs/operate says how the ring is backed up).
 * Answers and placements, which hold more than words, are removed, and so is what was being written and what waits to be sent. The keys of what has one of its own go
 * too: referrals, check lists, seats asked for. What becomes of each table stands in tools/classification/erased.ts. The chain remembers that it was done.
 *
 * The key in the ring goes last: should the process die in between, running it again finishes the work.
 * @throws when there is no such family; FamilyHeld when a hold stands over it
 */
export async function eraseFamily(pool: Pool, ring: KeyRing, family: FamilyId): Promise<void> {
  const owners = await asSystem(pool, 'erase-family', async (tx) => {
    const known = await tx.selectFrom('lab.family').select('id').where('id', '=', family).executeTakeFirst()
    if (!known) throw new Error('There is no such family.')
    await sql`select lab.lock_chain(${family})`.execute(tx)
    const held = await findHoldOver(tx, family)
    if (held) throw new FamilyHeld(held)
    await sql`select lab.clear_family(${family})`.execute(tx)
    // What stands clear is not made unreadable by losing a key, so it goes itself: numbers and situations.
    await tx.deleteFrom('lab.wellbeing').where('family_id', '=', family).execute()
    await tx.deleteFrom('lab.placement').where('family_id', '=', family).execute()
    await tx.deleteFrom('lab.check_answer').where('family_id', '=', family).execute()
    const gone = await tx.deleteFrom('lab.family_key').where('family_id', '=', family).executeTakeFirst()
    if (gone.numDeletedRows > 0n) {
      await appendEvents(
        tx,
        family,
        [{ kind: 'family.erased', subject: family, cell: null, data: {} }],
        null,
        'erase-family',
      )
    }
    const found = await Promise.all([
      findReferralsOf(tx, family),
      findQualificationsOf(tx, family),
      findProposalsOf(tx, family),
      findLawKeysOf(tx, family),
    ])
    return found.flat()
  })
  for (const owner of owners) ring.forgetKey(owner)
  ring.forgetKey(family)
}
