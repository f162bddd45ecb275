import type { FastifyRequest } from 'fastify'

/**
 * A state-changing request must prove that a page of ours made it (REQ-113). Sec-Fetch-Site cannot be set by a page; plain http
 * on a local network has no such header, there the Origin decides. Neither of the two is a refusal.
 */
export function isSameOrigin(request: FastifyRequest, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site']
  const origin = request.headers.origin
  if (site !== undefined && site !== 'same-origin') return false
  if (origin !== undefined && origin !== new URL(publicUrl).origin) return false
  return site !== undefined || origin !== undefined
}
