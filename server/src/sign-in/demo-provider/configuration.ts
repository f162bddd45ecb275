import type { JWK } from 'jose'
import { interactionPolicy, type Account, type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import type { DemoPerson, IssuerName } from '../contract.ts'
import { renderPage } from '../page.ts'
import { providerFaultPage, signingOutPage } from './pages.ts'
import { makeMemoryAdapter } from './memory-adapter.ts'

/** The level a citizen chooses on the picker, and how ID-porten would have reached it. */
export const demoLevels = {
  'idporten-loa-high': ['BankID'],
  'idporten-loa-substantial': ['Minid-OTC'],
} as const

export interface DemoIssuer {
  name: IssuerName
  issuer: string
  clientId: string
  /** Public half of the key our own client signs its requests with. */
  clientPublicKey: JWK
  signingKey: JWK
  cookieKeys: string[]
  publicUrl: string
  people: () => Promise<DemoPerson[]>
  /** How the provider reaches our back-channel on this machine. */
  reach: typeof fetch
}

/** A strict provider, so that whatever works here does what ID-porten asks: pushed requests, PKCE, private_key_jwt. */
export function demoConfiguration(demo: DemoIssuer): Configuration {
  const path = `/demo-id/${demo.name}`
  const own = new URL(`/sign-in/${demo.name}/`, demo.publicUrl)
  const hour = 60 * 60
  return {
    adapter: makeMemoryAdapter(),
    acrValues: demo.name === 'citizen' ? Object.keys(demoLevels) : ['staff'],
    claims: { openid: demo.name === 'citizen' ? ['sub', 'pid', 'acr', 'amr'] : ['sub', 'acr', 'amr'] },
    clientAuthMethods: ['private_key_jwt'],
    clients: [
      {
        client_id: demo.clientId,
        client_name: 'Velferdslab',
        redirect_uris: [new URL('callback', own).href],
        post_logout_redirect_uris: [new URL('/sign-in/signed-out', own).href],
        backchannel_logout_uri: new URL('back-channel-logout', own).href,
        backchannel_logout_session_required: true,
        token_endpoint_auth_method: 'private_key_jwt',
        id_token_signed_response_alg: 'ES256',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        jwks: { keys: [demo.clientPublicKey] },
      },
    ],
    cookies: {
      names: {
        session: `demo-${demo.name}-session`,
        interaction: `demo-${demo.name}-interaction`,
        resume: `demo-${demo.name}-resume`,
      },
      keys: demo.cookieKeys,
      long: { httpOnly: true, sameSite: 'lax', path },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    enabledJWA: {
      idTokenSigningAlgValues: ['ES256'],
      clientAuthSigningAlgValues: ['ES256'],
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      dPoP: { enabled: false },
      resourceIndicators: { enabled: false },
      backchannelLogout: { enabled: true },
      pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = renderPage(signingOutPage(demo.name, form))
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.redirect('/sign-in/signed-out')
        },
      },
    },
    fetch: demo.reach,
    findAccount: (_ctx, id) => findAccount(demo, id),
    interactions: { policy: alwaysAsk(), url: (_ctx, interaction) => `${path}/interaction/${interaction.uid}` },
    jwks: { keys: [demo.signingKey] },
    loadExistingGrant: grantWithoutAsking,
    pkce: { required: () => true },
    renderError: (ctx, out) => {
      ctx.type = 'html'
      ctx.body = renderPage(providerFaultPage(demo.name, out.error))
    },
    responseTypes: ['code'],
    routes: { end_session: '/sign-out' },
    scopes: ['openid'],
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 60,
      Grant: 8 * hour,
      IdToken: 5 * 60,
      Interaction: hour,
      Session: 8 * hour,
    },
  }
}

/** In a demo one comes to be somebody, and next time somebody else: the picker is shown every time. There is nothing to consent to. */
function alwaysAsk(): ReturnType<typeof interactionPolicy.base> {
  const policy = interactionPolicy.base()
  policy.remove('consent')
  policy.get('login')?.checks.add(
    new interactionPolicy.Check('demo_picks_each_time', 'Somebody must be picked', 'login_required', (ctx) => {
      const isPicked = ctx.oidc.result?.login !== undefined
      return isPicked ? interactionPolicy.Check.NO_NEED_TO_PROMPT : interactionPolicy.Check.REQUEST_PROMPT
    }),
  )
  return policy
}

/** The municipality's own client is the only one, and it asks for nothing but who it is. */
async function grantWithoutAsking(
  ctx: KoaContextWithOIDC,
): Promise<InstanceType<typeof ctx.oidc.provider.Grant> | undefined> {
  const { client, session, provider } = ctx.oidc
  if (!client || !session?.accountId) return undefined
  const known = session.grantIdFor(client.clientId)
  const existing = known === undefined ? undefined : await provider.Grant.find(known)
  if (existing) return existing
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope('openid')
  await grant.save()
  return grant
}

/** Who an account is. A citizen's account is the persona, so that the identity number is a claim and never an identifier here. */
export function accountId(person: DemoPerson): string {
  return person.issuer === 'citizen' ? person.persona : person.subject
}

async function findAccount(demo: DemoIssuer, id: string): Promise<Account | undefined> {
  const person = (await demo.people()).find((one) => one.issuer === demo.name && accountId(one) === id)
  if (!person) return undefined
  return { accountId: id, claims: () => ({ sub: id, ...(demo.name === 'citizen' ? { pid: person.subject } : {}) }) }
}
