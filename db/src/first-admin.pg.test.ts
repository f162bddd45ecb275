import { dayInOslo } from '@velferdslab/core/dates'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest'
import { openTestLab, sql, type TestLab } from '../testing/fjordvik-for-tests.ts'
import { asPerson } from './as-person.ts'
import { makeFirstAdmin, openSession } from './sessions.ts'
import { admitStaff } from './staff-identity.ts'

vi.setConfig({ testTimeout: 60_000 })

let lab: TestLab
beforeAll(async () => {
  lab = await openTestLab(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => lab.close())

it('the first administrator of an empty municipality brings the second, and after that neither changes an age alone', async () => {
  const made = await makeFirstAdmin(
    lab.system,
    lab.ring,
    { slug: 'nyvik', name: 'Nyvik kommune', phone: '55 11 11 11', adminName: 'Ola Nordvik', subject: 'ola' },
    randomUUID,
  )
  const enter = async (subject: string) => {
    const session = await openSession(lab.system, lab.ring, {
      municipality: made.municipality,
      issuer: 'staff',
      subject,
      acr: 'test',
      minutes: 10,
    })
    return session ? { token: session.token } : undefined
  }
  const ola = await enter('ola')
  if (!ola) throw new Error('the first administrator cannot come in')
  const propose = (
    session: { token: string },
    kind: string,
    subject: string,
    after: object,
    id: string = randomUUID(),
  ) =>
    asPerson(lab.people, session, null, async (tx) => {
      const { rows } = await sql<{ waits: boolean }>`
        select lab.propose_change(${id}, ${kind}, ${subject}, ${JSON.stringify(after)}::jsonb, 'Vi begynner') as waits`.execute(
        tx,
      )
      return rows[0]?.waits
    })
  const today = dayInOslo(new Date())
  const kari = randomUUID()
  const role = { role: 'administrator', partyId: null, from: today, to: null }
  expect(await enter('kari')).toBeUndefined()
  expect(await propose(ola, 'person', kari, { name: 'Kari Nyvik' })).toBe(false)
  await admitStaff(lab.system, lab.ring, { municipality: made.municipality, person: kari as never, subject: 'kari' })
  // Not to herself twice over: only somebody else, and only once.
  expect(await propose(ola, 'role', randomUUID(), { ...role, personId: kari })).toBe(false)
  const second = await enter('kari')
  if (!second) throw new Error('the second administrator cannot come in')
  const id = randomUUID()
  expect(await propose(ola, 'consent_age', 'school', { age: 16, from: today }, id)).toBe(true)
  const settle = (session: { token: string }) =>
    asPerson(lab.people, session, null, (tx) => sql`select lab.settle_change(${id}, 'effective')`.execute(tx))
  await expect(settle(ola)).rejects.toThrow('another administrator')
  await expect(settle(second)).resolves.toBeDefined()
  const third = randomUUID()
  await propose(ola, 'person', third, { name: 'Per Nyvik' })
  expect(await propose(ola, 'role', randomUUID(), { ...role, personId: third })).toBe(true)
})
