import { describe, expect, test } from 'vitest'
import type { CalendarDay } from '../dates.ts'
import { aFamily, always, answers, hansen, id, lab, now, yes, type Name } from './a-family-for-tests.ts'
import type { AccessFacts } from './facts.ts'
import { maySeeSoleReason } from './sole-consents.ts'

const reason = { family: hansen, person: id('child'), without: id('away'), endedAt: null, ...always }
const responsibilities = [answers('child', 'mother'), answers('child', 'away')]
const sees = (name: Name, facts: Partial<AccessFacts> = {}) =>
  maySeeSoleReason(aFamily({ responsibilities, ...facts }), id(name), reason, now)
const hidden = (isStrict: boolean) => ({
  protections: [{ person: id('mother'), isStrict, from: '2026-01-01' as CalendarDay, endedAt: null }],
})

describe('why one of two is enough', () => {
  test('is nothing to who sits there, nor to who lives there and answers for nobody', () => {
    for (const name of ['worker', 'teacher', 'leader', 'father', 'teen', 'guest'] as const)
      expect(sees(name), name).toBe(false)
  })
  test('is read by both who answer for the child, wherever they live, and by the leader once the family is theirs to know', () => {
    expect([sees('mother'), sees('away')]).toEqual([true, true])
    expect(sees('leader', { consents: [yes('father', lab, ['father'], ['economy'])] })).toBe(true)
  })
  test('is no way to find who must not be found: then it is read by those who know that home', () => {
    expect(sees('away', hidden(false))).toBe(true)
    expect(sees('away', hidden(true))).toBe(false)
    expect(sees('mother', hidden(true))).toBe(true)
  })
})
