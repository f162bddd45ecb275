import type { Me, PersonCard, Role } from '@velferdslab/core/people'
import type { FamilyId, MunicipalityId, PartyId, PersonId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'

/** Who the session is; undefined when it is no live one. */
export async function findMe(tx: Tx): Promise<Me | undefined> {
  const [who, roles, families] = await Promise.all([
    sql<{
      id: PersonId
      name: string
      called_name: string
      initials: string
      town: MunicipalityId
      town_name: string
      phone: string
      ends: Date
      has_seat: boolean
      words: NonNullable<Me['ownWords']>['words'] | null
      areas: NonNullable<Me['ownWords']>['areas'] | null
    }>`
      select p.id, p.name, p.called_name, p.initials, m.id as town, m.name as town_name, m.phone, lab.current_session_ends() as ends, lab.has_seat() as has_seat,
        (select jsonb_agg(jsonb_build_object('key', w.key, 'nb', w.nb, 'nbDefinite', w.nb_definite, 'en', w.en)) from lab.own_word_now w) as words,
        (select jsonb_agg(jsonb_build_object('code', a.code, 'nb', a.word_nb, 'en', a.word_en)) from lab.area a
          where a.word_nb is not null or a.word_en is not null) as areas
      from lab.person p join lab.municipality m on m.id = p.municipality_id where p.id = lab.current_person()`.execute(
      tx,
    ),
    tx
      .selectFrom('lab.role_held as r')
      .leftJoin('lab.party as p', (join) =>
        join.onRef('p.id', '=', 'r.party_id').onRef('p.municipality_id', '=', 'r.municipality_id'),
      )
      .select(['r.role', 'p.id as party_id', 'p.name as party_name'])
      .where('r.person_id', '=', sql<string>`(select lab.current_person())`)
      .where('r.valid_from', '<=', sql<Date>`now()`)
      .where((where) => where.or([where('r.valid_to', 'is', null), where('r.valid_to', '>', sql<Date>`now()`)]))
      .execute(),
    sql<{ id: FamilyId; name: string }>`
      select f.id, f.name from lab.family f where f.id in (select w.family_id from lab.my_ways() w where w.way in ('member', 'guardian'))
      order by f.name collate lab.norwegian`.execute(tx),
  ])
  const me = who.rows[0]
  if (!me) return undefined
  return {
    person: { id: me.id, name: me.name, calledName: me.called_name, initials: me.initials },
    municipality: { id: me.town, name: me.town_name, phone: me.phone },
    roles: [...new Set(roles.map((row) => row.role as Role))],
    families: families.rows,
    parties: roles.flatMap((row) =>
      row.party_id && row.party_name ? [{ id: row.party_id as PartyId, name: row.party_name }] : [],
    ),
    hasSeat: me.has_seat,
    ownWords: me.words || me.areas ? { words: me.words ?? [], areas: me.areas ?? [] } : null,
    sessionEnds: me.ends.toISOString(),
  }
}

interface CardRow {
  id: string
  name: string
  called_name: string
  initials: string
  mark: number
}

export function cardOf(row: CardRow): PersonCard {
  return { id: row.id as PersonId, name: row.name, calledName: row.called_name, initials: row.initials, mark: row.mark }
}

export interface MemberRow extends CardRow {
  relation: string
  takes_part: boolean
  born: string | null
  me: boolean
  /** Whole years; null where the signed-in person may not know the birth date. */
  age: number | null
  child: boolean
}

/** Present members of a family, in the family's own order. */
export async function findMembers(tx: Tx, family: FamilyId): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select p.id, p.name, p.called_name, p.initials, m.mark, m.relation, m.takes_part, b.born, p.id = lab.current_person() as me,
      lab.age(b.born) as age, coalesce(lab.age(b.born) < 18, m.relation = 'child') as child
    from lab.member m
    join lab.person p on p.municipality_id = m.municipality_id and p.id = m.person_id
    left join lab.birth b on b.municipality_id = m.municipality_id and b.person_id = m.person_id
    where m.family_id = ${family} and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
    order by m.position`.execute(tx)
  return rows
}

export interface SeatRow extends CardRow {
  seat_id: string
  party_id: string
  service: string
  in_sentence: string
  kind: 'service' | 'lab' | 'private'
  role: 'leader' | 'member' | 'trusted' | 'volunteer'
  active: boolean
  me: boolean
}

/** Seats the family has approved, those that have ended too (their notes still know their writers). */
export async function findSeats(tx: Tx, family: FamilyId): Promise<SeatRow[]> {
  const { rows } = await sql<SeatRow>`
    select p.id, p.name, p.called_name, p.initials, s.mark, s.id as seat_id, s.party_id, y.name as service, y.in_sentence, y.kind, s.role,
      p.id = lab.current_person() as me,
      s.approved_at <= now() and s.valid_from <= now() and (s.valid_to is null or s.valid_to > now()) and s.ended_at is null
        and (not y.declaration_required or s.declared_at is not null) as active
    from lab.seat s
    join lab.person p on p.municipality_id = s.municipality_id and p.id = s.person_id
    -- Party by party: all of them together would also be asked which private ones one knows.
    cross join lateral (select n.* from lab.party n where n.municipality_id = s.municipality_id and n.id = s.party_id offset 0) y
    where s.family_id = ${family} and s.approved_at is not null
    order by s.role <> 'leader', y.position, p.name collate lab.norwegian`.execute(tx)
  return rows
}
