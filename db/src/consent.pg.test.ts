import { randomUUID } from 'node:crypto'
import { giveConsent, stopSquare } from '@velferdslab/core/consent-rules'
import { addMonths, dayInOslo } from '@velferdslab/core/dates'
import type { ConsentId } from '@velferdslab/core/ids'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openTestLab, type TestLab } from '../testing/fjordvik-for-tests.ts'
import { loadConsentFacts, saveConsents } from './consent.ts'
import type { Tx } from './connect.ts'

let lab: TestLab
beforeAll(async () => {
  lab = await openTestLab(inject('superuserUrl'))
})
afterAll(() => lab.close())

const newId = () => randomUUID() as ConsentId
const now = new Date()

it('a yes is kept in the language it was read in, and so is what is left when one square of it is stopped', async () => {
  const kept = await lab.as(
    'amina',
    async (tx) => {
      await say(tx)
      const facts = await factsOf(tx)
      const stopped = stopSquare(facts.standing, { area: 'economy', personId: lab.person('amina') }, newId)
      if ('refused' in stopped) throw new Error(stopped.refused)
      await saveConsents(tx, lab.family('hansen-ali'), stopped.done)
      return tx
        .selectFrom('lab.consent')
        .select(['areas', 'language', 'text_version', 'ended_how'])
        .where('party_id', '=', lab.party('nav'))
        .where('text_version', '=', 'read in a test')
        .orderBy('ended_how')
        .execute()
    },
    'hansen-ali',
  )
  expect(kept).toEqual([
    { areas: ['work', 'economy'], language: 'en', text_version: 'read in a test', ended_how: 'narrowed' },
    { areas: ['work'], language: 'en', text_version: 'read in a test', ended_how: null },
  ])
})

async function say(tx: Tx): Promise<void> {
  const input = {
    commandId: randomUUID() as never,
    partyId: lab.party('nav'),
    purpose: 'make_and_follow_plan' as const,
    areas: ['work' as const, 'economy' as const],
    persons: [lab.person('amina')],
    until: addMonths(dayInOslo(now), 3),
    language: 'en' as const,
    textVersion: 'read in a test',
  }
  const decided = giveConsent(await factsOf(tx), input, now, newId)
  if ('refused' in decided) throw new Error(decided.refused)
  await saveConsents(tx, lab.family('hansen-ali'), decided.done)
}

async function factsOf(tx: Tx) {
  const facts = await loadConsentFacts(tx, lab.family('hansen-ali'), lab.party('nav'))
  if (!facts) throw new Error('Amina is a member')
  return facts
}
