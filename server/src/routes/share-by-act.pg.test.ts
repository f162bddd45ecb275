import { addDays, dayInOslo } from '@velferdslab/core/dates'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { laidToShare, necessity } from '../../testing/laid-to-share.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
let laid: Awaited<ReturnType<typeof laidToShare>>
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
  laid = await laidToShare(server)
  // Mona has no yes to read by any more: she comes by the act alone.
  await laid.post('amina', laid.home(`/parties/${server.party('health-clinic')}/stop`), {})
})
afterAll(() => server.close())

const today = dayInOslo(new Date())
const home = (path = '') => laid.home(path)
const post = (persona: string, path: string, body: object) => laid.post(persona, path, body)
const theNotes = (...which: number[]) => laid.theNotes(...which)
const share = (persona: string, more: object = {}) => laid.share(persona, more)
const keptBy = (persona: string) => laid.keptBy(persona)
const statusOf = (persona: string, path: string) => laid.statusOf(persona, path)

describe('by an act', () => {
  const actId = randomUUID()
  const anAct = { rule: 'fvl_13b_7', partyId: () => server.party('lab'), areas: ['housing'] }
  const act = (more: object) => ({
    actId,
    rule: anAct.rule,
    partyId: anAct.partyId(),
    receiver: { personId: server.person('mona'), partyId: server.party('health-clinic') },
    areas: anAct.areas,
    until: addDays(today, 5),
    necessity,
    ...more,
  })
  let housing = ''
  const byAct = (persona: string, more: object = {}) =>
    share(persona, {
      from: server.party('lab'),
      ground: { by: 'act', id: actId },
      things: [{ kind: 'note', id: housing }],
      ...more,
    })

  it('goes to whom the act names, and leaves no trace with anybody else until it is told', async () => {
    housing = (await server.clothOf('solveig', 'hansen-ali')).notes.find(({ area }) => area === 'housing')?.id ?? ''
    const because = 'Det kan bli utrygt for barna hvis det blir kjent nå.'
    expect(
      await post('solveig', home('/acts'), act({ tell: { when: 'later', on: addDays(today, 3), because } })),
    ).toEqual({ done: true })
    const pages = ['amina', 'jonas', 'sara', 'tor', 'kari'] as const
    const seen = async () =>
      Promise.all(
        pages.flatMap((persona) =>
          ['/shares', '/shared', '/looked', '/consents'].map(
            async (path) => (await server.call(persona, 'GET', home(path))).text,
          ),
        ),
      )
    await seen()
    const before = await seen()
    const chain = async () =>
      (
        await server.owner.query<object>('select seq, hash from lab.chain_head where chain_id = $1', [
          server.family('hansen-ali'),
        ])
      ).rows
    const head = await chain()
    expect(await byAct('tor')).toMatchObject({ refused: 'share-from-elsewhere' })
    expect(await byAct('solveig', { things: theNotes(0) })).toMatchObject({ refused: 'share-not-covered' })
    expect(await byAct('solveig')).toMatchObject({ done: true })
    expect((await keptBy('mona')).length).toBe(1)
    expect((await keptBy('solveig'))[0]).toMatchObject({
      seenAs: 'giver',
      ground: { by: 'act', rule: { paragraph: '§ 13 b nr. 7' } },
    })
    expect(await chain()).toEqual(head)
    expect(await seen()).toEqual(before)
  })

  it('is the family’s to read when the act is told, from sixteen; and the receiver’s no longer when it ends', async () => {
    await server.owner.query('update lab.act set told_at = now() where id = $1', [actId])
    for (const persona of ['amina', 'jonas']) {
      const kept = (await keptBy(persona)).filter(({ ground }) => ground.by === 'act')
      expect(kept, persona).toMatchObject([{ to: { name: 'Helsestasjonen' }, necessity: null }])
    }
    expect((await keptBy('sara')).filter(({ ground }) => ground.by === 'act')).toEqual([])
    expect(await post('mona', `/api/acts/${actId}/end`, {})).toEqual({ done: true })
    expect(await statusOf('mona', '/shares')).toBe(404)
    expect((await keptBy('solveig')).length).toBe(1)
    expect(await byAct('solveig')).toMatchObject({ refused: 'share-ground-over' })
  })
})
