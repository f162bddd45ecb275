import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { Provider } from 'oidc-provider'
import type { DemoPerson, IssuerName, IssuerSettings, SignInSettings } from '../contract.ts'
import { plainFetch, type Reach } from '../issuers.ts'
import { pageHeaders, renderPage, sendPage } from '../page.ts'
import { accountId, demoConfiguration, demoLevels } from './configuration.ts'
import { continueScript, continueScriptPath, passingOnPage, pickerPage, providerFaultPage } from './pages.ts'

/**
 * The demo identity provider: two real OpenID providers inside the demo server, one for each door, where one picks a person of
 * the demo municipality. Sign-in speaks to them over HTTP like to any other, so the demo and the tests run the real code.
 * All keys are made at start-up: nothing signed by a demo is worth anything elsewhere or tomorrow.
 */
export async function mountDemoProvider(
  app: FastifyInstance,
  settings: SignInSettings,
  people: () => Promise<DemoPerson[]>,
): Promise<{ issuers: Record<IssuerName, IssuerSettings>; reach: Reach }> {
  const reach = reachOnThisMachine(app, settings.publicUrl)
  app.get(continueScriptPath, (_request, reply) =>
    reply.headers({ 'x-content-type-options': 'nosniff' }).type('text/javascript; charset=utf-8').send(continueScript),
  )
  const issuers = { citizen: await mount('citizen'), staff: await mount('staff') }
  return { issuers, reach }

  async function mount(name: IssuerName): Promise<IssuerSettings> {
    const issuer = new URL(`/demo-id/${name}`, settings.publicUrl).href
    const clientId = `velferdslab-${name}`
    const client = await makeKey()
    const signing = await makeKey()
    const provider = new Provider(
      issuer,
      demoConfiguration({
        name,
        issuer,
        clientId,
        clientPublicKey: client.publicKey,
        signingKey: signing.privateKey,
        cookieKeys: [randomBytes(32).toString('base64url')],
        publicUrl: settings.publicUrl,
        people,
        // Its own guard against calling private addresses would stop the one call it makes, to this machine.
        reach: (url, options) =>
          reach(url instanceof Request ? url.url : url.toString(), {
            ...options,
            dispatcher: undefined,
          } as unknown as Parameters<Reach>[1]),
      }),
    )
    // The address comes from PUBLIC_URL by way of the forwarded headers that handOver writes, never from the visitor.
    provider.proxy = true
    provider.use(withoutScriptInThePage(name))
    await app.register(async (scope) => addPicker(scope, name, provider, people))
    await app.register(async (scope) => addProviderRoutes(scope, name, provider, settings.publicUrl))
    return { issuer, clientId, clientKey: client.privateKey, tokenAlgorithm: 'ES256' }
  }
}

/** The page where one says who one wants to be. */
function addPicker(
  app: FastifyInstance,
  name: IssuerName,
  provider: Provider,
  people: () => Promise<DemoPerson[]>,
): void {
  const url = `/demo-id/${name}/interaction/:uid`
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(body as string)))
  })
  app.setErrorHandler((_error, _request, reply) =>
    sendPage(reply, 400, providerFaultPage(name, 'interaction_not_found')),
  )

  app.get(url, { logLevel: 'warn' }, async (request, reply) => {
    await provider.interactionDetails(request.raw, reply.raw)
    return sendPage(reply, 200, pickerPage(name, request.url, await peopleAt()))
  })
  app.post(url, { logLevel: 'warn' }, async (request, reply) => {
    const { persona, level, cancel } = (request.body ?? {}) as Record<string, string | undefined>
    const person = (await peopleAt()).find((one) => one.persona === persona)
    if (cancel === undefined && !person) return sendPage(reply, 400, pickerPage(name, request.url, await peopleAt()))
    const result = person && cancel === undefined ? { login: loginAs(person, level) } : { error: 'access_denied' }
    const next = await provider.interactionResult(request.raw, reply.raw, result, { mergeWithLastSubmission: false })
    return reply.header('cache-control', 'no-store').redirect(next, 303)
  })

  async function peopleAt(): Promise<DemoPerson[]> {
    return (await people()).filter((person) => person.issuer === name)
  }
}

function loginAs(person: DemoPerson, level: string | undefined): { accountId: string; acr: string; amr: string[] } {
  if (person.issuer === 'staff') return { accountId: accountId(person), acr: 'staff', amr: ['pwd', 'mfa'] }
  const acr = level === 'idporten-loa-substantial' ? level : 'idporten-loa-high'
  return { accountId: accountId(person), acr, amr: [...demoLevels[acr]] }
}

/** Everything else under the issuer's path goes to the provider as it came, body unread. */
function addProviderRoutes(app: FastifyInstance, name: IssuerName, provider: Provider, publicUrl: string): void {
  const path = `/demo-id/${name}`
  const handle = provider.callback()
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  app.route({ method: ['GET', 'POST', 'OPTIONS'], url: `${path}/*`, logLevel: 'warn', handler: handOver })

  function handOver(request: FastifyRequest, reply: FastifyReply): void {
    reply.hijack()
    const req = request.raw as IncomingMessage & { originalUrl?: string }
    const { host, protocol } = new URL(publicUrl)
    Object.assign(req.headers, { host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) })
    // The provider finds the path it is mounted on by comparing the two.
    req.originalUrl = req.url ?? path
    req.url = req.originalUrl.slice(path.length)
    for (const [header, value] of Object.entries(pageHeaders())) reply.raw.setHeader(header, value)
    void handle(req, reply.raw)
  }
}

type Middleware = Parameters<Provider['use']>[0]

/** Where the provider would answer with a page whose script submits it, we answer with ours, whose script has an address. */
function withoutScriptInThePage(name: IssuerName): Middleware {
  return async (ctx, next) => {
    await next()
    if (typeof ctx.body !== 'string' || !ctx.body.includes('<script>')) return
    const action = /<form method="post" action="([^"]+)">/.exec(ctx.body)?.[1]
    if (action === undefined) return
    const inputs = ctx.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"\/>/g)
    ctx.body = renderPage(
      passingOnPage(name, action, new Map([...inputs].map(([, key = '', value = '']) => [key, value]))),
    )
  }
}

/** Behind a proxy or on another name, the public address may not be reachable from here: this server's own socket is. */
function reachOnThisMachine(app: FastifyInstance, publicUrl: string): Reach {
  const publicOrigin = new URL(publicUrl).origin
  return (url, options) => {
    const asked = new URL(url)
    const here = app.server.address() as AddressInfo | null
    if (asked.origin !== publicOrigin || !here) return plainFetch(url, options)
    const host = here.address === '::' || here.address === '0.0.0.0' ? '127.0.0.1' : here.address
    const socket = host.includes(':') ? `[${host}]` : host
    return plainFetch(new URL(asked.pathname + asked.search, `http://${socket}:${here.port}`).href, options)
  }
}

async function makeKey(): Promise<{ publicKey: JWK; privateKey: JWK }> {
  const pair = await generateKeyPair('ES256', { extractable: true })
  const about = { kid: randomUUID(), alg: 'ES256', use: 'sig' }
  return {
    publicKey: { ...(await exportJWK(pair.publicKey)), ...about },
    privateKey: { ...(await exportJWK(pair.privateKey)), ...about },
  }
}
