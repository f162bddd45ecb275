import fc from 'fast-check'
import { expect, it } from 'vitest'
import { domainBand, domainSpots } from './domain-geometry.ts'

const anyStep = fc.option(fc.integer({ min: 0, max: 3 }))

it('every mark stands inside the band of its step, and none upon another', () => {
  fc.assert(
    fc.property(anyStep, anyStep, anyStep, (start, now, goal) => {
      const steps = { start, now, goal }
      const spots = domainSpots(steps)
      const drawn = (['start', 'now', 'goal'] as const).flatMap((which) => {
        const [step, spot] = [steps[which], spots[which]]
        expect(spot === null).toBe(step === null)
        if (step === null || spot === null) return []
        const band = domainBand(step)
        expect(spot).toBeGreaterThan(band.x)
        expect(spot).toBeLessThan(band.x + band.width)
        return [spot]
      })
      expect(new Set(drawn).size).toBe(drawn.length)
    }),
  )
})

it('going back is drawn to the other side, with nothing else changed', () => {
  const back = domainSpots({ start: 2, now: 1, goal: null })
  expect(back.now).toBeLessThan(back.start!)
  expect(domainSpots({ start: 1, now: 2, goal: null })).toEqual({ start: back.now, now: back.start, goal: null })
})
