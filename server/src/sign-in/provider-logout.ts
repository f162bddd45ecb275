import type { FastifyInstance } from 'fastify'
import type { IssuerName, SignInOptions } from './contract.ts'
import type { Issuer } from './issuers.ts'
import { makeSeenTokens, readLogoutToken } from './logout-token.ts'

/**
 * The provider ends a session, and with it ours:
 * POST /sign-in/{citizen|staff}/back-channel-logout    server to server, a signed logout token
 * GET  /sign-in/{citizen|staff}/front-channel-logout   in a hidden frame at the provider; ID-porten has only this one
 */
export function addProviderLogout(
  app: FastifyInstance,
  { sessions }: SignInOptions,
  issuers: Record<IssuerName, Issuer>,
): void {
  const isNewHere = makeSeenTokens()
  // Forms, in this scope and nowhere else: what a browser may change is JSON only.
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(body as string)))
  })

  async function isNew(issuer: IssuerName, jti: string, until: Date): Promise<boolean> {
    if (sessions.rememberLogoutToken) return sessions.rememberLogoutToken({ issuer, jti, until })
    return isNewHere(`${issuer} ${jti}`, until)
  }

  for (const issuer of Object.values(issuers)) {
    app.post(`/sign-in/${issuer.name}/back-channel-logout`, { bodyLimit: 16 * 1024 }, async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const token = await readLogoutToken(
        issuer,
        (request.body as { logout_token?: unknown } | undefined)?.logout_token,
      )
      if (!token || !(await isNew(issuer.name, token.jti, token.until))) {
        return reply.code(400).send({ error: 'invalid_request', error_description: 'logout_token not accepted' })
      }
      await sessions.endByProviderSession(issuer.name, token.providerSession)
      return reply.code(200).send()
    })

    app.get(`/sign-in/${issuer.name}/front-channel-logout`, async (request, reply) => {
      // No cookie of ours comes into a frame at another site, so the session is known by the provider's id alone. That id
      // cannot be guessed, and who knows it can only end that session.
      const { iss, sid } = request.query as { iss?: unknown; sid?: unknown }
      const isValid = iss === issuer.settings.issuer && typeof sid === 'string' && sid !== ''
      if (isValid) await sessions.endByProviderSession(issuer.name, sid)
      return reply
        .code(isValid ? 200 : 400)
        .headers({
          'cache-control': 'no-store',
          'content-security-policy': `default-src 'none'; frame-ancestors ${new URL(issuer.settings.issuer).origin}`,
        })
        .type('text/html; charset=utf-8')
        .send('<!doctype html><html lang="nb"><title>Logget ut</title>')
    })
  }
}
