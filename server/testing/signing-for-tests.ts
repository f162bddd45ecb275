import { createHash, randomUUID } from 'node:crypto'
import { signing, type PlanVersion, type Signing } from '@velferdslab/core/signing'
import type { Answer, TestServer } from './lab-for-tests.ts'

export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** What people do to sign one family's plan, through the doors of the server. */
export interface SigningActs {
  path(rest?: string): string
  read(persona: string): Promise<Signing>
  /** The version put up, as somebody sees it; fails where there is none. */
  openOf(persona: string): Promise<PlanVersion>
  putUp(persona: string, more?: Record<string, unknown>): Promise<Answer>
  /** Signs what they have read, or another version. */
  sign(persona: string, more?: Record<string, unknown>, which?: PlanVersion): Promise<Answer>
  pdfOf(persona: string, version: PlanVersion): Promise<{ status: number; bytes: Buffer }>
}

export function signingActs(server: TestServer, key: string): SigningActs {
  const path = (rest = '') => `/api/families/${server.family(key)}/signing${rest}`
  const read = async (persona: string) => signing.parse((await server.call(persona, 'GET', path())).json())
  const openOf = async (persona: string) => {
    const { open } = await read(persona)
    if (!open) throw new Error('nothing is put up')
    return open
  }
  return {
    path,
    read,
    openOf,
    putUp: (persona, more = {}) =>
      server.call(persona, 'POST', path(), { commandId: randomUUID(), versionId: randomUUID(), ...more }),
    async sign(persona, more = {}, which) {
      const version = which ?? (await openOf(persona))
      return server.call(persona, 'POST', path(`/${version.id}/sign`), {
        commandId: randomUUID(),
        contentSha256: version.contentSha256,
        paperSha256: version.mine.paperSha256 ?? 'f'.repeat(64),
        ...more,
      })
    },
    async pdfOf(persona, version) {
      const { token } = await server.session(persona)
      const answer = await fetch(`${server.url}${path(`/${version.id}/plan.pdf`)}`, {
        headers: { cookie: `lab=${token}` },
      })
      return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) }
    },
  }
}
