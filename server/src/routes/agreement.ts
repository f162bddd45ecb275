import { agreement } from '@velferdslab/core/agreement'
import * as rules from '@velferdslab/core/agreement-rules'
import { agreementAnswer, signAgreement } from '@velferdslab/core/commands/agreement'
import { familyId } from '@velferdslab/core/ids'
import { findAgreement, findSigner, insertSignature } from '@velferdslab/db/agreement'
import { asPerson } from '@velferdslab/db/as-person'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { runCommand } from './command.ts'
import { route } from './route.ts'

const ofFamily = z.object({ familyId })

/** The participation agreement: read it, sign it for oneself. */
export const agreementRoutes = [
  route({
    method: 'GET',
    path: '/api/families/:familyId/agreement',
    summary: 'The participation agreement, and who in the family has signed it',
    params: ofFamily,
    answer: agreement,
    events: 'reads',
    opens: 'agreement',
    handle: (lab, { session, params }) =>
      asPerson(
        lab.people,
        session,
        params.familyId,
        async (tx) => (await findAgreement(tx, params.familyId)) ?? { refused: 'not-found' as const },
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/agreement',
    summary: 'Sign the participation agreement for oneself',
    params: ofFamily,
    body: signAgreement,
    answer: agreementAnswer,
    events: ['participation.signed'],
    handle: (lab, { session, params, body }) =>
      runCommand(
        lab,
        session,
        params.familyId,
        { id: body.commandId, name: 'participation.signed' },
        (tx) => findSigner(tx, params.familyId),
        (signer) => {
          const id = randomUUID()
          const decided = rules.signAgreement(signer, body, id)
          if ('refused' in decided) return decided
          return {
            answer: { done: true as const },
            events: decided.done.events,
            save: (tx) => [insertSignature(tx, params.familyId, id, body)],
            tell: () => undefined,
          }
        },
      ),
  }),
]
