import { asSystem } from '@velferdslab/db/as-system'
import type { Pool } from '@velferdslab/db/connect'
import type { KeyRing } from '@velferdslab/db/key-ring'
import { openIdentity } from '@velferdslab/db/sessions'
import { people } from '@velferdslab/db/seed/fjordvik-people'
import { dayInOslo } from '@velferdslab/core/dates'
import type { DemoPerson } from './sign-in/contract.ts'

/** The people of Fjordvik one can be in the demo: whoever in the database has an identity and is told of in the seed. */
export function demoPeople(system: Pool, ring: KeyRing): () => Promise<DemoPerson[]> {
  const told = people(dayInOslo(new Date()))
  return async () => {
    const rows = await asSystem(system, 'sign-in', (tx) =>
      tx
        .selectFrom('lab.person_identity as i')
        .innerJoin('lab.person as p', (join) => join.onRef('p.id', '=', 'i.person_id').onRef('p.municipality_id', '=', 'i.municipality_id'))
        .select(['i.issuer', 'i.sealed', 'i.municipality_id', 'i.person_id', 'p.name'])
        .execute(),
    )
    return told.flatMap((person) => {
      const row = rows.find((one) => one.name === person.name && one.issuer === person.signsInAs)
      return row
        ? [
            {
              issuer: row.issuer,
              subject: openIdentity(ring, row.municipality_id, row.person_id, row.sealed),
              persona: person.persona,
              name: person.name,
              description: person.about,
            },
          ]
        : []
    })
  }
}
