import { randomUUID } from 'node:crypto'
import type { WellbeingId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { asOwner, openTestLab, type TestLab } from '../testing/fjordvik-for-tests.ts'
import type { Tx } from './connect.ts'
import { findFamilyKey } from './family-key.ts'
import { deleteAnswer, findMyAnswer, findWellbeing, updateSharing } from './wellbeing.ts'

let lab: TestLab
beforeAll(async () => {
  lab = await openTestLab(inject('superuserUrl'))
})
afterAll(() => lab.close())

const rowsOf = (tx: Tx) =>
  tx.selectFrom('lab.wellbeing').select(['id', 'person_id', 'answer', 'score', 'privacy']).execute()
const seenBy = (persona: string) => lab.as(persona, rowsOf)
const theirs = async (persona: string, privacy: 'own' | 'child') => {
  const rows = await lab.as(persona, rowsOf)
  return rows.find((row) => row.privacy === privacy && row.person_id === lab.person(persona))?.id as WellbeingId
}
const shown = (persona: string, family: string) =>
  lab.as(
    persona,
    async (tx) => {
      const key = await findFamilyKey(tx, lab.ring, lab.family(family))
      return key && findWellbeing(tx, lab.family(family), key)
    },
    family,
  )
const aboutOf = async (persona: string) => {
  const { rows } = await lab.owner.query<{ id: string }>(
    `select id from lab.about where family_id = $1 and persons = array[$2]::uuid[]`,
    [lab.family('hansen-ali'), lab.person(persona)],
  )
  return rows[0]!.id
}
const answerAs = async (persona: string, more: Record<string, unknown> = {}) => {
  const about = await aboutOf(persona)
  return lab.as(
    persona,
    (tx) =>
      tx
        .insertInto('lab.wellbeing')
        .values({
          municipality_id: lab.town.municipality,
          id: randomUUID(),
          family_id: lab.family('hansen-ali'),
          person_id: lab.person(persona),
          about_id: about,
          privacy: 'own',
          moment: 'during',
          answer: 'score',
          score: 6,
          sealed: null,
          on_day: '2020-01-01',
          ...more,
        })
        .execute(),
    'hansen-ali',
  )
}

describe('how somebody is doing', () => {
  it.each(['tor', 'kari', 'siri', 'berit', 'geir', 'torbjorn', 'sara'])(
    'is seen by %s of nobody in Hansen-Ali',
    async (persona) => {
      const family = [lab.person('amina'), lab.person('jonas')]
      expect((await seenBy(persona)).filter((row) => family.includes(row.person_id as never))).toEqual([])
    },
  )
  it('is not seen by who lives with them: Jonas sees his own, and not what Amina lets Solveig read', async () => {
    expect(new Set((await seenBy('jonas')).map((row) => row.person_id))).toEqual(new Set([lab.person('jonas')]))
  })
  it('is seen by the leader only where they said so', async () => {
    const seen = (await seenBy('solveig')).filter((row) => row.person_id === lab.person('amina'))
    expect(seen.map((row) => row.privacy)).toEqual(['child'])
    expect((await seenBy('solveig')).some((row) => row.person_id === lab.person('jonas'))).toBe(false)
  })
  it('is no longer seen by the leader from the moment the person keeps it', async () => {
    const id = await theirs('amina', 'child')
    const { rows } = await lab.owner.query<{ n: number }>(
      `select count(*)::int as n from lab.wellbeing where id = $1`,
      [id],
    )
    expect(rows[0]?.n).toBe(1)
    const stillSeen = async () => {
      await asOwner(lab, (tx) => sql`update lab.wellbeing set privacy = 'own' where id = ${id}`.execute(tx))
      try {
        return (await seenBy('solveig')).some((row) => row.id === id)
      } finally {
        await asOwner(lab, (tx) => sql`update lab.wellbeing set privacy = 'child' where id = ${id}`.execute(tx))
      }
    }
    expect(await stillSeen()).toBe(false)
  })
  it('comes to its owner with words and days, oldest first; what they would rather not say has no number', async () => {
    const amina = await shown('amina', 'hansen-ali')
    expect(amina?.mine.map((entry) => [entry.moment, entry.answer])).toEqual([
      ['before', { kind: 'score', score: 3 }],
      ['during', { kind: 'rather_not' }],
      ['during', { kind: 'score', score: 5 }],
    ])
    expect(amina?.mine[0]?.words).toBe('Jeg sover lite når brevene kommer.')
    expect(amina?.leaders).toEqual(['Solveig'])
    expect(amina?.shared).toEqual([])
  })
  it('comes to the leader as what each has let her read, and of the others not even that they answered', async () => {
    const solveig = await shown('solveig', 'hansen-ali')
    expect(solveig?.shared.map(({ person, entries }) => [person.calledName, entries.length])).toEqual([['Amina', 1]])
    expect(JSON.stringify(solveig)).not.toContain('Jonas')
  })
  it('shows a child no number, and asks none (REQ-100)', async () => {
    expect(await shown('sara', 'hansen-ali')).toMatchObject({ isChild: true, mayAnswer: false, mine: [], shared: [] })
  })
})

describe('answering', () => {
  const refused = /row-level security|violates check/
  it('is refused by the database for another, for a child, for a day to come and at the table', async () => {
    await expect(answerAs('jonas', { person_id: lab.person('amina') })).rejects.toThrow(refused)
    await expect(answerAs('jonas', { about_id: await aboutOf('amina') })).rejects.toThrow(refused)
    await expect(answerAs('sara')).rejects.toThrow(refused)
    await expect(answerAs('amina', { on_day: '2999-01-01' })).rejects.toThrow(refused)
    await expect(answerAs('amina', { privacy: 'table' })).rejects.toThrow(refused)
  })
  it('cannot be stored with a number for what was not answered', async () => {
    await expect(answerAs('amina', { answer: 'rather_not', score: 0 })).rejects.toThrow(refused)
    await expect(answerAs('amina', { answer: 'skipped', score: 0, sealed: Buffer.from('x') })).rejects.toThrow(refused)
    await expect(answerAs('amina', { answer: 'score', score: null })).rejects.toThrow(refused)
    await expect(answerAs('amina', { score: 11 })).rejects.toThrow(refused)
    await expect(answerAs('amina')).resolves.toBeDefined()
    await expect(answerAs('amina', { answer: 'rather_not', score: null })).resolves.toBeDefined()
  })
  it('cannot be changed to another number, by anybody', async () => {
    for (const persona of ['amina', 'solveig', 'jonas'])
      await expect(lab.as(persona, (tx) => sql`update lab.wellbeing set score = 10`.execute(tx))).rejects.toThrow(
        'permission denied',
      )
  })
})

describe('sharing and taking back', () => {
  it('are the owner’s alone: the leader who reads an answer can neither keep, share nor remove it', async () => {
    const id = await theirs('amina', 'child')
    for (const persona of ['solveig', 'jonas']) {
      const touch = await lab.as(persona, async (tx) => [
        await findMyAnswer(tx, lab.family('hansen-ali'), id),
        (await sql`update lab.wellbeing set privacy = 'own' where id = ${id}`.execute(tx)).numAffectedRows,
        (await sql`delete from lab.wellbeing where id = ${id}`.execute(tx)).numAffectedRows,
      ])
      expect(touch, persona).toEqual([undefined, 0n, 0n])
    }
  })
  it('reach an answer as its owner', async () => {
    const id = await theirs('amina', 'own')
    const left = await lab.as('amina', async (tx) => {
      await updateSharing(tx, { id, aboutId: '' as never, privacy: 'child' })
      const [row] = await tx.selectFrom('lab.wellbeing').select('privacy').where('id', '=', id).execute()
      await deleteAnswer(tx, id)
      return [row?.privacy, await findMyAnswer(tx, lab.family('hansen-ali'), id)]
    })
    expect(left).toEqual(['child', undefined])
  })
})
