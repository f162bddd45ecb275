import { consentAreas, type AreaCode, type ConsentArea } from '@velferdslab/core/areas'
import type { ConsentPicture } from '@velferdslab/core/consent'
import { addDays, dayInOslo, type CalendarDay } from '@velferdslab/core/dates'
import { answersForThere, areasOfMandate, lastDayOfMandate, type Ward } from '@velferdslab/core/guardianship'
import type { ConsentId, FamilyId, PartyId, PersonId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import { cardOf, type MemberRow } from './people.ts'

/** Whom the signed-in person answers for: as a parent, as guardian within mandates, or both. */
export async function findAnswersFor(tx: Tx): Promise<Map<string, Ward['asGuardian']>> {
  const { rows } = await sql<{
    person_id: string
    kind: 'parental' | 'guardian'
    areas: AreaCode[] | null
    valid_to: Date | null
  }>`
    select r.person_id, r.kind, r.areas, r.valid_to from lab.responsibility r
    where r.holder_id = lab.current_person() and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())`.execute(
    tx,
  )
  const people = new Set(rows.map(({ person_id }) => person_id))
  return new Map(
    [...people].map((person) => {
      const mine = rows.filter(({ person_id }) => person_id === person)
      const mandates = mine.flatMap(({ areas, valid_to }) =>
        areas ? [{ areas, until: valid_to && lastDay(valid_to) }] : [],
      )
      const isParentToo = mine.some(({ kind }) => kind === 'parental')
      return [person, mandates.length > 0 ? { isParentToo, mandates } : undefined]
    }),
  )
}

/** "Up to and including" this day. */
export function lastDay(validTo: Date): CalendarDay {
  return addDays(dayInOslo(validTo), -1)
}

/** Me, where I belong to the family; then those I answer for, the oldest first. */
export function personsIAnswerFor(
  members: readonly MemberRow[],
  answersFor: ReadonlyMap<string, Ward['asGuardian']>,
): MemberRow[] {
  const mine = members.filter((member) => member.me || answersFor.has(member.id))
  return mine.sort((a, b) => Number(b.me) - Number(a.me) || (a.born ?? '').localeCompare(b.born ?? ''))
}

/** One of them, as the picture shows them. */
export function personInPicture(
  member: MemberRow,
  also: string[],
  asGuardian: Ward['asGuardian'],
  at: { decidesFromAge: Parameters<typeof answersForThere>[2]['decidesFromAge']; today: CalendarDay },
): ConsentPicture['persons'][number] {
  const ward = { born: member.born as CalendarDay, asGuardian }
  const areas = asGuardian ? areasOfMandate(asGuardian, consentAreas) : []
  // Where the parts of a mandate end on different days, each is asked about by itself; the page shows the first.
  const ends = asGuardian ? areas.map((area) => lastDayOfMandate(asGuardian, area)).filter((day) => day !== null) : []
  return {
    ...cardOf(member),
    isMe: member.me,
    age: member.age,
    alsoNeeds: also,
    decidesAlone: member.me
      ? []
      : consentAreas.filter((area) => answersForThere(ward, area, { ...at, until: null }) !== null),
    asGuardian: asGuardian && !asGuardian.isParentToo ? { areas, until: ends.sort()[0] ?? null } : null,
  }
}

/** What my guardian has said yes to for me, and that stands. */
export async function findByGuardian(
  tx: Tx,
  family: FamilyId,
  counts: ReadonlySet<string>,
): Promise<ConsentPicture['byGuardian']> {
  const { rows } = await sql<{
    id: ConsentId
    guardian: string
    me: PersonId
    party_id: PartyId
    service: string
    areas: ConsentArea[]
    valid_to: Date
    given_at: Date
  }>`
    select distinct c.id, g.called_name as guardian, m.person_id as me, c.party_id, y.in_sentence as service, c.valid_to, c.given_at,
      array(select a from unnest(c.areas) a where a = any (r.areas)) as areas
    from lab.consent_mandate m
    join lab.consent c on c.municipality_id = m.municipality_id and c.id = m.consent_id
    join lab.my_guardians() g on g.responsibility_id = m.responsibility_id
    join lab.responsibility r on r.municipality_id = m.municipality_id and r.id = m.responsibility_id
    join lab.party y on y.id = c.party_id
    where m.family_id = ${family} and m.person_id = lab.current_person() and c.ended_at is null and c.valid_to > now()
    order by c.given_at desc, c.id`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    guardian: row.guardian,
    partyId: row.party_id,
    service: row.service,
    areas: row.areas,
    until: lastDay(row.valid_to),
    givenAt: row.given_at.toISOString(),
    counts: row.areas.some((area) => counts.has(`${row.party_id} ${row.me} ${area}`)),
  }))
}
