import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayInOslo } from './dates.ts'
import { sendSelfReferral } from './self-referral-rules.ts'

const now = new Date('2026-11-22T12:00:00Z')
const today = dayInOslo(now)

describe('a sheet about oneself', () => {
  it('is not sent by who is not born yet, nor by who would be older than anybody', () => {
    expect(sendSelfReferral(addDays(today, 1), now)).toEqual({ refused: 'self-referral-born-unlikely' })
    expect(sendSelfReferral('1890-01-01' as typeof today, now)).toEqual({ refused: 'self-referral-born-unlikely' })
  })
  it('is sent from the sixteenth birthday, and not the day before', () => {
    expect(sendSelfReferral('2010-11-23' as typeof today, now)).toMatchObject({ refused: 'self-referral-too-young' })
    expect(sendSelfReferral('2010-11-22' as typeof today, now)).toEqual({ done: true })
  })
  it('whoever may send it on a day may send it on every later one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 16 * 366, max: 90 * 365 }), fc.integer({ min: 0, max: 3650 }), (age, later) => {
        const born = addDays(today, -age)
        expect(sendSelfReferral(born, now)).toEqual({ done: true })
        expect(sendSelfReferral(born, new Date(now.getTime() + later * 86_400_000))).toEqual({ done: true })
      }),
    )
  })
})
