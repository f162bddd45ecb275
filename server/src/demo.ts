import { asSystem } from '@velferdslab/db/as-system'
import type { Pool } from '@velferdslab/db/connect'
import type { KeyRing } from '@velferdslab/db/key-ring'
import { openIdentity } from '@velferdslab/db/identity'
import { newcomers, people } from '@velferdslab/db/seed/fjordvik-people'
import { dayInOslo } from '@velferdslab/core/dates'
import type { DemoPerson } from './sign-in/contract.ts'

/**
 * Whom one can be in the demo: everybody in the database who has an identity, and some whom the lab has not met yet. The people of Fjordvik come with the persona and the line the
 * seed tells of them; whoever came later goes by their name.
 */
export function demoPeople(system: Pool, ring: KeyRing): () => Promise<DemoPerson[]> {
  const told = people(dayInOslo(new Date()))
  return async () => {
    const rows = await asSystem(system, 'sign-in', (tx) =>
      tx
        .selectFrom('lab.person_identity as i')
        .innerJoin('lab.person as p', (join) =>
          join.onRef('p.id', '=', 'i.person_id').onRef('p.municipality_id', '=', 'i.municipality_id'),
        )
        .select(['i.issuer', 'i.sealed', 'i.municipality_id', 'i.person_id', 'p.name'])
        .execute(),
    )
    const place = new Map(told.map((person, at) => [`${person.signsInAs ?? ''} ${person.name}`, at]))
    const placeOf = (row: (typeof rows)[number]) => place.get(`${row.issuer} ${row.name}`) ?? told.length
    const here = rows
      .sort((a, b) => placeOf(a) - placeOf(b) || a.name.localeCompare(b.name, 'nb'))
      .map((row) => {
        const person = told[placeOf(row)] ?? newcomers.find(({ name }) => name === row.name)
        return {
          issuer: row.issuer,
          subject: openIdentity(ring, row.municipality_id, row.person_id, row.sealed),
          persona: person?.persona ?? personaOf(row.name),
          name: row.name,
          description: person?.about ?? '',
        }
      })
    const known = new Set(here.map(({ subject }) => subject))
    const strangers = newcomers
      .filter(({ subject }) => !known.has(subject))
      .map(({ persona, name, subject, about }) => ({
        issuer: 'citizen' as const,
        subject,
        persona,
        name,
        description: about,
      }))
    return [...here, ...strangers]
  }
}

/** 'Åse Bø-Lund' goes by 'ase-bo-lund'. */
function personaOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
