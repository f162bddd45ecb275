import { changePrivacyWord } from '@velferdslab/core/commands/privacy-word'
import { privacyWords } from '@velferdslab/core/privacy-word'
import { asPerson } from '@velferdslab/db/as-person'
import { findPrivacyWords, insertPrivacyWord, mayChangeWords } from '@velferdslab/db/privacy-word'
import { z } from 'zod'
import { once } from './referral.ts'
import { route } from './route.ts'

/** The words that texts are asked about while they are written. The texts themselves never come here for it. */
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
  route({
    method: 'POST',
    path: '/api/privacy-words',
    summary: 'The administrator adds a word to the list, or takes one away',
    body: changePrivacyWord,
    answer: z.object({ done: z.literal(true) }),
    events: ['privacy.word_changed'],
    handle: (lab, { session, body }) =>
      once(
        lab,
        session,
        { id: body.commandId, name: 'privacy.word_changed' },
        ({ roles }) => roles.includes('administrator'),
        async (tx) => {
          if (!(await mayChangeWords(tx))) return { refused: 'not-found' }
          await insertPrivacyWord(tx, body)
          return { done: true }
        },
      ),
  }),
]
