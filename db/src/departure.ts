import type { LeaveWork } from '@velferdslab/core/commands/departure'
import type { Held, InHand } from '@velferdslab/core/departure'
import { tablesFor, type LeaveFacts } from '@velferdslab/core/departure-rules'
import type { PersonId } from '@velferdslab/core/ids'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { findStaff } from './change.ts'
import type { Tx } from './connect.ts'
import type { KeyRing } from './key-ring.ts'

/** What somebody who works here has in their hands; undefined for everybody else. */
export async function findInHand(tx: Tx, person: PersonId): Promise<InHand | undefined> {
  const [staff, held] = await Promise.all([findStaff(tx), findHeld(tx, person)])
  const found = staff.find((each) => each.person_id === person)
  return found && { person: { id: person, name: found.name }, held }
}

async function findHeld(tx: Tx, person: PersonId): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select h.what, h.party_id as "partyId", h.n from lab.in_hand(${person}) h order by h.what, h.party_id`.execute(tx)
  return rows
}

export async function loadLeaveFacts(tx: Tx, person: PersonId, me: PersonId): Promise<LeaveFacts> {
  const [staff, held] = await Promise.all([findStaff(tx), findHeld(tx, person)])
  return {
    me,
    person,
    held,
    isStaff: staff.some((each) => each.person_id === person),
    working: staff
      .filter(({ current }) => current)
      .map((each) => ({ personId: each.person_id, partyId: each.party_id, leads: each.role === 'investment_leader' })),
  }
}

/** Ends all of it, and asks for a seat for whoever takes on, at each table: the words of each lie under a key of its own. */
export async function saveDeparture(
  tx: Tx,
  ring: KeyRing,
  leaving: { id: string; person: PersonId; municipality: string },
  takers: LeaveWork['takers'],
  held: readonly Held[],
): Promise<void> {
  const given = takers.map((taker) => ({
    ...taker,
    places: Array.from({ length: tablesFor(taker, held) }, () => {
      const seatId = randomUUID()
      return { seatId, wrapped: ring.newKey(leaving.municipality, seatId).wrapped.toString('base64') }
    }),
  }))
  await sql`select lab.leave_work(${leaving.id}, ${leaving.person}, ${JSON.stringify(given)}::jsonb)`.execute(tx)
}
