import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as client from 'openid-client'
import { clearSessionCookie, readProviders, readSessionToken, setProviders } from './cookies.ts'
import type { IssuerName, SignInOptions } from './contract.ts'
import type { Issuer } from './issuers.ts'
import { isSameOrigin } from './same-origin.ts'

/** Where a provider sends the browser when it has signed out. Registered at each of them. */
export const signedOutPath = '/sign-in/signed-out'

/**
 * POST /api/sign-out   ends our session and answers where the browser goes next to end it at the provider too
 * GET  /sign-in/signed-out   back from a provider; on to the next one when both doors were used, else to the sign-in page
 */
export function addSignOut(app: FastifyInstance, options: SignInOptions, issuers: Record<IssuerName, Issuer>): void {
  const { settings } = options

  app.post(
    '/api/sign-out',
    { schema: { summary: 'End the session here, everywhere it is open, and at the identity provider' } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      if (!isSameOrigin(request, settings.publicUrl)) return reply.code(403).send({ refused: 'foreign-origin' })

      await endSession(request, options)
      clearSessionCookie(reply, settings)
      // Not "cookies": that reaches every site under the municipality's domain, and the provider's cookie in the demo, which it
      // still needs to end its own session. Ours are cleared by name.
      reply.header('clear-site-data', '"cache", "storage"')
      return reply.send({ done: true, endSessionUrl: await nextEndSession(request, reply) })
    },
  )

  app.get(signedOutPath, async (request, reply) => {
    reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    // A link from another site must not be able to sign anybody out: with a living session this is only a way home.
    if (readSessionToken(request, settings) !== undefined) return reply.redirect('/', 303)
    const next = await nextEndSession(request, reply)
    return reply.redirect(
      next === signedOutPath ? `${settings.signInPage ?? '/sign-in'}?message=signed-out` : next,
      303,
    )
  })

  /** The end-session address of one provider this browser has used, taken off the list; our own last step when none is left. */
  async function nextEndSession(request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const [name, ...rest] = readProviders(request, settings)
    setProviders(reply, settings, rest)
    return name === undefined ? signedOutPath : endSessionUrl(issuers[name])
  }

  /** Without id_token_hint: the ID token holds the identity number, and then we would have to keep it and put it in a URL. */
  async function endSessionUrl(issuer: Issuer): Promise<string> {
    try {
      const configuration = await issuer.configuration()
      const back = new URL(signedOutPath, settings.publicUrl).href
      return client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: back }).href
    } catch {
      // The provider is down or has no such address. Our session is ended all the same.
      return signedOutPath
    }
  }
}

/** Ends the session this browser holds, if any. */
export async function endSession(
  request: FastifyRequest,
  { settings, sessions, onSessionEnded }: SignInOptions,
): Promise<void> {
  const token = readSessionToken(request, settings)
  if (token === undefined) return
  await sessions.end(token)
  onSessionEnded(token)
}
