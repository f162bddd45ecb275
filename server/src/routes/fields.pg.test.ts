import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { commandBodies } from '../../testing/command-bodies.ts'
import { fieldsPage, fieldsSeen } from '../../testing/fields-seen.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'
import { apiRoutes } from './all.ts'

let server: TestServer
let seen: Awaited<ReturnType<typeof fieldsSeen>>
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'))
  seen = await fieldsSeen(server, server.family('hansen-ali'))
})
afterAll(() => server.close())

describe('fields (REQ-54)', () => {
  it('of a family reach nobody who may not open it', () => {
    for (const [path, fields] of seen)
      if (path.includes(':familyId'))
        for (const [field, who] of fields)
          for (const outsider of ['manager', 'economist', 'another family', 'service without consent', 'administrator'])
            expect(who, `${path} ${field}`).not.toContain(outsider)
  })
  it('are answered to each role as docs/fields.md says, and no other', async () => {
    await expect(fieldsPage(seen)).toMatchFileSnapshot(join(import.meta.dirname, '../../../docs/fields.md'))
  })
  it.each(apiRoutes.filter((route) => route.method === 'POST').map((route) => [route.path] as const))(
    'POST %s takes none it does not know',
    async (path) => {
      const body = commandBodies(server)[path]?.()
      if (body === undefined) throw new Error(`server/testing/command-bodies.ts has no body for ${path}`)
      const address = path.replace(':familyId', server.family('hansen-ali')).replace(/:\w+/g, () => crypto.randomUUID())
      const answer = await server.call('amina', 'POST', address, { ...body, author: server.person('jonas') })
      expect(answer.status).toBe(422)
    },
  )
})
