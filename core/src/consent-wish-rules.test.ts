import { describe, expect, it } from 'vitest'
import { wishConsent, type WishFacts } from './consent-wish-rules.ts'
import type { WishConsent } from './commands/consent.ts'

const facts: WishFacts = { leads: true, persons: ['leila', 'amir'], services: ['school'] }
const now = new Date('2026-11-22T12:00:00Z')
const wish = (more: object = {}) =>
  ({
    wishId: 'w',
    partyId: 'school',
    areas: ['school'],
    persons: ['amir'],
    until: '2027-05-22',
    ...more,
  }) as unknown as WishConsent

describe('a wish', () => {
  it('is the leader’s alone', () => {
    expect(wishConsent({ ...facts, leads: false }, wish(), now)).toEqual({ refused: 'not-found' })
    expect(wishConsent(undefined, wish(), now)).toEqual({ refused: 'not-found' })
  })

  it('is for no day that has passed, and for a year at most', () => {
    expect(wishConsent(facts, wish({ until: '2026-11-21' }), now)).toEqual({ refused: 'consent-end-passed' })
    expect(wishConsent(facts, wish({ until: '2027-11-23' }), now)).toEqual({ refused: 'consent-too-long' })
  })

  it('names a service of the municipality and people of the family', () => {
    expect(wishConsent(facts, wish({ partyId: 'somebody' }), now)).toEqual({ refused: 'consent-wish-service-unknown' })
    expect(wishConsent(facts, wish({ persons: ['amir', 'jonas'] }), now)).toEqual({ refused: 'consent-wish-nobody' })
  })

  it('is remembered without its words', () => {
    expect(wishConsent(facts, wish(), now)).toEqual({
      done: {
        events: [
          {
            kind: 'consent.wished',
            subject: 'w',
            cell: null,
            data: { party: 'school', areas: ['school'], persons: ['amir'] },
          },
        ],
      },
    })
  })
})
