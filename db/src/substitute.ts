import type { CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId, PartyId, PersonId, SeatId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import type { KeyRing } from './key-ring.ts'

/** Asks for somebody who leads until a day; lab.propose_substitute looks whether one may. */
export async function insertSubstitute(
  tx: Tx,
  ring: KeyRing,
  family: FamilyId,
  seat: { id: SeatId; person: PersonId; party: PartyId; until: CalendarDay },
  municipality: string,
): Promise<void> {
  const own = ring.newKey(municipality, seat.id)
  await sql`select lab.propose_substitute(${family}, ${seat.id}, ${seat.person}, ${seat.party}, ${seat.until}, ${own.wrapped})`.execute(
    tx,
  )
}
