import { importJWK, type CryptoKey } from 'jose'
import * as client from 'openid-client'
import type { IssuerName, IssuerSettings, SignInSettings } from './contract.ts'
import { isLoopback } from './public-address.ts'

/** How our server reaches a provider; the demo provider is reached on this machine whatever its public address is. */
export type Reach = client.CustomFetch

/** The two libraries spell fetch's options differently; the values are the same. */
export const plainFetch: Reach = (url, options) => fetch(url, options as RequestInit)

/** One door, ready to use. */
export interface Issuer {
  name: IssuerName
  settings: IssuerSettings
  callbackUrl: string
  reach: Reach
  /** Discovered when first needed and again after an hour; a provider that is down at start-up does not keep us from starting. */
  configuration(): Promise<client.Configuration>
}

/** Clocks of two organisations differ a little. */
export const clockToleranceSeconds = 30
const rediscoverAfterMs = 60 * 60 * 1000

export function makeIssuer(
  name: IssuerName,
  settings: IssuerSettings,
  lab: SignInSettings,
  reach: Reach = plainFetch,
): Issuer {
  const callbackUrl = new URL(`/sign-in/${name}/callback`, lab.publicUrl).href
  let discovered: { configuration: Promise<client.Configuration>; until: number } | undefined

  async function configuration(): Promise<client.Configuration> {
    if (!discovered || discovered.until < Date.now()) {
      const fresh = {
        configuration: discover(settings, lab, callbackUrl, reach),
        until: Date.now() + rediscoverAfterMs,
      }
      discovered = fresh
      // A failure is not remembered: the next person who tries asks anew.
      fresh.configuration.catch(() => {
        if (discovered === fresh) discovered = undefined
      })
    }
    return discovered.configuration
  }
  return { name, settings, callbackUrl, reach, configuration }
}

async function discover(
  settings: IssuerSettings,
  lab: SignInSettings,
  callbackUrl: string,
  reach: Reach,
): Promise<client.Configuration> {
  const configuration = await client.discovery(
    new URL(settings.issuer),
    settings.clientId,
    {
      redirect_uris: [callbackUrl],
      id_token_signed_response_alg: tokenAlgorithm(settings),
      [client.clockTolerance]: clockToleranceSeconds,
    },
    await clientAuthentication(settings),
    {
      timeout: 10,
      [client.customFetch]: reach,
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that it stands out; only for the issuers that mayBePlainHttp lets through
      execute: mayBePlainHttp(settings, lab) ? [client.allowInsecureRequests] : [],
    },
  )
  // The library trusts TLS for a token it fetched itself. We want the issuer's signature on it all the same.
  client.enableNonRepudiationChecks(configuration)
  return configuration
}

export function tokenAlgorithm(settings: IssuerSettings): string {
  return settings.tokenAlgorithm ?? 'RS256'
}

/** http only in a demo, and only for an issuer on this machine or at the demo's own address. */
function mayBePlainHttp(settings: IssuerSettings, lab: SignInSettings): boolean {
  const issuer = new URL(settings.issuer)
  return lab.mode === 'demo' && (isLoopback(issuer) || issuer.origin === new URL(lab.publicUrl).origin)
}

async function clientAuthentication(settings: IssuerSettings): Promise<client.ClientAuth> {
  if (!settings.clientKey) return client.ClientSecretPost(settings.clientSecret)
  const key = (await importJWK(settings.clientKey)) as CryptoKey
  return client.PrivateKeyJwt(settings.clientKey.kid ? { key, kid: settings.clientKey.kid } : key)
}
