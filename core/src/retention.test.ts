import { describe, expect, it } from 'vitest'
import { placeHold } from './commands/retention.ts'
import { healthOf, holdReasons, mayBeKeptQuiet } from './retention.ts'

const now = new Date('2026-11-22T12:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)

describe('how it stands with what is to be let go', () => {
  it('is not known before the first night', () => expect(healthOf(undefined, 0, now)).toBe('not-yet'))
  it('is wrong when the last run failed, whatever else', () =>
    expect(healthOf({ at: hoursAgo(1), failed: true }, 3, now)).toBe('failed'))
  it('is late when something stands longer than it may', () =>
    expect(healthOf({ at: hoursAgo(1), failed: false }, 1, now)).toBe('late'))
  it('is late when a night was missed, and not before', () => {
    expect(healthOf({ at: hoursAgo(36.1), failed: false }, 0, now)).toBe('late')
    expect(healthOf({ at: hoursAgo(35.9), failed: false }, 0, now)).toBe('well')
  })
})

describe('a hold', () => {
  const commandId = '5b8b6c0e-5d9c-4a55-9d0c-2f1f3d7f1a01'
  const hold = { commandId, holdId: commandId, over: { is: 'family', family: 'A1B2-C3D4' }, until: null }

  it.each(holdReasons.filter((because) => because !== 'investigation'))(
    'because of a %s is never kept from whom it is about',
    (because) => {
      expect(mayBeKeptQuiet(because)).toBe(false)
      expect(placeHold.safeParse({ ...hold, because, told: false }).success).toBe(false)
      expect(placeHold.safeParse({ ...hold, because, told: true }).success).toBe(true)
    },
  )
  it('for an investigation may be kept quiet', () =>
    expect(placeHold.safeParse({ ...hold, because: 'investigation', told: false }).success).toBe(true))
  it('is over a number and not a name', () =>
    expect(
      placeHold.safeParse({ ...hold, over: { is: 'family', family: 'Hansen' }, because: 'lawsuit', told: true })
        .success,
    ).toBe(false))
})
