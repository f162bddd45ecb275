import { randomUUID } from 'node:crypto'
import type { PartyId, PersonId } from '@velferdslab/core/ids'
import type { Tx } from '../src/connect.ts'
import { layStatutes } from '../src/statute-defaults.ts'
import type { PartyKey } from './fjordvik-people.ts'

/** What each service of Fjordvik is for the law. */
const sectors: readonly (readonly [PartyKey, string])[] = [
  ['lab', 'lab'],
  ['nav', 'nav'],
  ['school', 'school'],
  ['child-welfare', 'child_welfare'],
  ['health-clinic', 'health'],
  ['kindergarten', 'kindergarten'],
]

/** The law Fjordvik starts from, and what its services are under it. */
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
    .insertInto('lab.service_sector')
    .values(
      sectors.map(([party, sector]) => ({
        municipality_id: town.municipality,
        party_id: town.partyIds[party],
        sector,
      })),
    )
    .execute()
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
