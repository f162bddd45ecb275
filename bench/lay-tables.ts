import { addDays, dayInOslo } from '@velferdslab/core/dates'
import type { PartyId } from '@velferdslab/core/ids'
import { inTransaction, openPool, type Tx } from '@velferdslab/db/connect'
import type { KeyRing } from '@velferdslab/db/key-ring'
import type { DatabaseUrls } from '@velferdslab/db/provision'
import { parties, type PartyKey } from '@velferdslab/db/seed/fjordvik-people'
import { syntheticIdentity } from '@velferdslab/db/seed/synthetic-identity'
import { identityRow } from '@velferdslab/db/identity'
import { clothAreas, longAgo, yesLastsUntil, type Table } from './cloth-world.ts'

/** Lays the tables of a bench into Fjordvik, as the owner, before the server opens its doors. */
export async function layTables(urls: DatabaseUrls, ring: KeyRing, tables: readonly Table[], now: Date): Promise<void> {
  const pool = openPool(urls.owner, { size: 1, name: 'bench:lay' })
  try {
    await inTransaction(
      pool,
      () => [],
      async (tx) => {
        const town = await tx.selectFrom('lab.municipality').select('id').executeTakeFirstOrThrow()
        const kept = await tx.selectFrom('lab.party').select(['id', 'name']).execute()
        const partyIds = new Map(
          parties.map((party) => [party.key, kept.find((row) => row.name === party.name)?.id as PartyId]),
        )
        for (const table of tables) await layTable(tx, ring, town.id, partyIds, table, now)
      },
    )
  } finally {
    await pool.end()
  }
}

async function layTable(
  tx: Tx,
  ring: KeyRing,
  town: string,
  partyIds: ReadonlyMap<PartyKey, PartyId>,
  table: Table,
  now: Date,
): Promise<void> {
  const today = dayInOslo(now)
  const from = longAgo(today)
  const { family, sitters } = table
  const inTown = { municipality_id: town }
  const always = { valid_from: from, valid_to: null }
  const members = sitters.filter((sitter) => sitter.as !== 'seat')
  const parents = members.filter((sitter) => sitter.as !== 'child')
  const partyOf = (key: PartyKey) => partyIds.get(key) as PartyId
  const markOf = (position: number) => (position % 8) + 1

  await tx
    .insertInto('lab.person')
    .values(
      sitters.map(({ id, name }) => ({
        ...inTown,
        id,
        name,
        called_name: name.split(' ')[0] ?? name,
        initials: name.slice(0, 2).toUpperCase(),
      })),
    )
    .execute()
  await tx
    .insertInto('lab.birth')
    .values(members.flatMap(({ id, born }) => (born ? [{ ...inTown, person_id: id, born }] : [])))
    .execute()
  await tx
    .insertInto('lab.person_identity')
    .values(
      sitters.map(({ id, persona, born }) =>
        born
          ? identityRow(ring, town, id, 'citizen', freeIdentity(born))
          : identityRow(ring, town, id, 'staff', `${persona}@fjordvik.example`),
      ),
    )
    .execute()
  await tx
    .insertInto('lab.family')
    .values({
      ...inTown,
      id: family,
      name: table.name,
      phase: 'invest',
      target_group: 'a',
      cloth_started_on: addDays(today, -1),
      areas: [...clothAreas],
    })
    .execute()
  await tx
    .insertInto('lab.family_key')
    .values({ ...inTown, family_id: family, wrapped: ring.newKey(town, family).wrapped })
    .execute()
  await tx
    .insertInto('lab.chain_head')
    .values({ ...inTown, chain_id: family, family_id: family })
    .execute()
  await tx
    .insertInto('lab.member')
    .values(
      members.map(({ id, as, position }) => ({
        ...inTown,
        family_id: family,
        person_id: id,
        relation: as === 'seat' ? ('self' as const) : as,
        takes_part: true,
        mark: markOf(position),
        position,
        ...always,
      })),
    )
    .execute()
  const answersFor = members
    .filter((sitter) => sitter.as === 'child')
    .flatMap((child) =>
      parents.map((holder) => ({
        ...inTown,
        id: crypto.randomUUID(),
        person_id: child.id,
        holder_id: holder.id,
        kind: 'parental' as const,
        areas: null,
        source: 'bench',
        ...always,
      })),
    )
  if (answersFor.length > 0) await tx.insertInto('lab.responsibility').values(answersFor).execute()
  const seats = sitters.flatMap(({ id, party, position }) =>
    party
      ? [
          {
            ...inTown,
            id: crypto.randomUUID(),
            family_id: family,
            person_id: id,
            party_id: partyOf(party),
            role: party === 'lab' ? ('leader' as const) : ('member' as const),
            mark: markOf(position),
            asked_at: from,
            asked_by: id,
            approved_at: from,
            approved_by: sitters[0]?.id ?? id,
            declared_at: null,
            ended_at: null,
            ...always,
          },
        ]
      : [],
  )
  if (seats.length > 0) await tx.insertInto('lab.seat').values(seats).execute()
  for (const yes of table.consents) {
    await tx
      .insertInto('lab.consent')
      .values({
        ...inTown,
        id: yes.id,
        family_id: family,
        giver_id: yes.giver,
        party_id: partyOf(yes.party),
        answer: 'yes',
        purpose: 'make_and_follow_plan',
        areas: [...yes.areas],
        persons: [...yes.persons],
        giving_parties: [],
        valid_from: from,
        valid_to: yesLastsUntil(today),
        ended_at: null,
        ended_how: null,
        text_version: 'bench',
        language: 'nb',
        channel: 'digital',
        recorded_by: yes.giver,
      })
      .execute()
  }
}

const taken = new Map<string, number>()

/** Numbers of one day are given out in order, after those that the seed itself may have used. */
function freeIdentity(born: Parameters<typeof syntheticIdentity>[0]): string {
  const nth = (taken.get(born) ?? 25) + 1
  taken.set(born, nth)
  return syntheticIdentity(born, nth)
}
