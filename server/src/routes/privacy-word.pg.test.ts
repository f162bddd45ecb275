import { privacyWords } from '@velferdslab/core/privacy-word'
import { addDays, dayInOslo } from '@velferdslab/core/dates'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => server.close())

const day = (days: number) => addDays(dayInOslo(new Date()), days)
const words = async () =>
  privacyWords.parse((await server.call('amina', 'GET', '/api/privacy-words')).json()).words.map(({ word }) => word)
const change = async (persona: string, word: string, listed: boolean, more: object = {}) =>
  (
    await server.call(persona, 'POST', '/api/administration/changes', {
      commandId: randomUUID(),
      changeId: randomUUID(),
      proposal: {
        kind: 'privacy_word',
        subject: word,
        after: {
          language: 'nb',
          says: 'diagnosis',
          listed,
          origin: 'Fagansvarlig, helsestasjonen',
          from: day(0),
          ...more,
        },
      },
      why: 'Helsestasjonen ba om det',
    })
  ).json()

it('the list is not for who has not signed in, and only administrators change it, by a change and in no other way', async () => {
  expect((await server.call(null, 'GET', '/api/privacy-words')).status).toBe(401)
  for (const persona of ['amina', 'solveig', 'berit', 'tor', 'stig', 'turid'])
    expect(await change(persona, 'kløe*', true), persona).toEqual({ refused: 'not-found' })
  expect((await server.call('frode', 'POST', '/api/privacy-words', {})).status).toBe(404)
  for (const persona of ['solveig', 'frode'])
    await expect(
      server.as(persona, (tx) =>
        sql`insert into lab.privacy_word (municipality_id, id, word, kind, listed, source, changed_by)
          values (lab.current_municipality(), gen_random_uuid(), 'adhd', 'diagnosis', false, 'x', lab.current_person())`.execute(
          tx,
        ),
      ),
      persona,
    ).rejects.toThrow('permission denied')
  expect(await words()).toContain('adhd')
})

it('a word is refused where it is no word, begins in the past, says not where it comes from or is there already', async () => {
  for (const none of ['(kløe', 'Kløe*', ' kløe', 'k', 'kløe\n'])
    expect(await change('frode', none, true), none).toMatchObject({ refused: 'not-valid' })
  expect(await change('frode', 'kløe*', true, { from: day(-1) })).toEqual({ refused: 'change-begins-in-past' })
  expect(await change('frode', 'kløe*', true, { origin: ' ' })).toEqual({ refused: 'change-origin-missing' })
  const again = { origin: 'Velferdslab, egen liste; må vurderes av kommunen' }
  expect(await change('frode', 'adhd', true, again)).toEqual({ refused: 'change-nothing-new' })
})

it('a word is added and taken away again, each from its day; the memory has that it was, and no word', async () => {
  expect(await change('frode', 'kløe*', true, { from: day(2) })).toEqual({ done: true, waits: false })
  expect(await words()).not.toContain('kløe*')
  // A version that begins before the one that stands would count for nobody.
  expect(await change('frode', 'kløe*', true, { from: day(1), language: 'nn' })).toEqual({ refused: 'change-overlaps' })
  expect(await change('frode', 'eksem*', true)).toEqual({ done: true, waits: false })
  expect(await words()).toContain('eksem*')
  expect(await change('frode', 'eksem*', false)).toEqual({ done: true, waits: false })
  expect(await words()).not.toContain('eksem*')
  const { rows } = await server.owner.query<{ data: object }>(
    `select e.data from lab.event e where e.kind in ('privacy.word_changed', 'change.effective') order by e.seq`,
  )
  expect(rows.length).toBe(6)
  expect(rows.flatMap(({ data }) => ('listed' in data ? [data.listed] : []))).toEqual([true, true, false])
  for (const { data } of rows) expect(JSON.stringify(data)).not.toMatch(/eksem|kløe/)
  await expect(server.as('frode', (tx) => sql`update lab.privacy_word set word = 'x'`.execute(tx))).rejects.toThrow(
    'permission denied',
  )
})
