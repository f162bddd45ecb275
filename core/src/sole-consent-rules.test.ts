import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordSoleConsent } from './commands/sole-consent.ts'
import { addDays, type CalendarDay } from './dates.ts'
import type { CommandId, PersonId, SoleConsentId } from './ids.ts'
import { endSoleConsent, recordSoleConsent } from './sole-consent-rules.ts'
import type { SoleConsents } from './sole-consent.ts'

const now = new Date('2026-11-22T12:00:00Z')
const today = '2026-11-22' as CalendarDay
const title = { nb: 'Haster', nn: 'Hastar', en: 'Urgent' }
const law = { title, statute: 'Loven', paragraph: '§ 1', source: 'https://lov.example' }
const home: SoleConsents = {
  today,
  form: {
    children: [
      {
        id: 'noor' as PersonId,
        calledName: 'Noor',
        parents: [
          { id: 'amina' as PersonId, calledName: 'Amina' },
          { id: 'jonas' as PersonId, calledName: 'Jonas' },
        ],
      },
    ],
    grounds: [{ ...law, code: 'emergency', validFrom: '2018-01-01' as CalendarDay, longestDays: 14 }],
  },
  recorded: [],
}
const input: RecordSoleConsent = {
  commandId: 'c' as CommandId,
  soleConsentId: 's' as SoleConsentId,
  personId: 'noor' as PersonId,
  withoutId: 'jonas' as PersonId,
  ground: 'emergency',
  documentOn: today,
  until: addDays(today, 14),
  reason: 'Jonas er på sjøen og uten telefon.',
}
const standing = (counts: boolean): SoleConsents => ({
  ...home,
  recorded: [
    {
      id: input.soleConsentId,
      person: { id: input.personId, calledName: 'Noor' },
      without: { id: input.withoutId, calledName: 'Jonas', isMe: false },
      ground: law,
      documentOn: today,
      from: today,
      until: input.until,
      reason: input.reason,
      recordedBy: 'Solveig',
      endedOn: counts ? null : today,
      counts,
    },
  ],
})

describe('that one of two is enough', () => {
  it('is not for who does not lead, or does not know the family, to write down or to end', () => {
    for (const other of [undefined, { ...standing(true), form: null }]) {
      expect(recordSoleConsent(other, input, now)).toEqual({ refused: 'not-found' })
      expect(endSoleConsent(other, input.soleConsentId)).toEqual({ refused: 'not-found' })
    }
  })

  it('lasts never longer than its ground, and says the last day there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        const decided = recordSoleConsent(home, { ...input, until: addDays(today, days) }, now)
        if (days < 0) expect(decided).toEqual({ refused: 'sole-consent-days' })
        else if (days > 14)
          expect(decided).toEqual({ refused: 'sole-consent-too-long', values: { day: addDays(today, 14) } })
        else expect(decided).toHaveProperty('done.events.0.kind', 'consent.one_enough')
      }),
    )
  })

  it('leaves out only somebody who answers for the child, once', () => {
    const refused = (changes: Partial<RecordSoleConsent>, at = home) =>
      recordSoleConsent(at, { ...input, ...changes }, now)
    expect(refused({ withoutId: 'tor' as PersonId })).toEqual({ refused: 'sole-consent-not-of-two' })
    expect(refused({ personId: 'amina' as PersonId })).toEqual({ refused: 'sole-consent-not-of-two' })
    expect(refused({ ground: 'because' })).toEqual({ refused: 'sole-consent-ground-unknown' })
    expect(refused({ documentOn: addDays(today, 1) })).toEqual({ refused: 'sole-consent-days' })
    expect(refused({}, standing(true))).toEqual({ refused: 'sole-consent-already-there' })
    expect(refused({}, standing(false))).toHaveProperty('done')
  })

  it('is ended once, and its event tells no reason', () => {
    expect(endSoleConsent(standing(false), input.soleConsentId)).toEqual({ refused: 'consent-already-ended' })
    expect(endSoleConsent(standing(true), input.soleConsentId)).toHaveProperty(
      'done.events.0.kind',
      'consent.both_needed',
    )
    expect(JSON.stringify(recordSoleConsent(home, input, now))).not.toContain(input.reason)
  })
})
