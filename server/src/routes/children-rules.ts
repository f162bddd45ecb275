import { childrenRules } from '@velferdslab/core/children-rules'
import { asPerson } from '@velferdslab/db/as-person'
import { findChildrenRules } from '@velferdslab/db/children-rules'
import { route } from './route.ts'

/** Who may say yes, and who sees what a child wrote, by age and area: law as data, for whoever has signed in. */
export const childrenRulesRoutes = [
  route({
    method: 'GET',
    path: '/api/children-rules',
    summary:
      'From which ages young people answer for themselves, and until which those who answer for them see, with source and day',
    answer: childrenRules,
    events: 'reads',
    handle: (lab, { session }) =>
      asPerson(lab.people, session, null, async (tx) => (await findChildrenRules(tx)) ?? { refused: 'not-signed-in' }),
  }),
]
