import { expect, test } from 'vitest'
import type { SignInSettings } from './contract.ts'
import { makeIssuer } from './issuers.ts'
import { startSignIn } from './start.ts'

const issuer = 'http://localhost:9/provider'
const settings: SignInSettings = {
  mode: 'demo',
  publicUrl: 'http://localhost:9',
  municipality: { name: 'Fjordvik', phone: '32000000' },
  citizenAcr: 'idporten-loa-high',
}
/** A provider that says who it is, and takes its requests in the address. */
const provider = makeIssuer('citizen', { issuer, clientId: 'lab', clientSecret: 'x' }, settings, async () =>
  Response.json({ issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token` }),
)

test.each(['nb', 'en'] as const)(
  'the provider is asked to speak %s when that is what was chosen here',
  async (language) => {
    const { url } = await startSignIn(provider, settings, { returnTo: '/my', stepUp: false, language })
    expect(url.searchParams.get('ui_locales')).toBe(language)
  },
)
