import { chosenLanguage } from '@velferdslab/core/language'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { clearSessionCookie, clearStateCookie, readProviders, readStateCookie } from './cookies.ts'
import { setProviders, setSessionCookie, setStateCookie } from './cookies.ts'
import {
  issuerNames,
  type IssuerName,
  type IssuerSettings,
  type SignInOptions,
  type SignInSettings,
} from './contract.ts'
import type { mountDemoProvider } from './demo-provider/demo-provider.ts'
import { errorCode, readAnswer } from './identity.ts'
import { makeIssuer, type Issuer } from './issuers.ts'
import {
  invitationGonePage,
  notRegisteredPage,
  notTrustedPage,
  startAgainPage,
  tooLowLevelPage,
  unavailablePage,
} from './kind-pages.ts'
import { loginStateSeconds, openLoginState, sealLoginState, type LoginState } from './login-state.ts'
import { sendPage, stylesheetPath } from './page.ts'
import { addInvitation, invitationIn } from './invitation.ts'
import { addProviderLogout } from './provider-logout.ts'
import { checkSettings } from './public-address.ts'
import { safeReturnPath } from './return-path.ts'
import { addSignOut, endSession } from './sign-out.ts'
import { startSignIn } from './start.ts'
import { style } from './style.ts'

/**
 * OpenID Connect -> session -> person. Register it as it is, not through fastify-plugin: error pages and body parsers are its own.
 *
 * GET  /sign-in/{citizen|staff}            start; ?return=/path
 * GET  /sign-in/{citizen|staff}/callback   the provider's answer
 * POST /api/sign-out                       see sign-out.ts
 * POST /sign-in/{citizen|staff}/back-channel-logout, GET .../front-channel-logout   see provider-logout.ts
 */
export async function signIn(app: FastifyInstance, options: SignInOptions): Promise<void> {
  const { settings, sessions, sessionsKey } = options
  checkSettings(settings, options.demoPeople !== undefined, sessionsKey)

  const issuers = await openIssuers(app, options)
  app.get(stylesheetPath, (_request, reply) =>
    reply
      .headers({ 'cache-control': 'public, max-age=3600', 'x-content-type-options': 'nosniff' })
      .type('text/css; charset=utf-8')
      .send(style),
  )
  for (const name of issuerNames) {
    // Addresses here carry codes and state: they are not written to the log at its everyday level.
    app.get(`/sign-in/${name}`, { logLevel: 'warn' }, (request, reply) => start(issuers[name], request, reply))
    app.get(`/sign-in/${name}/callback`, { logLevel: 'warn' }, (request, reply) =>
      answer(issuers[name], request, reply),
    )
  }
  // An error may quote what it failed on, and here that can be an identity number: only its name and code are logged.
  app.setErrorHandler((error: { name?: string; code?: unknown; statusCode?: number }, request, reply) => {
    const status = error.statusCode !== undefined && error.statusCode < 500 ? error.statusCode : 500
    request.log.error({ name: error.name, why: errorCode(error) }, 'sign-in failed')
    if (request.url.startsWith('/api/'))
      return reply.code(status).send({ refused: status === 500 ? 'server-fault' : 'not-valid' })
    const door = request.url.startsWith('/sign-in/staff') ? 'staff' : 'citizen'
    return sendPage(reply, status, unavailablePage(door, settings.municipality))
  })
  addInvitation(app, settings)
  addSignOut(app, options, issuers)
  await app.register(async (scope) => addProviderLogout(scope, options, issuers))

  async function start(issuer: Issuer, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    const query = request.query as Record<string, unknown>

    // The provider answers to the public address, and a cookie set for another name (localhost for 127.0.0.1) would not be
    // there then. `moved` says it was tried, so that a proxy that hides the name cannot make a circle.
    if (request.host !== new URL(settings.publicUrl).host && query.moved === undefined) {
      const here = new URL(request.url, settings.publicUrl)
      here.searchParams.set('moved', 'yes')
      return reply.redirect(here.href, 303)
    }
    const wish = {
      returnTo: safeReturnPath(query.return, settings.publicUrl),
      stepUp: query['step-up'] !== undefined,
      invitation: invitationIn(query.invitation),
      language: chosenLanguage(request.headers.cookie),
    }
    const started = await startSignIn(issuer, settings, wish).catch((error: unknown) => {
      request.log.warn({ issuer: issuer.name, why: errorCode(error) }, 'sign-in could not start')
    })
    if (!started) return sendPage(reply, 503, unavailablePage(issuer.name, settings.municipality))
    const sealed = sealLoginState(sessionsKey, issuer.name, started.loginState, new Date())
    setStateCookie(reply, settings, issuer.name, sealed, loginStateSeconds)
    return reply.redirect(started.url.href, 303)
  }

  async function answer(issuer: Issuer, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    const expected = openLoginState(
      sessionsKey,
      issuer.name,
      readStateCookie(request, settings, issuer.name),
      new Date(),
    )
    // Used once, whatever comes of it.
    clearStateCookie(reply, settings, issuer.name)
    if (!expected) return sendPage(reply, 400, startAgainPage(issuer.name))

    const result = await readAnswer(issuer, settings, expected, new URL(request.url, settings.publicUrl))
    if ('refused' in result) return refuse(issuer, expected, result, request, reply)

    // Somebody has proven who they are in this browser: from here on nobody else is signed in to it.
    await endSession(request, options)
    const providers = new Set([...readProviders(request, settings), issuer.name])
    setProviders(reply, settings, [...providers])
    const { invitation } = expected
    const session = await sessions.open({
      issuer: issuer.name,
      ...result.identity,
      ...(invitation ? { invitation } : {}),
    })
    if (!session) {
      clearSessionCookie(reply, settings)
      if (invitation) return sendPage(reply, 403, invitationGonePage(settings.municipality))
      return sendPage(reply, 403, notRegisteredPage(issuer.name, settings.municipality))
    }
    setSessionCookie(reply, settings, session.token)
    return reply.redirect(expected.returnTo, 303)
  }

  function refuse(
    issuer: Issuer,
    { returnTo, invitation }: LoginState,
    result: Extract<Awaited<ReturnType<typeof readAnswer>>, { refused: string }>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): FastifyReply {
    const returning =
      (returnTo === '/' ? '' : `&return=${encodeURIComponent(returnTo)}`) +
      (invitation ? `&invitation=${invitation}` : '')
    switch (result.refused) {
      case 'cancelled':
        return reply.redirect(`${settings.signInPage ?? '/sign-in'}?message=cancelled${returning}`, 303)
      case 'low-acr':
        setProviders(reply, settings, [...new Set([...readProviders(request, settings), issuer.name])])
        return sendPage(reply, 403, tooLowLevelPage(`/sign-in/${issuer.name}?step-up=yes${returning}`))
      case 'unavailable':
        request.log.warn({ issuer: issuer.name, why: result.why }, 'sign-in got no answer')
        return sendPage(reply, 503, unavailablePage(issuer.name, settings.municipality))
      case 'not-trusted':
        request.log.warn({ issuer: issuer.name, why: result.why }, 'sign-in refused')
        return sendPage(reply, 400, notTrustedPage(issuer.name, settings.municipality))
    }
  }
}

/** The configured providers, or in a demo without them the one that lives in this server. */
async function openIssuers(
  app: FastifyInstance,
  { settings, demoPeople }: SignInOptions,
): Promise<Record<IssuerName, Issuer>> {
  const demo = settings.mode === 'demo' && demoPeople ? await openDemo(app, settings, demoPeople) : undefined
  function open(name: IssuerName): Issuer {
    const own: IssuerSettings | undefined = settings[name]
    if (own) return makeIssuer(name, own, settings)
    if (demo) return makeIssuer(name, demo.issuers[name], settings, demo.reach)
    throw new Error(`No provider for ${name}`)
  }
  return { citizen: open('citizen'), staff: open('staff') }
}

/** Loaded only here: production neither mounts the demo provider nor has its code in memory. */
async function openDemo(
  app: FastifyInstance,
  settings: SignInSettings,
  people: NonNullable<SignInOptions['demoPeople']>,
): ReturnType<typeof mountDemoProvider> {
  const demo = await withoutRuntimeWarning(() => import('./demo-provider/demo-provider.ts'))
  return demo.mountDemoProvider(app, settings, people)
}

/**
 * oidc-provider warns on Node 20, on which this version runs and is tested; in the demo's terminal the warning would be the first thing a
 * newcomer reads. Only that one sentence is held back, and only while the module loads.
 */
async function withoutRuntimeWarning<Module>(load: () => Promise<Module>): Promise<Module> {
  const { warn } = console
  console.warn = (...said: unknown[]) => {
    if (!String(said[0]).includes('Unsupported runtime')) warn(...said)
  }
  try {
    return await load()
  } finally {
    console.warn = warn
  }
}
