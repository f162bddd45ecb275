import { addDays, addMonths, type CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId, PartyId, PersonId } from '@velferdslab/core/ids'
import { randomUUID } from 'node:crypto'
import type { Tx } from '../src/connect.ts'
import { frames, mandates, prices } from './fjordvik-mandates.ts'
import type { PartyKey } from './fjordvik-people.ts'

/** Who may decide what, for a year around today; and what payers can decide for a family. */
export async function layMandates(
  tx: Tx,
  town: {
    municipality: string
    today: CalendarDay
    id: (persona: string) => PersonId
    partyIds: Record<PartyKey, PartyId>
    familyIds: Record<string, FamilyId>
  },
): Promise<void> {
  const valid_from = addDays(town.today, -200)
  await tx
    .insertInto('lab.mandate')
    .values(
      mandates.map((mandate) => ({
        municipality_id: town.municipality,
        id: randomUUID(),
        party_id: town.partyIds[mandate.party],
        person_id: 'persona' in mandate.holder ? town.id(mandate.holder.persona) : null,
        role: 'role' in mandate.holder ? mandate.holder.role : null,
        kinds: [...mandate.kinds],
        amount_ore: mandate.amountOre,
        total_ore: mandate.totalOre,
        source: mandate.source,
        valid_from,
        valid_to: addDays(town.today, 165),
      })),
    )
    .execute()
  await tx
    .insertInto('lab.frame')
    .values(
      frames.map((frame) => ({
        municipality_id: town.municipality,
        id: randomUUID(),
        family_id: town.familyIds[frame.family] as FamilyId,
        party_id: town.partyIds[frame.party],
        amount_ore: frame.amountOre,
        source: frame.source,
        valid_from,
        valid_to: addMonths(town.today, frame.months),
      })),
    )
    .execute()
  await tx
    .insertInto('lab.price')
    .values(
      prices.map(({ validFrom, ...price }) => ({
        municipality_id: town.municipality,
        id: randomUUID(),
        ...price,
        valid_from: validFrom,
      })),
    )
    .execute()
}
