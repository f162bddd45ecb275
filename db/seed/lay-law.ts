import { randomUUID } from 'node:crypto'
import type { PartyId, PersonId } from '@velferdslab/core/ids'
import type { Tx } from '../src/connect.ts'
import { layStatutes } from '../src/statute-defaults.ts'
import type { PartyKey } from './fjordvik-people.ts'

/** The law Fjordvik starts from, and who receives what is reported under it. */
export async function layLaw(
  tx: Tx,
  town: {
    municipality: string
    id: (persona: string) => PersonId
    partyIds: Record<PartyKey, PartyId>
    longAgo: Date
  },
): Promise<void> {
  await layStatutes(tx, town.municipality)
  await tx
    .insertInto('lab.report_receiver')
    .values({
      municipality_id: town.municipality,
      id: randomUUID(),
      party_id: town.partyIds['child-welfare'],
      person_id: town.id('siri'),
      valid_from: town.longAgo,
      valid_to: null,
    })
    .execute()
}
