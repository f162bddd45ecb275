import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sendRefusal } from './routes/route.ts'

/**
 * Headers on every answer (REQ-70). Styles and scripts come from us alone and never stand inside a page; personal data is never stored by a
 * browser or a proxy; nobody frames us; no address we link to learns where the reader came from.
 */
export function setHeaders(app: FastifyInstance, publicUrl: string): void {
  const secure = publicUrl.startsWith('https:')
  const socket = publicUrl.replace(/^http/, 'ws')
  const policy = [
    `default-src 'self'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self'`,
    `font-src 'self'`,
    `connect-src 'self' ${socket}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
  app.addHook('onSend', (request, reply, payload, done) => {
    const headers: Record<string, string> = {
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      'x-robots-tag': 'noindex',
      ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
      ...(request.url.startsWith('/api/') ? { 'cache-control': 'no-store' } : {}),
    }
    for (const [name, value] of Object.entries(headers)) if (!reply.hasHeader(name)) reply.header(name, value)
    done(null, payload)
  })
}

/** Does the browser say that this request comes from our own pages? Tools without a browser send neither header on reads. */
export function isOwnOrigin(request: FastifyRequest, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin } = request.headers
  return origin === undefined ? site !== undefined : origin === publicUrl || isSameLoopback(origin, publicUrl)
}

/** localhost and 127.0.0.1 are one place when we are at home there. */
function isSameLoopback(origin: string, publicUrl: string): boolean {
  const loopback = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/
  const portOf = (url: string) => new URL(url).port
  return loopback.test(origin) && loopback.test(publicUrl) && portOf(origin) === portOf(publicUrl)
}

/** What changes something comes from our own pages and as JSON, or it is refused before anybody is asked who it is (REQ-113). */
export function guardOrigin(app: FastifyInstance, publicUrl: string): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD' || !request.url.startsWith('/api/')) return undefined
    if (!isOwnOrigin(request, publicUrl)) return sendRefusal(reply, { refused: 'foreign-origin' })
    if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
      return sendRefusal(reply, { refused: 'not-valid' })
    return undefined
  })
}
