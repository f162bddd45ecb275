import type { PartyId } from '@velferdslab/core/ids'
import type { SeenByParty } from '@velferdslab/core/seen-by'
import { sql } from 'kysely'
import { findCloth } from './cloth.ts'
import type { Tx } from './connect.ts'
import type { FamilyKey } from './family-key.ts'
import { findMembers, findSeats } from './people.ts'

/**
 * What a service can read now of what is mine: its cells by the rule, and the notes in them by my own sight. Undefined for who is not of the family,
 * and for a service that has nothing to do with it.
 */
export async function findSeenByParty(tx: Tx, key: FamilyKey, party: PartyId): Promise<SeenByParty | undefined> {
  const family = key.family
  const [cloth, seats, members, mine, known, cells, wards] = await Promise.all([
    findCloth(tx, family, key),
    findSeats(tx, family),
    findMembers(tx, family),
    sql`select 1 from lab.my_families() f where f.family_id = ${family} and f.way in ('member', 'guardian')`.execute(
      tx,
    ),
    sql<{ name: string; in_sentence: string; asked: boolean }>`
      select p.name, p.in_sentence,
        exists (select 1 from lab.consent c where c.family_id = ${family} and c.party_id = p.id and c.giver_id = lab.current_person())
          or exists (select 1 from lab.consent_wish w where w.family_id = ${family} and w.party_id = p.id) as asked
      from lab.party p where p.id = ${party}`.execute(tx),
    sql<{ about_id: string; area: string; privacy: string }>`
      select about_id, area, privacy from lab.seen_by_party(${family}, ${party})`.execute(tx),
    sql<{ id: string }>`select w as id from lab.my_wards() w`.execute(tx),
  ])
  const service = known.rows[0]
  const seated = seats.filter((seat) => seat.active && seat.party_id === party)
  const isHere = service?.asked === true || seated.length > 0
  if (!cloth || !service || !isHere || mine.rows.length === 0) return undefined
  const open = new Set(cells.rows.map((cell) => `${cell.about_id} ${cell.area} ${cell.privacy}`))
  const answeredFor = new Set(wards.rows.map(({ id }) => id))
  return {
    service: { partyId: party, name: service.name, inSentence: service.in_sentence },
    seatedBy: seated.map((seat) => seat.called_name),
    onePerson: cloth.family.onePerson,
    answersFor: members
      .filter(({ id }) => answeredFor.has(id))
      .toSorted((one, other) => (one.born ?? '').localeCompare(other.born ?? ''))
      .map((member) => member.called_name),
    notes: cloth.notes.filter((note) => open.has(`${note.about.id} ${note.area} ${note.privacy}`)),
    people: cloth.people.map(({ id, name, calledName, initials, mark }) => ({ id, name, calledName, initials, mark })),
  }
}
