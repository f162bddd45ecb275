import type { SignInSettings } from './contract.ts'

/** This very machine: browsers treat these as trustworthy without TLS, and so do we. */
export function isLoopback(url: URL): boolean {
  const host = url.hostname
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}

/**
 * Whether cookies may be Secure and carry the __Host- prefix. Only a demo on a plain http address of the local network
 * may do without: there a Secure cookie would never come back. Production never gets here (see checkSettings).
 */
export function isTrustworthy(settings: Pick<SignInSettings, 'publicUrl'>): boolean {
  const url = new URL(settings.publicUrl)
  return url.protocol === 'https:' || isLoopback(url)
}

/** Throws before the server listens when sign-in would be unsafe. */
export function checkSettings(settings: SignInSettings, hasDemoPeople: boolean, sessionsKey: Buffer): void {
  const url = new URL(settings.publicUrl)
  if (url.pathname !== '/' || url.search || url.hash) throw new Error('PUBLIC_URL must be an origin, without a path')
  if (sessionsKey.length !== 32) throw new Error('The key that seals the login state must be 32 bytes')
  if (settings.mode === 'demo') {
    if (!hasDemoPeople && !(settings.citizen && settings.staff))
      throw new Error('A demo needs demo people or two issuers')
    return
  }
  if (hasDemoPeople) throw new Error('Production refuses demo sign-in')
  if (url.protocol !== 'https:') throw new Error('Production refuses a PUBLIC_URL that is not https')
  for (const issuer of [settings.citizen, settings.staff]) {
    if (!issuer) throw new Error('Production needs both issuers: citizen and staff')
    if (new URL(issuer.issuer).protocol !== 'https:')
      throw new Error(`Production refuses an issuer that is not https: ${issuer.issuer}`)
    if (!issuer.clientKey && !issuer.clientSecret) throw new Error(`No key for the client at ${issuer.issuer}`)
  }
}
