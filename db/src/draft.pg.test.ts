import { randomUUID } from 'node:crypto'
import type { NoteId } from '@velferdslab/core/ids'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestLab, sql, type TestLab } from '../testing/fjordvik-for-tests.ts'
import { asPerson } from './as-person.ts'
import { findCell } from './cloth.ts'
import type { Tx } from './connect.ts'
import { findDrafts, putDraft } from './draft.ts'
import { findFamilyKey } from './family-key.ts'

let lab: TestLab
const note = randomUUID() as NoteId
const words = 'Banken har svart om gjelda'
beforeAll(async () => {
  lab = await openTestLab(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => lab.close())

const family = () => lab.family('hansen-ali')
/** What stays. */
const stay = async <Result>(persona: string, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  asPerson(lab.people, await lab.session(persona), family(), work)
async function write(tx: Tx, id = note): Promise<boolean> {
  const key = await findFamilyKey(tx, lab.ring, family())
  const place = { area: 'economy', about: { persons: [lab.person('jonas')] }, privacy: 'table' as const }
  const cell = await findCell(tx, family(), place)
  if (!key || !cell?.mayWrite) throw new Error('not where they write')
  return putDraft(tx, family(), key, { ...place, cell: 'today', aboutId: cell.aboutId, noteId: id, text: words })
}
const readBy = (persona: string) =>
  stay(persona, async (tx) => {
    const key = await findFamilyKey(tx, lab.ring, family())
    return key ? (await findDrafts(tx, family(), key)).map((draft) => draft.text) : []
  })

/** No lock of the family is taken for what grows while one types, so a stop can come between its being allowed and its being there. */
describe('a draft that was begun while NAV was being stopped', () => {
  it('is written by the leave that was, and the stop does not wait for it', async () => {
    let stopped: () => void = () => undefined
    let begun: () => void = () => undefined
    const untilStopped = new Promise<void>((resolve) => (stopped = resolve))
    const untilBegun = new Promise<void>((resolve) => (begun = resolve))
    const writing = stay('tor', async (tx) => {
      const held = await write(tx)
      begun()
      await untilStopped
      return held
    })
    await untilBegun
    const ended = await stay('jonas', (tx) =>
      sql`update lab.consent set ended_at = now(), ended_how = 'withdrawn'
        where giver_id = lab.current_person() and party_id = ${lab.party('nav')} and answer = 'yes' and ended_at is null`.execute(
        tx,
      ),
    )
    expect(ended.numAffectedRows).toBeGreaterThan(0n)
    stopped()
    expect(await writing).toBe(true)
  })

  it('is there, and its writer neither reads it nor writes on it, nor begins another', async () => {
    const { rows } = await lab.owner.query('select 1 from lab.draft where note_id = $1', [note])
    expect(rows).toHaveLength(1)
    expect(await stay('tor', (tx) => sql`select 1 from lab.draft`.execute(tx))).toMatchObject({ rows: [] })
    for (const id of [note, randomUUID() as NoteId]) await expect(stay('tor', (tx) => write(tx, id))).rejects.toThrow()
  })

  it('is seen by those of the family who may read there, and by no service', async () => {
    expect(await readBy('jonas')).toEqual([words])
    for (const persona of ['kari', 'siri']) expect(await readBy(persona), persona).toEqual([])
  })

  it('is taken away by its writer when the browser leaves the note, though it is out of their sight', async () => {
    await lab.as('tor', async (tx) => {
      await sql`select 1 from lab.leave_draft(${note})`.execute(tx)
      // Row security would hide it from him in either case: the one who may read there looks.
      await sql`select set_config('app.token', ${(await lab.session('jonas')).token}, true)`.execute(tx)
      expect((await sql`select 1 from lab.draft where note_id = ${note}`.execute(tx)).rows).toEqual([])
    })
  })

  it('and without that it is over after thirty seconds, for everybody', async () => {
    await lab.owner.query(`update lab.draft set changed_at = now() - interval '30 seconds' where note_id = $1`, [note])
    expect(await readBy('jonas')).toEqual([])
  })
})
