import type { AreaCode } from '@velferdslab/core/areas'
import type { CalendarDay } from '@velferdslab/core/dates'
import { decisionWords, type DecisionWords, type OutsideDecision, type RestsOn } from '@velferdslab/core/decision'
import type { AboutId, DecisionId, FamilyId, PartyId, PersonId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import type { FamilyKey } from './family-key.ts'
import { restsOn } from './rests-on.ts'
import { openWords, sealWords } from './sealed.ts'

const placeOf = (key: FamilyKey, row: string) => ({
  municipality: key.municipality,
  family: key.family,
  table: 'outside_decision',
  column: 'sealed',
  row,
})

export const sealOutside = (key: FamilyKey, id: DecisionId, words: DecisionWords) =>
  sealWords(key.key, placeOf(key, id), words)

/** The set of persons an outside decision of one's own service is about; undefined without a seat of that service, or for others than the family's. */
export async function findOutsideAbout(
  tx: Tx,
  family: FamilyId,
  party: PartyId,
  persons: readonly PersonId[],
): Promise<AboutId | undefined> {
  const { rows } = await sql<{ about: AboutId | null }>`
    select lab.my_outside_about(${family}, p.id, ${persons}::uuid[]) as about from lab.party p where p.id = ${party} and p.kind = 'service'`.execute(
    tx,
  )
  return rows[0]?.about ?? undefined
}

export async function insertOutside(
  tx: Tx,
  family: FamilyId,
  row: { id: DecisionId; partyId: PartyId; area: string; aboutId: AboutId; on: CalendarDay; sealed: Buffer },
): Promise<void> {
  await sql`insert into lab.outside_decision (municipality_id, id, family_id, party_id, area, about_id, author_id, decided_on, sealed)
    values (lab.current_municipality(), ${row.id}, ${family}, ${row.partyId}, ${row.area}, ${row.aboutId}, lab.current_person(), ${row.on}, ${row.sealed})`.execute(
    tx,
  )
}

/** What services decided alone, as far as the signed-in person may see. */
export async function findOutside(tx: Tx, family: FamilyId, key: FamilyKey): Promise<OutsideDecision[]> {
  const { rows } = await sql<{
    id: DecisionId
    party_id: PartyId
    area: AreaCode
    about_id: AboutId
    persons: PersonId[] | null
    decided_on: CalendarDay
    author_id: PersonId
    rests_on: RestsOn | null
    sealed: Buffer
  }>`
    select o.id, o.party_id, o.area, o.about_id, a.persons, o.decided_on, o.author_id, o.sealed, ${restsOn('o')} as rests_on
    from lab.outside_decision o left join lab.about a on a.id = o.about_id
    where o.family_id = ${family} order by o.decided_on, o.id`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    partyId: row.party_id,
    area: row.area,
    // Without a cell there, its service knows that it decided, and the set of people stays with those who may see it.
    about: { id: row.about_id, persons: row.persons ?? [] },
    on: row.decided_on,
    words: decisionWords.parse(openWords(key.key, placeOf(key, row.id), row.sealed).words),
    recordedBy: row.author_id,
    restsOn: row.rests_on,
  }))
}
