import { cloth } from '@velferdslab/core/cloth'
import { dayInOslo } from '@velferdslab/core/dates'
import { familyId, partyId, planVersionId } from '@velferdslab/core/ids'
import { firstLanguage, languages } from '@velferdslab/core/language'
import { textLanguage } from '@velferdslab/core/text-language'
import { asPerson } from '@velferdslab/db/as-person'
import { hasGlass } from '@velferdslab/db/break-glass'
import { findCloth, findSight } from '@velferdslab/db/cloth'
import { findSheetFacts } from '@velferdslab/db/consent-record'
import { findFamilyKey } from '@velferdslab/db/family-key'
import { findMe } from '@velferdslab/db/people'
import { tableKindOf } from '@velferdslab/db/table'
import { findPaper } from '@velferdslab/db/signing'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { leaveDenial } from './denial.ts'
import { sendRefusal } from './route.ts'
import { sendPaper } from './send-paper.ts'

/** Who reads by break-glass takes nothing along (REQ-57), also who sits at the table too: paper holds all that they see. */
const readsOnly = { refused: 'glass-reads-only' } as const

/** Paper: GET /api/families/:familyId/cloth.pdf, the cloth as the signed-in person may see it, or empty to write on. Events: reads. */
export function addPrintRoute(app: FastifyInstance, lab: Lab): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/families/:familyId/cloth.pdf',
    {
      schema: {
        summary: 'The cloth on paper, as the signed-in person may see it',
        params: z.object({ familyId }),
        querystring: z.object({
          paper: z.enum(['a1', 'a3', 'a4']).default('a3'),
          blank: z.enum(['0', '1']).default('0'),
          /** Of the cloth's own words. What people have written stands as they wrote it. */
          language: z.enum(languages).default(firstLanguage),
        }),
      },
    },
    async (request, reply) => {
      const token = lab.readToken(request)
      if (!token) return sendRefusal(reply, { refused: 'not-signed-in' })
      if (tableKindOf(token)) return sendRefusal(reply, { refused: 'not-found' })
      const family = request.params.familyId
      const opens = { page: 'cloth_paper', request: request.id } as const
      const seen = await asPerson(lab.people, { token, opens }, family, async (tx) => {
        if (await hasGlass(tx, family)) return readsOnly
        const [sight, key, me] = await Promise.all([
          findSight(tx, family),
          findFamilyKey(tx, lab.ring, family),
          findMe(tx),
        ])
        const drawn = sight && key && (await findCloth(tx, family, key))
        return drawn && { drawn, own: me?.ownWords ?? null }
      })
      if (!seen) {
        sendRefusal(reply, { refused: 'not-found' })
        leaveDenial(lab, token, request)
        return reply
      }
      if ('refused' in seen) return sendRefusal(reply, seen)
      // Loaded when the first sheet is printed: the typesetter and its fonts are heavy, and most servers of a day print little.
      const { printCloth } = await import('../print/cloth.ts')
      return sendPaper(reply, 'samtaleduk.pdf', () =>
        printCloth({
          cloth: cloth.parse({ ...seen.drawn, cursor: '' }),
          blank: request.query.blank === '1',
          paper: request.query.paper,
          language: request.query.language,
          printedOn: dayInOslo(lab.now()),
          own: seen.own,
        }),
      )
    },
  )
}

/**
 * Paper that was signed: GET /api/families/:familyId/signing/:versionId/plan.pdf, the stored bytes of one's own paper, never set anew. It
 * ends for who may no longer read all of it. Events: reads.
 */
export function addPlanPaperRoute(app: FastifyInstance, lab: Lab): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/families/:familyId/signing/:versionId/plan.pdf',
    {
      schema: {
        summary: 'One’s own paper of a version of the plan, the bytes that were signed',
        params: z.object({ familyId, versionId: planVersionId }),
      },
    },
    async (request, reply) => {
      const token = lab.readToken(request)
      if (!token) return sendRefusal(reply, { refused: 'not-signed-in' })
      const { familyId: family, versionId } = request.params
      const opens = { page: 'plan_paper', request: request.id } as const
      const paper = await asPerson(lab.people, { token, opens }, family, async (tx) => {
        if (await hasGlass(tx, family)) return readsOnly
        const key = await findFamilyKey(tx, lab.ring, family)
        return key && (await findPaper(tx, family, key, versionId))
      })
      if (!paper) {
        sendRefusal(reply, { refused: 'not-found' })
        leaveDenial(lab, token, request)
        return reply
      }
      if ('refused' in paper) return sendRefusal(reply, paper)
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="plan-${String(paper.number)}.pdf"`)
        .send(paper.file)
    },
  )
}

/**
 * A consent to fill in by hand: GET /api/families/:familyId/consents/sheet.pdf, in the family's language, for who leads it or belongs to it.
 * Events: reads.
 */
export function addConsentSheetRoute(app: FastifyInstance, lab: Lab): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/families/:familyId/consents/sheet.pdf',
    {
      schema: {
        summary: 'A consent on paper, with nothing ticked',
        params: z.object({ familyId }),
        querystring: z.object({ party: partyId, language: textLanguage.default(firstLanguage) }),
      },
    },
    async (request, reply) => {
      const token = lab.readToken(request)
      if (!token) return sendRefusal(reply, { refused: 'not-signed-in' })
      if (tableKindOf(token)) return sendRefusal(reply, { refused: 'not-found' })
      const { party, language } = request.query
      const found = await asPerson(lab.people, { token }, request.params.familyId, async (tx) =>
        (await hasGlass(tx, request.params.familyId))
          ? readsOnly
          : findSheetFacts(tx, request.params.familyId, party, language),
      )
      if (found && 'refused' in found) return sendRefusal(reply, found)
      if (!found) return sendRefusal(reply, { refused: 'not-found' })
      const { printConsentSheet } = await import('../print/consent-sheet.ts')
      return sendPaper(reply, 'samtykke.pdf', () => printConsentSheet({ ...found, printedOn: dayInOslo(lab.now()) }))
    },
  )
}
