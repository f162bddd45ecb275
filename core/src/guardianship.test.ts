import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consentAreas, type ConsentArea } from './areas.ts'
import { giveConsent, stopSquare, type ConsentFacts } from './consent-rules.ts'
import { addDays, type CalendarDay } from './dates.ts'
import { answersForThere, areasOfMandate, lastDayOfMandate } from './guardianship.ts'
import type { ConsentId, PartyId, PersonId } from './ids.ts'

const today = '2026-11-24' as CalendarDay
const now = new Date('2026-11-24T10:00:00Z')
const decidesFromAge = Object.fromEntries(
  consentAreas.map((area) => [area, area === 'mental_health' ? 16 : 18]),
) as ConsentFacts['decidesFromAge']
const grown = '1980-01-01' as CalendarDay
const child = '2016-01-01' as CalendarDay
const jonas = 'jonas' as PersonId
const mandates = [{ areas: ['economy' as const], until: addDays(today, 40) }]
const facts: ConsentFacts = {
  me: null,
  persons: [{ id: jonas, calledName: 'Jonas', born: grown, asGuardian: { isParentToo: false, mandates } }],
  decidesFromAge,
  standing: [],
}
const give = (areas: ConsentArea[], until = addDays(today, 30), more: Partial<ConsentFacts> = {}) =>
  giveConsent(
    { ...facts, ...more },
    {
      commandId: 'c' as never,
      partyId: 'nav' as PartyId,
      purpose: 'make_and_follow_plan',
      areas,
      persons: [jonas],
      until,
      language: 'nb',
      textVersion: '2026-11',
    },
    now,
    () => 'new' as ConsentId,
  )

describe('a guardian', () => {
  it('says nothing outside the mandate, not even together with what lies in it', () => {
    expect(give(['work'])).toEqual({ refused: 'consent-outside-mandate', values: { name: 'Jonas' } })
    expect(give(['economy', 'work'])).toEqual({ refused: 'consent-outside-mandate', values: { name: 'Jonas' } })
  })

  it('says nothing for a day after the mandate is over', () => {
    const day = addDays(today, 40)
    expect(give(['economy'], addDays(day, 1))).toEqual({
      refused: 'consent-mandate-ends',
      values: { name: 'Jonas', day },
    })
    expect(give(['economy'], day)).toHaveProperty('done')
  })

  it('says nothing where the law sets no age, and nothing for themself by it', () => {
    expect(give(['economy'], today, { decidesFromAge: {} })).toMatchObject({ refused: 'consent-person-decides-alone' })
    expect(give(['economy'], today, { persons: [] })).toEqual({ refused: 'consent-needs-person-you-answer-for' })
  })

  it('answers exactly in the areas of the mandate, until its last day, at any age', () => {
    const area = fc.constantFrom(...consentAreas)
    const end = fc.option(fc.integer({ min: -5, max: 60 }).map((days) => addDays(today, days)))
    const mandate = fc.record({ areas: fc.uniqueArray(area, { maxLength: 4 }), until: end })
    fc.assert(
      fc.property(
        fc.array(mandate, { minLength: 1, maxLength: 3 }),
        area,
        end,
        fc.constantFrom(grown, child),
        (drawn, asked, until, born) => {
          const ward = { born, asGuardian: { isParentToo: false, mandates: drawn } }
          const why = answersForThere(ward, asked, { decidesFromAge, today, until })
          const reaching = drawn.filter(({ areas }) => areas.includes(asked))
          if (reaching.length === 0) expect(why).toBe('outside-mandate')
          else {
            const last = lastDayOfMandate(ward.asGuardian, asked)
            expect(why).toBe(until !== null && last !== null && until > last ? 'after-mandate' : null)
          }
          expect(areasOfMandate(ward.asGuardian, consentAreas).includes(asked)).toBe(reaching.length > 0)
        },
      ),
    )
  })

  it('who is the parent too answers as both: as parent until the child decides alone, as guardian beyond', () => {
    const asGuardian = { isParentToo: true, mandates: [{ areas: ['mental_health' as const], until: null }] }
    const at = { decidesFromAge, today, until: null }
    const teen = addDays(today, -17 * 365)
    expect(answersForThere({ born: child, asGuardian }, 'work', at)).toBeNull()
    expect(answersForThere({ born: teen, asGuardian }, 'mental_health', at)).toBeNull()
    expect(answersForThere({ born: grown, asGuardian }, 'work', at)).toBe('decides-alone')
  })

  it('says nothing again of what has left the mandate, when one square is stopped', () => {
    const standing = {
      id: 'old' as ConsentId,
      giverId: 'vera' as PersonId,
      partyId: 'nav' as PartyId,
      areas: ['economy' as const, 'work' as const],
      persons: [jonas],
      validTo: now,
      said: { textVersion: '2026-11', language: 'nb' as const },
    }
    const stop = (isMine: boolean) =>
      stopSquare(
        [standing],
        { area: 'economy', personId: jonas },
        () => 'x' as ConsentId,
        () => isMine,
      )
    expect(stop(false)).toHaveProperty('done.give', [])
    expect(stop(true)).toHaveProperty('done.give.0.areas', ['work'])
  })
})
