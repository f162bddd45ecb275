/** Paths one must never be sent back to after sign-in: they are steps of sign-in itself, or answer machines. */
const notPages = /^\/(sign-in|api|demo-id)(\/|$)/

/**
 * Where to go after sign-in: a path of our own, or '/'. Anything that a browser could read as another origin is dropped
 * ('//evil', '/\evil', 'https:', control characters), because an open redirect behind a trusted sign-in is a phishing tool.
 */
export function safeReturnPath(wanted: unknown, publicUrl: string): string {
  if (typeof wanted !== 'string' || wanted.length > 1000) return '/'
  // Browsers drop tabs and line breaks and read '\' as '/', so '/\t/evil' would become '//evil'.
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\')) return '/'
  if (!URL.canParse(wanted, publicUrl)) return '/'
  const url = new URL(wanted, publicUrl)
  if (url.origin !== new URL(publicUrl).origin) return '/'
  // '/x/..//evil' is a path here, but as a Location it would be read anew: look at what it became.
  if (url.pathname.startsWith('//') || notPages.test(url.pathname)) return '/'
  return url.pathname + url.search + url.hash
}
