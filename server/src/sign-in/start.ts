import type { Language } from '@velferdslab/core/language'
import * as client from 'openid-client'
import type { SignInSettings } from './contract.ts'
import type { Issuer } from './issuers.ts'
import type { LoginState } from './login-state.ts'

/** Where to send the browser, and what we must remember until it comes back. */
export async function startSignIn(
  issuer: Issuer,
  lab: SignInSettings,
  wish: { returnTo: string; stepUp: boolean; language: Language; invitation?: string | undefined },
): Promise<{ url: URL; loginState: LoginState }> {
  const configuration = await issuer.configuration()
  const loginState = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
    returnTo: wish.returnTo,
    ...(wish.invitation ? { invitation: wish.invitation } : {}),
  }
  const parameters = {
    redirect_uri: issuer.callbackUrl,
    scope: issuer.settings.scope ?? 'openid',
    state: loginState.state,
    nonce: loginState.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(loginState.verifier),
    code_challenge_method: 'S256',
    ...(issuer.name === 'citizen' ? { acr_values: lab.citizenAcr } : {}),
    // After too low a level the provider's own session would only give us the same level again.
    ...(wish.stepUp ? { prompt: 'login' } : {}),
    ui_locales: wish.language,
  }
  // Pushed, the request cannot be read or changed in the browser. Every provider that can take it so gets it so.
  const pushed = configuration.serverMetadata().pushed_authorization_request_endpoint !== undefined
  const url = pushed
    ? await client.buildAuthorizationUrlWithPAR(configuration, parameters)
    : client.buildAuthorizationUrl(configuration, parameters)
  return { url, loginState }
}
