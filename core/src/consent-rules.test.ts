import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consentAreas, type ConsentArea } from './areas.ts'
import { endOfDayInOslo, type CalendarDay } from './dates.ts'
import {
  giveConsent,
  extendConsent,
  extendedUntil,
  isNearEnd,
  reminderDue,
  squareState,
  stopSquare,
  withdrawConsents,
  type ConsentFacts,
  type StandingConsent,
} from './consent-rules.ts'
import type { GiveConsent } from './commands/consent.ts'
import type { ConsentId, PartyId, PersonId } from './ids.ts'

const now = new Date('2026-11-24T10:00:00Z')
const amina = 'amina' as PersonId
const today = '2026-11-24' as CalendarDay
const sara = 'sara' as PersonId
const oldest = 'oldest' as PersonId
const nav = 'nav' as PartyId
const facts: ConsentFacts = {
  me: amina,
  persons: [
    { id: amina, calledName: 'Amina', born: '1992-03-01' as CalendarDay },
    { id: sara, calledName: 'Sara', born: '2015-09-01' as CalendarDay },
    { id: oldest, calledName: 'Oskar', born: '2010-11-24' as CalendarDay },
  ],
  decidesFromAge: Object.fromEntries(consentAreas.map((area) => [area, area === 'mental_health' ? 16 : 18])),
  standing: [],
}
const sentence: GiveConsent = {
  commandId: 'c' as never,
  partyId: nav,
  purpose: 'make_and_follow_plan',
  areas: ['economy'],
  persons: [amina],
  until: '2027-06-01' as never,
  language: 'nb',
  textVersion: '2026-11',
}
let count = 0
const newId = () => `consent-${count++}` as ConsentId
const give = (more: Partial<GiveConsent>, at = now) => giveConsent(facts, { ...sentence, ...more }, at, newId)

describe('a yes is refused', () => {
  it('when its last day has passed in Norway, even if not yet in London', () => {
    const nearMidnight = new Date('2026-11-24T23:30:00Z')
    expect(give({ until: '2026-11-24' as never }, nearMidnight)).toEqual({ refused: 'consent-end-passed' })
    expect(give({ until: '2026-11-24' as never })).toHaveProperty('done')
  })
  it('when it lasts longer than twelve months', () => {
    expect(give({ until: '2027-11-25' as never })).toEqual({ refused: 'consent-too-long' })
    expect(give({ until: '2027-11-24' as never })).toHaveProperty('done')
  })
  it('for somebody one does not answer for', () => {
    expect(give({ persons: ['jonas' as PersonId] })).toEqual({ refused: 'consent-needs-person-you-answer-for' })
  })
  it('from the day a young person alone decides about that area, and not the day before', () => {
    const about = { persons: [oldest], areas: ['mental_health'] as ConsentArea[] }
    expect(give(about)).toEqual({ refused: 'consent-person-decides-alone', values: { name: 'Oskar' } })
    expect(give(about, new Date('2026-11-23T10:00:00Z'))).toHaveProperty('done')
    expect(give({ ...about, areas: ['economy'] })).toHaveProperty('done')
  })
})

describe('a yes', () => {
  it('counts to the end of its last day in Norway, summer and winter', () => {
    const ends = (until: string) => {
      const decided = give({ until: until as never })
      return 'done' in decided ? decided.done.give[0]?.validTo.toISOString() : undefined
    }
    expect(ends('2027-01-31')).toBe('2027-01-31T23:00:00.000Z')
    expect(ends('2027-06-01')).toBe('2027-06-01T22:00:00.000Z')
    expect(ends('2027-03-28')).toBe('2027-03-28T22:00:00.000Z')
    expect(ends('2027-10-31')).toBe('2027-10-31T23:00:00.000Z')
  })
  it('takes the place of my earlier sentences to the same service', () => {
    const old: StandingConsent = {
      id: 'old' as ConsentId,
      giverId: amina,
      partyId: nav,
      areas: ['work'],
      persons: [amina],
      validTo: now,
      said: { textVersion: '2026-11', language: 'nb' },
    }
    const decided = giveConsent({ ...facts, standing: [old] }, sentence, now, newId)
    expect(decided).toMatchObject({ done: { end: [{ id: 'old', how: 'replaced' }], give: [{ areas: ['economy'] }] } })
  })
})

describe('a stop', () => {
  const standing = fc.array(
    fc.record({
      id: fc.uuid().map((id) => id as ConsentId),
      giverId: fc.constant(amina),
      partyId: fc.constant(nav),
      areas: fc.subarray([...consentAreas], { minLength: 1 }),
      persons: fc.subarray([amina, sara, oldest], { minLength: 1 }),
      validTo: fc.date({ noInvalidDate: true }),
      said: fc.record({
        textVersion: fc.constantFrom('2026-11', '2027-04'),
        language: fc.constantFrom('nb' as const, 'en' as const),
      }),
    }),
    { maxLength: 4 },
  )
  const squares = (
    consents: readonly { areas: readonly ConsentArea[]; persons: readonly PersonId[]; validTo: Date }[],
  ) =>
    new Set(
      consents.flatMap((one) =>
        one.areas.flatMap((area) => one.persons.map((person) => `${person} ${area} ${one.validTo.getTime()}`)),
      ),
    )

  it('of one square leaves exactly the other squares, each with its own end', () => {
    fc.assert(
      fc.property(
        standing,
        fc.constantFrom(...consentAreas),
        fc.constantFrom(amina, sara, oldest),
        (consents, area, personId) => {
          const decided = stopSquare(consents, { area, personId }, newId)
          const touched = consents.filter((one) => one.areas.includes(area) && one.persons.includes(personId))
          if ('refused' in decided) {
            expect(touched).toEqual([])
            return
          }
          const ended = new Set(decided.done.end.map((end) => end.id))
          const after = squares([...consents.filter((one) => !ended.has(one.id)), ...decided.done.give])
          const expected = new Set(
            [...squares(consents)].filter((square) => !square.startsWith(`${personId} ${area} `)),
          )
          expect(after).toEqual(expected)
          // In the words that were read: whoever said yes in English has not said it in Norwegian.
          const read = new Set(touched.map((one) => `${one.said.language} ${one.said.textVersion}`))
          for (const { said } of decided.done.give) expect(read).toContain(`${said.language} ${said.textVersion}`)
        },
      ),
      { numRuns: 500 },
    )
  })
  it('of a service ends every sentence to it, and of nothing says so', () => {
    expect(withdrawConsents([])).toEqual({ refused: 'consent-already-ended' })
    fc.assert(
      fc.property(standing, (consents) => {
        const decided = withdrawConsents(consents)
        if ('done' in decided) expect(decided.done.end.map((end) => end.id)).toEqual(consents.map((one) => one.id))
      }),
    )
  })
})

describe('a square says', () => {
  const say = (square: Partial<Parameters<typeof squareState>[0]>) =>
    squareState({ effective: false, mineUntil: null, stoppedByMe: false, today, remindDays: 30, ...square })
  it('no, until somebody said something', () => {
    expect(say({})).toBe('no')
  })
  it('stopped, when I stopped it', () => {
    expect(say({ stoppedByMe: true })).toBe('stopped')
  })
  it('awaiting, when I said yes and another must too', () => {
    expect(say({ mineUntil: '2027-06-01' as CalendarDay })).toBe('awaiting')
  })
  it('soon, within a month of its end, and yes before that', () => {
    expect(say({ effective: true, mineUntil: '2026-12-24' as CalendarDay })).toBe('soon')
    expect(say({ effective: true, mineUntil: '2026-12-25' as CalendarDay })).toBe('yes')
  })
})

describe('a sentence that is near its end', () => {
  const yes = (id: string): StandingConsent => ({
    id: id as ConsentId,
    giverId: amina,
    partyId: nav,
    areas: ['economy'],
    persons: [amina, sara],
    validTo: endOfDayInOslo('2026-12-01' as CalendarDay),
    said: { textVersion: 'old', language: 'nb' },
  })
  const oral = { ...yes('aloud'), saidUntil: '2027-01-01' as CalendarDay }
  const standing = [yes('one'), { ...yes('two'), areas: ['school' as const] }, oral]
  const extend = (consentId: string, until: string) =>
    extendConsent(
      { ...facts, standing },
      {
        consentId: consentId as ConsentId,
        until: until as CalendarDay,
        commandId: 'c' as never,
        language: 'en',
        textVersion: 'new',
      },
      now,
      () => 'new' as ConsentId,
    )

  it('goes on only when it stands, only longer, and a year at most; what was said aloud is confirmed instead', () => {
    expect(extend('never', '2027-06-30')).toEqual({ refused: 'consent-already-ended' })
    expect(extend('aloud', '2027-06-30')).toEqual({ refused: 'consent-already-ended' })
    expect(extend('one', '2026-12-01')).toEqual({ refused: 'consent-end-passed' })
    expect(extend('one', '2027-11-25')).toEqual({ refused: 'consent-too-long' })
  })

  it('goes on as it is, in place of itself alone, in the words that are read now', () => {
    const decided = extend('one', '2027-11-24')
    if ('refused' in decided) throw new Error(decided.refused)
    expect(decided.done.end).toEqual([{ id: 'one', how: 'replaced' }])
    const { areas, persons } = yes('one')
    expect(decided.done.give).toMatchObject([{ areas, persons, said: { language: 'en', textVersion: 'new' } }])
  })

  it('is offered as long again as it was to last, and never more than a year', () => {
    expect(extendedUntil('2026-08-24' as CalendarDay, '2026-11-30' as CalendarDay, today)).toBe('2027-03-02')
    expect(extendedUntil('2025-11-24' as CalendarDay, '2026-11-24' as CalendarDay, today)).toBe('2027-11-24')
    // A year with 29 February in it was a day longer than the next.
    const leapDay = '2028-03-01' as CalendarDay
    expect(extendedUntil('2027-03-01' as CalendarDay, leapDay, leapDay)).toBe('2029-03-01')
  })
  it('is offered to a later day even where it was said today', () => {
    expect(extendedUntil(today, '2026-12-04' as CalendarDay, today)).toBe('2026-12-14')
    expect(isNearEnd('2026-12-24' as CalendarDay, { today, remindDays: 30 })).toBe(true)
    expect(isNearEnd('2026-12-25' as CalendarDay, { today, remindDays: 30 })).toBe(false)
  })
})

describe('a yes reminds of itself', () => {
  const day = 86_400_000
  const at = (days: number) => new Date(now.getTime() + days * day)
  const due = (length: number, daysIn: number, sent: ('half' | 'end')[] = []) =>
    reminderDue({ from: at(0), to: at(length), remindDays: 30, sent }, at(daysIn))

  it('not before half its time, not twice, and not when it is over or is too short to forget', () => {
    expect(due(180, 89.9)).toBeNull()
    expect(due(180, 90, ['half'])).toBeNull()
    expect(due(180, 160, ['half', 'end'])).toBeNull()
    expect(due(180, 180)).toBeNull()
    expect(due(30, 29)).toBeNull()
  })

  it('at half its time and thirty days before its end', () => {
    expect(due(180, 90)).toBe('half')
    expect(due(180, 149.9)).toBe('half')
    expect(due(180, 150, ['half'])).toBe('end')
    expect(due(180, 179.9)).toBe('end')
    expect(due(40, 25)).toBe('end')
  })

  it('at most twice, however often somebody looks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 365 }),
        fc.array(fc.double({ min: 0, max: 366, noNaN: true })),
        (length, looks) => {
          const sent: ('half' | 'end')[] = []
          for (const look of looks.sort((one, other) => one - other)) {
            const now = due(length, look, sent)
            if (now) sent.push(now)
          }
          expect(new Set(sent).size).toBe(sent.length)
          expect(sent.indexOf('end') === -1 || sent.indexOf('end') === sent.length - 1).toBe(true)
        },
      ),
    )
  })
})
