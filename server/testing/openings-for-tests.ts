import { randomUUID } from 'node:crypto'
import type { TestLab } from '../../db/testing/fjordvik-for-tests.ts'

/** An opening as it lies in the database, with the areas of its cells, in the words of Fjordvik. */
export interface Opened {
  readonly persona: string
  readonly family: string
  readonly party: string | null
  readonly role: string | null
  readonly page: string
  readonly purpose: string
  readonly ground: string
  readonly bare: boolean
  readonly areas: string[]
}

/** Every opening there is, oldest first. */
export async function openingsOf(lab: TestLab): Promise<Opened[]> {
  const { rows } = await lab.owner.query<Opened & { person_id: string; family_id: string }>(
    `select o.person_id, o.family_id, p.name as party, o.role, o.page, o.purpose, o.ground, o.bare,
       array(select distinct c.area from lab.opening_cell c where c.opening_id = o.id order by 1) as areas
     from lab.opening o left join lab.party p on p.id = o.party_id order by o.from_at, o.page, o.ground`,
  )
  return rows.map(({ person_id, family_id, ...row }) => ({
    ...row,
    persona: nameOf(lab.town.persons, person_id),
    family: nameOf(lab.town.families, family_id),
  }))
}

export interface Denied {
  readonly persona: string
  readonly family: string
  readonly door: string
}

/** Every denial there is. They are written after the answer: asked until as many have come as are awaited, or for a moment where none may. */
export async function denialsOf(lab: TestLab, awaited: number): Promise<Denied[]> {
  for (let left = awaited === 0 ? 8 : 100; ; left--) {
    const { rows } = await lab.owner.query<{ person_id: string; family_id: string; door: string }>(
      'select person_id, family_id, door from lab.denial order by door',
    )
    if (left === 0 || (awaited > 0 && rows.length >= awaited))
      return rows.map(({ person_id, family_id, door }) => ({
        door,
        persona: nameOf(lab.town.persons, person_id),
        family: nameOf(lab.town.families, family_id),
      }))
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

function nameOf(names: object, id: string): string {
  return Object.entries(names).find(([, each]) => each === id)?.[0] ?? id
}

/** As if nobody had read anything yet. */
export async function withoutTrace(lab: TestLab): Promise<void> {
  for (const table of ['opening_cell', 'opening', 'denial']) await lab.owner.query(`delete from lab.${table}`)
}

/** An exception in law, or break-glass, that names somebody; not told unless it says so. @returns its id */
export async function anAct(
  lab: TestLab,
  act: { persona: string; family: string; kind: 'exception' | 'break_glass'; areas: string[]; told?: boolean },
): Promise<string> {
  const id = randomUUID()
  if (act.kind === 'break_glass')
    await lab.owner.query(
      `insert into lab.role_held (municipality_id, id, person_id, role, party_id, valid_from)
       select $1, $2, $3, 'break_glass', (select r.party_id from lab.role_held r where r.person_id = $3 order by r.valid_from limit 1), now() - interval '1 day'`,
      [lab.town.municipality, randomUUID(), lab.person(act.persona)],
    )
  await lab.owner.query(
    `insert into lab.act (municipality_id, id, family_id, person_id, party_id, kind, areas, ground, valid_from, valid_to, told_at)
     values ($1, $2, $3, $4, (select r.party_id from lab.role_held r where r.person_id = $4 and r.role = 'break_glass' and $5 = 'break_glass' limit 1),
       $5, $6, 'law', now() - interval '1 minute', now() + interval '30 minutes', case when $7 then now() end)`,
    [
      lab.town.municipality,
      id,
      lab.family(act.family),
      lab.person(act.persona),
      act.kind,
      act.areas,
      act.told ?? false,
    ],
  )
  return id
}
