import { familyId } from '@velferdslab/core/ids'
import { keepDenial } from '@velferdslab/db/denial'
import type { FastifyRequest } from 'fastify'
import type { Lab } from '../lab.ts'

/**
 * Whoever works here and asked for a family that is not theirs is remembered (REQ-58). Asked of the database for every "not found", also for ids that
 * never were, and after the answer has gone out: neither the answer nor its time tells which it was.
 */
export function leaveDenial(lab: Pick<Lab, 'people'>, token: string, request: FastifyRequest): void {
  const family = familyId.safeParse((request.params as { familyId?: unknown } | undefined)?.familyId)
  if (!family.success) return
  const door = `${request.method} ${request.routeOptions.url ?? ''}`
  setImmediate(() => {
    keepDenial(lab.people, { token }, family.data, door).catch((error: unknown) => {
      request.log.error({ err: error }, 'a denial could not be kept')
    })
  })
}
