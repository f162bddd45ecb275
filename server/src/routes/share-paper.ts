import { dayInOslo } from '@velferdslab/core/dates'
import { familyId, shareId } from '@velferdslab/core/ids'
import { firstLanguage, languages } from '@velferdslab/core/language'
import { asPerson } from '@velferdslab/db/as-person'
import { hasGlass } from '@velferdslab/db/break-glass'
import { findFamilyKey } from '@velferdslab/db/family-key'
import { findMe } from '@velferdslab/db/people'
import { findShares } from '@velferdslab/db/share'
import { tableKindOf } from '@velferdslab/db/table'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { leaveDenial } from './denial.ts'
import { sendRefusal } from './route.ts'
import { sendPaper } from './send-paper.ts'

const readsOnly = { refused: 'glass-reads-only' } as const

/** What was handed over, on paper: GET /api/families/:familyId/shares/:shareId/share.pdf, for whoever sees the share now. Events: reads. */
export function addSharePaperRoute(app: FastifyInstance, lab: Lab): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/families/:familyId/shares/:shareId/share.pdf',
    {
      schema: {
        summary: 'What was handed over, on paper, as it was then',
        params: z.object({ familyId, shareId }),
        querystring: z.object({ language: z.enum(languages).default(firstLanguage) }),
      },
    },
    async (request, reply) => {
      const token = lab.readToken(request)
      if (!token) return sendRefusal(reply, { refused: 'not-signed-in' })
      if (tableKindOf(token)) return sendRefusal(reply, { refused: 'not-found' })
      const { familyId: family, shareId: wanted } = request.params
      const opens = { page: 'shares', request: request.id } as const
      const found = await asPerson(lab.people, { token, opens }, family, async (tx) => {
        if (await hasGlass(tx, family)) return readsOnly
        const [key, me] = await Promise.all([findFamilyKey(tx, lab.ring, family), findMe(tx)])
        const seen = key && (await findShares(tx, key))
        const share = seen?.shares.find(({ id }) => id === wanted)
        return share && { share, family: seen?.family.name ?? '', own: me?.ownWords ?? null }
      })
      if (!found) {
        sendRefusal(reply, { refused: 'not-found' })
        leaveDenial(lab, token, request)
        return reply
      }
      if ('refused' in found) return sendRefusal(reply, found)
      const { printShare } = await import('../print/share.ts')
      return sendPaper(reply, 'delt.pdf', () =>
        printShare({ ...found, language: request.query.language, printedOn: dayInOslo(lab.now()) }),
      )
    },
  )
}
