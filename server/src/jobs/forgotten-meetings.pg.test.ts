import { randomUUID } from 'node:crypto'
import type { Frame } from '@velferdslab/core/cloth'
import { meetingPage } from '@velferdslab/core/meeting'
import { endForgottenMeetings } from '@velferdslab/db/jobs'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
  await post('solveig', `${family()}/meetings`, {
    meetingId: meeting,
    plannedAt: '2099-01-01T10:00:00.000Z',
    words: { place: 'Brukertorget', link: '', agenda: 'Bolig' },
  })
  await post('solveig', at('start'))
  for (const persona of ['amina', 'solveig', 'tor']) await post(persona, at('come'))
  await post('amina', at('open'), { area: 'economy' })
})
afterAll(() => server.close())

const meeting = randomUUID()
const family = () => `/api/families/${server.family('hansen-ali')}`
const at = (act: string) => `${family()}/meetings/${meeting}/${act}`
const post = async (persona: string | null, path: string, body: object = {}) => {
  const answer = await server.call(persona, 'POST', path, { commandId: randomUUID(), ...body })
  return { token: /lab=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '', body: answer.json() as object }
}
const table = async (token: string) =>
  (await server.call(null, 'GET', '/api/table', undefined, { cookie: `lab=${token}` })).status
/** Everything of the meeting was so long ago: the owner moves it, past the guard that asks who is signed in. */
const hoursPass = async (hours: number) => {
  const earlier = async (column: string, table: string, where: string) =>
    server.owner.query(
      `update lab.${table} set ${column} = ${column} - make_interval(mins => $1) where ${where} = $2`,
      [Math.round(hours * 60), meeting],
    )
  await server.owner.query('alter table lab.admission disable trigger guard_admission')
  await earlier('started_at', 'meeting', 'id')
  await earlier('admitted_at', 'admission', 'meeting_id')
  await earlier('opened_at', 'open_area', 'meeting_id')
  await server.owner.query('alter table lab.admission enable trigger guard_admission')
}

it('are left alone before twelve hours have gone: a long evening is not cut off', async () => {
  await hoursPass(11.9)
  expect(await endForgottenMeetings(server.system)).toBe(0)
  expect(
    meetingPage.parse((await server.call('amina', 'GET', `${family()}/meeting`)).json()).meeting?.startedAt,
  ).toEqual(expect.any(String))
})

it('are ended then, once: who looks on is told, and the screen loses its door', async () => {
  const link = (await post('amina', at('screen'))).body as { address: string }
  const raw = await server.call(null, 'POST', '/api/screen', { link: link.address.split('#')[1] })
  const screen = /lab=([^;]+)/.exec(raw.headers.get('set-cookie') ?? '')?.[1] ?? ''
  expect(await table(screen)).toBe(200)
  const tor = await server.sit('tor', 'hansen-ali')
  await tor.until((frame: Frame) => frame.is === 'ready')
  const before = tor.frames.length
  await hoursPass(0.2)
  expect(await Promise.all([endForgottenMeetings(server.system), endForgottenMeetings(server.system)])).toContain(1)
  expect(await endForgottenMeetings(server.system)).toBe(0)
  await tor.until((frame: Frame) => frame.is === 'meeting', before)
  tor.leave()
  expect(await table(screen)).toBe(401)
  const { rows: left } = await server.owner.query(
    `select 1 from lab.open_area where meeting_id = $1 and closed_at is null
     union all select 1 from lab.admission where meeting_id = $1 and left_at is null
     union all select 1 from lab.session where meeting_id = $1 and ended_at is null`,
    [meeting],
  )
  expect(left).toEqual([])
})

it('stand in the family’s memory, ended by time and by nobody', async () => {
  const { rows } = await server.owner.query<{ actor_id: string | null; data: unknown }>(
    `select actor_id, data from lab.event where subject_id = $1 and kind = 'meeting.ended'`,
    [meeting],
  )
  expect(rows).toEqual([{ actor_id: null, data: { by: 'time' } }])
})

it('keep their hours for the leader to book: as long as there was life at the table, not twelve hours', async () => {
  const { last, meeting: next } = meetingPage.parse((await server.call('solveig', 'GET', `${family()}/meeting`)).json())
  expect(next).toBeNull()
  expect(last).toMatchObject({ id: meeting, minutes: 15, booked: false })
  expect(last?.present.map((each) => each.service).sort()).toEqual(['NAV', 'Velferdslaben'])
})
