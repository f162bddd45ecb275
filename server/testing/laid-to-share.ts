import { addDays, dayInOslo } from '@velferdslab/core/dates'
import { shares, type StandingGround } from '@velferdslab/core/share'
import { randomUUID } from 'node:crypto'
import { aNote } from './command-bodies.ts'
import type { TestServer } from './lab-for-tests.ts'

export const necessity = 'Helsesykepleieren må vite dette før samtalen på torsdag.'

/**
 * The Hansen-Alis with something to share: Mona of the health clinic sits there too; Amina has said yes to the school, NAV and the clinic, and Jonas to the
 * clinic for the children; and there are four notes, of which two can go to the clinic on her yes.
 */
export async function laidToShare(server: TestServer) {
  const today = dayInOslo(new Date())
  const home = (path = '') => `/api/families/${server.family('hansen-ali')}${path}`
  const post = async (persona: string, path: string, body: object) =>
    (await server.call(persona, 'POST', path, { commandId: randomUUID(), ...body })).json() as Record<string, unknown>
  const yeses = new Map<string, string>()
  const notes: string[] = []

  async function sayYes(giver: string, party: Parameters<TestServer['party']>[0], areas: string[], persons: string[]) {
    const answer = await post(giver, home('/consents'), {
      partyId: server.party(party),
      purpose: 'make_and_follow_plan',
      areas,
      persons: persons.map((each) => server.person(each)),
      until: addDays(today, 60),
      language: 'nb',
      textVersion: '2026-11',
    })
    const id = (answer['consentIds'] as string[] | undefined)?.[0]
    if (!id) throw new Error(JSON.stringify(answer))
    return id
  }
  async function write(who: string, text: string, about: string[], area: string, more: object = {}) {
    const noteId = randomUUID()
    const persons = about.map((each) => server.person(each))
    const answer = await post(
      who,
      home('/notes'),
      aNote({ noteId, area, words: { text }, about: { persons }, ...more }),
    )
    if (answer['done'] !== true) throw new Error(JSON.stringify(answer))
    return noteId
  }
  const on = (party: string): StandingGround['ground'] =>
    ({ by: 'consent', id: yeses.get(party) }) as StandingGround['ground']
  const theNotes = (...which: number[]) => which.map((each) => ({ kind: 'note', id: notes[each] }))
  const aShare = (more: object = {}) => ({
    shareId: randomUUID(),
    from: server.party('school'),
    to: server.party('health-clinic'),
    ground: on('health-clinic'),
    things: theNotes(0, 1),
    necessity,
    ...more,
  })
  const share = (persona: string, more: object = {}) => post(persona, home('/shares'), aShare(more))
  const keptBy = async (persona: string) =>
    shares.parse((await server.call(persona, 'GET', home('/shares'))).json()).shares
  const statusOf = async (persona: string, path: string) => (await server.call(persona, 'GET', home(path))).status

  // Mona of the health clinic sits there too.
  await server.owner.query(
    `insert into lab.seat (municipality_id, id, family_id, person_id, party_id, role, mark, asked_at, asked_by, approved_at, approved_by, declared_at, valid_from)
     values ($1, gen_random_uuid(), $2, $3, $4, 'member', 3, now() - interval '1 day', $5, now() - interval '1 day', $5, now() - interval '1 day', now() - interval '1 day')`,
    [
      server.town.municipality,
      server.family('hansen-ali'),
      server.person('mona'),
      server.party('health-clinic'),
      server.person('amina'),
    ],
  )
  for (const [party, areas, persons] of [
    ['school', ['school', 'leisure'], ['amina', 'sara', 'elias']],
    ['nav', ['work', 'economy'], ['amina']],
    ['health-clinic', ['school'], ['amina']],
  ] as const)
    yeses.set(party, await sayYes('amina', party, [...areas], [...persons]))
  yeses.set('jonas', await sayYes('jonas', 'health-clinic', ['school'], ['sara', 'elias']))
  for (const [who, text, about, area] of [
    ['amina', 'Jeg kommer til alle møtene på skolen.', ['amina'], 'school'],
    ['amina', 'Jeg vil lese bedre norsk.', ['amina'], 'school'],
    ['amina', 'Sara liker musikk best.', ['sara'], 'school'],
    ['amina', 'Vi vil være med på tur.', ['amina'], 'leisure'],
  ] as const)
    notes.push(await write(who, text, [...about], area))

  return { home, post, write, yeses, notes, on, theNotes, aShare, share, keptBy, statusOf }
}
