import { firstLanguage } from '@velferdslab/core/language'
import { textLanguage } from '@velferdslab/core/text-language'
import { textKey, versionedText } from '@velferdslab/core/text-version'
import { asPerson } from '@velferdslab/db/as-person'
import { findText } from '@velferdslab/db/text-version'
import { z } from 'zod'
import { route } from './route.ts'

/** Texts that people say yes to or sign, as they are and as they were. */
export const textVersionRoutes = [
  route({
    method: 'GET',
    path: '/api/texts/:key',
    summary: 'A text people say yes to: the newest, or the version somebody read',
    // What is no text is not found, like any other thing that is not there; and who asks is asked first.
    params: z.object({ key: z.string().max(40) }),
    query: z.object({ language: textLanguage.default(firstLanguage), version: z.string().min(1).max(40).optional() }),
    answer: versionedText,
    events: 'reads',
    handle: async (lab, { session, params, query }) => {
      const key = textKey.safeParse(params.key)
      if (!key.success) return { refused: 'not-found' }
      return asPerson(
        lab.people,
        session,
        null,
        async (tx) =>
          (await findText(tx, key.data, query.language, query.version ?? null)) ?? { refused: 'not-found' as const },
      )
    },
  }),
]
