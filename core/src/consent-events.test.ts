import { describe, expect, it } from 'vitest'
import type { CalendarDay } from './dates.ts'
import {
  decidesAlone,
  giveConsent,
  refusedEvent,
  stopSquare,
  withdrawConsents,
  type ConsentFacts,
  type StandingConsent,
} from './consent-rules.ts'
import { wishConsent } from './consent-wish-rules.ts'
import type { GiveConsent } from './commands/consent.ts'
import type { ConsentId, PartyId, PersonId } from './ids.ts'

const now = new Date('2026-11-24T10:00:00Z')
const [amina, sara] = ['amina' as PersonId, 'sara' as PersonId]
const nav = 'nav' as PartyId
const said = { textVersion: '2026-11', language: 'nb' } as const
const standing = (id: string, areas: StandingConsent['areas'], persons: readonly PersonId[]): StandingConsent => ({
  id: id as ConsentId,
  giverId: amina,
  partyId: nav,
  areas,
  persons,
  validTo: new Date('2027-06-01T22:00:00Z'),
  said,
})
const facts: ConsentFacts = {
  me: amina,
  persons: [
    { id: amina, calledName: 'Amina', born: '1992-03-01' as CalendarDay },
    { id: sara, calledName: 'Sara', born: '2010-09-01' as CalendarDay },
  ],
  decidesFromAge: { economy: 18, mental_health: 16 },
  standing: [standing('old', ['economy'], [amina])],
}
const idsFrom = () => {
  let count = 0
  return () => `new-${++count}` as ConsentId
}
const event = (kind: string, subject: string, data: object) => ({ kind, subject, cell: null, data })

describe('what is written in the chain about a consent', () => {
  it('a yes: what it replaces, and whom, what, whom for, until when and by which words', () => {
    const input = {
      partyId: nav,
      areas: ['economy', 'economy'],
      persons: [amina, amina],
      until: '2027-06-01',
      ...said,
    } as unknown as GiveConsent
    const given = giveConsent(facts, input, now, idsFrom())
    expect(given).toMatchObject({
      done: {
        end: [{ id: 'old', how: 'replaced' }],
        give: [{ id: 'new-1', partyId: nav, areas: ['economy'], persons: [amina], said }],
        events: [
          event('consent.replaced', 'old', {}),
          event('consent.given', 'new-1', {
            party: nav,
            areas: ['economy'],
            persons: [amina],
            until: '2027-06-01',
            ...said,
          }),
        ],
      },
    })
  })
  it('a stop: each sentence that ended; of none it is refused', () => {
    expect(withdrawConsents([])).toEqual({ refused: 'consent-already-ended' })
    const both = [standing('one', ['economy'], [amina]), standing('two', ['work'], [amina])]
    expect(withdrawConsents(both)).toEqual({
      done: {
        end: [
          { id: 'one', how: 'withdrawn' },
          { id: 'two', how: 'withdrawn' },
        ],
        give: [],
        events: [event('consent.withdrawn', 'one', {}), event('consent.withdrawn', 'two', {})],
      },
    })
  })
  it('one square: what was narrowed, and exactly what stands again', () => {
    const stopped = stopSquare(
      [standing('one', ['economy', 'work'], [amina, sara]), standing('other', ['school'], [sara])],
      { area: 'economy', personId: sara },
      idsFrom(),
    )
    const { validTo } = standing('x', [], [])
    expect(stopped).toEqual({
      done: {
        end: [{ id: 'one', how: 'narrowed' }],
        give: [
          { id: 'new-1', partyId: nav, areas: ['work'], persons: [amina, sara], validTo, said },
          { id: 'new-2', partyId: nav, areas: ['economy'], persons: [amina], validTo, said },
        ],
        events: [
          event('consent.narrowed', 'one', { area: 'economy', person: sara }),
          event('consent.given', 'new-1', { party: nav, areas: ['work'], persons: [amina, sara] }),
          event('consent.given', 'new-2', { party: nav, areas: ['economy'], persons: [amina] }),
        ],
      },
    })
  })
  it('one square that was all there was leaves nothing; half of it leaves the other half', () => {
    const stop = (areas: StandingConsent['areas'], persons: readonly PersonId[]) => {
      const done = stopSquare([standing('one', areas, persons)], { area: 'economy', personId: sara }, idsFrom())
      return 'done' in done ? done.done.give.map((rest) => `${rest.areas.join('+')} ${rest.persons.join('+')}`) : done
    }
    expect(stop(['economy'], [sara])).toEqual([])
    expect(stop(['economy'], [amina, sara])).toEqual(['economy amina'])
    expect(stop(['economy', 'work'], [sara])).toEqual(['work sara'])
    expect(stop(['work'], [sara])).toEqual({ refused: 'consent-already-ended' })
  })
  it('one square of what was said aloud and nobody has heard leaves nothing: the rest never counted', () => {
    const unheard = { ...standing('one', ['economy', 'work'], [amina, sara]), unheard: true }
    expect(stopSquare([unheard], { area: 'economy', personId: sara }, idsFrom())).toMatchObject({
      done: {
        end: [{ id: 'one', how: 'narrowed' }],
        give: [],
        events: [event('consent.narrowed', 'one', { area: 'economy', person: sara })],
      },
    })
  })
  it('a no: the service and nothing else', () => {
    expect(refusedEvent('no' as ConsentId, nav)).toEqual(event('consent.refused', 'no', { party: nav }))
  })
})

describe('who decides alone', () => {
  it('is nobody’s to give for where there is no rule, and the young person’s where one area of several says so', () => {
    const born = '2010-09-01' as CalendarDay
    const today = '2026-11-24' as CalendarDay
    expect(decidesAlone(born, 'work', facts, today)).toBe(true)
    expect(decidesAlone(born, 'economy', facts, today)).toBe(false)
    expect(decidesAlone(born, 'mental_health', facts, today)).toBe(true)
    const input = { partyId: nav, areas: ['economy', 'mental_health'], persons: [sara], until: '2027-06-01', ...said }
    expect(giveConsent(facts, input as unknown as GiveConsent, now, idsFrom())).toEqual({
      refused: 'consent-person-decides-alone',
      values: { name: 'Sara' },
    })
  })
})

describe('the last day of a wish', () => {
  it('may be today, and a year from today', () => {
    const wish = (until: string) =>
      wishConsent(
        { leads: true, persons: ['sara'], services: ['nav'] },
        { wishId: 'w', partyId: 'nav', areas: ['economy'], persons: ['sara'], until } as never,
        now,
      )
    expect(wish('2026-11-24')).toHaveProperty('done')
    expect(wish('2027-11-24')).toHaveProperty('done')
    expect(wish('2026-11-23')).toEqual({ refused: 'consent-end-passed' })
    expect(wish('2027-11-25')).toEqual({ refused: 'consent-too-long' })
  })
})
