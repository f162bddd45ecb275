import { describe, expect, it } from 'vitest'
import type { CalendarDay } from './dates.ts'
import { answerPromise, byLateness, daysSince, isInSight, stateOfPromise } from './promise-rules.ts'

const day = (text: string) => text as CalendarDay
const today = day('2026-12-07')

describe('an answer is refused', () => {
  const said = { answer: 'not_done' as const, reason: 'waiting', words: null, newDue: null }
  it('when it is done already, has no reason, or a new day that has passed', () => {
    expect(answerPromise({ isDone: true }, { ...said, answer: 'done' }, today)).toEqual({
      refused: 'promise-already-done',
    })
    expect(answerPromise({ isDone: false }, { ...said, reason: null }, today)).toEqual({
      refused: 'promise-needs-reason',
    })
    expect(answerPromise({ isDone: false }, { ...said, reason: 'other' }, today)).toEqual({
      refused: 'promise-needs-reason',
    })
    expect(answerPromise({ isDone: false }, { ...said, newDue: day('2026-12-06') }, today)).toEqual({
      refused: 'promise-day-passed',
    })
    expect(answerPromise({ isDone: false }, { ...said, newDue: today }, today)).toEqual({ done: true })
  })
})

describe('a promise', () => {
  it('is not late on its day, and late from the day after until it is done', () => {
    expect(stateOfPromise(today, false, today)).toBe('this_week')
    expect(stateOfPromise(day('2026-12-06'), false, today)).toBe('late')
    expect(stateOfPromise(day('2026-12-06'), true, today)).toBe('done')
    expect(stateOfPromise(day('2026-12-13'), false, today)).toBe('this_week')
    expect(stateOfPromise(day('2026-12-14'), false, today)).toBe('later')
    expect(daysSince(day('2026-12-04'), today)).toBe(3)
  })
  it('of each month comes month by month', () => {
    expect(isInSight({ due: day('2027-02-01'), isMonthly: true }, today)).toBe(false)
    expect(isInSight({ due: day('2027-01-07'), isMonthly: true }, today)).toBe(true)
    expect(isInSight({ due: day('2027-02-01'), isMonthly: false }, today)).toBe(true)
  })
  it('that is latest stands first, and what is done last', () => {
    const some = [
      { state: 'done' as const, due: day('2026-11-01') },
      { state: 'later' as const, due: day('2027-01-01') },
      { state: 'late' as const, due: day('2026-12-04') },
      { state: 'late' as const, due: day('2026-12-01') },
      { state: 'this_week' as const, due: today },
    ]
    expect([...some].sort(byLateness).map(({ due }) => due)).toEqual([
      '2026-12-01',
      '2026-12-04',
      '2026-12-07',
      '2027-01-01',
      '2026-11-01',
    ])
  })
})
