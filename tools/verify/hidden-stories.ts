import { addDays, dayInOslo } from '@velferdslab/core/dates'
import type { TestServer } from '../../server/testing/lab-for-tests.ts'
import type { Dice } from '../access/dice.ts'

type Step = () => Promise<unknown>

/** Something that must not be noticed, and those who know of it: who did it, and for whom it was done. */
export interface HiddenStory {
  readonly name: string
  readonly knows: readonly string[]
  readonly steps: (server: TestServer, dice: Dice) => Step[]
}

const family = 'hansen-ali'
const today = () => dayInOslo(new Date())

/** Does something as somebody, and says so where it is refused: a story that does not happen hides nothing. */
async function must(server: TestServer, who: string, path: string, body: object): Promise<void> {
  const answer = await server.call(who, 'POST', path, body)
  if (answer.status !== 200) throw new Error(`${who} could not ${path}: ${answer.text}`)
}

/** What happens in both towns: notes are written and changed, a service is stopped, an answer is given. */
export function sharedStory(server: TestServer, dice: Dice): Step[] {
  const home = `/api/families/${server.family(family)}`
  const note = (who: string, area: string, text: string) => {
    const body = { commandId: dice.uuid(), noteId: dice.uuid(), cell: 'now', area, about: { whole: true } }
    return () => must(server, who, `${home}/notes`, { ...body, words: { text: `${text} ${dice.below(1000)}` } })
  }
  return dice.shuffled([
    note('amina', 'housing', 'Ringe utleieren'),
    note('jonas', 'economy', 'Se på regningene'),
    note('solveig', 'work', 'Avtale med NAV'),
    note('amina', 'leisure', 'Fotball på torsdag'),
    () => must(server, 'jonas', `${home}/parties/${server.party('school')}/stop`, { commandId: dice.uuid() }),
  ])
}

/** Whoever was let read reads: pages, and the live stream, at the table and away again. */
function readings(server: TestServer, who: string): Step[] {
  const home = `/api/families/${server.family(family)}`
  return [
    () => server.call(who, 'GET', `${home}/cloth`),
    async () => {
      const page = await server.sit(who, family)
      page.leave()
      await page.closed
    },
    () => server.call(who, 'GET', `${home}/plan`),
  ]
}

export const hiddenStories: readonly HiddenStory[] = [
  {
    name: 'a report to child welfare',
    knows: ['tor', 'siri'],
    steps(server, dice) {
      const [reportId, home] = [dice.uuid(), `/api/families/${server.family(family)}`]
      return [
        () =>
          must(server, 'tor', `${home}/reports`, {
            commandId: dice.uuid(),
            reportId,
            rule: 'bvl_13_2',
            partyId: server.party('nav'),
            toPartyId: server.party('child-welfare'),
            children: [server.person('noor')],
            seen: 'Noor var alene hjemme da jeg kom klokka ni.',
            family: { is: 'not-told', why: 'Det kan bli utrygt for Noor hvis det blir kjent.' },
          }),
        () => server.call('siri', 'GET', '/api/reports'),
        () => must(server, 'siri', `/api/reports/${reportId}/receive`, { commandId: dice.uuid() }),
      ]
    },
  },
  {
    name: 'an act that is not told, and readings under it',
    knows: ['solveig', 'mona'],
    steps(server, dice) {
      const [actId, home] = [dice.uuid(), `/api/families/${server.family(family)}`]
      return [
        () =>
          must(server, 'solveig', `${home}/acts`, {
            commandId: dice.uuid(),
            actId,
            rule: 'fvl_13b_7',
            partyId: server.party('lab'),
            receiver: { personId: server.person('mona'), partyId: server.party('health-clinic') },
            areas: ['housing', 'economy'],
            until: addDays(today(), 5),
            necessity: 'Mona må vite om boligen før hjemmebesøket i dag.',
            tell: { when: 'later', on: addDays(today(), 3), because: 'Det kan bli utrygt for barna i dag.' },
          }),
        ...readings(server, 'mona'),
        // Something is handed over on it, and read, before it ends.
        async () => {
          const { rows } = await server.owner.query<{ id: string }>(
            `select id from lab.note where family_id = $1 and area = 'housing' and privacy = 'table' and sealed is not null order by created_at, id limit 1`,
            [server.family(family)],
          )
          await must(server, 'solveig', `${home}/shares`, {
            commandId: dice.uuid(),
            shareId: dice.uuid(),
            from: server.party('lab'),
            to: server.party('health-clinic'),
            ground: { by: 'act', id: actId },
            things: rows.map(({ id }) => ({ kind: 'note', id })),
            necessity: 'Mona må ha med seg dette på hjemmebesøket.',
          })
          await server.call('mona', 'GET', `${home}/shares`)
          await must(server, 'mona', `/api/acts/${actId}/end`, { commandId: dice.uuid() })
        },
      ]
    },
  },
]
