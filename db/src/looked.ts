import type { AreaCode } from '@velferdslab/core/areas'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId } from '@velferdslab/core/ids'
import { lookedDays, mostHappenings, toldKinds, type Looked, type ToldKind } from '@velferdslab/core/looked'
import { visitsOf } from '@velferdslab/core/looked-rules'
import type { Ground } from '@velferdslab/core/opening'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import { findFamily } from './family.ts'
import { findMembers } from './people.ts'

/** Who has read, and what has happened, as one of the family sees it; undefined for everybody else. */
export async function findLooked(tx: Tx, family: FamilyId): Promise<Looked | undefined> {
  const [row, members, openings, happened] = await Promise.all([
    findFamily(tx, family),
    findMembers(tx, family),
    findOpenings(tx, family),
    findHappened(tx, family),
  ])
  if (!row || !row.ways.some((way) => way === 'member' || way === 'guardian')) return undefined
  const me = members.find((member) => member.me)
  const names = new Map(members.map((member) => [member.id, member.called_name]))
  const visits = visitsOf(
    openings.map((opening) => {
      const aboutMe = opening.whole || opening.persons.includes(me?.id ?? '')
      return {
        reader: opening.reader,
        name: opening.name,
        service: opening.service,
        ground: opening.ground,
        areas: opening.areas,
        about: opening.whole
          ? []
          : opening.persons.flatMap((person) => (person === me?.id ? [] : (names.get(person) ?? []))),
        aboutMe,
        byMyYes: aboutMe && (me?.age ?? 0) >= 18,
        from: opening.from_at,
        to: opening.to_at,
      }
    }),
  )
  return { family: { onePerson: members.length === 1 }, today: row.today, visits, happened }
}

interface OpeningRow {
  reader: string
  name: string | null
  service: string | null
  ground: Ground
  areas: AreaCode[]
  whole: boolean
  persons: string[]
  from_at: Date
  to_at: Date
}

/** Openings in sight, each with what of it is in sight. Of who reads for themself the party says no more than the name. */
async function findOpenings(tx: Tx, family: FamilyId): Promise<OpeningRow[]> {
  const { rows } = await sql<OpeningRow>`
    select o.person_id as reader, r.called_name as name, case when p.kind <> 'private' then p.in_sentence end as service, o.ground,
      o.from_at, o.to_at, coalesce(c.areas, '{}') as areas, coalesce(c.whole, false) as whole, coalesce(c.persons, '{}') as persons
    from lab.opening o
    left join lab.my_readers() r on r.person_id = o.person_id
    left join lab.party p on p.municipality_id = o.municipality_id and p.id = o.party_id
    left join lateral (
      select array_agg(distinct c.area) as areas, bool_or(a.whole) as whole, array_agg(distinct q.person) filter (where q.person is not null) as persons
      from lab.opening_cell c join lab.about a on a.municipality_id = c.municipality_id and a.id = c.about_id
      left join lateral unnest(a.persons) as q (person) on true
      where c.opening_id = o.id) c on true
    where o.family_id = ${family} and o.from_at > now() - make_interval(days => ${lookedDays})
    order by o.from_at, o.ground desc, o.id`.execute(tx)
  return rows
}

/** What has happened, once for each day, kind, person and area: no counts, and nothing of what is not in sight. */
async function findHappened(tx: Tx, family: FamilyId): Promise<Looked['happened']> {
  const { rows } = await sql<{
    kind: ToldKind
    by: string | null
    me: boolean
    area: AreaCode | null
    service: string | null
    on: CalendarDay
  }>`
    select e.kind, coalesce(p.called_name, l.name) as by, coalesce(e.actor_id = lab.current_person(), false) as me, q.area, y.in_sentence as service,
      (e.at at time zone 'Europe/Oslo')::date as on
    from (
      select n.kind, n.actor_id, n.municipality_id, n.subject_id, n.area, n.at, null::uuid as to_party from lab.event n
      where n.family_id = ${family} and n.kind = any (${[...toldKinds]}::text[])
      -- What was handed over follows its own rule, thing by thing.
      union all
      select 'share.made', s.actor_id, s.municipality_id, null, i.area, s.shared_at, s.to_party from lab.share s
      join lab.share_item i on i.municipality_id = s.municipality_id and i.share_id = s.id where s.family_id = ${family}) e
    -- The journey is one thing, in whatever area it was placed.
    cross join lateral (select case when e.kind not like 'journey.%' then e.area end as area) q
    left join lab.person p on p.municipality_id = e.municipality_id and p.id = e.actor_id
    -- Who has a link to a promise is of nobody's family, and known by it alone.
    left join lab.task_link l on l.person_id = e.actor_id
    left join lab.consent c on c.municipality_id = e.municipality_id and c.id = e.subject_id and e.kind like 'consent.%'
    left join lab.party y on y.municipality_id = e.municipality_id and y.id = coalesce(c.party_id, e.to_party)
    where e.at > now() - make_interval(days => ${lookedDays})
    group by e.kind, p.called_name, l.name, e.actor_id, q.area, y.in_sentence, (e.at at time zone 'Europe/Oslo')::date
    order by max(e.at) desc limit ${mostHappenings}`.execute(tx)
  return rows.map(({ kind, by, me, area, service, on }) => ({ kind, by, byMe: me, area, service, on }))
}
