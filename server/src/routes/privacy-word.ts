import { privacyWords } from '@velferdslab/core/privacy-word'
import { asPerson } from '@velferdslab/db/as-person'
import { findPrivacyWords } from '@velferdslab/db/privacy-word'
import { route } from './route.ts'

/** The words that texts are asked about while they are written. The texts themselves never come here for it; the list is changed in the administration. */
export const privacyWordRoutes = [
  route({
    method: 'GET',
    path: '/api/privacy-words',
    summary: 'Words that may be private in a text',
    answer: privacyWords,
    events: 'reads',
    atTable: ['guest'],
    handle: (lab, { session }) =>
      asPerson(lab.people, session, null, async (tx) => ({ words: await findPrivacyWords(tx) })),
  }),
]
