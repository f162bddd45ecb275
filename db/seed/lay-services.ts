import type { PartyId } from '@velferdslab/core/ids'
import { randomUUID } from 'node:crypto'
import type { Tx } from '../src/connect.ts'
import { organisations, parties, type PartyKey } from './fjordvik-people.ts'

/** The legal bodies of Fjordvik, and the services under them. */
export async function layServices(tx: Tx, municipality: string, partyIds: Record<PartyKey, PartyId>): Promise<void> {
  const bodies = new Map<string, string>(organisations.map(({ key }) => [key, randomUUID()]))
  await tx
    .insertInto('lab.organisation')
    .values(
      organisations.map((body) => ({
        municipality_id: municipality,
        id: bodies.get(body.key) as string,
        name: body.name,
        organisation_number: body.organisationNumber,
        sector: body.sector,
      })),
    )
    .execute()
  await tx
    .insertInto('lab.party')
    .values(
      parties.map((party, position) => ({
        municipality_id: municipality,
        id: partyIds[party.key],
        kind: party.kind,
        organisation_id: party.organisation ? (bodies.get(party.organisation) as string) : null,
        name: party.name,
        in_sentence: party.inSentence,
        declaration_required: party.kind === 'private',
        service_type: party.type,
        position,
      })),
    )
    .execute()
}
