import { familyHome, familyList } from '@velferdslab/core/family'
import { familyId } from '@velferdslab/core/ids'
import { me } from '@velferdslab/core/people'
import { asPerson } from '@velferdslab/db/as-person'
import { findFamilyHome, findMyFamilies } from '@velferdslab/db/family'
import { findMe } from '@velferdslab/db/people'
import { z } from 'zod'
import { route } from './route.ts'

/** Who I am, the families I may open, and one family's home. */
export const peopleRoutes = [
  route({
    method: 'GET',
    path: '/api/me',
    summary: 'Who is signed in, and which shells are theirs',
    answer: me,
    events: 'reads',
    atTable: ['guest', 'screen'],
    handle: async (lab, { session }) =>
      (await asPerson(lab.people, session, null, findMe)) ?? { refused: 'not-signed-in' },
  }),
  route({
    method: 'GET',
    path: '/api/families',
    summary: 'Families where the signed-in person holds a seat that counts',
    answer: familyList,
    events: 'reads',
    opens: 'families',
    handle: (lab, { session }) =>
      asPerson(lab.people, session, null, async (tx) => {
        const [who, families] = await Promise.all([findMe(tx), findMyFamilies(tx)])
        return who ? families : { refused: 'not-signed-in' }
      }),
  }),
  route({
    method: 'GET',
    path: '/api/families/:familyId',
    summary: 'A family: its people, its table and what each service may read',
    params: z.object({ familyId }),
    answer: familyHome,
    events: 'reads',
    opens: 'home',
    handle: (lab, { session, params }) =>
      asPerson(lab.people, session, params.familyId, async (tx) => {
        const [who, home] = await Promise.all([findMe(tx), findFamilyHome(tx, params.familyId)])
        if (!who) return { refused: 'not-signed-in' as const }
        return home ?? { refused: 'not-found' as const }
      }),
  }),
]
