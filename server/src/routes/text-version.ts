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
    params: z.object({ key: textKey }),
    query: z.object({ language: textLanguage, version: z.string().min(1).max(40).optional() }),
    answer: versionedText,
    events: 'reads',
    handle: (lab, { session, params, query }) =>
      asPerson(
        lab.people,
        session,
        null,
        async (tx) =>
          (await findText(tx, params.key, query.language, query.version ?? null)) ?? { refused: 'not-found' as const },
      ),
  }),
]
