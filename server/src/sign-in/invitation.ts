import { readSelfCode } from '@velferdslab/core/self-code'
import type { FastifyInstance } from 'fastify'
import type { SignInSettings } from './contract.ts'
import { invitationPage } from './kind-pages.ts'
import { sendPage } from './page.ts'

/** 128 random bits in base64url. */
const code = /^[\w-]{22}$/

/** The code of a message, or of who has referred herself; undefined for anything else. */
export function invitationIn(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  return code.test(value) ? value : readSelfCode(value)
}

/**
 * GET /m/:code: where a message leads. It says that there is one, whoever asks and whatever the code: what it opens, and to whom, is
 * seen only once somebody has proven who they are.
 */
export function addInvitation(app: FastifyInstance, settings: SignInSettings): void {
  app.get('/m/:code', { logLevel: 'warn' }, (request, reply) =>
    sendPage(
      reply,
      200,
      invitationPage(invitationIn((request.params as { code?: string }).code), settings.municipality),
    ),
  )
}
