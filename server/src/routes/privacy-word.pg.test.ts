import { privacyWords } from '@velferdslab/core/privacy-word'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
  await server.owner.query(
    `insert into lab.role_held (municipality_id, id, person_id, role, valid_from) values ($1, gen_random_uuid(), $2, 'administrator', now())`,
    [server.town.municipality, server.person('geir')],
  )
})
afterAll(() => server.close())

const words = async () =>
  privacyWords.parse((await server.call('amina', 'GET', '/api/privacy-words')).json()).words.map(({ word }) => word)
const change = async (persona: string, word: string, listed: boolean, more: object = {}) =>
  (
    await server.call(persona, 'POST', '/api/privacy-words', {
      commandId: randomUUID(),
      word,
      kind: 'diagnosis',
      listed,
      source: 'Fagansvarlig, helsestasjonen',
      ...more,
    })
  ).json()

it('the list is not for who has not signed in, and only the administrator changes it', async () => {
  expect((await server.call(null, 'GET', '/api/privacy-words')).status).toBe(401)
  for (const persona of ['amina', 'solveig', 'berit', 'tor'])
    expect(await change(persona, 'kløe*', true), persona).toEqual({ refused: 'not-found' })
  await expect(
    server.as('solveig', (tx) =>
      sql`insert into lab.privacy_word (municipality_id, id, word, kind, listed, source, changed_by)
        values (lab.current_municipality(), gen_random_uuid(), 'adhd', 'diagnosis', false, 'x', lab.current_person())`.execute(
        tx,
      ),
    ),
  ).rejects.toThrow('row-level security')
  expect(await words()).toContain('adhd')
})

it('a word is added and taken away again, and each change stays as a row and in the chain', async () => {
  expect(await change('geir', '(kløe', true)).toMatchObject({ refused: 'not-valid' })
  expect(await change('geir', 'Kløe*', true)).toEqual({ done: true })
  expect(await words()).toContain('kløe*')
  expect(await change('geir', 'kløe*', false)).toEqual({ done: true })
  expect(await words()).not.toContain('kløe*')
  const { rows } = await server.owner.query<{ listed: boolean }>(
    `select (e.data ->> 'listed')::boolean as listed from lab.event e where e.kind = 'privacy.word_changed' order by e.seq`,
  )
  expect(rows).toEqual([{ listed: true }, { listed: false }])
  await expect(server.as('geir', (tx) => sql`update lab.privacy_word set word = 'x'`.execute(tx))).rejects.toThrow(
    'permission denied',
  )
})
