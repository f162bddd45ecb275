import { randomUUID } from 'node:crypto'
import type { Note } from '@velferdslab/core/cloth'
import type { Goal } from '@velferdslab/core/plan'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { raw } from '../../../db/testing/raw.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => server.close())

const family = 'hansen-ali'
const path = (rest: string) => `/api/families/${server.family(family)}/notes${rest}`
const post = (who: string, rest: string, body: object) =>
  server.call(who, 'POST', path(rest), { commandId: randomUUID(), ...body })
const refused = (answer: { json(): unknown }) => (answer.json() as { refused?: string }).refused

/** A note about the whole family on its economy, by whom it is written. */
async function aNote(who: string, text: string, more: object = {}): Promise<string> {
  const noteId = randomUUID()
  const place = { cell: 'today', area: 'economy', about: { persons: [server.person('jonas')] } }
  const answer = await post(who, '', { noteId, ...place, words: { text }, ...more })
  expect([who, answer.status, answer.text]).toEqual([who, 200, answer.text])
  return noteId
}
const seen = async (who: string, id: string): Promise<Note | undefined> =>
  (await server.clothOf(who, family)).notes.find((note) => note.id === id)
const strike = (who: string, id: string, reason = 'wrong_words') => post(who, `/${id}/void`, { reason })
const correct = (who: string, id: string, text: string, baseVersion = 1) =>
  post(who, `/${id}/correct`, { correctionId: randomUUID(), baseVersion, text })

describe('a note is struck', () => {
  it('by nobody who did not write it, and never the family’s own words', async () => {
    const byTor = await aNote('tor', 'Feil lapp fra Tor')
    const byJonas = await aNote('jonas', 'Dette er mitt')
    expect(refused(await strike('jonas', byTor))).toBe('note-only-author-or-leader-voids')
    expect(refused(await strike('tor', byJonas))).toBe('note-only-author-or-leader-voids')
    expect(refused(await strike('amina', byTor))).toBe('not-found')
    expect((await strike('tor', byTor, 'because')).status).toBe(422)
  })

  it('with a trace that every reader sees; the words stay folded, and nothing is written on it or made of it', async () => {
    const id = await aNote('tor', 'Hører til en annen')
    const page = await server.sit('jonas', family)
    expect((await strike('tor', id, 'wrong_family')).status).toBe(200)
    const frame = await page.until((each) => each.is === 'note' && each.note.id === id && each.note.voided !== null)
    expect(frame).toMatchObject({ note: { voided: { by: server.person('tor'), reason: 'wrong_family' } } })
    page.leave()
    expect(await seen('jonas', id)).toMatchObject({
      author: server.person('tor'),
      changedBy: null,
      words: { text: 'Hører til en annen' },
      voided: { reason: 'wrong_family' },
    })
    const change = { baseVersion: 1, words: { text: 'Ny tekst' } }
    expect(refused(await post('tor', `/${id}/change`, change))).toBe('note-voided')
    expect(refused(await strike('tor', id))).toBe('note-voided')
    expect(refused(await correct('jonas', id, 'Nei'))).toBe('note-voided')
    const goal = await server.call('jonas', 'POST', `/api/families/${server.family(family)}/goals`, {
      commandId: randomUUID(),
      goalId: randomUUID(),
      noteId: id,
      term: 'short',
      area: 'economy',
      about: { persons: [server.person('jonas')] },
      words: { text: 'Et mål' },
    })
    expect(refused(goal)).toBe('note-voided')
    const { rows } = await server.owner.query<{ data: unknown }>(
      `select data from lab.event where subject_id = $1 and kind = 'note.voided'`,
      [id],
    )
    expect(rows).toEqual([{ data: { reason: 'wrong_family' } }])
  })

  it('by the leader, for what somebody at work wrote', async () => {
    const id = await aNote('tor', 'Skrevet to ganger')
    expect((await strike('solveig', id, 'written_twice')).status).toBe(200)
    expect(await seen('tor', id)).toMatchObject({ voided: { by: server.person('solveig'), reason: 'written_twice' } })
  })

  it('the database refuses the same, whatever the server says', async () => {
    const id = await aNote('tor', 'Låst av databasen')
    await strike('tor', id)
    const fails = async (who: string, statement: string) =>
      expect(server.as(who, raw(statement))).rejects.toMatchObject({ code: '42501' })
    await fails('tor', `update lab.note set sealed = '\\x00', written_by = lab.current_person() where id = '${id}'`)
    await fails('tor', `delete from lab.note_void where note_id = '${id}'`)
    await fails('tor', `update lab.note_void set reason = 'wrong_words' where note_id = '${id}'`)
  })
})

describe('a correction', () => {
  it('is not written by who the note is not about, nor to one’s own words or to words that have changed', async () => {
    const id = await aNote('tor', 'Jonas skylder 4000')
    expect(refused(await correct('solveig', id, 'Nei'))).toBe('note-not-about-you')
    expect(refused(await correct('amina', id, 'Nei'))).toBe('not-found')
    expect(refused(await correct('tor', id, 'Nei'))).toBe('note-yours-to-change')
    expect(refused(await correct('jonas', id, 'Nei', 7))).toBe('note-changed-meanwhile')
    expect((await correct('jonas', id, '  ')).status).toBe(422)
    expect(await seen('jonas', id)).toMatchObject({ corrections: [] })
  })

  it('stands beside the note for its readers, at once, and follows it into the plan', async () => {
    const id = await aNote('tor', 'Jonas betaler ikke')
    const page = await server.sit('tor', family)
    const text = 'Jeg betalte i mars.'
    expect((await correct('jonas', id, text)).status).toBe(200)
    const frame = await page.until((each) => each.is === 'note' && each.note.corrections.length > 0)
    expect(frame).toMatchObject({ note: { id, corrections: [{ by: server.person('jonas'), text, version: 1 }] } })
    page.leave()
    expect(refused(await correct('jonas', id, 'En gang til'))).toBe('note-already-corrected')
    expect(await seen('amina', id)).toBeUndefined()
    await server.call('jonas', 'POST', `/api/families/${server.family(family)}/goals`, {
      commandId: randomUUID(),
      goalId: randomUUID(),
      noteId: id,
      term: 'short',
      area: 'economy',
      about: { persons: [server.person('jonas')] },
      words: { text: 'Oversikt over gjelda' },
    })
    const plan = (await server.call('tor', 'GET', `/api/families/${server.family(family)}/plan`)).json() as {
      goals: Goal[]
    }
    expect(plan.goals.map((goal) => goal.thread)).toContainEqual(
      expect.objectContaining({ noteId: id, voided: false, corrections: [expect.objectContaining({ text })] }),
    )
  })

  it('is taken away by nobody: the note is neither erased nor moved from it, but answered with other words or struck', async () => {
    const id = await aNote('tor', 'Jonas kom ikke')
    await correct('jonas', id, 'Jeg var på sykehuset.')
    expect(refused(await post('tor', `/${id}/erase`, {}))).toBe('note-corrected')
    const place = { cell: 'now', area: 'economy', about: { persons: [server.person('jonas')] }, privacy: 'table' }
    expect(refused(await post('tor', `/${id}/move`, { baseVersion: 1, ...place }))).toBe('note-corrected')
    for (const statement of [
      `delete from lab.correction where note_id = '${id}'`,
      `update lab.correction set sealed = '\\x00' where note_id = '${id}'`,
    ])
      for (const who of ['tor', 'solveig', 'jonas'])
        await expect(server.as(who, raw(statement))).rejects.toMatchObject({
          code: '42501',
        })
    const page = await server.sit('jonas', family)
    const words = { text: 'Jonas var på sykehuset' }
    expect((await post('tor', `/${id}/change`, { baseVersion: 1, words })).status).toBe(200)
    const frame = await page.until((each) => each.is === 'note' && each.note.version === 2)
    expect(frame).toMatchObject({ note: { words, corrections: [{ text: 'Jeg var på sykehuset.', version: 1 }] } })
    page.leave()
    expect((await strike('tor', id)).status).toBe(200)
    expect(await seen('jonas', id)).toMatchObject({
      voided: { reason: 'wrong_words' },
      corrections: [{ text: 'Jeg var på sykehuset.' }],
    })
  })

  it('is sealed: the database holds none of its words in clear', async () => {
    const id = await aNote('tor', 'Noe om Jonas')
    await correct('jonas', id, 'Helt hemmelig uenighet')
    const { rows } = await server.owner.query<{ sealed: Buffer }>(
      'select sealed from lab.correction where note_id = $1',
      [id],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.sealed.includes('hemmelig')).toBe(false)
  })
})
