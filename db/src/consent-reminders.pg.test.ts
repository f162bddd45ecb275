import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openTestLab, sql, type TestLab } from '../testing/fjordvik-for-tests.ts'
import { remindOfConsents } from './consent-reminders.ts'
import { openNotice } from './notice.ts'
import { placeOf } from './referral.ts'
import { sealWords } from './sealed.ts'

let lab: TestLab
const day = 86_400_000
const said = new Date(Date.now() + 1000 * day)
const consent = randomUUID()
beforeAll(async () => {
  lab = await openTestLab(inject('superuserUrl'), { withoutPlans: true })
  // One yes far ahead, so that no other of the town's is due with it.
  await lab.owner.query('update lab.consent set ended_at = now(), ended_how = $1 where ended_at is null', ['withdrawn'])
  await lab.owner.query(
    `insert into lab.consent (municipality_id, id, family_id, giver_id, party_id, answer, purpose, areas, persons, giving_parties, valid_from, valid_to,
       text_version, language, channel, recorded_by)
     values ($1, $2, $3, $4, $5, 'yes', 'make_and_follow_plan', array['economy'], array[$4::uuid], array[]::uuid[], $6, $7, 'x', 'nb', 'digital', $4)`,
    [
      lab.town.municipality,
      consent,
      lab.family('hansen-ali'),
      lab.person('amina'),
      lab.party('nav'),
      said,
      new Date(said.getTime() + 180 * day),
    ],
  )
})
afterAll(() => lab.close())

const on = (days: number) => new Date(said.getTime() + days * day)
const remind = (days: number) =>
  remindOfConsents(lab.system, lab.ring, 'test', (language, town) => `${language} ${town.name}`, on(days))
const told = async () =>
  (
    await lab.owner.query<{ what: string }>(
      `select data ->> 'what' as what from lab.event where subject_id = $1 order by seq`,
      [consent],
    )
  ).rows.map(({ what }) => what)
const notices = async () =>
  (
    await lab.owner.query<{ id: string; sealed: Buffer }>(
      'select id, sealed from lab.notice where person_id = $1 order by made_at',
      [lab.person('amina')],
    )
  ).rows.map(({ id, sealed }) => openNotice(lab.ring, lab.town.municipality, id, sealed))

it('nobody is reminded before half the time of a yes, and nobody but the job can write that somebody was', async () => {
  expect(await remind(89)).toBe(0)
  expect(await told()).toEqual([])
  await expect(
    lab.as('amina', (tx) =>
      sql`insert into lab.consent_reminder (municipality_id, consent_id, family_id, what)
        values (${lab.town.municipality}, ${consent}, ${lab.family('hansen-ali')}, 'end')`.execute(tx),
    ),
  ).rejects.toThrow('permission denied')
})

it('at half the time once, however often and by however many it is looked at; without a number no message', async () => {
  const written = await Promise.all([remind(90), remind(91)])
  expect(written.reduce((sum, each) => sum + each)).toBe(1)
  expect(await remind(140)).toBe(0)
  expect(await told()).toEqual(['half'])
  expect(await notices()).toEqual([])
})

it('thirty days before the end once, with a message that tells nothing, to the number that was given at the door', async () => {
  const id = randomUUID()
  const town = lab.town.municipality
  const own = lab.ring.newKey(town, id)
  const { sealed } = sealWords(own.key, placeOf(town, 'referral', id), { hopes: 'x', contact: '400 00 123' })
  await lab.owner.query(
    `insert into lab.referral (municipality_id, id, family_id, person_id, sent_by, yes_how, yes_on, language, reach, wrapped, sealed)
     values ($1, $2, $3, $4, $5, 'spoken', '2026-01-01', 'so', 'sms', $6, $7)`,
    [town, id, lab.family('hansen-ali'), lab.person('amina'), lab.person('anne'), own.wrapped, sealed],
  )
  expect(await remind(150)).toBe(1)
  expect(await remind(151)).toBe(0)
  expect(await told()).toEqual(['half', 'end'])
  expect(await notices()).toEqual([{ to: '400 00 123', text: 'so Fjordvik kommune' }])
})

it('a yes that was stopped, and one that was said aloud, remind of nothing', async () => {
  await lab.owner.query('delete from lab.consent_reminder')
  await lab.owner.query(`update lab.consent set channel = 'oral' where id = $1`, [consent])
  expect(await remind(160)).toBe(0)
  await lab.owner.query(
    `update lab.consent set channel = 'digital', ended_at = now(), ended_how = 'withdrawn' where id = $1`,
    [consent],
  )
  expect(await remind(160)).toBe(0)
})
