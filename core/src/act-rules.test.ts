import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordAct, type ActFacts } from './act-rules.ts'
import type { RecordAct } from './commands/act.ts'
import { addDays, daysBetween, type CalendarDay } from './dates.ts'
import { sendReport } from './report-rules.ts'

const today = '2026-11-22' as CalendarDay
const facts: ActFacts = {
  today,
  exceptions: [
    { code: 'at_once', partyId: 'nav', longestDays: 30, mayDelay: false },
    { code: 'may_wait', partyId: 'nav', longestDays: 14, mayDelay: true },
    { code: 'of_school', partyId: 'school', longestDays: 30, mayDelay: true },
  ],
  areas: ['housing', 'economy'],
  receivers: [{ personId: 'mona', partyId: 'clinic' }],
}
type Input = Parameters<typeof recordAct>[1]
const drawn = fc.record({
  rule: fc.constantFrom('at_once', 'may_wait', 'of_school', 'unknown'),
  partyId: fc.constantFrom('nav', 'school'),
  receiver: fc.record({ personId: fc.constantFrom('mona', 'tor'), partyId: fc.constantFrom('clinic', 'nav') }),
  areas: fc.subarray(['housing', 'economy', 'mental_health'], { minLength: 1 }),
  until: fc.integer({ min: -2, max: 40 }).map((days) => addDays(today, days)),
  tell: fc.oneof(
    fc.constant({ when: 'now' }),
    fc.integer({ min: -1, max: 40 }).map((days) => ({ when: 'later', on: addDays(today, days), because: 'x' })),
  ),
}) as unknown as fc.Arbitrary<Input & { tell: RecordAct['tell'] }>

test('an act rests on a rule of one’s own service, opens no more than one reads, and lasts and waits no longer than the rule allows', () => {
  fc.assert(
    fc.property(drawn, (input) => {
      const rule = facts.exceptions.find(({ code, partyId }) => code === input.rule && partyId === input.partyId)
      const within = (day: CalendarDay, from: number) =>
        daysBetween(today, day) >= from && daysBetween(today, day) <= (rule?.longestDays ?? -1)
      const may =
        rule !== undefined &&
        (input.receiver.personId as string) === 'mona' &&
        (input.receiver.partyId as string) === 'clinic' &&
        !input.areas.includes('mental_health') &&
        within(input.until, 0) &&
        (input.tell.when === 'now' || (rule.mayDelay && within(input.tell.on, 1)))
      const decided = recordAct(facts, input)
      expect('done' in decided).toBe(may)
      if ('done' in decided) expect(decided.done.tellOn).toBe(input.tell.when === 'now' ? null : input.tell.on)
    }),
    { numRuns: 2000 },
  )
})

test('a report names a child of the family; to avert a danger one need name nobody', () => {
  const standing = {
    rules: [
      { code: 'worry', kind: 'report', partyId: 'nav' },
      { code: 'danger', kind: 'avert', partyId: 'nav' },
    ],
    receivers: ['welfare'],
    children: ['noor'],
  } as const
  const send = (rule: string, children: string[], toPartyId = 'welfare') =>
    sendReport(standing, { rule, partyId: 'nav', toPartyId, children } as unknown as Parameters<typeof sendReport>[1])
  expect(send('worry', [])).toEqual({ refused: 'report-which-child' })
  expect(send('worry', ['oskar'])).toEqual({ refused: 'report-which-child' })
  expect(send('unknown', ['noor'])).toEqual({ refused: 'act-rule-not-yours' })
  expect(send('worry', ['noor'], 'school')).toEqual({ refused: 'report-nobody-receives' })
  expect(send('worry', ['noor'])).toEqual({ done: true })
  expect(send('danger', [])).toEqual({ done: true })
})
